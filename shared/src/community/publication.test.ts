/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { NeedDraft as Draft, PublishingOrganisation } from './need.ts'

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { NeedDraft, NeedPublication } from './need.ts'
import { canonicalText, missingForPublication, toPublication } from './publication.ts'

const organisation: PublishingOrganisation = { name: 'Les Amis du Canal', sizeBand: 'staff-6-20', region: { code: 'FR-BRE', label: 'Bretagne' } }

const draft: Draft = NeedDraft.parse({
	kind: 'tool-advice',
	title: ' Quitter notre agenda\npartagé ',
	context: 'Douze bénévoles.\r\nDeux sites.',
	problem: 'L’agenda actuel est chez un géant et nous voulons en sortir.',
	mustHave: '   ',
	whoBenefits: '',
	toolsConcerned: ['Google Agenda', ' '],
	urgency: 'months',
	signature: { choice: 'descriptor', text: '' },
	showSize: true,
	showRegion: true,
	budgetHint: 'SECRET 900 €',
	language: 'fr',
})

describe('the publication of a draft', () => {
	it('holds the written sections, and passes the schema of what may leave', () => {
		const publication = toPublication(draft, organisation)
		expect(NeedPublication.parse(publication)).toEqual(publication)
		expect(publication.title).toBe('Quitter notre agenda partagé')
		expect(publication.sections.map(({ id }) => id)).toEqual(['context', 'problem'])
		expect(publication.sections[0]?.text).toBe('Douze bénévoles.\nDeux sites.')
		expect(publication.toolsConcerned).toEqual(['Google Agenda'])
	})

	it('never holds the budget', () => {
		expect(canonicalText(toPublication(draft, organisation))).not.toContain('SECRET')
		expect(NeedPublication.safeParse({ ...toPublication(draft, organisation), budgetHint: '900 €' }).success).toBe(false)
	})

	it.each([
		[{ choice: 'name', text: 'ignored' }, true, 'Les Amis du Canal'],
		[{ choice: 'descriptor', text: '' }, true, 'Association de 6 à 20 salarié·es, Bretagne'],
		[{ choice: 'descriptor', text: '' }, false, 'Une association'],
		[{ choice: 'descriptor', text: 'Un club de voile' }, true, 'Un club de voile'],
		[{ choice: 'anonymous', text: 'Les Amis du Canal' }, true, ''],
	] as const)('signs %j as chosen', (signature, shown, expected) => {
		expect(toPublication({ ...draft, signature, showSize: shown, showRegion: shown }, organisation).signature.text).toBe(expected)
	})

	it('says nothing of size, region or name that was not chosen', () => {
		const text = canonicalText(toPublication({ ...draft, showSize: false, showRegion: false }, organisation))
		expect(text).not.toMatch(/staff-6-20|BRE|Bretagne|Canal/)
	})

	it('names what is missing before it can be published', () => {
		expect(missingForPublication(draft, organisation)).toEqual([])
		const empty = { ...draft, title: 'A', problem: 'court', signature: { choice: 'name' as const, text: '' } }
		expect(missingForPublication(empty, { name: ' ' }).map(({ field }) => field)).toEqual(['title', 'problem', 'signature'])
	})

	it('is publishable exactly when the schema of what may leave accepts it', () => {
		const text = fc.string({ unit: 'binary', maxLength: 60 })
		fc.assert(fc.property(text, text, text, fc.constantFrom('name', 'descriptor', 'anonymous'), (title, problem, name, choice) => {
			const written = { ...draft, title, problem, signature: { choice, text: '' } }
			const complete = missingForPublication(written, { name }).length === 0
			return NeedPublication.safeParse(toPublication(written, { name })).success === complete
		}), { numRuns: 200 })
	})
})

describe('the text that is approved', () => {
	it('does not depend on the order in which the fields were written', () => {
		const publication = toPublication(draft, organisation)
		const shuffled = Object.fromEntries(Object.entries(publication).reverse())
		expect(canonicalText(NeedPublication.parse(shuffled))).toBe(canonicalText(publication))
	})

	it('changes with one character', () => {
		const publication = toPublication(draft, organisation)
		expect(canonicalText({ ...publication, title: `${publication.title}.` })).not.toBe(canonicalText(publication))
	})

	it('survives broken surrogates and NUL as bytes that parse back', () => {
		const text = canonicalText(toPublication({ ...draft, problem: `Un texte abîmé \ud800 et \u0000 tronqué ${'é'.repeat(9)}` }, organisation))
		expect(new TextDecoder('utf-8', { fatal: true }).decode(new TextEncoder().encode(text))).toBe(text)
		expect(text).not.toContain('\\u0000')
	})
})
