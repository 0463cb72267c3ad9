/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Fields } from './oracle.ts'

import { expect, it } from 'vitest'
import { leastCalls, pagesToWatermark } from './oracle.ts'

const topic: Fields = { title: 'Quel agenda ?', body: 'Nous sommes douze.', category: 6, tags: ['fr', 'published'], closed: false, visible: true }

it('counts one write and one read for a creation, and the same for one part that changed', () => {
	expect(leastCalls({ creations: 1000 }, '2.9')).toBe(2000)
	expect(leastCalls({ changes: [{ before: topic, after: { ...topic, title: 'Quel calendrier ?', category: 5 } }] }, '2026')).toBe(2)
	expect(leastCalls({ changes: [{ before: topic, after: { ...topic, body: 'Nous sommes treize.' } }] }, '2026')).toBe(2)
})

it('counts a write for each part: the topic, its text, and each status', () => {
	expect(leastCalls({ changes: [{ before: topic, after: { ...topic, title: 'Quel calendrier ?', body: 'Nous sommes treize.', closed: true } }] }, '3.1')).toBe(4)
})

it('counts nothing for a record that came back to what the forum has, in whatever order its tags are', () => {
	expect(leastCalls({ changes: [{ before: topic, after: { ...topic, tags: ['published', 'fr'] } }] }, '2026')).toBe(0)
})

it('counts the pages of a list up to the first old row, by the page that each generation gives', () => {
	expect([0, 29, 30, 99, 100].map((rows) => pagesToWatermark(rows, '3.1'))).toEqual([1, 1, 2, 4, 4])
	expect([0, 29, 30, 99, 100].map((rows) => pagesToWatermark(rows, '2026'))).toEqual([1, 1, 1, 1, 2])
})

it('counts the whole journal where a forum cannot show its failures alone', () => {
	expect(leastCalls({ read: 3, detection: { deliveries: 120, failed: 3 } }, '2.9')).toBe(6)
	expect(leastCalls({ read: 3, detection: { deliveries: 120, failed: 3 } }, '2026')).toBe(4)
})
