/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Call } from './call.ts'
import type { DocumentRow } from './store.ts'

import { closedStatus } from '@emancipasso/shared/diagnosis/closing'
import { organisationOf, roleOf } from './call.ts'
import { Problem } from './problem.ts'

/**
 * Who manages deletes; a member deletes a diagnosis that they began themselves, in which nobody else has written, that
 * is not closed and has no workshop.
 *
 * @param call the request, let through
 * @param row what it would delete
 */
export function mayDelete(call: Call, row: DocumentRow): boolean {
	const { stored, history } = row
	if (roleOf(call.person, organisationOf(call)).manager) {
		return true
	}
	const isOwn = history.at(-1)?.revision === 1 && history.every(({ by }) => by === call.person.id)
	return stored.kind === 'diagnosis' && isOwn && stored.status !== closedStatus && call.store.workshop(stored.id) === undefined
}

/**
 * Refuses a deletion.
 *
 * @param call the request, let through
 * @param row what it would delete
 * @throws {Problem} forbidden
 */
export function guardDeletion(call: Call, row: DocumentRow): void {
	if (mayDelete(call, row)) {
		return
	}
	if (row.stored.kind !== 'diagnosis') {
		throw new Problem('forbidden')
	}
	throw new Problem('forbidden', { sentence: {
		fr: 'Vous pouvez supprimer un diagnostic que vous avez commencé, dans lequel personne d’autre n’a écrit, qui n’est pas clos et n’a pas d’atelier. Pour celui-ci, demandez à une personne qui gère l’organisation.',
		en: 'You may delete a diagnosis that you began yourself, in which nobody else has written, that is not closed and has no workshop. For this one, ask a person who manages the organisation.',
	} })
}
