/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** 256 random bits for a browser or a form. */
export function makeSecret(): string {
	return randomBytes(32).toString('base64url')
}

/**
 * What is kept of a secret. It is random enough for a plain hash.
 *
 * @param secret as it was sent
 */
export function hashOf(secret: string): string {
	return createHash('sha256').update(secret).digest('hex')
}

/**
 * Whether two texts are the same, in a time that tells nothing about them.
 *
 * @param given by somebody
 * @param expected known only here
 */
export function isSame(given: string, expected: string): boolean {
	return timingSafeEqual(createHash('sha256').update(given).digest(), createHash('sha256').update(expected).digest())
}
