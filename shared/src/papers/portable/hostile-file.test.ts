/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { DiagnosisDocument } from '../../diagnosis/answers.ts'
import type { Shape } from './check-shape.ts'
import type { ImportSetting } from './plan-import.ts'
import type { Portable } from './portable.ts'

import { describe, expect, it } from 'vitest'
import shapeJson from '../../../data/portable.schema.json' with { type: 'json' }
import { documentLimit } from '../../contract/app-documents.ts'
import { inventoryLines } from '../../diagnosis/diagnosis-document.ts'
import { evaluate } from '../../diagnosis/evaluate.ts'
import { examplePortable, packs } from '../testing/stored.ts'
import { planImport } from './plan-import.ts'
import { portableSchema } from './portable.ts'
import { readPortable } from './read-portable.ts'

const shape = shapeJson as object as Shape
const portable = examplePortable()
const text = JSON.stringify(portable)
const [diagnosis] = portable.diagnoses
const elsewhere: ImportSetting = { newId: (old) => old.replace('-9000-', '-a000-'), questionnaires: [packs.questionnaire], catalogues: [packs.solutions], lines: new Set(), plan: null, limit: documentLimit }

/** A JSON text with something inside at a place that holds no such thing. */
function withInside(place: string, json: string): string {
	const changed = text.replace(place, `${place}"extra":${json},`)
	expect(changed).not.toBe(text)
	return changed
}

function accepted(file: string): Portable {
	const answer = readPortable(file, shape)
	expect(answer).not.toHaveProperty('problem')
	return answer as Portable
}

describe('a file that somebody made to do harm', () => {
	it.each([
		['objects', '{"a":', '}'],
		['lists', '[', ']'],
	])('loses what is deep where nothing is expected, and is refused when it is too deep to be read: %s', (_, open, close) => {
		const deep = (depth: number) => readPortable(withInside('"document":{', `${open.repeat(depth)}1${close.repeat(depth)}`), shape)
		expect(deep(500)).toEqual(readPortable(text, shape))
		expect(deep(1_000_000)).toEqual({ problem: 'not-ours' })
	})

	it('brings in nothing of which the schema says nothing', () => {
		const file = withInside('"document":{', JSON.stringify('x'.repeat(2_000_000)))
		expect(accepted(file)).toEqual(portableSchema.parse(JSON.parse(file)))
		expect(JSON.stringify(planImport(accepted(file), elsewhere))).not.toContain('xxx')
	})

	it.each(['__proto__', 'constructor', 'prototype'])('reaches into no object by the key %s', (key) => {
		for (const place of ['"lines":{', '"answers":{', '"document":{', '"packs":{']) {
			const answer = readPortable(text.replace(place, `${place}"${key}":{"polluted":true},`), shape)
			expect(({} as { polluted?: true }).polluted).toBeUndefined()
			expect(answer).not.toHaveProperty('polluted')
		}
	})

	it('asks for nothing that every object has', () => {
		const [first, ...rules] = packs.questionnaire.rules
		const questionnaire = { ...packs.questionnaire, version: '7.0.0', questions: [{ ...packs.questionnaire.questions[0]!, id: 'constructor' }, ...packs.questionnaire.questions], rules: [{ ...first!, when: { q: 'constructor', op: 'answered' as const } }, ...rules] }
		const file = accepted(JSON.stringify({ ...portable, packs: { ...portable.packs, questionnaires: [questionnaire] }, diagnoses: [{ ...diagnosis!, readWith: undefined, document: { ...diagnosis!.document, questionnaire: { id: questionnaire.id, version: '7.0.0' } } }], actions: [] }))
		const [{ document }] = planImport(file, elsewhere).documents as readonly object[] as [{ document: object }]
		const { carried, answers, form, inventory } = document as DiagnosisDocument
		const { fired, visible } = evaluate({ questionnaire: carried!.questionnaire!, solutions: packs.solutions, answers, inventory: inventoryLines({ inventory }), form })
		expect(Object.keys(visible.answers)).not.toContain('constructor')
		expect(fired.map(({ rule }) => rule.id)).not.toContain(first!.id)
	})

	it.each([
		['two diagnoses', { diagnoses: [diagnosis, { ...diagnosis, title: 'Other' }], actions: [] }, 'diagnoses › 1 › id'],
		['an action and a diagnosis, in other letters', { diagnoses: [{ ...diagnosis, id: 'abcdefab-0000-4000-9000-000000000001' }], actions: [{ ...portable.actions[0], id: 'ABCDEFAB-0000-4000-9000-000000000001' }] }, 'actions › 0 › id'],
	])('is refused when %s have one id', (_, changed, place) => {
		expect(readPortable(JSON.stringify({ ...portable, ...changed }), shape)).toEqual({ problem: 'damaged', place })
	})

	it('names no document that is not in it, and none by the id that it has elsewhere', () => {
		const foreign = 'ffffffff-ffff-4fff-8fff-ffffffffffff'
		const file = accepted(JSON.stringify({
			...portable,
			diagnoses: [{ ...diagnosis!, document: { ...diagnosis!.document, previous: foreign } }],
			actions: [{ ...portable.actions[0]!, document: { ...portable.actions[0]!.document, origin: { diagnosis: foreign, rule: 'r-files-giant' } } }],
		}))
		const plan = JSON.stringify(planImport(file, elsewhere))
		expect(plan).not.toContain(foreign)
		expect(plan).not.toContain(diagnosis!.id)
	})

	it('leaves out what is larger than the store takes, and says so before anything is made', () => {
		const plan = planImport(accepted(text), { ...elsewhere, limit: 1500 })
		expect(plan.remarks).toContainEqual({ kind: 'document-too-large', title: diagnosis!.title })
		expect(plan.documents.every(({ document }) => JSON.stringify(document).length <= 1500)).toBe(true)
		expect(plan.documents.length).toBeGreaterThan(0)
	})

	it('replaces no pack: of one version the cloud’s own counts, and it is said that the file’s is another', () => {
		const other = { ...packs.questionnaire, rules: packs.questionnaire.rules.slice(1) }
		const file = accepted(JSON.stringify({ ...portable, packs: { ...portable.packs, questionnaires: [other] }, diagnoses: [diagnosis], actions: [] }))
		const plan = planImport(file, elsewhere)
		expect(plan.remarks).toEqual([{ kind: 'pack-differs', title: diagnosis!.title }])
		expect(plan.documents[0]!.document).not.toHaveProperty('carried')
		const reordered = { ...portable, packs: { ...portable.packs, questionnaires: [Object.fromEntries(Object.entries(packs.questionnaire).reverse())] } }
		expect(planImport(accepted(JSON.stringify(reordered)), elsewhere).remarks).toEqual([])
	})

	it('says the same of a catalogue in which a tool is judged otherwise', () => {
		const other = { ...packs.solutions, solutions: packs.solutions.solutions.map((one) => ({ ...one, freeStatus: 'disputed' as const })) }
		const plan = planImport(accepted(JSON.stringify({ ...portable, packs: { ...portable.packs, solutions: other }, diagnoses: [diagnosis], actions: [] })), elsewhere)
		expect(plan.remarks.map(({ kind }) => kind)).toEqual(['pack-differs'])
	})
})
