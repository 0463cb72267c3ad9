/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { DiagnosisDocument } from '../../diagnosis/answers.ts'
import type { Shape } from './check-shape.ts'
import type { ImportSetting } from './plan-import.ts'
import type { Portable } from './portable.ts'

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import shapeJson from '../../../data/portable.schema.json' with { type: 'json' }
import { documentLimit, NewDocument } from '../../contract/app-documents.ts'
import { diagnosisDocumentSchema } from '../../diagnosis/answers.ts'
import { inventoryLines } from '../../diagnosis/diagnosis-document.ts'
import { evaluate } from '../../diagnosis/evaluate.ts'
import { reference } from '../../diagnosis/testing/reference-data.ts'
import { actionSchema } from '../../plan/action.ts'
import { emptyPlan } from '../../plan/empty-plan.ts'
import { diagnoses, examplePortable, packs } from '../testing/stored.ts'
import { misfit } from './check-shape.ts'
import { planImport } from './plan-import.ts'
import { portableSchema, portableShape } from './portable.ts'
import { readPortable } from './read-portable.ts'

const shape = shapeJson as object as Shape
const portable = examplePortable()
const text = JSON.stringify(portable)

const elsewhere: ImportSetting = {
	newId: (old) => old.replace('-9000-', '-a000-'),
	questionnaires: [],
	catalogues: [],
	lines: new Set(),
	plan: null,
	limit: documentLimit,
}

function read(file: string): Portable {
	const answer = readPortable(file, shape)
	expect(answer).not.toHaveProperty('problem')
	return answer as Portable
}

/** The evaluation of a stored diagnosis, with what it carries or what its cloud has. */
function evaluationOf(document: DiagnosisDocument, own = packs) {
	const questionnaire = document.carried?.questionnaire ?? own.questionnaire
	return evaluate({ questionnaire, solutions: document.carried?.solutions ?? own.solutions, answers: document.answers, inventory: inventoryLines(document), form: document.form })
}

