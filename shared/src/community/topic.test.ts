/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { NeedPublication } from './need.ts'
import type { TopicContext } from './topic.ts'

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cook, forumActions } from './testing/cook.ts'
import { hostileTexts } from './testing/hostile-texts.ts'
import { forumTitle, titleRules } from './topic-title.ts'
import { longestBody, needOfMarker, renderErasedTopic, renderTopic } from './topic.ts'

const uuid = '01900000-aaaa-7bbb-8ccc-0123456789ab'
const context: TopicContext = { uuid, language: 'fr', status: 'published', supports: 2 }
const need: NeedPublication = {
	schemaVersion: 1,
	kind: 'tool-advice',
	title: 'Remplacer notre agenda partagé',
	sections: [{ id: 'context', text: 'Douze bénévoles.' }, { id: 'problem', text: 'L’agenda est chez un géant.\n\n- on veut partir\n- sans rien perdre' }],
	toolsConcerned: ['Google Agenda', 'Doodle'],
	urgency: 'months',
	signature: { choice: 'descriptor', text: 'Association de 6 à 20 salarié·es, Bretagne' },
	sizeBand: 'staff-6-20',
	region: { code: 'FR-BRE', label: 'Bretagne' },
	language: 'fr',
}

// Everything a person writes is this text.
function filled(text: string): NeedPublication {
	return { ...need, title: text, sections: [{ id: 'context', text }, { id: 'problem', text }, { id: 'mustHave', text }, { id: 'whoBenefits', text }], toolsConcerned: [text, text], signature: { choice: 'name', text }, region: { code: 'FR-BRE', label: text } }
}

describe('the topic of a need', () => {
	it('shows the facts, then what was written under headings, then where it comes from', () => {
		const { title, body, tags } = renderTopic(need, context)
		expect(title).toBe('Remplacer notre agenda partagé')
		expect(tags).toEqual(['tool-advice', 'published', 'fr-bre'])
		expect(body).toBe([
			'- **Type de besoin** : Conseils d’outils',
			'- **Qui demande** : Association de 6 à 20 salarié·es, Bretagne',
			'- **Taille** : 6 à 20 salarié·es',
			'- **Région** : Bretagne',
			'- **Délai** : Dans les prochains mois',
			'- **Outils concernés** : Google Agenda, Doodle',
			'- **État** : Publié',
			'- **Même besoin** : 2 autres associations',
			'',
			'### Contexte',
			'',
			'Douze bénévoles.',
			'',
			'### Problème rencontré',
			'',
			'L’agenda est chez un géant.',
			'',
			'- on veut partir',
			'- sans rien perdre',
			'',
			'---',
			'',
			'*Publié depuis le cloud d’une association avec l’application Émancip’Asso. Les réponses écrites ici y sont montrées.*',
			'',
			`<!-- emancipasso need-${uuid} -->`,
		].join('\n'))
	})

	it('is written in the forum’s language and says when the need is in another', () => {
		const { body } = renderTopic(need, { ...context, language: 'en', supports: 1 })
		expect(body).toContain('- **Kind of need**: Tool advice')
		expect(body).toContain('- **Language**: French')
		expect(body).toContain('1 other association\n')
	})

	it('names nobody when the association chose so', () => {
		const unnamed: NeedPublication = { ...need, signature: { choice: 'anonymous', text: '' } }
		delete unnamed.sizeBand
		delete unnamed.region
		const { body, tags } = renderTopic(unnamed, context)
		expect(body).toContain('Une association qui préfère ne pas se nommer')
		expect(body).not.toMatch(/Bretagne|salarié/)
		expect(tags).toEqual(['tool-advice', 'published'])
	})

	it('says first that a need was withdrawn', () => {
		expect(renderTopic(need, { ...context, status: 'withdrawn' }).body).toMatch(/^\*\*L’association a retiré ce besoin/)
	})

	it('is the same for the same need, so that nothing is sent twice', () => {
		expect(renderTopic(structuredClone(need), { ...context })).toEqual(renderTopic(need, context))
	})

	it('cuts what the forum would refuse, and says so with a link', () => {
		const { body } = renderTopic(filled('Un mot et `du code` encore. '.repeat(40_000)), { ...context, publicUrl: 'https://example.org/needs/1' })
		expect(body.length).toBeLessThanOrEqual(longestBody)
		expect(body).toContain('[Lire le texte entier](https://example.org/needs/1)')
		expect(cook(body).html).not.toContain('`')
	})

	it('leaves of an erased need only that there was one', () => {
		const topic = renderErasedTopic({ uuid, language: 'fr' })
		expect(topic.body).not.toMatch(/agenda|Bretagne/)
		expect(topic.title).not.toBe(renderErasedTopic({ uuid: uuid.replace('ab', 'cd'), language: 'fr' }).title)
	})

	it('carries one marker, which a person’s text cannot forge', () => {
		expect(needOfMarker(renderTopic(need, context).body)).toBe(uuid)
		expect(needOfMarker(renderTopic(filled(hostileTexts['forged marker'] ?? ''), context).body)).toBe(uuid)
		expect(needOfMarker('<!-- autre -->')).toBeUndefined()
	})
})

