/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Organisation } from '@emancipasso/shared/contract/app-api'
import type { Call, Handler } from './call.ts'
import type { Person } from './people.ts'
import type { OrganisationRow } from './store.ts'

import { OrganisationInput } from '@emancipasso/shared/contract/app-api'
import { organisationOf, roleOf, valid } from './call.ts'
import { groups, people } from './people.ts'
import { Problem } from './problem.ts'

/**
 * An organisation as a person of it sees it.
 *
 * @param row as it is kept
 * @param person who asks
 */
export function showOrganisation(row: OrganisationRow, person: Person): Organisation {
	const { manager, publisher } = roleOf(person, row)
	return { ...row, role: { manager, publisher } }
}

/**
 * Groups that a person may make an organisation of: their own, or any for an administrator.
 *
 * @param person who asks
 */
export function groupsFor(person: Person) {
	return groups
		.filter(({ id }) => person.admin || person.groups.includes(id))
		.map((group) => ({ ...group, members: people.filter((other) => other.groups.includes(group.id)).length }))
}

/**
 * The fields of an organisation, its groups checked.
 *
 * @param call the request, let through
 */
function readInput(call: Call) {
	const input = valid(OrganisationInput, call.body)
	const unknown = (['membersGroup', 'managersGroup', 'publishersGroup'] as const).find((field) => !groups.some(({ id }) => id === input[field]))
	if (unknown !== undefined) {
		throw new Problem('invalid-input', { field: unknown })
	}
	return { ...input, territory: input.territory ?? null, associationSize: input.associationSize ?? null }
}

/** Handlers of the organisations, by operation. */
export const organisationHandlers: Record<string, Handler> = {
	createOrganisation(call) {
		const input = readInput(call)
		if (!call.person.admin && !call.person.groups.includes(input.managersGroup)) {
			throw new Problem('forbidden')
		}
		return { status: 201, data: showOrganisation(call.store.addOrganisation(input), call.person) }
	},

	updateOrganisation(call) {
		const organisation = organisationOf(call)
		Object.assign(organisation, readInput(call))
		call.store.save()
		return { data: showOrganisation(organisation, call.person) }
	},

	async deleteOrganisation(call) {
		const { id } = organisationOf(call)
		const documents = call.store.removeOrganisation(id)
		return { data: { documents, connector: await eraseAtConnector(call, id) } }
	},
}

/**
 * Erases what the connector holds, now or later.
 *
 * @param call the request, let through
 * @param id of the record
 */
async function eraseAtConnector(call: Call, id: string): Promise<'erased' | 'nothing-published' | 'unreachable'> {
	try {
		const { json } = await call.connector.ask('DELETE', `/organisations/${id}`)
		const erased = json as { needs?: number, supports?: number } | null
		return (erased?.needs ?? 0) + (erased?.supports ?? 0) > 0 ? 'erased' : 'nothing-published'
	} catch (error) {
		if (error instanceof Problem && (error.id === 'not-configured' || error.id === 'not-found')) {
			return 'nothing-published'
		}
		// Asked again when the connector is next reached.
		call.store.state.erasures.push(id)
		call.store.save()
		return 'unreachable'
	}
}
