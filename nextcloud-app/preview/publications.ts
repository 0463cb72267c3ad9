/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Call, Handler } from './call.ts'
import type { ConnectorAnswer } from './connector.ts'
import type { DocumentRow } from './store.ts'

import { createHash } from 'node:crypto'
import { z } from 'zod'
import { valid } from './call.ts'
import { documentOf } from './documents.ts'
import { Problem } from './problem.ts'

const PublicationText = z.object({ publication: z.string().max(100_000) })

/**
 * What an approval holds of a text.
 *
 * @param text any text
 */
function hashOf(text: string): string {
	return createHash('sha256').update(text, 'utf8').digest('hex')
}

/**
 * The words to publish, which must be the JSON text of an object.
 *
 * @param call the request, let through
 */
function readText(call: Call): string {
	const { publication } = valid(PublicationText, call.body)
	try {
		const value: unknown = JSON.parse(publication)
		if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
			return publication
		}
	} catch {
		// Answered below.
	}
	throw new Problem('invalid-input', { field: 'publication' })
}

/**
 * The words that were approved go out byte for byte. A first call creates, so that a repeated one after a lost
 * answer finds the same need; a later one corrects what the connector holds.
 *
 * @param call the request, let through
 * @param row as it is kept
 * @param text any text
 */
async function send(call: Call, row: Pick<DocumentRow, 'organisation' | 'stored'>, text: string): Promise<ConnectorAnswer> {
	const { organisation, stored: { id, publication } } = row
	const precondition: Record<string, string> = publication === null ? { 'If-None-Match': '*' } : { 'If-Match': publication.etag }
	return await call.connector.ask('PUT', `/needs/${id}`, { organisation, person: call.person.id, language: call.language, headers: precondition, body: text })
}

/** Handlers of what leaves the house, by operation. */
export const publicationHandlers: Record<string, Handler> = {
	approvePublication(call) {
		const text = readText(call)
		const { stored } = documentOf(call)
		stored.approval = { hash: hashOf(text), by: call.person.id, byName: call.person.displayName, at: new Date().toISOString() }
		call.store.save()
		return { data: stored }
	},

	revokeApproval(call) {
		const { stored } = documentOf(call)
		stored.approval = null
		call.store.save()
		return { data: stored }
	},

	async publish(call) {
		const text = readText(call)
		const { organisation, stored } = documentOf(call)
		const hash = hashOf(text)
		if (stored.approval?.hash !== hash) {
			throw new Problem('not-approved')
		}
		if (stored.publication?.status === 'published' && stored.publication.hash === hash) {
			return { data: stored }
		}
		const { etag } = await send(call, { organisation, stored }, text)
		stored.publication = { hash, text, etag, at: new Date().toISOString(), status: 'published' }
		call.store.save()
		return { data: stored }
	},

	async withdrawPublication(call) {
		const { organisation, stored } = documentOf(call)
		if (stored.publication === null) {
			throw new Problem('not-found')
		}
		if (stored.publication.status === 'published') {
			const { etag } = await call.connector.ask('POST', `/needs/${stored.id}/withdraw`, { organisation, person: call.person.id, language: call.language })
			stored.publication = { ...stored.publication, etag, status: 'withdrawn' }
			call.store.save()
		}
		return { data: stored }
	},
}
