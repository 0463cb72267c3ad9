/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { neutralise, neutraliseLine } from './neutralise.ts'
import { cook, forumActions } from './testing/cook.ts'
import { hostileTexts } from './testing/hostile-texts.ts'

const names = Object.keys(hostileTexts)

// Strings in which what could act is frequent.
const scraps = ['@', 'here', '#', '[', ']', '(', ')', '<', '>', '!', '`', '``', '```', '\\', '&', '&#64;', '*', '_', '~', '|', '-', '=', '+', ':', ':+1:', '$', '.', '. ', '1.', 'fr', 'com', 'évil', 'a', 'B', '/', '//', 'https:', 'poll', '\n', '\n\n', ' ', '    ', '\t', '\u202e', '\u200b', '\ud800', '💩', '·', '…']
const hostile = fc.oneof(
	fc.array(fc.constantFrom(...scraps), { maxLength: 40 }).map((parts) => parts.join('')),
	fc.string({ unit: 'binary', maxLength: 80 }),
	fc.constantFrom(...names).map((name) => (hostileTexts[name] ?? '').slice(0, 2000)),
)

describe('a person’s text on the forum', () => {
	it('has a corpus of at least 60 hostile texts', () => {
		expect(names.length).toBeGreaterThanOrEqual(60)
	})

	it.each(names)('is inert: %s', (name) => {
		const cooked = cook(neutralise(hostileTexts[name] ?? ''))
		expect(cooked.active).toEqual([])
		expect(forumActions(cooked)).toEqual([])
		expect(cooked.html).not.toMatch(/<(?!\/?(?:p|ul|ol|li|strong|em|code|br)\b)/)
		expect(cooked.html).not.toMatch(/\u202e|\u200b|\u2066|[\u{e0000}-\u{e0fff}]/u)
	})

	it.each(names)('is inert on one line: %s', (name) => {
		const cooked = cook(`Outil : ${neutraliseLine(hostileTexts[name] ?? '')}`)
		expect(cooked.active).toEqual([])
		expect(forumActions(cooked)).toEqual([])
	})

	it('is inert whatever it is', () => {
		fc.assert(fc.property(hostile, (text) => {
			const cooked = cook(neutralise(text))
			expect([...cooked.active, ...forumActions(cooked)]).toEqual([])
		}), { numRuns: 2000 })
	})

	it('swallows nothing that we write around it', () => {
		fc.assert(fc.property(hostile, (text) => {
			const { html } = cook(`### Contexte\n\n${neutralise(text)}\n\n### Problème\n\n- **Outils** : ${neutraliseLine(text)}\n\n<!-- notre marque -->\n`)
			expect(html.match(/<h3>/gu)).toHaveLength(2)
			expect(html).toContain('<strong>Outils</strong>')
			expect(html).toMatch(/\n<!-- notre marque -->\n$/)
		}), { numRuns: 2000 })
	})

	it('is the same when it is made inert twice', () => {
		fc.assert(fc.property(hostile, (text) => {
			const once = neutralise(text)
			expect(neutralise(once)).toBe(once)
			const line = neutraliseLine(text)
			expect(neutraliseLine(line)).toBe(line)
		}), { numRuns: 2000 })
	})

	it('holds no control character but line feeds, and no half character', () => {
		fc.assert(fc.property(hostile, (text) => {
			expect(neutralise(text)).not.toMatch(/(?!\n)\p{Cc}/u)
			expect(neutralise(text).isWellFormed()).toBe(true)
			expect(neutraliseLine(text)).not.toMatch(/\p{Cc}/u)
		}))
	})

	it('stays as written when it is ordinary French', () => {
		const text = [
			'Bonjour ! Nous sommes 12 bénévoles (dont 3 élu·es) : qui peut nous aider ?',
			'Réunion le 12/05 à 18:30, « au plus tôt » – c’est l’idée… 50 % d’économies, 3 < 5 & 2 > 1.',
			'',
			'- un agenda partagé ;',
			'- des **listes** de diffusion ;',
			'',
			'1. d’abord l’agenda',
			'2. puis le reste',
			'',
			'Lancer `occ app:enable` puis `ls -la`. Node.js 24.1, photo.jpeg, etc. 👩‍💻 ❤️',
		].join('\n')
		expect(neutralise(text)).toBe(text)
	})

	it.each([
		['les salarié.es et adhérent.e.s', 'les salarié·es et adhérent·e·s'],
		['C’est la fin.Il faut changer', 'C’est la fin. Il faut changer'],
		['voir https://framasoft.org/fr/, merci', 'voir `https://framasoft.org/fr/`, merci'],
		['(framasoft.org)', '(`framasoft.org`)'],
		['écrire à contact@asso.fr.', 'écrire à `contact@asso.fr`.'],
		['10 h : point :smile:', '10 h : point ：smile:'],
		['«\u00a0insécable\u202f»', '« insécable »'],
		['* puce\n+ puce\n• puce', '- puce\n- puce\n- puce'],
		['## Titre', 'Titre'],
		['شكرا مرحبا', 'شكرا مرحبا'],
	])('keeps %j readable', (text, expected) => {
		expect(neutralise(text)).toBe(expected)
	})

	it('cuts endless words', () => {
		expect(Math.max(...neutralise('x'.repeat(1e6)).split(/\s/u).map((word) => word.length))).toBeLessThanOrEqual(120)
		expect(neutralise(`https://evil.example/${'a'.repeat(5000)}`).length).toBeLessThanOrEqual(302)
	})

	it('is read in time proportional to its length', () => {
		const started = performance.now()
		for (const scrap of [...scraps, 'a.', 'a@', '[(', '`a', 'a.a@', '-.', '\u0351', 'A.B', '> ', '- ', 'a://']) {
			neutralise(scrap.repeat(100_000 / scrap.length))
		}
		expect(performance.now() - started).toBeLessThan(10_000)
	})
})
