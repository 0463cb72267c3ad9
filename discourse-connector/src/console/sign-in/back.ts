/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/**
 * Where to go after signing in: a page of the console and nothing else, whatever was asked for.
 *
 * @param asked below the console, such as `/records`
 */
export function backTo(asked: string | undefined): string {
	return asked !== undefined && /^(?:\/[\w.~-]+)*\/?$/.test(asked) && !asked.startsWith('/sign-') ? asked : ''
}
