/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { DocumentKind } from '@emancipasso/shared/contract/app-documents'
import type { AppClient } from '../contract/app-client.ts'
import type { User } from '../contract/app-under-test.ts'
import type { Marks } from './marks.ts'

import { NeedDraft } from '@emancipasso/shared/community/need'
import { Organisation, OrganisationInput, Start } from '@emancipasso/shared/contract/app-api'
import { NewDocument, StoredDocument } from '@emancipasso/shared/contract/app-documents'
import { NewFile, SavedFile } from '@emancipasso/shared/contract/app-files'
import { OpenedWorkshop, WorkshopResponse } from '@emancipasso/shared/contract/app-workshop'
import { diagnosisDocumentSchema } from '@emancipasso/shared/diagnosis/answers'
import { questionnaire } from '@emancipasso/shared/diagnosis/testing/reference-data'
import { actionSchema } from '@emancipasso/shared/plan/action'
import { inventoryDocumentSchema } from '@emancipasso/shared/plan/inventory-document'
import { planDocumentSchema } from '@emancipasso/shared/plan/plan-document'
import { randomUUID } from 'node:crypto'
import { expect } from 'vitest'
import { z } from 'zod'
import { at } from '../contract/scene.ts'
import { fillTexts } from './fill-texts.ts'

/** What each kind of document holds: a new kind, and a new field of one, is filled too. */
const shapes: Record<DocumentKind, z.ZodType<Record<string, unknown>>> = {
	// What an import carries along are packs, which are public.
	diagnosis: diagnosisDocumentSchema.omit({ carried: true }),
	inventory: inventoryDocumentSchema,
	action: actionSchema,
	plan: planDocumentSchema,
	need: NeedDraft,
	// No screen writes one yet.
	shortlist: z.record(z.string(), z.string()),
}

/** What a schema leaves open. */
const given: Partial<Record<DocumentKind, Record<string, unknown>>> = { diagnosis: { '.questionnaire.version': questionnaire.version, '.catalogue.version': '1.0.0' } }

/**
 * Makes an organisation whose every text is a mark.
 *
 * @param client of the app
 * @param marks where they are made
 */
export async function makeOrganisation(client: AppClient, marks: Marks): Promise<Organisation> {
	const groups = { '.membersGroup': 'association', '.managersGroup': 'bureau', '.publishersGroup': 'bureau' }
	return await client.data(Organisation, 'camille', 'createOrganisation', { body: fillTexts(OrganisationInput, 'organisation', marks, groups) })
}

/**
 * Keeps a document of every kind with a mark in every text, and then saves other marks over them, which makes history.
 *
 * @param client of the app
 * @param organisation id
 * @param marks where they are made
 */
export async function keepEverything(client: AppClient, organisation: string, marks: Marks): Promise<void> {
	for (const kind of Object.keys(shapes) as DocumentKind[]) {
		const id = randomUUID()
		const body = fillTexts(NewDocument, `document of ${kind}`, marks, { '.id': id, '.kind': kind, '.owner': 'dominique', '.document': content(kind, kind, marks) })
		const { revision } = await client.data(StoredDocument, 'camille', 'createDocument', { parameters: { organisation }, body })
		await client.data(StoredDocument, 'camille', 'patchDocument', { ...at(organisation, id), body: { revision, patch: content(kind, `${kind} saved again`, marks) } })
	}
}

/**
 * Saves a paper, whose folder and name are marks.
 *
 * @param client of the app
 * @param organisation id
 * @param marks where they are made
 * @return what the app says of it
 */
export async function savePaper(client: AppClient, organisation: string, marks: Marks): Promise<SavedFile> {
	const body = fillTexts(NewFile, 'paper', marks, { '.folder': `/${marks.make('paper.folder')}`, '.name': `${marks.make('paper.name')}.md`, '.content': btoa('# Un papier') })
	return await client.data(SavedFile, 'dominique', 'saveFile', { parameters: { organisation }, body })
}

/**
 * Holds a workshop in which every text is a mark: with names and without, by link, as a member, and from a sheet.
 *
 * @param client of the app
 * @param organisation id
 * @param marks where they are made
 * @param unkept where the words are made that are sent all the same: answers that are no options, and names where none are asked
 */
export async function holdWorkshops(client: AppClient, organisation: string, marks: Marks, unkept: Marks): Promise<void> {
	const { packs } = await client.data(Start, 'dominique', 'start')
	const version = packs.find(({ name }) => name === 'questionnaire')!.version
	for (const anonymous of [false, true]) {
		const id = randomUUID()
		const what = anonymous ? 'anonymous workshop' : 'workshop with names'
		const place = at(organisation, id)
		await client.data(StoredDocument, 'dominique', 'createDocument', { parameters: { organisation }, body: { id, kind: 'diagnosis', title: marks.make(`${what}.title`), status: 'draft', document: {} } })
		const { token } = await client.data(OpenedWorkshop, 'camille', 'openWorkshop', { ...place, body: { anonymous, form: 'full', days: 7, questionnaire: version } })
		const respond = async (user: User, operation: string, parameters: Record<string, string>, how: string) => {
			const response = fillTexts(WorkshopResponse, `${what} ${how}`, unkept, { '.name': (anonymous ? unkept : marks).make(`${what} ${how}.name`) })
			const answers = { ...response.answers, ...Object.fromEntries(questionnaire.questions.map((question) => [question.id, unkept.make(`${what} ${how}.answers.${question.id}`)])) }
			const reply = await client.call(user, operation, { parameters: { ...parameters, response: randomUUID() }, body: { ...response, answers } })
			expect(reply.status, reply.text).toBe(200)
		}
		await respond('anonymous', 'answerInvitation', { token }, 'by link')
		await respond('dominique', 'answerOwnInvitation', place.parameters, 'by account')
		await respond('camille', 'keepResponse', place.parameters, 'from a sheet')
	}
}

function content(kind: DocumentKind, name: string, marks: Marks): Record<string, unknown> {
	const filled = fillTexts(shapes[kind], name, marks, given[kind])
	const perQuestion = (field: string) => Object.fromEntries(questionnaire.questions.map(({ id }) => [id, marks.make(`${name}.${field}.${id}`)]))
	return kind === 'diagnosis' ? { ...filled, answers: { ...filled.answers as object, ...perQuestion('answers') }, notes: { ...filled.notes as object, ...perQuestion('notes') } } : filled
}
