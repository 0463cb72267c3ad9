/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Need } from '@emancipasso/shared/community/need'
import type { Stack } from '../support/stack.ts'

import { hostileTexts } from '@emancipasso/shared/community/testing/hostile-texts'
import { connectorApiBase } from '@emancipasso/shared/contract/connector-api'
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { publicationText } from '../contract/publication-text.ts'
import { startStack } from '../support/stack.ts'

/** In every text that is sent, so that it is found wherever it went. */
const canary = 'canaricanari'
const needs = new Map<string, number>()
let stack: Stack

/** Sends a text in every part of a need that is free, as far as its limits let it. */
async function send(hostile: string): Promise<void> {
	const id = randomUUID()
	const publication = JSON.parse(publicationText()) as object
	const response = await fetch(`${stack.connector}${connectorApiBase}/needs/${id}`, {
		method: 'PUT',
		headers: {
			Authorization: `Bearer ${stack.instanceToken}`,
			'Emancipasso-Instance': 'cloud-of-the-tests',
			'Emancipasso-Organisation': 'organisation-of-the-tests',
			'Content-Type': 'application/json',
			'If-None-Match': '*',
		},
		body: JSON.stringify({
			...publication,
			title: `${canary} ${hostile}`.slice(0, 140),
			sections: [{ id: 'problem', text: `Un début bien assez long, ${canary}. ${hostile}`.slice(0, 3900) }],
			toolsConcerned: [`${canary} ${hostile}`.slice(0, 70)],
			signature: { choice: 'name', text: `${canary} ${hostile}`.slice(0, 110) },
		}),
	})
	await response.arrayBuffer()
	needs.set(id, response.status)
}

beforeAll(async () => {
	stack = await startStack({ preview: false, env: { LOG_LEVEL: 'trace', HELD_PUBLICATIONS: '0' } })
	for (const hostile of Object.values(hostileTexts)) {
		await send(hostile)
	}
})

afterAll(async () => await stack?.close())

test('each hostile text is taken or refused in order, and never breaks the connector', () => {
	expect([...new Set(needs.values())].sort()).toEqual([201, 422])
	expect([...needs.values()].filter((status) => status === 201).length).toBeGreaterThan(40)
})

test('what people wrote reaches no line of the log, and every line is one JSON object', () => {
	const log = readFileSync(join(stack.world.folder, 'connector.log'), 'utf8')
	const lines = log.split('\n').filter((line) => line.startsWith('{'))
	expect(lines.length).toBeGreaterThan(needs.size)
	expect(lines.every((line) => typeof JSON.parse(line) === 'object')).toBe(true)
	expect(log).not.toContain(canary)
	expect(log).not.toContain(stack.instanceToken)
})

test('what the operator reads in a terminal moves no cursor and forges no line', async () => {
	const ids = [...needs].filter(([, status]) => status === 201).map(([id]) => id)
	const shown = await stack.command('needs', 'show', ...ids)
	expect(shown).toContain(canary)
	expect(shown).not.toMatch(/[\p{Cc}\p{Bidi_Control}](?<!\n)/u)
})

test('what other clouds read is data of the contract, with the words as they were sent', async () => {
	const [id] = [...needs].find(([, status]) => status === 201)!
	const response = await fetch(`${stack.connector}${connectorApiBase}/needs/${id}`, { headers: { Authorization: `Bearer ${stack.instanceToken}`, 'Emancipasso-Instance': 'cloud-of-the-tests' } })
	expect(response.headers.get('content-type')).toMatch(/^application\/json/)
	expect(response.headers.get('x-content-type-options')).toBe('nosniff')
	expect((await response.json() as Need).publication.title).toContain(canary)
})
