/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { IdentifiedInventoryLine } from '../diagnosis/diagnosis-document.ts'
import type { PlanDocument } from '../plan/plan-document.ts'
import type { Paper } from './paper.ts'

import { XMLValidator } from 'fast-xml-parser'
import { describe, expect, it } from 'vitest'
import { hostileTexts } from '../community/testing/hostile-texts.ts'
import { questionnaire, reference } from '../diagnosis/testing/reference-data.ts'
import { languages } from '../language/localised-text.ts'
import { emptyPlan } from '../plan/empty-plan.ts'
import { boardReport } from './board-report.ts'
import { renderMarkdown } from './format/markdown.ts'
import { planPaper, planRows } from './plan-paper.ts'
import { publicPage } from './public-page.ts'
import { radarSvg } from './radar.ts'
import { linesWithPersonalData, registerRows } from './register.ts'
import { specificationSections } from './specification-sections.ts'
import { sectionsWithoutContent, specification } from './specification.ts'
import { actions, contextIn, diagnosisOf, names, planned } from './testing/example.ts'

const diagnosis = diagnosisOf()
const french = contextIn('fr')

/** What a reader reads, without marks of markup. */
const read = (paper: Paper) => renderMarkdown(paper).replace(/\\([^\n])/gu, '$1')
const headings = (paper: Paper) => paper.blocks.flatMap((block) => block.kind === 'heading' ? [block.text] : [])

