/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Call, Handler } from './call.ts'
import type { DocumentRow } from './store.ts'

import { Need } from '@emancipasso/shared/community/need'
import { NeedErasure } from '@emancipasso/shared/community/need-erasure'
import { createHash } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import { valid } from './call.ts'
import { documentOf } from './documents.ts'
import { Problem } from './problem.ts'

const PublicationText = z.object({ publication: z.string().max(100_000) })

const erased = { fr: 'Ce besoin a été effacé, pour de bon. Pour redemander, écrivez un nouveau besoin.', en: 'This need was erased, for good. To ask again, write a new need.' }
const withdrawn = { fr: 'Ce besoin a été retiré : son sujet sur le forum est fermé. Pour redemander, écrivez un nouveau besoin.', en: 'This need was withdrawn: its topic on the forum is closed. To ask again, write a new need.' }

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
 * The document of the path, which must be a need: nothing else leaves.
 *
 * @param call the request, let through
 */
function needOf(call: Call): DocumentRow {
	const row = documentOf(call)
	if (row.stored.kind !== 'need') {
		throw new Problem('invalid-input', { field: 'kind' })
	}
	return row
}

/**
 * Withdraws a need.
 *
 * @param call the request, let through
 * @param organisation that published it
 * @param id of the need
 * @return its ETag; null when the connector has no such need, were it somebody else's, so that nothing is left to withdraw
 */
async function withdraw(call: Call, organisation: string, id: string): Promise<string | null> {
	return await unlessUnknown(call, organisation, id, async () => (await call.connector.ask('POST', `/needs/${id}/withdraw`, { organisation, person: call.person.id, language: call.language })).etag)
}

/**
 * Does something with a need of which it is not certain that the connector has it.
 *
 * @param call the request, let through
 * @param organisation that published it
 * @param id of the need
 * @param action what to do
 * @return what the action gives; null when the connector has no such need, were it somebody else's
 */
async function unlessUnknown<Result>(call: Call, organisation: string, id: string, action: () => Promise<Result>): Promise<Result | null> {
	try {
		return await action()
	} catch (error) {
		const isUnknown = error instanceof Problem && error.id === 'not-found' && (await call.connector.send('GET', `/needs/${id}`, { organisation })).problem === 'not-found'
		if (!isUnknown) {
			throw error
		}
		return null
	}
}

/**
 * The words that were approved go out byte for byte. A first call creates, a later one corrects what the connector
 * holds; when that is no longer what was sent last, the very words may be there already, from a call whose answer was
 * lost, or somebody changed it, and a person has to read and approve again.
 *
 * @param call the request, let through
 * @param row as it is kept
 * @param text any text
 * @return the ETag of the need
 */
async function send(call: Call, row: DocumentRow, text: string): Promise<string> {
	const { organisation, stored } = row
	const voice = { organisation, person: call.person.id, language: call.language }
	const precondition: Record<string, string> = stored.publication === null ? { 'If-None-Match': '*' } : { 'If-Match': stored.publication.etag }
	call.store.markShared(organisation)
	try {
		return (await call.connector.ask('PUT', `/needs/${stored.id}`, { ...voice, headers: precondition, body: text })).etag
	} catch (error) {
		if (!(error instanceof Problem) || error.id !== 'stale') {
			throw error
		}
	}
	const { etag, json } = await call.connector.ask('GET', `/needs/${stored.id}`, voice)
	const { publication, status } = Need.pick({ publication: true, status: true }).parse(json)
	if (isDeepStrictEqual(publication, JSON.parse(text)) && status !== 'withdrawn') {
		return etag
	}
	const outside = JSON.stringify(publication)
	stored.approval = null
	stored.publication = { hash: hashOf(outside), text: outside, etag, at: new Date().toISOString(), status: status === 'withdrawn' ? status : 'published' }
	call.store.save()
	throw new Problem('stale')
}

/** Handlers of what leaves the house, by operation. */
export const publicationHandlers: Record<string, Handler> = {
	approvePublication(call) {
		const { stored } = needOf(call)
		stored.approval = { hash: hashOf(readText(call)), by: call.person.id, byName: call.person.displayName, at: new Date().toISOString() }
		call.store.save()
		return { data: stored }
	},

	revokeApproval(call) {
		const { stored } = needOf(call)
		stored.approval = null
		call.store.save()
		return { data: stored }
	},

	async publish(call) {
		const row = needOf(call)
		const text = readText(call)
		const { stored } = row
		const hash = hashOf(text)
		if (stored.approval?.hash !== hash) {
			throw new Problem('not-approved')
		}
		if (stored.publication?.status === 'published' && stored.publication.hash === hash) {
			return { data: stored }
		}
		if (stored.publication?.status === 'withdrawn') {
			throw new Problem('connector-refused', { sentence: withdrawn })
		}
		if (stored.publication?.status === 'erased') {
			throw new Problem('connector-refused', { sentence: erased })
		}
		const etag = await send(call, row, text)
		stored.publication = { hash, text, etag, at: new Date().toISOString(), status: 'published' }
		call.store.save()
		return { data: stored }
	},

	async withdrawPublication(call) {
		const { organisation, stored } = needOf(call)
		if (stored.publication === null) {
			throw new Problem('not-found')
		}
		if (stored.publication.status === 'published') {
			const etag = await withdraw(call, organisation, stored.id)
			stored.publication = etag === null ? null : { ...stored.publication, etag, status: 'withdrawn' }
			call.store.save()
		}
		return { data: stored }
	},

	async erasePublication(call) {
		const { organisation, stored } = needOf(call)
		if (stored.publication === null) {
			throw new Problem('not-found')
		}
		const answer = await unlessUnknown(call, organisation, stored.id, async () => NeedErasure.parse((await call.connector.ask('DELETE', `/needs/${stored.id}`, { organisation, person: call.person.id, language: call.language })).json))
		stored.publication = answer === null ? null : { ...stored.publication, status: 'erased' }
		stored.approval = answer === null ? stored.approval : null
		call.store.save()
		return { data: { document: stored, erasure: answer ?? { topic: 'none' } } }
	},
}
