/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { DiagnosisDocument } from '../../diagnosis/answers.ts'
import type { Questionnaire } from '../../diagnosis/questionnaire.ts'
import type { Solutions } from '../../plan/solution.ts'
import type { Shape } from './check-shape.ts'
import type { Portable } from './portable.ts'

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import shapeJson from '../../../data/portable.schema.json' with { type: 'json' }
import { documentLimit } from '../../contract/app-documents.ts'
import { inventoryLines } from '../../diagnosis/diagnosis-document.ts'
import { evaluate } from '../../diagnosis/evaluate.ts'
import { choosePack } from '../../packs/choose-pack.ts'
import { contextIn } from '../testing/example.ts'
import { diagnoses, line, packs } from '../testing/stored.ts'
import { makePortable } from './make-portable.ts'
import { planImport } from './plan-import.ts'
import { readPortable } from './read-portable.ts'

interface Cloud {
	/** The newest first. */
	readonly questionnaires: readonly Questionnaire[]
	readonly catalogues: readonly Solutions[]
}

const weights = [1, 3, 5]
const questionnaires = weights.map((weight, at): Questionnaire => ({ ...packs.questionnaire, version: `${at + 1}.0.0`, rules: packs.questionnaire.rules.slice(at), questions: packs.questionnaire.questions.map((one, place) => place % 3 === at ? { ...one, weight } : one) }))
const catalogues = [1, 2, 3, 4].map((at): Solutions => ({ ...packs.solutions, version: `${at}.0.0`, tools: packs.solutions.tools.filter((_, place) => place % 4 !== at - 1), solutions: packs.solutions.solutions.map((one, place) => place % 4 === at - 1 ? { ...one, freeStatus: 'disputed' } : one) }))

// Places in the lists above: what failed can be read.
const anyCloud = fc.record({ questionnaires: fc.shuffledSubarray([0, 1, 2], { minLength: 1 }), catalogues: fc.shuffledSubarray([0, 1, 2, 3], { minLength: 1 }) })
const anyDiagnosis = fc.record({ example: fc.nat(3), questionnaire: fc.nat(2), catalogue: fc.option(fc.nat(3)), closed: fc.boolean() })

type Places<Arbitrary> = Arbitrary extends fc.Arbitrary<infer Value> ? Value : never

function cloudOf(places: Places<typeof anyCloud>): Cloud {
	return { questionnaires: places.questionnaires.map((at) => questionnaires[at]!), catalogues: places.catalogues.map((at) => catalogues[at]!) }
}

function diagnosisOf({ example, questionnaire, catalogue, closed }: Places<typeof anyDiagnosis>): DiagnosisDocument {
	const { closedAt, ...open } = diagnoses[example]!.document as DiagnosisDocument
	const closing = { closedAt: closedAt!, ...catalogue === null ? {} : { catalogue: { version: catalogues[catalogue]!.version } } }
	return { ...open, questionnaire: { id: open.questionnaire.id, version: questionnaires[questionnaire]!.version }, ...closed ? closing : {} }
}

/** The packs that a cloud reads a diagnosis with, as the app chooses them. */
function readIn({ questionnaires: [newest, ...older], catalogues: [newestCatalogue, ...olderCatalogues] }: Cloud, { questionnaire, catalogue, carried }: DiagnosisDocument) {
	const of = (version: string | undefined) => (pack: { version: string }) => pack.version === version
	return {
		questionnaire: choosePack<Questionnaire>(questionnaire.version, { newest: newest!, carried: carried?.questionnaire, kept: older.find(of(questionnaire.version)) }).pack,
		solutions: choosePack<Solutions>(catalogue?.version, { newest: newestCatalogue!, carried: carried?.solutions, kept: olderCatalogues.find(of(catalogue?.version)) }).pack,
	}
}

function resultIn(cloud: Cloud, document: DiagnosisDocument) {
	return evaluate({ ...readIn(cloud, document), answers: document.answers, inventory: inventoryLines(document), form: document.form })
}

/** What comes of documents that one cloud writes into a file and another takes in. */
function moved(from: Cloud, to: Cloud, documents: readonly DiagnosisDocument[]): DiagnosisDocument[] {
	const file = makePortable({
		context: contextIn('fr'),
		diagnoses: documents.map((document, at) => ({ line: line('diagnosis', at + 1, document), ...readIn(from, document) })),
		lines: {},
		plan: null,
		actions: [],
		needs: [],
		solutions: from.catalogues[0]!,
	})
	const read = readPortable(JSON.stringify(file), shapeJson as object as Shape)
	expect(read).not.toHaveProperty('problem')
	const plan = planImport(read as Portable, { ...to, newId: (old) => old.replace('-9000-', '-a000-'), lines: new Set(), plan: null, limit: documentLimit })
	return documents.map((_, at) => plan.documents.find(({ id }) => id.endsWith(String(at + 1).padStart(12, '0')))!.document as object as DiagnosisDocument)
}

/** A cloud that lost a version reads with another one; where that version is at hand again, it counts. */
function isThereAgain(from: Cloud, to: Cloud, { questionnaire, catalogue, ...document }: DiagnosisDocument): boolean {
	const read = readIn(from, { questionnaire, catalogue, ...document } as DiagnosisDocument)
	return (read.questionnaire.version !== questionnaire.version && to.questionnaires.some(({ version }) => version === questionnaire.version))
		|| (catalogue !== undefined && read.solutions.version !== catalogue.version && to.catalogues.some(({ version }) => version === catalogue.version))
}

describe('a diagnosis that is moved with everything', () => {
	it('has the result that it had, whatever either cloud has, also after a second move', () => {
		fc.assert(fc.property(fc.tuple(anyCloud, anyCloud, anyCloud), fc.array(anyDiagnosis, { minLength: 1, maxLength: 3 }), (clouds, given) => {
			const [first, second, third] = clouds.map(cloudOf) as [Cloud, Cloud, Cloud]
			const documents = given.map(diagnosisOf)
			const there = moved(first, second, documents)
			const further = moved(second, third, there)
			for (const [at, document] of documents.entries()) {
				if (!isThereAgain(first, second, document)) {
					expect(resultIn(second, there[at]!)).toEqual(resultIn(first, document))
				}
				if (!isThereAgain(second, third, there[at]!)) {
					expect(resultIn(third, further[at]!)).toEqual(resultIn(second, there[at]!))
				}
			}
		}), { numRuns: 30, seed: 11 })
	})

	it('brings each catalogue that its diagnoses were closed with, beside the newest', () => {
		const closed = (version: string): DiagnosisDocument => ({ ...diagnoses[0]!.document as DiagnosisDocument, questionnaire: { id: packs.questionnaire.id, version: '1.0.0' }, catalogue: { version } })
		const from = { questionnaires, catalogues: catalogues.toReversed() }
		const [first, second] = moved(from, { questionnaires, catalogues: [{ ...packs.solutions, version: '9.0.0' }] }, [closed('1.0.0'), closed('2.0.0')])
		expect([first, second].map((one) => one?.carried?.solutions?.version)).toEqual(['1.0.0', '2.0.0'])
	})
})