describe('the board’s report', () => {
	const plan: PlanDocument = { ...emptyPlan, decisions: { a: { date: '2026-02-20', body: 'Conseil d’administration', text: 'Commencer par les fichiers.', votes: 'unanimité' } } }
	const report = boardReport({ context: french, diagnosis, actions, plan })

	it('begins with what works, and says what to do before how it was made', () => {
		expect(headings(report)).toEqual(['Ce qui marche déjà', 'Où en est chaque thème', 'Points d’attention', 'Que faire maintenant, et pourquoi', 'Plus tard, si vous le souhaitez', 'Décisions', 'Prochaines actions du plan', 'Comment ce rapport a été fait'])
	})

	it('shows each level on the radar and in a table beside it', () => {
		const figure = report.blocks.find((block) => block.kind === 'figure')!
		const table = report.blocks.find((block) => block.kind === 'table')!
		expect(XMLValidator.validate(figure.svg)).toBe(true)
		expect(table.rows).toHaveLength(diagnosis.evaluation.dimensions.length)
		expect(figure.svg.match(/<circle/gu)).toHaveLength(table.rows.filter(([, level]) => level !== 'Pas assez de réponses').length)
	})

	it('escapes the names of themes in the drawing', () => {
		for (const label of Object.values(hostileTexts).filter((text) => text.length < 10_000)) {
			const svg = radarSvg([{ label, share: 1 }, { label, share: null }, { label, share: 0 }])
			expect(XMLValidator.validate(svg)).toBe(true)
			expect([...new Set(svg.match(/<\w+/gu))].toSorted()).toEqual(['<circle', '<g', '<path', '<polygon', '<svg', '<text'])
		}
	})

	it('says of each advice why, what led to it, the first step and what was decided', () => {
		const text = read(report)
		expect(text).toContain('1. **Trouver un accompagnement adapté**')
		expect(text).toContain('vous avez répondu «\u00a0Transférer nos données / Prendre en main les nouveaux outils\u00a0»')
		expect(text).toContain('**Premier geste\u00a0:** Poser les mêmes questions à trois prestataires.')
		expect(text).toContain('**Décision\u00a0:** acceptée.')
		expect(text).toContain('**20 février 2026, Conseil d’administration\u00a0:** Commencer par les fichiers. (unanimité)')
	})

	it('leaves out of what to do now what the association put off or does not want, and says both in the words of its screens', () => {
		const all = read(report)
		const [advice, decisions] = ['Que faire maintenant', 'Décisions'].map((heading) => all.slice(all.indexOf(`## ${heading}`), all.indexOf('\n## ', all.indexOf(`## ${heading}`))))
		const [accepted, later, refused] = Object.keys(diagnosis.document.decisions!).map((id) => questionnaire.rules.find((rule) => rule.id === id)!.title.fr)
		expect(advice).toContain(accepted)
		expect(advice!.match(/^\d\. /gmu)).toHaveLength(5)
		expect([later, refused].filter((title) => advice!.includes(title!))).toEqual([])
		expect(decisions).toContain(`**${later}\u00a0:** pas maintenant, à revoir le 1er septembre 2026. Pas avant le déménagement`)
		expect(decisions).toContain(`**${refused}\u00a0:** pas pour nous. Trop petit pour cela`)
	})

	it('names no day for what is refused for good, which two people who decided at once can leave there', () => {
		const [, , refused] = Object.keys(diagnosis.document.decisions!)
		const decisions = { [refused!]: { decision: 'refused', until: '2026-09-01', at: '2026-02-20' } } as const
		const text = read(boardReport({ context: french, diagnosis: { ...diagnosis, document: { ...diagnosis.document, decisions } }, actions: [] }))
		expect(text).toContain('pas pour nous.')
		expect(text).not.toContain('1er septembre 2026')
	})

	it('has among what is to be done now what was accepted, whatever its place in the advice', () => {
		const { later } = diagnosis.evaluation.recommendations
		const chosen = later.at(-1)!.rule
		const text = read(boardReport({ context: french, diagnosis: { ...diagnosis, document: { ...diagnosis.document, decisions: { [chosen.id]: { decision: 'accepted', at: '2026-02-20' } } } }, actions: [] }))
		const parts = text.split('\n## ')
		expect(parts.find((part) => part.startsWith('Que faire maintenant'))).toContain(chosen.title.fr)
		expect(parts[0], 'the summary counts what is listed').toContain('6\u00a0choses à faire maintenant')
		expect(parts.find((part) => part.startsWith('Plus tard'))).not.toContain(chosen.title.fr)
	})

	it('tells also the decision about an advice that does not hold any more, and no decision without words', () => {
		const gone = questionnaire.rules.find(({ id }) => !diagnosis.evaluation.fired.some(({ rule }) => rule.id === id))!
		const text = read(boardReport({ context: french, diagnosis: { ...diagnosis, document: { ...diagnosis.document, decisions: { [gone.id]: { decision: 'accepted', at: '2026-02-20' } } } }, actions: [], plan: { ...emptyPlan, decisions: { a: { date: '2026-11-28', text: ' ' } } } }))
		expect(text).toContain(gone.title.fr)
		expect(text).not.toContain('28 novembre 2026')
	})

	it('tells among the decisions what was kept by choice, with its reason and the day on which it is looked at again', () => {
		const kept = actions.map((one, at) => at === 0 ? { ...one, action: { ...one.action, title: 'Quitter Instagram', status: 'kept' as const, reason: 'Nos partenaires l’utilisent', reviewDate: '2027-09-01', origin: { diagnosis: '11111111-1111-4111-8111-111111111111', rule: 'r-social-giant' } } } : one)
		const parts = read(boardReport({ context: french, diagnosis, actions: kept })).split('\n## ')
		expect(parts.find((part) => part.startsWith('Décisions'))).toContain('**Quitter Instagram\u00A0:** Conservé par choix, à revoir le 1er septembre 2027. Nos partenaires l’utilisent')
		expect(parts.find((part) => part.startsWith('Notre plan') || part.startsWith('Le plan')) ?? '').not.toContain('Quitter Instagram')
	})

	it('says how it was made: method, people, days, versions, and that the association made it itself', () => {
		const text = read(report)
		for (const words of ['Atelier collectif, forme complète', '**Personnes qui ont répondu\u00a0:** 7', '12 février 2026', `questionnaire ${questionnaire.version}`, 'application 0.2.0', 'par l’association elle-même (Les Amis du quartier), le 1er mars 2026']) {
			expect(text).toContain(words)
		}
	})

	it('lists the next actions, the nearest first, without those that are ended', () => {
		const table = report.blocks.findLast((block) => block.kind === 'table')!
		expect(table.rows.map(([title]) => title)).toEqual(['Essayer OnlyOffice à trois', 'Passer les fichiers de Google Drive à Nextcloud', 'Idée sans date'])
		expect(table.rows[1]).toEqual(['Passer les fichiers de Google Drive à Nextcloud', 'Camille, le groupe numérique', '30 juin 2026', 'En cours, en partie'])
	})

	it('counts nothing of which there is none', () => {
		const text = read(boardReport({ context: french, diagnosis: diagnosisOf('worst'), actions: [] }))
		expect(text).toContain('**En bref.** 13\u00a0points d’attention, 5\u00a0choses à faire maintenant.')
		expect(text).not.toMatch(/\b0\u00a0/u)
	})

	it('names all tools behind an advice in one sentence', () => {
		const text = read(boardReport({ context: french, diagnosis: diagnosisOf('worst'), actions: [] }))
		expect(text).toContain('Votre inventaire indique\u00a0: Google Drive (fichiers et partage, un compte personnel)\u00a0; Google Docs')
	})

	it('gives no level for the short form', () => {
		const short = boardReport({ context: french, diagnosis: diagnosisOf('local-currency', 'short'), actions: [] })
		expect(headings(short)).not.toContain('Où en est chaque thème')
		expect(read(short)).toContain('première indication')
	})

	it.each(reference.associations.flatMap(({ id }) => languages.map((language) => [id, language] as const)))('of %s is complete in %s', (id, language) => {
		const text = read(boardReport({ context: contextIn(language), diagnosis: diagnosisOf(id), actions }))
		expect(text).not.toMatch(/undefined|null|NaN|\[object|\{\w+\}/u)
		expect(text.length).toBeGreaterThan(1500)
	})
})

describe('the specification for a provider', () => {
	const all = specificationSections.map(({ id }) => id)
	const make = (sections: typeof all, own = {}) => specification({ context: french, diagnosis, names, lines: diagnosis.lines, actions, sections, own, territory: 'Loire-Atlantique' })

	it('asks for nothing that the questionnaire does not know', () => {
		const known = questionnaire.questions.map(({ id }) => id)
		expect(specificationSections.flatMap(({ questions }) => questions).filter((id) => !known.includes(id))).toEqual([])
	})

	it('keeps the budget out unless it is chosen', () => {
		expect(specificationSections.filter(({ usual }) => !usual).map(({ id }) => id)).toEqual(['budget'])
	})

	it.each(specificationSections)('holds nothing of $id when that is not chosen', ({ id, label, questions }) => {
		const secret = `mot-secret-${id}`
		const without = read(make(all.filter((one) => one !== id), { [id]: secret }))
		expect(headings(make(all))).toContain(label.fr)
		expect(without).not.toContain(secret)
		expect(without).not.toContain(`## ${label.fr}`)
		for (const question of questions) {
			expect(without).not.toContain(questionnaire.questions.find((one) => one.id === question)!.text.fr)
		}
	})

	it('tells no answer about passwords, backups or access', () => {
		const text = read(make(all))
		for (const { text: { fr } } of questionnaire.questions.filter(({ dimension }) => dimension === 'security')) {
			expect(text).not.toContain(fr)
		}
	})

	it('says tools, needs, moves and dates in words', () => {
		const text = read(make(all, { needs: 'Écrire à plusieurs' }))
		for (const words of ['Loire-Atlantique', '| Fichiers et partage | Google Drive | Un géant du numérique | Vital au quotidien |', 'Une solution libre et éprouvée', 'Écrire à plusieurs', '| Fichiers et partage | Google Drive | Nextcloud Fichiers | En cours, en partie |', '**30 juin 2026\u00a0:** Passer les fichiers']) {
			expect(text).toContain(words)
		}
	})

	it('tells a provider of no move of a tool that is kept', () => {
		const kept = actions.map((one) => one.action.migration?.line === 'line-0' ? { ...one, action: { ...one.action, status: 'kept' as const, reason: 'Trop risqué' } } : one)
		expect(read(specification({ context: french, names, lines: diagnosis.lines, actions: kept, sections: all, own: {} }))).not.toContain('| Google Drive | Nextcloud Fichiers |')
	})

	it('aims at no day of a move that is settled, or was taken back', () => {
		const days = (status: 'partial' | 'rolled-back' | 'kept' | 'coexisting') => read(specification({ context: french, names, lines: diagnosis.lines, sections: ['timetable'], own: {}, actions: actions.map((one) => ({ ...one, action: { ...one.action, status } })) }))
		expect(days('partial')).toContain('30 juin 2026')
		expect([days('rolled-back'), days('kept'), days('coexisting')].join()).not.toContain('30 juin 2026')
	})

	it('adds up the costs that are known, as one writes them', () => {
		const lines = diagnosis.lines.map((line, at) => ({ ...line, ...at < 2 ? { cost: 6000.4 } : {} }))
		const text = read(specification({ context: french, names, lines, actions, sections: ['budget'], own: {} }))
		expect(text).toContain('environ 12\u202f001\u00a0€ par an (montant connu pour 2 d’entre eux)')
	})

	it('says in words that nobody has said what a tool is for', () => {
		const lines = [{ id: 'a', use: '', tool: 'google-drive', position: 0, contains: ['personal-data'], 'must-have': 'Travailler hors ligne', status: 'testing' } as IdentifiedInventoryLine]
		const text = read(specification({ context: french, names, lines, actions: [], sections: all, own: {} }))
		expect(text).toContain('**usage à préciser\u00a0:** Travailler hors ligne')
		expect(text.match(/\| usage à préciser \| Google Drive/gu)).toHaveLength(2)
		expect(registerRows(french, names, lines)[1]!.slice(0, 2)).toEqual(['usage à préciser', 'Google Drive'])
	})

	it('knows which parts hold nothing before one writes it', () => {
		const input = { context: french, names, actions: [] }
		expect(sectionsWithoutContent({ ...input, lines: [] })).toContain('needs')
		expect(sectionsWithoutContent({ ...input, lines: [{ id: 'a', use: 'files', tool: 'x', position: 0, 'must-have': 'Écrire à plusieurs' }] })).not.toContain('needs')
		expect(sectionsWithoutContent({ ...input, diagnosis, lines: diagnosis.lines, actions })).toEqual([])
	})

	it('can be made before any diagnosis', () => {
		const paper = specification({ context: french, names, lines: [], actions: [], sections: all, own: { organisation: 'Une petite association.' } })
		expect(headings(paper)).toEqual(['Notre association', 'Données et RGPD', 'Accompagnement attendu'])
	})
})

describe('the starting point of a register', () => {
	const rows = registerRows(french, names, diagnosis.lines)

	it('has one line for each tool that holds personal data, and no other', () => {
		expect(rows.slice(1, -2).map(([, tool]) => tool)).toEqual(['Google Drive', 'Gmail', 'Roundcube', 'Excel comme base de données', 'Odoo Community', 'Cyclos'])
		expect(linesWithPersonalData([{ id: 'a', use: 'files', tool: 'x', position: 0, contains: ['sensitive-data'] }, { id: 'b', use: 'files', tool: 'y', position: 1, contains: ['archives'] }]).map(({ id }) => id)).toEqual(['a'])
	})

	it('guesses nothing, and says that it is no register yet', () => {
		expect(rows[1]!.slice(2, 5)).toEqual(['À compléter', 'À compléter', 'À compléter'])
		expect(rows.at(-2)![0]).toContain('Ce n’est pas encore un registre')
		expect(rows.at(-1)![0]).toContain('par l’association elle-même')
	})
})

describe('the plan', () => {
	const input = { context: french, names, actions }

	it('has a row for each action, each as long as the headings', () => {
		const [head, ...rows] = planRows(input)
		expect(rows.slice(0, -1).map(([title]) => title)).toEqual(['Faire une sauvegarde', 'Essayer OnlyOffice à trois', 'Passer les fichiers de Google Drive à Nextcloud', 'Garder le logiciel de monnaie', 'Idée sans date'])
		expect(rows.slice(0, -1).every((row) => row.length === head!.length)).toBe(true)
		expect(rows[2]).toEqual(expect.arrayContaining(['Camille', '2026-06-30', 240, 'Google Drive', 'Nextcloud Fichiers', '1 sur 2']))
	})

	it('says amounts as one writes them in the language', () => {
		const dear = [planned(1, { title: 'a', status: 'planned', cost: 12345.5 })]
		expect(read(planPaper({ ...input, actions: dear }))).toContain('12\u202f345,50\u00a0€')
		expect(read(planPaper({ ...input, context: contextIn('en'), actions: dear }))).toContain('€12,345.50')
		expect(read(planPaper(input))).toContain('240\u00a0€')
	})

	it('reads as what moves where, then what stands how', () => {
		const text = read(planPaper(input))
		expect(headings(planPaper(input))).toEqual(['D’un outil à l’autre', 'Idée', 'En test', 'En cours, en partie', 'Terminée', 'Conservé par choix'])
		expect(text).toContain('☑ Trier les documents')
		expect(text).toContain('**Retour possible\u00a0:** L’ancien espace reste lisible')
		expect(text).toContain('| Bureautique | Google Docs / Sheets / Slides | à choisir | En test |')
	})

	it('says the goals first, with how one will know, and the decisions last', () => {
		const plan: PlanDocument = { ...emptyPlan, goals: { b: { text: 'Former tout le monde', position: 2 }, a: { text: 'Plus rien chez les géants', measure: 'la liste des outils', position: 1 } }, decisions: { a: { date: '2026-02-20', text: 'Commencer.' } } }
		const paper = planPaper({ ...input, plan })
		expect([headings(paper)[0], headings(paper).at(-1)]).toEqual(['Nos objectifs', 'Décisions'])
		expect(read(paper)).toContain('- **Plus rien chez les géants** (nous le saurons ainsi\u00a0: la liste des outils)\n- **Former tout le monde**')
	})

	it('says so when it is empty', () => {
		expect(read(planPaper({ ...input, actions: [] }))).toContain('Le plan n’a pas encore d’action.')
	})
})

describe('the public page', () => {
	it('holds the chosen tools and words and nothing else', () => {
		const paper = publicPage({ context: french, names, introduction: 'Bonjour.', approach: '', tools: [{ use: 'files', tool: 'nextcloud-files', words: 'Chez un CHATONS.' }, { use: 'chat', tool: 'Notre outil', words: '' }] })
		expect(read(paper).split('\n').filter((line) => line !== '')).toEqual([
			'# Nos outils, nos choix',
			'Les Amis du quartier · 1er mars 2026',
			'Bonjour.',
			'## Nos outils',
			'- **Nextcloud Fichiers (Fichiers et partage, logiciel libre)\u00a0:** Chez un CHATONS.',
			'- **Notre outil (Messagerie instantanée)**',
			'Merci aux personnes qui font ces logiciels libres et à celles qui les hébergent.',
			'---',
			'*Document fait par l’association elle-même (Les Amis du quartier), le 1er mars 2026, avec Émancip’Asso 0.2.0.*',
		])
	})
})

describe('people', () => {
	it('are the owner and those who take part', () => {
		expect(planRows({ context: french, names, actions: [planned(1, { title: 'a', status: 'idea', people: 'Alix' }, 'Bo')] })[1]!.slice(4, 6)).toEqual(['Bo', 'Alix'])
	})
})
