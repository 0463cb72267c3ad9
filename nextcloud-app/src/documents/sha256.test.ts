/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { sha256 } from './sha256.ts'

describe('the hash of a text', () => {
	it.each([0, 1, 55, 56, 63, 64, 65, 119, 120, 1000])('is the one that the server computes, for %i characters', (length) => {
		const text = 'é'.repeat(length)
		expect(sha256(text)).toBe(createHash('sha256').update(text, 'utf8').digest('hex'))
	})
})