describe('everything as one file', () => {
	it('is held to the schema of the sources, which the browser has as data', () => {
		expect(JSON.parse(JSON.stringify(portableShape()))).toEqual(shapeJson)
		expect(portableSchema.safeParse(portable).success).toBe(true)
	})

	it('says that the association made it itself, when, and with what', () => {
		expect(portable).toMatchObject({ date: '2026-03-01', appVersion: '0.2.0', imprint: expect.stringContaining('par l’association elle-même') })
	})

	it('names people by what they are called, never by an account', () => {
		expect(text).toContain('"ownerName":"Camille"')
		expect(text).not.toContain('"camille"')
	})

	it.each(reference.associations.map(({ id }, at) => [id, at] as const))('gives %s the same result in a cloud that has other packs', (_, at) => {
		const { documents, remarks } = planImport(read(text), elsewhere)
		const imported = JSON.parse(JSON.stringify(documents[at]!.document)) as DiagnosisDocument
		const older = { questionnaire: { ...packs.questionnaire, rules: [], dimensions: packs.questionnaire.dimensions.slice(1) }, solutions: { ...packs.solutions, solutions: [] } }
		expect(evaluationOf(imported, older)).toEqual(evaluationOf(diagnoses[at]!.document as DiagnosisDocument))
		expect(remarks[at]).toEqual({ kind: 'questionnaire-brought', title: `Diagnostic ${at + 1}` })
	})

	it('brings no pack where the cloud has the same', () => {
		const { documents, remarks } = planImport(read(text), { ...elsewhere, questionnaires: [packs.questionnaire], catalogues: [packs.solutions] })
		expect(documents.every(({ document }) => !('carried' in document))).toBe(true)
		expect(remarks).toEqual([])
		expect(documents[0]!.document).toEqual(diagnoses[0]!.document)
	})

	it('can go on to a third cloud with the packs that it brought', () => {
		const second = planImport(read(text), elsewhere)
		const again = read(JSON.stringify({ ...portable, packs: { questionnaires: [], solutions: { ...packs.solutions, version: '8.8.8', solutions: [] } }, diagnoses: second.documents.filter(({ kind }) => kind === 'diagnosis').map((one) => ({ id: one.id, title: one.title, status: one.status, updatedAt: '2026-03-01T00:00:00.000Z', document: one.document })), actions: [] }))
		const third = planImport(again, { ...elsewhere, newId: (old) => old.replace('-a000-', '-b000-') })
		expect(evaluationOf(third.documents[2]!.document as DiagnosisDocument)).toEqual(evaluationOf(diagnoses[2]!.document as DiagnosisDocument))
	})

	it('says of a diagnosis that would be too large for the store that its questionnaire stays behind, and keeps its answers', () => {
		const { documents, remarks } = planImport(read(text), { ...elsewhere, limit: 60_000 })
		expect(remarks[0]).toEqual({ kind: 'questionnaire-too-large', title: 'Diagnostic 1' })
		expect(documents[0]!.document).toMatchObject({ answers: diagnoses[0]!.document!.answers })
		expect(documents[0]!.document).not.toHaveProperty('carried')
		const missing = planImport(read(JSON.stringify({ ...portable, packs: { ...portable.packs, questionnaires: [] } })), elsewhere)
		expect(missing.remarks[0]!.kind).toBe('questionnaire-missing')
	})

	it('makes documents that the store takes, with new ids that name one another as the old ones did', () => {
		const { documents } = planImport(read(text), elsewhere)
		for (const document of documents) {
			expect(NewDocument.safeParse(document).error).toBeUndefined()
			expect((document.kind === 'action' ? actionSchema : diagnosisDocumentSchema).safeParse(document.document).error).toBeUndefined()
			expect(JSON.stringify(document.document).length).toBeLessThan(documentLimit)
		}
		expect(documents.map(({ id }) => id).filter((id) => text.includes(id))).toEqual([])
		expect(documents[1]!.document.previous).toBe(documents[0]!.id)
		expect(documents.find(({ title }) => title.startsWith('Passer les fichiers'))!.document).toMatchObject({ origin: { diagnosis: documents[0]!.id }, people: 'Camille, le groupe numérique', migration: { line: 'line-0' } })
		expect(planImport(read(text), elsewhere)).toEqual(planImport(read(text), elsewhere))
	})

	it('makes the oldest diagnosis first, since the next cloud compares one with those that were there before it', () => {
		const [first, second, third] = portable.diagnoses.map(({ document, ...one }) => ({ ...one, document: { ...document, closedAt: undefined } }))
		const file = read(JSON.stringify({ ...portable, actions: [], diagnoses: [
			// The last one that was decided about comes first in a list.
			{ ...second, title: '2025', updatedAt: '2027-01-01T10:00:00.000Z', document: { ...second!.document, closedAt: '2025-03-01T10:00:00.000Z' } },
			{ ...third, title: '2026', updatedAt: '2026-03-01T10:00:00.000Z', document: { ...third!.document, closedAt: '2026-03-01T10:00:00.000Z' } },
			{ ...first, title: '2024', updatedAt: '2024-03-01T10:00:00.000Z' },
		] }))
		expect(planImport(file, elsewhere).documents.map(({ title }) => title)).toEqual(['2024', '2025', '2026'])
	})

	it('adds as many tools as the list has room for, and says how many it leaves out', () => {
		const file = read(JSON.stringify({ ...portable, lines: { 'line-0': portable.lines['line-0'], 'line-b': { use: 'mail', tool: 'gmail', position: 2 }, 'line-a': { use: 'chat', tool: 'slack', position: 1 } } }))
		const there = ['line-0', ...Array.from({ length: 198 }, (_, at) => `there-${at}`)]
		const { lines, remarks } = planImport(file, { ...elsewhere, lines: new Set(there) })
		expect(Object.keys(lines)).toEqual(['line-a'])
		expect(remarks).toContainEqual({ kind: 'tools-left-out', count: 1 })
		expect(planImport(file, elsewhere).remarks.map(({ kind }) => kind)).not.toContain('tools-left-out')
	})

	it('changes nothing that is there', () => {
		const { lines, plan } = planImport(read(text), { ...elsewhere, lines: new Set(['line-0']), plan: { ...emptyPlan, goals: { a: { text: 'La nôtre', position: 1 } } } })
		expect(lines).toEqual({})
		expect(plan).toBeNull()
		expect(planImport(read(text), { ...elsewhere, plan: { ...emptyPlan, goals: { b: { text: 'La nôtre', position: 1 } } } }).plan).toEqual({ goals: { a: { text: 'Autonomie', position: 1 } } })
	})
})

