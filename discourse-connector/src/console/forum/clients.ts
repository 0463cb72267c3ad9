/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { ConsoleParts } from '../parts.ts'

import { ForumClient } from '../../forum/client.ts'

/**
 * Calls the forum for somebody who looks at a page, within the budget of all processes.
 *
 * @param parts of the console
 * @return undefined without a forum
 */
export function forumClientOf(parts: ConsoleParts): ForumClient | undefined {
	const { configuration: { forum }, gate } = parts
	return forum && new ForumClient({ url: forum.url, apiKey: forum.apiKey, apiUsername: forum.apiUsername, timeoutMs: 10_000, ...(gate === undefined ? {} : { gate }) })
}
