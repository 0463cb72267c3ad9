/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { AcknowledgedTopic } from '../../community/tables.ts'
import type { Action, Desired, Observed, RecordState } from './state.ts'

import { expect, it } from 'vitest'
import { ForumTopic } from '../../forum/replies.ts'
import { reconcile } from './reconcile.ts'

const WANTED: Desired = { title: 'Un agenda partagé', body: 'un\n\ndeux\n\ntrois', category: 6, tags: ['tool-advice', 'published'], closed: false, visible: true, mayCreate: true, mustWin: false, corrections: 0 }
const AGREED: AcknowledgedTopic = { ...WANTED, tags: WANTED.tags.map((name) => ({ id: 1, name })) }
const TOPIC = ForumTopic.parse({ id: 42, title: 'x', post_stream: { posts: [{ id: 43, topic_id: 42, post_number: 1, created_at: '', updated_at: '' }] } })

function present(changes: Partial<AcknowledgedTopic> = {}): Observed {
	const [firstPost] = TOPIC.posts
	return firstPost === undefined ? { is: 'absent' } : { is: 'present', topic: TOPIC, firstPost, fields: { ...AGREED, ...changes } }
}

function state(changes: Partial<RecordState>): RecordState {
	return { desired: WANTED, settled: WANTED, acknowledged: AGREED, observed: present(), wasLinked: true, mostTags: 5, ...changes }
}

const tagged = (...names: string[]) => names.map((name) => ({ id: null, name }))

