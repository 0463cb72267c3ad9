/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Start } from '@emancipasso/shared/contract/app-api'
import type { Answer } from '../testing/fake-server.ts'

import { afterEach, describe, expect, it, vi } from 'vitest'
import { useStart } from '../shell/use-start.ts'
import { fakeServer, storedDocument } from '../testing/fake-server.ts'
import { openDocument } from './open-document.ts'

const stored = storedDocument({})
const missing: Answer = { status: 404, data: { problem: 'not-found', message: 'This was not found.' } }

/**
 * A user of some organisations, the first of them chosen, on a server that answers for each of them.
 *
 * @param answers by id of the organisation
 */
function user(answers: Record<string, Answer>) {
	const ids = Object.keys(answers)
	useStart().start.value = { organisations: ids.map((id) => ({ id, name: `The ${id}` })) } as object as Start
	useStart().choose(ids[0]!)
	return fakeServer(({ path }) => answers[path.split('/')[2]!]!)
}

const open = () => openDocument(useStart().organisation.value!.id, stored.id)

describe('a link to a document', () => {
	afterEach(() => vi.unstubAllGlobals())

	it('opens it in the chosen organisation and asks nobody else', async () => {
		const { seen } = user({ friends: { status: 200, data: stored }, choir: missing })
		expect(await open()).toEqual(stored)
		expect(seen).toHaveLength(1)
	})

	it('chooses the organisation that holds it, and says so', async () => {
		user({ friends: missing, choir: { status: 200, data: stored }, garden: missing })
		await expect(open()).rejects.toThrow('This belongs to The choir.')
		expect(useStart().organisation.value?.id).toBe('choir')
		expect(await open()).toEqual(stored)
	})

	it('leaves the user in the organisation that they chose while it was looked for', async () => {
		user({ friends: missing, choir: { status: 200, data: stored }, garden: missing })
		const opening = open()
		useStart().choose('garden')
		await expect(opening).rejects.toThrow('This belongs to The choir.')
		expect(useStart().organisation.value?.id).toBe('garden')
	})

	it('says as before that it is not found when none of them holds it', async () => {
		user({ friends: missing, choir: missing })
		await expect(open()).rejects.toThrow(/^This was not found\.$/)
		expect(useStart().organisation.value?.id).toBe('friends')
	})

	it('says to choose the other organisation when there are too many to look in, or one does not answer', async () => {
		const many = user(Object.fromEntries(Array.from({ length: 8 }, (_, at) => [`org-${at}`, missing])))
		await expect(open()).rejects.toThrow('another of your organisations')
		expect(many.seen).toHaveLength(1)
		user({ friends: missing, choir: { status: 500 } })
		await expect(open()).rejects.toThrow('another of your organisations')
	})

	it('says nothing of other organisations to a user of one, nor when the server is out of order', async () => {
		user({ friends: missing })
		await expect(open()).rejects.toThrow(/^This was not found\.$/)
		user({ friends: { status: 500, message: 'Out of order.' }, choir: { status: 200, data: stored } })
		await expect(open()).rejects.toThrow('Out of order.')
		expect(useStart().organisation.value?.id).toBe('friends')
	})
})
