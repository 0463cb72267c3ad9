/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Need } from '@emancipasso/shared/community/need'

import { describe, expect, it } from 'vitest'
import { compareVersions } from './compare-versions.ts'

const need: Pick<Need, 'uuid' | 'status' | 'publication' | 'supports'> = {
	uuid: '11111111-1111-4111-8111-111111111111',
	status: 'published',
	supports: { total: 3, own: false },
	publication: {
		schemaVersion: 1,
		kind: 'tool-advice',
		title: 'Quel agenda partagé pour douze bénévoles ?',
		sections: [
			{ id: 'context', text: 'Nous sommes une petite association.\nNous avons :\n- une salle\n- "deux" vélos...' },
			{ id: 'problem', text: 'Nous réservons la salle à plusieurs.' },
		],
		toolsConcerned: ['Google Agenda'],
		urgency: 'weeks',
		signature: { choice: 'anonymous', text: '' },
		language: 'fr',
	},
}

/** As a forum writes our Markdown. */
function html({ problem = 'Nous réservons la salle à plusieurs.', facts = '2 autres associations' } = {}) {
	return `
<ul><li><strong>Type de besoin</strong> : Conseils d’outils</li><li><strong>Outils concernés</strong> : Google Agenda</li><li><strong>Même besoin</strong> : ${facts}</li></ul>
<h3>Contexte</h3><p>Nous sommes une petite association.<br>Nous avons :</p><ul><li>une salle</li><li>“deux” vélos…</li></ul>
<h3>Problème rencontré</h3><p>${problem}</p><hr><p><em>Publié depuis le cloud d’une association avec l’application Émancip’Asso. Les réponses écrites ici y sont montrées.</em> <a href="https://connector.example/n">Voir ce besoin</a></p>`
}
const compare = (text: string, title = need.publication.title) => compareVersions(need, { title, html: text }, 'Changed here')
function marked(text: string) {
	const box = document.createElement('div')
	box.innerHTML = text
	return [...box.querySelectorAll('.ea-chip')].map((chip) => chip.parentElement!.textContent)
}

describe('comparing our text with the forum’s', () => {
	it('finds nothing where the forum only spells quotes, dots and lists in its own way, and counts supporters', () => {
		const { title, sections, marked: isMarked } = compare(html({ problem: 'Nous réservons la salle à plusieurs.' }))
		expect([title, [...sections], isMarked]).toEqual([false, [], false])
	})

	it('marks in words the line that people changed, and the section of ours that they changed', () => {
		const { sections, html: text, title } = compare(html({ problem: 'Nous réservons la salle avec le voisin.' }))
		expect(marked(text)).toEqual(['Changed here Nous réservons la salle avec le voisin.'])
		expect([...sections]).toEqual(['problem'])
		expect(title).toBe(false)
	})

	it('marks what was added without calling our sections changed', () => {
		const { sections, html: text } = compare(`${html()}<blockquote><p>Note de la modération</p></blockquote>`)
		expect(marked(text)).toEqual(['Changed here Note de la modération'])
		expect([...sections]).toEqual([])
	})

	it('names a section of ours that the forum removed', () => {
		expect([...compare(html({ problem: '' })).sections]).toEqual(['problem'])
	})

	it('tells another title from one that the forum completed by itself', () => {
		expect(compare(html(), 'Quel agenda pour des bénévoles ?').title).toBe(true)
		const short = { ...need, publication: { ...need.publication, title: 'Un agenda' } }
		expect(compareVersions(short, { title: 'Conseils d’outils : Un agenda', html: html() }, '').title).toBe(false)
	})

	it('puts the headings of the forum below those of the page', () => {
		const { html: text } = compare(`${html()}<h1>Un titre</h1>`)
		expect(text).toMatch(/<h5>.*Un titre<\/h5>$/)
		expect(text).not.toMatch(/<h[1-4]/)
	})
})