const table: [string, RecordState, Action[]][] = [
	['all is agreed', state({}), []],
	['nothing is there yet', state({ settled: null, acknowledged: null, observed: { is: 'absent' }, wasLinked: false }), [{ do: 'create', topic: WANTED }]],
	['a withdrawn record never reached the forum', state({ desired: { ...WANTED, mayCreate: false }, settled: null, acknowledged: null, observed: { is: 'absent' }, wasLinked: false }), []],
	['it waits for a moderator', state({ observed: { is: 'waiting' }, wasLinked: false }), []],
	['a topic that we knew is nowhere', state({ observed: { is: 'absent' } }), [{ do: 'mark-gone', why: 'lost' }]],
	['moderators deleted it', state({ observed: { is: 'deleted' } }), [{ do: 'mark-gone', why: 'deleted' }]],
	['it became a personal message', state({ observed: { is: 'personal' } }), [{ do: 'mark-gone', why: 'personal' }]],
	['another topic has the number', state({ observed: { is: 'foreign' } }), [{ do: 'mark-gone', why: 'foreign' }]],
	['we do not remember what we sent', state({ settled: null, acknowledged: null, observed: present({ title: 'Un autre titre' }) }), []],
	['our first text is found after a lost answer', state({ acknowledged: null, observed: present({ title: 'Un agenda partagé !' }) }), []],
	['the forum rewrote our title', state({ acknowledged: { ...AGREED, title: 'Un agenda' }, observed: present({ title: 'Un agenda' }) }), []],
	['we changed the title', state({ desired: { ...WANTED, title: 'Deux agendas' } }), [{ do: 'change-topic', title: 'Deux agendas' }]],
	['we changed title, category and body', state({ desired: { ...WANTED, title: 'Deux agendas', category: 5, body: 'neuf' } }), [{ do: 'change-topic', title: 'Deux agendas', category: 5 }, { do: 'change-body', body: 'neuf' }]],
	['they changed the title', state({ observed: present({ title: 'Leur titre' }) }), []],
	['they changed the title, we the body', state({ desired: { ...WANTED, body: 'neuf' }, observed: present({ title: 'Leur titre' }) }), [{ do: 'change-body', body: 'neuf' }]],
	['both changed the title', state({ desired: { ...WANTED, title: 'Notre titre' }, observed: present({ title: 'Leur titre' }) }), [{ do: 'yield', fields: ['title'], base: { title: 'Leur titre' } }]],
	['both changed the title alike', state({ desired: { ...WANTED, title: 'Un titre' }, observed: present({ title: 'Un titre' }) }), []],
	['both changed other lines of the body', state({ desired: { ...WANTED, body: 'UN\n\ndeux\n\ntrois' }, observed: present({ body: 'un\n\ndeux\n\nTROIS' }) }), [{ do: 'change-body', body: 'UN\n\ndeux\n\nTROIS' }]],
	['both changed the same line of the body', state({ desired: { ...WANTED, body: 'nous\n\ndeux\n\ntrois' }, observed: present({ body: 'eux\n\ndeux\n\ntrois' }) }), [{ do: 'yield', fields: ['body'], base: { body: 'eux\n\ndeux\n\ntrois' } }]],
	['both changed one line, and we another', state({ desired: { ...WANTED, body: 'nous\n\ndeux\n\nTROIS' }, observed: present({ body: 'eux\n\ndeux\n\ntrois' }) }), [{ do: 'change-body', body: 'eux\n\ndeux\n\nTROIS' }, { do: 'yield', fields: ['body'], base: { body: 'eux\n\ndeux\n\nTROIS' } }]],
	['they had changed a line long ago, and we change another', state({ settled: WANTED, desired: { ...WANTED, body: 'un\n\ndeux\n\ntrois, et plus' }, observed: present({ body: 'un, dit mieux\n\ndeux\n\ntrois' }) }), [{ do: 'change-body', body: 'un, dit mieux\n\ndeux\n\ntrois, et plus' }]],
	['the rich editor spelled our text its own way, and we change it', state({ settled: { ...WANTED, body: '- un\n- deux' }, acknowledged: { ...AGREED, body: '- un\n- deux' }, desired: { ...WANTED, body: '- un\n- trois' }, observed: present({ body: '* un\n* deux\n' }) }), [{ do: 'change-body', body: '- un\n- trois' }]],
	['they moved it to another category', state({ observed: present({ category: 9 }) }), []],
	['they added a tag', state({ observed: present({ tags: tagged('tool-advice', 'published', 'nextcloud') }) }), []],
	['they took one of our tags away', state({ observed: present({ tags: tagged('published') }) }), []],
	['we changed a tag, theirs stays', state({ desired: { ...WANTED, tags: ['tool-advice', 'withdrawn'] }, observed: present({ tags: tagged('tool-advice', 'published', 'nextcloud') }) }), [{ do: 'change-topic', tags: ['tool-advice', 'nextcloud', 'withdrawn'] }]],
	['one of our tags was renamed, and we drop it', state({ acknowledged: { ...AGREED, tags: [{ id: 1, name: 'tool-advice' }, { id: 2, name: 'published' }] }, desired: { ...WANTED, tags: ['tool-advice', 'withdrawn'] }, observed: present({ tags: [{ id: 1, name: 'tool-advice' }, { id: 2, name: 'publié' }] }) }), [{ do: 'change-topic', tags: ['tool-advice', 'withdrawn'] }]],
	['the forum dropped a tag of ours in silence', state({ observed: present({ tags: tagged('tool-advice') }) }), []],
	['there is no room for another tag', state({ desired: { ...WANTED, tags: [...WANTED.tags, 'fr-bre'] }, observed: present({ tags: tagged('tool-advice', 'published', 'a', 'b', 'c') }) }), []],
	['it must be erased, whatever they changed', state({ desired: { ...WANTED, title: 'Effacé', body: 'rien', closed: true, mustWin: true }, observed: present({ title: 'Leur titre', body: 'leur texte' }) }), [{ do: 'change-topic', title: 'Effacé' }, { do: 'change-body', body: 'rien' }, { do: 'set-status', status: 'closed', enabled: true }]],
	['we withdrew it', state({ desired: { ...WANTED, closed: true } }), [{ do: 'set-status', status: 'closed', enabled: true }]],
	['we withdrew what they had closed', state({ desired: { ...WANTED, closed: true }, observed: present({ closed: true }) }), []],
	['they closed it', state({ observed: present({ closed: true }) }), []],
	['it is hidden while its hoster is suspended', state({ desired: { ...WANTED, visible: false } }), [{ do: 'set-status', status: 'visible', enabled: false }]],
]

it.each(table)('when %s', (_situation, given, expected) => {
	expect(reconcile(given)).toEqual(expected)
})
