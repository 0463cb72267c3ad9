/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { AccessFault } from './access-faults.ts'
import type { ForumClient } from './client.ts'

import { z } from 'zod'
import { readBot } from './categories.ts'
import { ForumFailure } from './outcome.ts'
import { KeyScopes } from './replies.ts'
import { missingScopes } from './scopes.ts'

const Profile = z.looseObject({ user: z.looseObject({ suspended_till: z.string().nullish() }) })

const ShownCategory = z.looseObject({ category: z.looseObject({ permission: z.number().nullish() }) })

/** What a forum says of a key. */
export interface KeyTest {
	fault: AccessFault | null
	/** Of the key; none is no limit. */
	scopes: readonly string[]
}

/**
 * Asks the forum what the key may do. Every key may ask that, so a refusal means the key itself or its account.
 *
 * @param client of the forum
 * @throws {ForumFailure} when the forum does not answer
 */
export async function testKey(client: ForumClient): Promise<KeyTest> {
	try {
		const scopes = await client.request({ method: 'GET', path: '/session/scopes.json' }, KeyScopes)
		const missing = missingScopes(scopes)
		return { fault: missing.length > 0 ? { kind: 'scope-missing', scopes: missing } : null, scopes }
	} catch (error) {
		if (isKind(error, 'forbidden')) {
			return { fault: await whyRefused(client), scopes: [] }
		}
		if (isKind(error, 'not-found')) {
			return { fault: null, scopes: [] }
		}
		throw error
	}
}

/**
 * Asks whether the bot may still moderate.
 *
 * @param client of the forum
 * @throws {ForumFailure} when the forum does not answer
 */
export async function testBot(client: ForumClient): Promise<AccessFault | null> {
	try {
		const { staff, username } = await readBot(client)
		return staff ? null : { kind: 'bot-not-staff', username }
	} catch (error) {
		// A narrow key may not ask.
		if (isKind(error, 'forbidden') || isKind(error, 'not-found')) {
			return null
		}
		throw error
	}
}

/**
 * Asks whether topics can be created in a category.
 *
 * @param client of the forum
 * @param category its number
 * @param variable where the operator wrote it
 * @param scopes of the key, for what it may not ask
 * @throws {ForumFailure} when the forum does not answer
 */
export async function testCategory(client: ForumClient, category: number, variable: string, scopes: readonly string[]): Promise<AccessFault | null> {
	try {
		const shown = await client.request({ method: 'GET', path: `/c/${category}/show.json` }, ShownCategory)
		const { permission } = shown.category
		// Where the forum says nothing of rights, nothing is known against it.
		return permission === undefined || permission === 1 ? null : { kind: 'category-closed', variable, category, username: client.username }
	} catch (error) {
		const mayAsk = scopes.length === 0 || scopes.includes('global:read') || scopes.includes('categories:show')
		if (isKind(error, 'not-found') || isKind(error, 'deleted') || (isKind(error, 'forbidden') && mayAsk)) {
			return { kind: 'category-missing', variable, category }
		}
		if (isKind(error, 'forbidden')) {
			return null
		}
		throw error
	}
}

/**
 * A forum refuses a wrong key and a suspended account in the same words; the account's public page tells them apart.
 *
 * @param client of the forum
 */
async function whyRefused(client: ForumClient): Promise<AccessFault> {
	const { username } = client
	try {
		const { user } = await client.request({ method: 'GET', path: `/u/${encodeURIComponent(username)}.json`, anonymous: true }, Profile)
		return user.suspended_till ? { kind: 'bot-suspended', username } : { kind: 'key-refused' }
	} catch (error) {
		if (isKind(error, 'not-found') || isKind(error, 'deleted')) {
			return { kind: 'bot-unknown', username }
		}
		if (isKind(error, 'forbidden') || isKind(error, 'unreadable')) {
			return { kind: 'access-refused', username }
		}
		throw error
	}
}

function isKind(error: unknown, kind: ForumFailure['kind']): boolean {
	return error instanceof ForumFailure && error.kind === kind
}