describe('a file that somebody made otherwise', () => {
	it.each([
		['', 'not-ours'],
		['{', 'not-ours'],
		['null', 'not-ours'],
		['[1]', 'not-ours'],
		['{"format":"another"}', 'not-ours'],
		[JSON.stringify({ ...portable, formatVersion: 2 }), 'newer'],
		[JSON.stringify({ ...portable, lines: [] }), 'damaged'],
		[`${'['.repeat(5000)}${']'.repeat(5000)}`, 'not-ours'],
	])('is refused: %.30s', (file, problem) => {
		expect(readPortable(file, shape)).toMatchObject({ problem })
	})

	it('says where it is damaged', () => {
		const damaged = structuredClone(portable)
		Object.assign(damaged.actions[1]!.document, { status: 'nonsense' })
		expect(readPortable(JSON.stringify(damaged), shape)).toEqual({ problem: 'damaged', place: 'actions › 1 › document › status' })
	})

	it('has no more answers, tools or points than ours can have', () => {
		const many = (most: number) => Array.from({ length: most + 1 }, (_, at) => `k${at}`)
		const [diagnosis] = portable.diagnoses
		const [action] = portable.actions
		for (const [place, changed] of [
			['lines', { lines: Object.fromEntries(many(200).map((key) => [key, portable.lines['line-0']!])) }],
			['diagnoses › 0 › document › answers', { diagnoses: [{ ...diagnosis!, document: { ...diagnosis!.document, answers: Object.fromEntries(many(300).map((key) => [key, 'x'])) } }] }],
			['actions › 0 › document › checklist', { actions: [{ ...action!, document: { ...action!.document, checklist: Object.fromEntries(many(100).map((key, position) => [key, { text: '', done: false, position }])) } }] }],
		] as const) {
			expect(readPortable(JSON.stringify({ ...portable, ...changed }), shape)).toEqual({ problem: 'damaged', place })
		}
	})

	it('brings no address that a click would run', () => {
		const damaged = structuredClone(portable)
		damaged.packs.solutions.solutions[0]!.homepage = 'javascript:alert(1)'
		expect(readPortable(JSON.stringify(damaged), shape)).toMatchObject({ problem: 'damaged' })
	})

	it('reaches into no object of ours', () => {
		const answer = read(text.replace('"lines":{', '"lines":{"__proto__":{"polluted":true},'))
		expect(answer.lines).not.toHaveProperty('polluted')
		expect(({} as { polluted?: true }).polluted).toBeUndefined()
	})

	it('ends at conditions that are deeper than any of ours', () => {
		const deep = text.replace('"when":{"flag":"no-backup"}', `"when":${'{"not":'.repeat(95)}{"always":true}${'}'.repeat(95)}`)
		expect(deep).not.toBe(text)
		expect(readPortable(deep, shape)).toMatchObject({ problem: 'damaged' })
	})

	it('is judged as the schemas of the sources judge it, wherever something is changed', () => {
		const { questionnaires: [questionnaire], solutions } = portable.packs
		const small: Portable = {
			...portable,
			diagnoses: portable.diagnoses.slice(0, 2),
			packs: {
				questionnaires: [{ ...questionnaire!, questions: questionnaire!.questions.slice(0, 2), rules: questionnaire!.rules.slice(0, 4), uses: questionnaire!.uses.slice(0, 2) }],
				solutions: { ...solutions, tools: solutions.tools.slice(0, 2), solutions: solutions.solutions.slice(0, 2), replacements: solutions.replacements.slice(0, 2) },
			},
		}
		const places = placesIn(small)
		fc.assert(fc.property(fc.nat(places.length - 1), fc.constantFrom<unknown>(undefined, null, true, -1, 0.001, 1e12, 'a', 'é'.repeat(5000), [], {}, { a: 1 }, ['a']), (at, value) => {
			const changed = changedAt(small, places[at]!, value)
			expect(misfit(changed, shape) === null).toBe(portableSchema.safeParse(changed).success)
		}), { numRuns: 400, seed: 7 })
	})
})

/** Where something stands, each as keys from the root. */
function placesIn(value: unknown, path: readonly string[] = []): (readonly string[])[] {
	return typeof value !== 'object' || value === null ? [path] : [path, ...Object.entries(value).flatMap(([key, inside]) => placesIn(inside, [...path, key]))]
}

/** A copy with another value at one place; undefined leaves it out. */
function changedAt(root: unknown, path: readonly string[], value: unknown): unknown {
	const [key, ...rest] = path
	if (key === undefined) {
		return value
	}
	const copy = (Array.isArray(root) ? [...root as unknown[]] : { ...root as object }) as Record<string, unknown>
	copy[key] = changedAt(copy[key], rest, value)
	if (copy[key] === undefined && !Array.isArray(copy)) {
		delete copy[key]
	}
	return copy
}
