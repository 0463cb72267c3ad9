/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { PackVersion } from '../contract/connector-input.ts'
import { staticPacks } from './static-packs.ts'

describe('static packs', () => {
	test('every pack is announced as the contract says, with the checksum and length of its bytes', () => {
		for (const { text, ...announced } of staticPacks()) {
			expect(PackVersion.parse(announced)).toEqual(announced)
			expect(announced.checksum).toBe(`sha256-${createHash('sha256').update(text, 'utf8').digest('hex')}`)
			expect(announced.bytes).toBe(new TextEncoder().encode(text).length)
		}
	})

	test('a pack says its own name and version beside its data', () => {
		for (const { name, version, text } of staticPacks()) {
			expect(JSON.parse(text)).toMatchObject({ name, version })
		}
		const [questionnaire] = staticPacks()
		expect(JSON.parse(questionnaire!.text)).toHaveProperty('questions.50.id')
	})

	test('two programs make the same bytes', () => {
		expect(staticPacks()).toEqual(staticPacks())
	})
})
