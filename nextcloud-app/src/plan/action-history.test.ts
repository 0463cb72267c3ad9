/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { HistoryEntry } from '@emancipasso/shared/contract/app-documents'
import type { JsonObject } from '../documents/merge-patch.ts'

import { newAction } from '@emancipasso/shared/plan/new-action'
import { describe, expect, it } from 'vitest'
import { actionSaves } from './action-history.ts'

/**
 * A history as the server answers it, newest first.
 *
 * @param patches oldest first
 * @param first revision of the oldest
 */
const history = (patches: JsonObject[], first = 1): HistoryEntry[] => patches.map((patch, at) => ({ revision: first + at, at: `2026-11-0${at + 1}T10:00:00.000Z`, byName: 'Camille', patch })).toReversed()
const changes = (patches: JsonObject[], first = 1) => actionSaves(history(patches, first)).map((save) => save.changes)

describe('the history of an action', () => {
	const begun = { ...newAction('Back up the files') }

	it('says from what to what, also when something is taken away', () => {
		expect(changes([begun, { status: 'testing', dueDate: '2027-01-31' }, { dueDate: null }])).toEqual([
			[{ kind: 'field', field: 'dueDate', from: '2027-01-31', to: undefined, known: true }],
			[{ kind: 'field', field: 'status', from: 'idea', to: 'testing', known: true }, { kind: 'field', field: 'dueDate', from: undefined, to: '2027-01-31', known: true }],
			[{ kind: 'created' }],
		])
	})

	it('says what was ticked, added, reworded and removed', () => {
		const a = { text: 'Ask the host', done: false, position: 1 }
		expect(changes([begun, { checklist: { a, b: { text: '', done: false, position: 2 } } }, { checklist: { a: { done: true }, b: { text: 'Try it' } } }, { checklist: { a: { text: 'Ask the new host' }, b: null } }])).toEqual([
			[{ kind: 'removed', text: 'Try it' }, { kind: 'reworded', text: 'Ask the new host' }],
			[{ kind: 'ticked', text: 'Ask the host' }, { kind: 'added', text: 'Try it' }],
			[{ kind: 'added', text: 'Ask the host' }],
			[{ kind: 'created' }],
		])
	})

	it('says where a move goes to', () => {
		const migration = { line: 'a', use: 'mail', from: 'gmail', to: '' }
		expect(changes([{ ...begun, migration }, { migration: { to: 'roundcube' } }])[0]).toEqual([{ kind: 'field', field: 'to', from: '', to: 'roundcube', known: true }])
	})

	it('says which tool an action is no longer about', () => {
		const migration = { line: 'a', use: 'chat', from: 'slack', to: '' }
		expect(changes([{ ...begun, migration }, { migration: null }])[0]).toContainEqual({ kind: 'field', field: 'from', from: 'slack', to: undefined, known: true })
	})

	it('says what it does not know where the oldest saves are gone', () => {
		expect(changes([{ status: 'testing' }, { status: 'done' }], 41)).toEqual([
			[{ kind: 'field', field: 'status', from: 'testing', to: 'done', known: true }],
			[{ kind: 'field', field: 'status', from: undefined, to: 'testing', known: false }],
		])
	})

	it('tells a save of the owner, and leaves out one that came to nothing', () => {
		expect(changes([begun, {}, { title: 'Back up the files' }])).toEqual([[{ kind: 'owner' }], [{ kind: 'created' }]])
	})
})
