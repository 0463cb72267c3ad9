/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { AnswerState, ObservedPost } from './answer-state.ts'

import { expect, it } from 'vitest'
import { reconcileAnswer } from './reconcile-answer.ts'

function post(raw: string) {
	return { id: 7, topicId: 1, topicSlug: null, number: 2, type: 1, userId: 1, author: 'bot', username: 'bot', raw, cooked: '', createdAt: '', updatedAt: '', hidden: false, deleted: false, deletedByAuthor: false, actionCode: null, version: 1 }
}

const present = (raw: string): ObservedPost => ({ is: 'present', post: post(raw) })
const agreed: AnswerState = { wanted: 'one\ntwo\nthree', stub: 'gone', mustErase: false, settled: 'one\ntwo\nthree', acknowledged: 'one\ntwo\nthree', observed: present('one\ntwo\nthree'), wasPosted: true }

it.each<[string, Partial<AnswerState>, unknown[]]>([
	['all is well', {}, []],
	['it was never posted', { observed: { is: 'absent' }, wasPosted: false, settled: null, acknowledged: null }, [{ do: 'create', raw: 'one\ntwo\nthree' }]],
	['it is not there any more', { observed: { is: 'absent' } }, [{ do: 'mark-gone', why: 'lost' }]],
	['its number is somebody else’s', { observed: { is: 'foreign' } }, [{ do: 'mark-gone', why: 'foreign' }]],
	['moderators deleted it', { observed: { is: 'deleted', post: post('one') } }, [{ do: 'mark-gone', why: 'deleted' }]],
	['it is hidden', { observed: { is: 'hidden', post: post('one') }, wanted: 'new' }, [{ do: 'mark-gone', why: 'hidden' }]],
	['its author corrected it', { wanted: 'one\ntwo\n3' }, [{ do: 'change', post: post('one\ntwo\nthree'), raw: 'one\ntwo\n3', joined: false }]],
	['people changed it', { observed: present('1\ntwo\nthree') }, []],
	['the forum says already what is wanted', { wanted: 'new', observed: present('new') }, []],
	['both changed other lines', { wanted: 'one\ntwo\n3', observed: present('1\ntwo\nthree') }, [{ do: 'change', post: post('1\ntwo\nthree'), raw: '1\ntwo\n3', joined: true }]],
	['both changed the same line', { wanted: 'I\ntwo\nthree', observed: present('1\ntwo\nthree') }, [{ do: 'yield', base: '1\ntwo\nthree' }]],
	['the editor of the forum only spelt it otherwise', { settled: '- a', acknowledged: '- a', wanted: '- b', observed: present('* a') }, [{ do: 'change', post: post('* a'), raw: '- b', joined: false }]],
	['it was taken back', { wanted: null }, [{ do: 'delete', post: post('one\ntwo\nthree') }]],
	['it was taken back and is gone', { wanted: null, observed: { is: 'deleted', post: post('one') } }, []],
	['it was taken back and only the stub is left', { wanted: null, observed: present('gone') }, []],
	['it was taken back and never posted', { wanted: null, observed: { is: 'absent' }, wasPosted: false }, []],
	['it was taken back and its number is somebody else’s', { wanted: null, observed: { is: 'foreign' } }, []],
	['it was erased', { wanted: null, mustErase: true }, [{ do: 'erase', post: post('one\ntwo\nthree') }, { do: 'delete', post: post('one\ntwo\nthree') }]],
	['it was erased after moderators deleted it', { wanted: null, mustErase: true, observed: { is: 'deleted', post: post('one') } }, [{ do: 'erase', post: post('one') }]],
	['we do not remember what we sent', { settled: null, acknowledged: null, wanted: 'new' }, []],
])('when %s, does no more than is needed', (_, change, steps) => {
	expect(reconcileAnswer({ ...agreed, ...change })).toEqual(steps)
})
