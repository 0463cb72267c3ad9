/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Outcome } from '../route.ts'
import type { StaffVisit } from '../visit.ts'

import { sql } from 'kysely'
import { isInternalAddress } from '../../forum/setup/address.ts'
import { ownClients } from '../../forum/setup/connect.ts'
import { isUsable } from '../../forum/setup/finding.ts'
import { checkForum } from '../../forum/setup/setup.ts'
import { readMapping } from '../../sync/topics/mapping.ts'
import { forumClientOf } from './clients.ts'

/** POST /forum/check */
export async function checkNow({ parts, session }: StaffVisit): Promise<Outcome> {
	const { configuration: { forum, publicUrl }, database } = parts
	const client = forumClientOf(parts)
	if (forum === undefined || client === undefined) {
		return { to: '/forum', trouble: true, text: { fr: 'Aucun forum n’est configuré.', en: 'No forum is configured.' } }
	}
	const clientWith = (apiKey: string, apiUsername: string) => client.as({ apiKey, apiUsername }).probing()
	const findings = await checkForum({ admin: null, ...ownClients(clientWith, forum, forum.reader ?? { apiKey: undefined, apiUsername: '' }) }, {
		publicUrl,
		isInternal: publicUrl !== undefined && await isInternalAddress(publicUrl),
		botUsername: forum.apiUsername,
		language: forum.language,
		callsPerMinute: forum.callsPerMinute,
		categories: (await readMapping(database.kysely, forum)).categories,
		webhookSecrets: forum.webhookSecrets,
		keepsSecrets: false,
		journal: forum.reader !== undefined,
	})
	const values = { who: session.who, at: sql<Date>`now()`, findings: JSON.stringify(findings) }
	await database.kysely.insertInto('console_forum_check').values({ id: 1, ...values }).onConflict((conflict) => conflict.column('id').doUpdateSet(values)).execute()
	return isUsable(findings)
		? { to: '/forum', target: '', text: { fr: 'Le forum a été contrôlé : le connecteur peut travailler.', en: 'The forum was checked: the connector can work.' } }
		: { to: '/forum', target: '', trouble: true, text: { fr: 'Le forum a été contrôlé : quelque chose empêche le connecteur de travailler.', en: 'The forum was checked: something keeps the connector from its work.' } }
}
