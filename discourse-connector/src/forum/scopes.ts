/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/** The scope that allows a call where `global:read` does not. Redirects of external ids are in none on older forums. */
const SCOPES: readonly (readonly [call: RegExp, scope: string])[] = [
	[/^GET /, 'global:read'],
	[/^POST \/posts\.json$/, 'topics:write'],
	[/^PUT \/posts\/\d+\.json$/, 'posts:edit'],
	[/^DELETE \/posts\/\d+\.json$/, 'posts:delete'],
	[/^PUT \/posts\/\d+\/revisions\//, 'revisions:modify'],
	[/^PUT \/t\/\d+\/status\.json$/, 'topics:status'],
	[/^PUT \/t\/-\/\d+\.json$/, 'topics:update'],
]

/** Without these there is nothing to do; every forum knows them. */
const NEEDED: readonly string[] = ['global:read', 'topics:write', 'topics:update', 'posts:edit']

/** What the key of the bot's account may do: what it must, and what it shall where the forum knows that. */
export const botScopes = {
	needed: NEEDED,
	wanted: SCOPES.map(([, scope]) => scope).filter((scope) => !NEEDED.includes(scope)),
} as const

/**
 * The scopes without which the connector cannot work, and that a key does not have.
 *
 * @param scopes of the key; none is no limit
 */
export function missingScopes(scopes: readonly string[]): string[] {
	return scopes.length === 0 ? [] : NEEDED.filter((scope) => !scopes.includes(scope))
}

/**
 * The scope that a refused call may have lacked.
 *
 * @param scopes of the key; none is no limit
 * @param call method and path
 * @return undefined when the refusal has another reason
 */
export function scopeLackedBy(scopes: readonly string[], call: string): string | undefined {
	const needed = SCOPES.find(([pattern]) => pattern.test(call))?.[1]
	return scopes.length === 0 || needed === undefined || scopes.includes(needed) ? undefined : needed
}
