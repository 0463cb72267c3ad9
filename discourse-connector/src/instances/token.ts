/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { createHash, randomBytes } from 'node:crypto'

const START = 'emc_'
const PREFIX_LENGTH = 10

/** A token as it is shown once, and what is kept of it. */
export interface NewToken {
	token: string
	hash: string
	prefix: string
}

/** Makes a token of 256 random bits; only its hash is ever kept. */
export function makeToken(): NewToken {
	const token = START + randomBytes(32).toString('base64url')
	return { token, hash: hashToken(token), prefix: token.slice(0, PREFIX_LENGTH) }
}

/**
 * What a token is found by. It is random enough for a plain hash.
 *
 * @param token as it was sent
 */
export function hashToken(token: string): string {
	return createHash('sha256').update(token).digest('hex')
}
