/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { afterEach, describe, expect, it, vi } from 'vitest'
import { fakeServer, storedDocument } from '../testing/fake-server.ts'
import { listContents } from './document-api.ts'

const documents = ['a', 'b', 'c'].map((id) => ({ ...storedDocument({ word: id }), id, kind: 'diagnosis' as const }))

afterEach(() => vi.unstubAllGlobals())

describe('all documents of a kind with their content', () => {
	/** A server whose list leaves out the contents after the first one, as it does where they are too much for one answer. */
	function serve(gone?: string) {
		return fakeServer(({ path }) => {
			if (path.includes('?')) {
				return { status: 200, data: { documents: documents.map(({ document, ...line }, at) => ({ ...line, ...at === 0 ? { document } : {} })) } }
			}
			const found = documents.find(({ id }) => path.endsWith(`/${id}`))!
			return found.id === gone ? { status: 404, data: { problem: 'not-found', message: 'Gone' } } : { status: 200, data: found }
		})
	}

	it('are whole, also those that are too much for one answer', async () => {
		const server = serve()
		expect((await listContents('org', 'diagnosis')).map(({ document }) => document)).toEqual([{ word: 'a' }, { word: 'b' }, { word: 'c' }])
		expect(server.seen.map(({ path }) => path)).toEqual([expect.stringContaining('content=true'), '/organisations/org/documents/b', '/organisations/org/documents/c'])
	})

	it('go without one that was deleted in between', async () => {
		serve('b')
		expect((await listContents('org', 'diagnosis')).map(({ id }) => id)).toEqual(['a', 'c'])
	})
})
