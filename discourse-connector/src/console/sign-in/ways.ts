/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { ConsoleParts } from '../parts.ts'

import { hashOf } from '../session/secret.ts'

/** The action under which sign-ins by the forum are noted. */
export const FORUM_SIGN_IN = 'sign-in-forum'

/** How people can sign in now. */
export interface Ways {
	/** By the forum: its address and the secret shared with it. */
	forum: { url: string, secret: string } | undefined
	/** By the operator's secret. */
	adminToken: string | undefined
}

/**
 * How people can sign in now. Once somebody came by the forum, the operator's secret does not let in any more.
 *
 * @param parts of the console
 */
export async function waysIn(parts: ConsoleParts): Promise<Ways> {
	const forum = forumWay(parts)
	const { kysely } = parts.database
	const isUsed = forum !== undefined && await kysely.selectFrom('action_log').select('id').where('action', '=', FORUM_SIGN_IN).limit(1).executeTakeFirst() !== undefined
	return { forum, adminToken: isUsed ? undefined : parts.adminToken }
}

/**
 * Hashes of the secrets that let people in: who came by one that was changed since is out.
 *
 * @param parts of the console
 */
export function credentialsOf(parts: ConsoleParts): string[] {
	return [parts.adminToken, forumWay(parts)?.secret].flatMap((secret) => secret === undefined ? [] : [hashOf(secret)])
}

function forumWay({ configuration: { forum } }: ConsoleParts): Ways['forum'] {
	return forum?.connectSecret === undefined ? undefined : { url: forum.url, secret: forum.connectSecret }
}
