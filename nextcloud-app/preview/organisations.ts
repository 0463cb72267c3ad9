/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Group, Member, MemberNames } from '@emancipasso/shared/contract/app-api'
import type { Call, Handler } from './call.ts'
import type { Person } from './people.ts'
import type { OrganisationRow } from './store.ts'

import { Organisation, OrganisationInput } from '@emancipasso/shared/contract/app-api'
import { organisationOf, roleOf, valid } from './call.ts'
import { repeatErasures } from './packs.ts'
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
	const groupNames = { members: groupName(row.membersGroup), managers: groupName(row.managersGroup), publishers: groupName(row.publishersGroup) }
	return Organisation.parse({ ...row, groupNames, role: { manager, publisher } })
}

/**
 * What people call a group, by its id where the cloud does not find it; empty when there is none.
 *
 * @param id of the group
 */
function groupName(id: string): string {
	return groups.find((group) => group.id === id)?.displayName ?? id
}

/**
 * Groups that a person may make an organisation of: those that they look after.
 *
 * @param person who asks
 */
export function groupsFor(person: Person): Group[] {
	return groups
		.filter(({ id }) => mayChoose(person, id))
		.map((group) => ({ ...group, members: people.filter((other) => other.groups.includes(group.id)).length }))
}

/**
 * Whether a person looks after a group.
 *
 * @param person who asks
 * @param group its id
 */
function mayChoose(person: Person, group: string): boolean {
	return person.admin || person.looksAfter.includes(group)
}

/**
 * The fields of an organisation. A group stays as it is, or is one that the person may choose.
 *
 * @param call the request, let through
 * @param present the organisation before, if there was one
 */
function readInput(call: Call, present?: OrganisationRow) {
	const input = valid(OrganisationInput, call.body)
	for (const field of ['membersGroup', 'managersGroup', 'publishersGroup'] as const) {
		const chosen = input[field]
		if (chosen === present?.[field]) {
			continue
		}
		if (!groups.some(({ id }) => id === chosen)) {
			throw new Problem('invalid-input', { field })
		}
		if (!mayChoose(call.person, chosen)) {
			throw new Problem('forbidden', { field })
		}
	}
	return { ...input, territory: input.territory ?? null, associationSize: input.associationSize ?? null }
}

/** Handlers of the organisations, by operation. */
export const organisationHandlers: Record<string, Handler> = {
	createOrganisation(call) {
		if (groupsFor(call.person).length === 0) {
			throw new Problem('forbidden')
		}
		return { status: 201, data: showOrganisation(call.store.addOrganisation(readInput(call)), call.person) }
	},

	updateOrganisation(call) {
		const organisation = organisationOf(call)
		// Each of its groups is one that exists, or was not lost.
		Object.assign(organisation, readInput(call, organisation), { lostAt: null })
		call.store.save()
		return { data: showOrganisation(organisation, call.person) }
	},

	async deleteOrganisation(call) {
		return { data: await eraseOrganisation(call, organisationOf(call)) }
	},

	members(call) {
		const organisation = organisationOf(call)
		const members = people.filter((person) => roleOf(person, organisation).member).map((person) => ({ id: person.id, displayName: person.displayName, manager: roleOf(person, organisation).manager }))
		return { data: { members: members.sort((a, b) => a.displayName.localeCompare(b.displayName, 'fr')) satisfies Member[] } }
	},

	memberNames(call) {
		const organisation = organisationOf(call)
		const members = people.filter((person) => roleOf(person, organisation).member)
		const names = [...new Set(members.map(({ displayName }) => displayName))]
		return { data: { names: names.sort((a, b) => a.localeCompare(b, 'fr')) } satisfies MemberNames }
	},
}

/**
 * Erases an organisation with everything that it wrote.
 *
 * @param call the request, let through
 * @param row as it is kept
 */
export async function eraseOrganisation(call: Call, row: OrganisationRow): Promise<{ documents: number, connector: 'erased' | 'nothing-published' | 'unreachable' }> {
	const { id, shared } = row
	const documents = call.store.removeOrganisation(id)
	return { documents, connector: shared ? await eraseAtConnector(call, id) : 'nothing-published' }
}

/**
 * Erases what the connector holds, now or when it is next reached.
 *
 * @param call the request, let through
 * @param id of the organisation
 */
async function eraseAtConnector(call: Call, id: string): Promise<'erased' | 'unreachable'> {
	call.store.state.erasures.push(id)
	call.store.save()
	try {
		await repeatErasures(call.store, call.connector)
		return 'erased'
	} catch {
		return 'unreachable'
	}
}