describe.each(Object.keys(hostileTexts))('a topic written with: %s', (name) => {
	const { title, body, tags } = renderTopic(filled(hostileTexts[name] ?? ''), context)

	it('acts nowhere', () => {
		const cooked = cook(body)
		expect(cooked.active.filter((type) => !['heading', 'hr', 'html_block'].includes(type))).toEqual([])
		expect(forumActions(cooked)).toEqual([])
		expect(cooked.html.match(/<!--.*-->/gu)).toEqual([`<!-- emancipasso need-${uuid} -->`])
		expect(cooked.html.match(/<h\d>[^<]*/gu)?.every((heading) => /Contexte|Problème|Ce qu’il|À qui/u.test(heading)) ?? true).toBe(true)
		expect(body.length).toBeLessThanOrEqual(longestBody)
		expect(body.length).toBeGreaterThanOrEqual(20)
		expect(tags.every((tag) => /^[a-z0-9-]{1,20}$/.test(tag))).toBe(true)
	})

	it('has a title that the forum keeps', () => {
		expectKept(title)
	})
})

function expectKept(title: string): void {
	expect(forumTitle(title, 'fr')).toBe(title)
	expect([...title].length).toBeGreaterThanOrEqual(titleRules.shortest)
	expect([...title].length).toBeLessThanOrEqual(titleRules.longest)
	expect(new Set(title).size).toBeGreaterThanOrEqual(titleRules.entropy)
	expect(Math.max(...title.split(/[\s/.:-]/u).map((word) => [...word].length))).toBeLessThanOrEqual(titleRules.longestWord)
	expect(title).not.toBe(title.toUpperCase())
	expect(title).not.toMatch(/[\p{Cc}`]|<[a-z!/?]|\p{Extended_Pictographic}/u)
}

describe('the title of a topic', () => {
	it.each([
		['AIDE !!!', 'Conseils d’outils : Aide !'],
		['NOUS CHERCHONS UN AGENDA PARTAGÉ', 'Nous cherchons un agenda partagé'],
		['quel tableur   choisir ???', 'Quel tableur choisir ?'],
		['On cherche un agenda...', 'On cherche un agenda'],
		['Agenda 🎉🎉 pour le collège', 'Agenda pour le collège'],
		['Aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', `Conseils d’outils : A${'a'.repeat(28)}…`],
	])('makes of %j', (written, expected) => {
		expect(renderTopic({ ...need, title: written }, context).title).toBe(expected)
	})

	it('can be told from an equal one', () => {
		expect(renderTopic(need, { ...context, titleSuffix: ' (2)' }).title).toBe('Remplacer notre agenda partagé (2)')
	})

	it('is one that the forum keeps, whatever was written', () => {
		const title = fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), fc.array(fc.constantFrom('.', '!', '?', ' ', 'É', 'a', 'ß', '…', '-', '\n', '🎉', '\u200b', '9', 'ŉ', 'MOT ', 'longlonglonglonglonglonglonglonglong'), { maxLength: 60 }).map((parts) => parts.join('')))
		fc.assert(fc.property(title, (written) => expectKept(renderTopic({ ...need, title: written }, context).title)), { numRuns: 1000 })
	})
})
