/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { ForumClient } from '../client.ts'
import type { Finding } from './finding.ts'
import type { ForumClients, RepairTools } from './situation.ts'

import { ForumFailure } from '../outcome.ts'
import { CurrentUser } from '../replies.ts'
import { places } from './places.ts'

/** The account that administers every forum; a key for all users can act as it. */
export const SYSTEM = 'system'

const refused: Finding = { id: 'admin-key', mark: 'problem', blocks: true, place: places.keys, sentence: { fr: 'Le forum refuse cette clé. Si elle appartient à un seul compte, dites lequel avec --as NOM ; sinon elle est révoquée, mal copiée, ou n’est pas permise depuis cette adresse.', en: 'The forum refuses this key. If it belongs to one account, say which with --as NAME; otherwise it was revoked, was copied wrongly, or is not allowed from this address.' } }

const notAdmin: Finding = { id: 'admin-key', mark: 'problem', blocks: true, place: places.keys, sentence: { fr: 'Cette clé n’est pas celle d’un administrateur du forum : elle ne peut ni voir ses paramètres ni rien y préparer. « forum check » se contente de la clé du connecteur.', en: 'This key is not that of an admin of the forum: it can neither see its settings nor prepare anything. “forum check” makes do with the connector’s key.' } }

/**
 * Finds out whose key it is.
 *
 * @param clientWith makes a client
 * @param apiKey given by the operator
 * @param usernames to try in turn
 * @return an admin's client, or why there is none
 * @throws {ForumFailure} when the forum cannot be asked
 */
export async function connectAdmin(clientWith: RepairTools['clientWith'], apiKey: string, usernames: readonly string[]): Promise<ForumClient | Finding> {
	let isKnown = false
	for (const apiUsername of usernames) {
		const client = clientWith(apiKey, apiUsername)
		try {
			const { current_user: user } = await client.request({ method: 'GET', path: '/session/current.json' }, CurrentUser)
			isKnown = true
			if (user.admin) {
				return client
			}
		} catch (error) {
			if (!(error instanceof ForumFailure) || !['forbidden', 'not-found'].includes(error.kind)) {
				throw error
			}
		}
	}
	return isKnown ? notAdmin : refused
}

/**
 * The connector's own keys, as far as there are any.
 *
 * @param clientWith makes a client
 * @param bot its key and account
 * @param reader the same of the key that reads what only admins see
 */
export function ownClients(clientWith: RepairTools['clientWith'], bot: Account, reader: Account): Pick<ForumClients, 'bot' | 'reader'> {
	return { bot: clientOf(clientWith, bot), reader: clientOf(clientWith, reader) }
}

interface Account { apiKey: string | undefined, apiUsername: string }

function clientOf(clientWith: RepairTools['clientWith'], { apiKey, apiUsername }: Account): ForumClient | null {
	return apiKey === undefined || apiKey === '' ? null : clientWith(apiKey, apiUsername)
}
