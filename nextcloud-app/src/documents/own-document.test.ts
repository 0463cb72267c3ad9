/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { afterEach, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { documentCloud } from '../testing/document-cloud.ts'
import { fakeServer } from '../testing/fake-server.ts'
import { ownDocumentId } from './own-document-id.ts'
import { openOwn } from './own-document.ts'

afterEach(() => vi.unstubAllGlobals())

it('is found by everybody of an organisation, and by nobody of another one', () => {
	const ids = [ownDocumentId('org', 'inventory'), ownDocumentId('org', 'plan'), ownDocumentId('other', 'inventory')]
	expect(new Set(ids).size).toBe(3)
	expect(ids.filter((id) => !z.uuid().safeParse(id).success)).toEqual([])
	expect(ownDocumentId('org', 'inventory')).toBe(ids[0])
})

it('is one document, whoever opens it first', async () => {
	const cloud = documentCloud()
	fakeServer(cloud.route)
	const start = { title: 'Our tools', document: { schemaVersion: 1, lines: {} } }
	const first = await openOwn('org', 'inventory', start)
	cloud.changeByOther(first.id, { lines: { a: { use: 'chat', tool: 'slack', position: 1 } } })
	const second = await openOwn('org', 'inventory', start)
	expect(second.document.lines).toEqual({ a: { use: 'chat', tool: 'slack', position: 1 } })
	expect(cloud.all('inventory')).toHaveLength(1)
})
