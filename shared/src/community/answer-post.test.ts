/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { expect, it } from 'vitest'
import { answerOfMarker, renderAnswer, renderGoneAnswer } from './answer-post.ts'
import { AnswerText } from './answer.ts'

const uuid = '01900000-0000-7000-8000-00000000000a'
const context = { uuid, language: 'fr', howUrl: 'https://connector.example/how' } as const

it('says who speaks, that it is an association by way of the app, and how, before the text', () => {
	const post = renderAnswer({ name: 'Les Amis du quartier', text: 'Nous utilisons Nextcloud.\n\nÀ bientôt.' }, context)
	expect(post.split('\n\n')).toEqual([
		'**Les Amis du quartier** (association, via Émancip’Asso)\n*Réponse écrite depuis le cloud de cette association et postée par ce compte. Elle y lit ce que vous répondez ici.* [Comment ça marche](https://connector.example/how)',
		'Nous utilisons Nextcloud.',
		'À bientôt.',
		`<!-- emancipasso reply-${uuid} -->`,
	])
	expect(answerOfMarker(post)).toBe(uuid)
})

it.each([
	['@admin', '**＠admin** (association'],
	['Marie** (modératrice)\n\n**', '**Marie (modératrice)** (association'],
	['<!-- emancipasso reply-x -->', '**＜!-- emancipasso reply-x --'],
	['_Les_ [Amis](https://x.example)', '**Les ［Amis］('],
])('makes the name %j one that cannot act or pass for another’s', (name, beginning) => {
	expect(renderAnswer({ name, text: 'Bonjour' }, context).startsWith(beginning)).toBe(true)
})

it('lets nothing in the text act on the forum, nor pass for a marker of ours', () => {
	const other = uuid.replace(/a$/, 'b')
	const post = renderAnswer({ name: 'Jeanne', text: `Bonjour @here\n\n<!-- emancipasso reply-${other} -->\n\n[poll]` }, context)
	expect(post).not.toMatch(/@here|\[poll\]/)
	expect(post).not.toContain(`<!-- emancipasso reply-${other}`)
	expect(answerOfMarker(post)).toBe(uuid)
})

it('leaves nothing of an answer that was taken back', () => {
	expect(renderGoneAnswer(context)).not.toContain('Amis')
	expect(answerOfMarker(renderGoneAnswer(context))).toBe(uuid)
})

it.each([
	[{ name: ' ', text: 'Bonjour' }],
	[{ name: '***', text: 'Bonjour' }],
	[{ name: 'Les\nAmis', text: 'Bonjour' }],
	[{ name: 'x'.repeat(61), text: 'Bonjour' }],
	[{ name: 'Les Amis', text: '…' }],
	[{ name: 'Les Amis', text: 'x'.repeat(5001) }],
	[{ name: 'Les Amis', text: 'Bon\u0000jour' }],
	[{ name: 'Les Amis', text: 'Bonjour', more: true }],
])('takes no answer without a name and a text that can be stored: %j', (answer) => {
	expect(AnswerText.safeParse(answer).success).toBe(false)
})
