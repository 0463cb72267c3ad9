/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { ForumClient } from '../client.ts'
import type { Finding } from './finding.ts'
import type { Check, Step } from './situation.ts'

import { ForumFailure } from '../outcome.ts'
import { Nothing } from '../replies.ts'
import { sweepQuery } from '../sweep-query.ts'
import { places } from './places.ts'
import { Queries } from './replies.ts'

/** Recent forums moved the plugin; a redirect is not followed, so both addresses are tried. */
const ADDRESSES = ['/admin/plugins/discourse-data-explorer/queries.json', '/admin/plugins/explorer/queries.json'] as const

const fine = explorer('ok', `La requête « ${sweepQuery.name} » de Data Explorer est là.`, `The query “${sweepQuery.name}” of Data Explorer is there.`)

const absent = explorer('ok', 'Data Explorer n’est pas allumé ; le connecteur s’en passe, avec quelques appels de plus.', 'Data Explorer is not on; the connector does without it, with some more calls.')

/** Whether one question tells what changed, in place of a call for each topic. A forum can do without. */
export const checkExplorer: Check = async ({ admin, reader }): Promise<Step[]> => {
	const client = admin ?? reader
	if (client === null) {
		return []
	}
	for (const path of ADDRESSES) {
		const names = await namesAt(client, path)
		if (names !== null) {
			return [names.includes(sweepQuery.name) ? { finding: fine } : making(admin, path)]
		}
	}
	return [{ finding: absent }]
}

async function namesAt(client: ForumClient, path: string): Promise<string[] | null> {
	try {
		const { queries } = await client.request({ method: 'GET', path }, Queries)
		return queries.map(({ name }) => name)
	} catch (error) {
		if (error instanceof ForumFailure && ['not-found', 'forbidden', 'unreadable'].includes(error.kind)) {
			return null
		}
		throw error
	}
}

function making(admin: ForumClient | null, path: string): Step {
	const byHand = { ...explorer('by-hand', `La requête « ${sweepQuery.name} » de Data Explorer peut être ajoutée (docs/forum-admin.md) : le connecteur retrouve alors en un appel ce qu’il a manqué.`, `The query “${sweepQuery.name}” of Data Explorer can be added (docs/forum-admin.md): the connector then finds in one call what it missed.`), place: places.explorer }
	return admin === null
		? { finding: byHand }
		: {
				finding: explorer('open', `La requête « ${sweepQuery.name} » sera ajoutée à Data Explorer.`, `The query “${sweepQuery.name}” will be added to Data Explorer.`),
				otherwise: byHand,
				mend: async () => {
					await admin.request({ method: 'POST', path, body: { query: sweepQuery } }, Nothing)
					return explorer('done', `La requête « ${sweepQuery.name} » a été ajoutée à Data Explorer.`, `The query “${sweepQuery.name}” was added to Data Explorer.`)
				},
			}
}

function explorer(mark: Finding['mark'], fr: string, en: string): Finding {
	return { id: 'explorer', mark, blocks: false, sentence: { fr, en } }
}
