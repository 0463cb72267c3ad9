/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { AdminSettings, ConnectorState, Start } from '@emancipasso/shared/contract/app-api'
import type { Call, Handler } from './call.ts'
import type { OrganisationRow, Store } from './store.ts'

import { groupRoles, Reassignment } from '@emancipasso/shared/contract/app-api'
import { z } from 'zod'
import { roleOf, valid } from './call.ts'
import { testConnection } from './connection-test.ts'
import { eraseOrganisation, groupsFor, showOrganisation } from './organisations.ts'
import { packCopies, refreshPacks, repeatErasures } from './packs.ts'
import { groups } from './people.ts'
import { Problem } from './problem.ts'

const Change = z.object({
	connectorUrl: z.string().max(500),
	allowedGroups: z.array(z.string()),
	token: z.string().max(200),
	leaveBehind: z.boolean(),
}).partial()

const MoveAnswer = z.object({ answer: z.enum(['original', 'copy']) })

/**
 * How the connector was when it was last asked.
 *
 * @param call the request, let through
 */
function connectorState(call: Pick<Call, 'store' | 'language'>): ConnectorState {
	const { settings, contact } = call.store.state
	return {
		configured: settings.connectorUrl !== '' && settings.token !== '',
		lastContact: contact.last,
		problem: contact.problem?.[call.language] ?? null,
		// The preview keeps everything in one file, which is copied without its host.
		moved: false,
	}
}

/**
 * What the first screen needs.
 *
 * @param call the request, let through
 */
export function showStart(call: Pick<Call, 'store' | 'person' | 'language'>): Start {
	const { person, store, language } = call
	return {
		user: { id: person.id, displayName: person.displayName, language, admin: person.admin },
		organisations: store.state.organisations.filter((row) => roleOf(person, row).member).map((row) => showOrganisation(row, person)),
		groups: groupsFor(person),
		connector: connectorState(call),
		packs: packCopies(store),
	}
}

/**
 * What an administrator must know of an organisation of which a group is gone.
 *
 * @param row as it is kept
 * @param store counts its documents
 */
function lostGroups(row: OrganisationRow, store: Store): AdminSettings['organisationsWithoutGroup'] {
	const missing = groupRoles.filter((role) => !exists(row[`${role}Group`]))
	const unreachable = missing.filter((role) => !isDeleted(row, role))
	return missing.length === 0 ? [] : [{ id: row.id, name: row.name, missing, unreachable, since: row.lostAt, documents: store.state.documents.filter(({ organisation }) => organisation === row.id).length }]
}

/**
 * Whether the cloud finds a group now.
 *
 * @param group its id
 */
function exists(group: string): boolean {
	return groups.some(({ id }) => id === group)
}

/**
 * Whether the cloud told that a group was deleted; one that cannot be found for another reason may come back.
 *
 * @param row as it is kept
 * @param role the right that the group gave
 */
function isDeleted(row: OrganisationRow, role: typeof groupRoles[number]): boolean {
	return row[`${role}Group`] === ''
}

/**
 * An organisation of which the group that managed it was deleted.
 *
 * @param call the request, let through
 * @throws {Problem} not-found, also for one that somebody manages
 */
function abandoned(call: Call): OrganisationRow {
	const row = call.store.organisation(call.parameters.organisation ?? '')
	if (!row || !isDeleted(row, 'managers')) {
		throw new Problem('not-found')
	}
	return row
}

/**
 * The settings without the token.
 *
 * @param call the request, let through
 */
export function showSettings(call: Pick<Call, 'store'>): AdminSettings {
	const { connectorUrl, token, allowedGroups } = call.store.state.settings
	return { connectorUrl, tokenSet: token !== '', moved: [], allowedGroups, organisationsWithoutGroup: call.store.state.organisations.flatMap((row) => lostGroups(row, call.store)) }
}

/**
 * Whether a text is an address of the web.
 *
 * @param text any text
 */
function isWebAddress(text: string): boolean {
	const { protocol, username, password, search, hash } = URL.canParse(text) ? new URL(text) : new URL('about:blank')
	return /^https?:$/.test(protocol) && [username, password, search, hash].every((part) => part === '')
}

/** Handlers of the first screen and of the administration, by operation. */
export const settingsHandlers: Record<string, Handler> = {
	start(call) {
		return { data: showStart(call) }
	},

	readSettings(call) {
		return { data: showSettings(call) }
	},

	writeSettings(call) {
		const { leaveBehind = false, ...change } = valid(Change, call.body)
		if (change.connectorUrl !== undefined && change.connectorUrl !== '' && !isWebAddress(change.connectorUrl)) {
			throw new Problem('invalid-input', { field: 'connectorUrl' })
		}
		if (change.allowedGroups?.some((id) => !groups.some((group) => group.id === id))) {
			throw new Problem('invalid-input', { field: 'allowedGroups' })
		}
		const { connectorUrl } = call.store.state.settings
		if (connectorUrl !== '' && change.connectorUrl !== undefined && change.connectorUrl !== connectorUrl && call.store.isKnownToConnector()) {
			if (!leaveBehind) {
				throw new Problem('left-behind', { field: 'connectorUrl' })
			}
			call.store.leaveConnector()
		}
		Object.assign(call.store.state.settings, Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)))
		call.store.save()
		return { data: showSettings(call) }
	},

	answerMove(call) {
		if (valid(MoveAnswer, call.body).answer === 'copy') {
			Object.assign(call.store.state.settings, { connectorUrl: '', token: '' })
			call.store.leaveConnector()
		}
		return { data: showSettings(call) }
	},

	reassignOrganisation(call) {
		const row = abandoned(call)
		const chosen = valid(Reassignment, call.body)
		const roles = groupRoles.filter((role) => chosen[role] !== undefined)
		for (const role of roles) {
			if (!exists(chosen[role]!)) {
				throw new Problem('invalid-input', { field: role })
			}
			if (call.person.groups.includes(chosen[role]!)) {
				throw new Problem('forbidden', { field: role })
			}
		}
		for (const role of roles.filter((one) => !isDeleted(row, one))) {
			throw new Problem('invalid-input', { field: role })
		}
		Object.assign(row, Object.fromEntries(roles.map((role) => [`${role}Group`, chosen[role]])))
		row.lostAt = groupRoles.some((role) => isDeleted(row, role)) ? row.lostAt : null
		call.store.save()
		return { data: showSettings(call) }
	},

	async purgeOrganisation(call) {
		return { data: await eraseOrganisation(call, abandoned(call)) }
	},

	async testConnection(call) {
		return { data: await testConnection(call.connector, call.language) }
	},

	async refreshPacks(call) {
		let complete = false
		try {
			complete = await refreshPacks(call.store, call.connector)
			await repeatErasures(call.store, call.connector)
		} catch (error) {
			if (!(error instanceof Problem)) {
				throw error
			}
			// The answer says how the connector is, and shows the copies that are there.
		}
		return { data: { packs: packCopies(call.store), connector: connectorState(call), complete } }
	},
}
