/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Language } from '@emancipasso/shared/language/localised-text'
import type { z } from 'zod'
import type { Connector } from './connector.ts'
import type { Person } from './people.ts'
import type { OrganisationRow, Store } from './store.ts'

import { groups } from './people.ts'
import { Problem } from './problem.ts'

/** A request that was let through, with what its handler may need. */
export interface Call {
	store: Store
	connector: Connector
	person: Person
	language: Language
	parameters: Record<string, string>
	query: unknown
	body: unknown
}

/** What a handler answers; 200 when it says no status. */
export interface Answer {
	status?: number
	data: unknown
}

export type Handler = (call: Call) => Answer | Promise<Answer>

/** What a person may do for an organisation. */
export interface Role {
	member: boolean
	manager: boolean
	publisher: boolean
}

/**
 * What the groups of a person allow.
 *
 * @param person who asks
 * @param organisation one that is kept
 */
export function roleOf(person: Person, organisation: OrganisationRow): Role {
	const isIn = (group: string) => person.groups.includes(group) && groups.some(({ id }) => id === group)
	const manager = isIn(organisation.managersGroup)
	const publisher = isIn(organisation.publishersGroup)
	return { manager, publisher, member: manager || publisher || isIn(organisation.membersGroup) }
}

/**
 * @param schema of the contract
 * @param value from the request
 * @throws {Problem} invalid-input with the path of the first faulty field
 */
export function valid<Schema extends z.ZodType>(schema: Schema, value: unknown): z.infer<Schema> {
	const result = schema.safeParse(value)
	if (result.success) {
		return result.data
	}
	throw new Problem('invalid-input', { field: result.error.issues[0]?.path.join('.') ?? '' })
}

/**
 * The organisation of the path. That it exists and the person belongs to it was checked before.
 *
 * @param call the request, let through
 */
export function organisationOf(call: Call): OrganisationRow {
	const organisation = call.store.organisation(call.parameters.organisation ?? '')
	if (organisation === undefined || !roleOf(call.person, organisation).member) {
		throw new Problem('not-found')
	}
	return organisation
}
