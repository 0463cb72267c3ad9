/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { StoredDocument } from '@emancipasso/shared/contract/app-documents'
import type { DiagnosisDocument } from '@emancipasso/shared/diagnosis/answers'

import questionnaire from '@emancipasso/shared/data/questionnaire.json'
import solutions from '@emancipasso/shared/data/solutions.json'
import { newDiagnosis } from '@emancipasso/shared/diagnosis/diagnosis-document'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { effectScope } from 'vue'
import { diagnosisServer } from '../testing/diagnosis-server.ts'
import { storedDocument } from '../testing/fake-server.ts'
import { toggleOption } from './choices.ts'
import { toolIdOf } from './inventory-words.ts'
import { useDiagnosis } from './use-diagnosis.ts'

describe('a diagnosis being answered', () => {
	let documents: ReturnType<typeof diagnosisServer>
	let scope: ReturnType<typeof effectScope>

	beforeEach(() => {
		sessionStorage.clear()
		scope = effectScope()
	})
	afterEach(async () => {
		scope.stop()
		await vi.waitFor(() => expect(sessionStorage).toHaveLength(0))
		vi.unstubAllGlobals()
	})

	async function open(form: 'short' | 'full', ...given: [Partial<DiagnosisDocument>?, StoredDocument[]?]) {
		documents = diagnosisServer(form, ...given)
		const diagnosis = scope.run(() => useDiagnosis('org', documents.store.stored.id))!
		await diagnosis.load()
		expect(diagnosis.loadProblem.value).toBeNull()
		return diagnosis
	}

	it('asks the twenty questions of the short form, then goes on as the full one without asking again', async () => {
		const diagnosis = await open('short')
		expect(diagnosis.progress.value).toMatchObject({ answered: 0, total: 20 })
		diagnosis.answer('gov-mandate', 'never')
		expect(diagnosis.progress.value?.answered).toBe(1)
		diagnosis.becomeFull()
		expect(diagnosis.progress.value?.total).toBeGreaterThan(40)
		expect(diagnosis.progress.value?.answered).toBe(1)
		await diagnosis.save()
	})

	it('hides a question that no longer applies, keeps its answer, and shows both again', async () => {
		const diagnosis = await open('full')
		const shows = () => diagnosis.visible.value!.questions.some(({ id }) => id === 'public-trackers')
		const website = questionnaire.questions.find(({ id }) => id === 'public-website')!
		const other = website.options!.find(({ id }) => id !== 'none')!.id
		diagnosis.answer('public-website', other)
		diagnosis.answer('public-trackers', 'unknown')
		expect(shows()).toBe(true)
		diagnosis.answer('public-website', 'none')
		expect(shows()).toBe(false)
		diagnosis.answer('public-website', other)
		expect(diagnosis.visible.value!.answers['public-trackers']).toBe('unknown')
		await diagnosis.save()
	})

	it('counts “I don’t know” as dealt with, and says when everything is', async () => {
		const diagnosis = await open('short')
		for (const { id, type, options } of diagnosis.visible.value!.questions) {
			diagnosis.answer(id, type === 'multi' ? [options![0]!.id] : options ? (options.find((option) => option.id === 'unknown') ?? options[0])!.id : '')
		}
		expect(diagnosis.progress.value?.next).toBeUndefined()
		await diagnosis.save()
		expect(documents.store.stored.status).toBe('done')
	})

	it('writes the tools that the organisation has, each under its own id, so that two people can add some at once', async () => {
		const diagnosis = await open('full')
		const [first, second] = [diagnosis.addLine(), diagnosis.addLine()]
		diagnosis.writeLine(first, { use: 'files', tool: 'google-drive', hosting: 'giant', position: 1 })
		diagnosis.writeLine(second, { use: 'office', tool: 'Notre tableur', position: 2 })
		await diagnosis.save()
		documents.changeTools({ theirs: { use: 'email', tool: 'gmail', position: 3 } })
		diagnosis.removeLine(second)
		await diagnosis.save()
		await diagnosis.save()
		expect(Object.keys(documents.tools()!).sort()).toEqual([first, 'theirs'].sort())
		expect(documents.store.stored.document).not.toHaveProperty('inventory')
	})

	it('keeps its own copy of the tools once it is closed, whatever becomes of them', async () => {
		const copy = { a: { use: 'files', tool: 'dropbox', status: 'to-start', position: 1 } }
		const diagnosis = await open('full', { inventory: copy, closedAt: '2026-01-01T10:00:00.000Z' })
		expect(diagnosis.lines.value).toEqual([{ ...copy.a, id: 'a' }])
		expect(documents.tools()).toBeUndefined()
	})

	it('sets apart what was answered in this tab when somebody else closed it', async () => {
		const closedAt = '2026-01-01T10:00:00.000Z'
		const before = newDiagnosis(questionnaire, 'full')
		sessionStorage.setItem('emancipasso:unsaved:11111111-1111-4111-8111-111111111111', JSON.stringify({ base: before, document: { ...before, answers: { 'gov-lead': 'group' } } }))
		const diagnosis = await open('full', { closedAt, inventory: {} })
		expect(diagnosis.content.value?.answers).toEqual({})
		expect(diagnosis.isSaved.value).toBe(true)
		expect(diagnosis.late.value).toEqual([{ path: ['answers', 'gov-lead'], value: 'group' }])
	})

	it('has nothing to set apart when what was answered had arrived before it was closed', async () => {
		const before = newDiagnosis(questionnaire, 'full')
		sessionStorage.setItem('emancipasso:unsaved:11111111-1111-4111-8111-111111111111', JSON.stringify({ base: before, document: { ...before, answers: { 'gov-lead': 'group' } } }))
		const diagnosis = await open('full', { closedAt: '2026-01-01T10:00:00.000Z', inventory: {}, answers: { 'gov-lead': 'group' } })
		expect(diagnosis.late.value).toEqual([])
	})

	it('hands the tools of a running diagnosis of an earlier version over to the organisation', async () => {
		const old = { use: 'files', tool: 'dropbox', position: 1 }
		const diagnosis = await open('full', { inventory: { old } })
		await diagnosis.save()
		expect(documents.tools()).toEqual({ old })
		expect(documents.store.stored.document).not.toHaveProperty('inventory')
		expect(diagnosis.given(diagnosis.content.value!).inventory).toMatchObject([old])
	})

	it('says of a tool what the plan says, and tells the plan what is said of the tool', async () => {
		const action = { schemaVersion: 1, title: 'Move the files', status: 'testing', checklist: {}, migration: { line: 'a', use: 'files', from: 'dropbox', to: 'nextcloud-files' } }
		const diagnosis = await open('full', { inventory: { a: { use: 'files', tool: 'dropbox', status: 'to-start', position: 1 } } }, [{ ...storedDocument(action), id: '22222222-2222-4222-8222-222222222222', kind: 'action', status: 'testing' }])
		expect(diagnosis.lines.value[0]?.status).toBe('testing')
		diagnosis.writeLine('a', { use: 'files', tool: 'dropbox', status: 'kept', position: 1 })
		expect(diagnosis.lines.value[0]?.status).toBe('kept')
		await diagnosis.save()
		await vi.waitFor(() => expect(documents.cloud.all('action')[0]).toMatchObject({ status: 'kept', document: { status: 'kept', title: 'Move the files' } }))
	})
})

describe('choosing several options', () => {
	const question = { id: 'q', dimension: 'd', type: 'multi' as const, text: { fr: '', en: '' }, options: ['a', 'b', 'none', 'unknown'].map((id) => ({ id, text: { fr: id, en: id }, ...(id === 'none' ? { exclusive: true as const } : {}) })) }

	it('keeps the order of the question, and lets “none” and “I don’t know” stand alone', () => {
		expect(toggleOption(question, ['b'], 'a')).toEqual(['a', 'b'])
		expect(toggleOption(question, ['a', 'b'], 'b')).toEqual(['a'])
		expect(toggleOption(question, ['a', 'b'], 'none')).toEqual(['none'])
		expect(toggleOption(question, ['none'], 'unknown')).toEqual(['unknown'])
		expect(toggleOption(question, ['unknown'], 'a')).toEqual(['a'])
	})
})

describe('naming a tool', () => {
	it('finds it in the catalogue whatever the accents and capitals, and keeps other words as they are', () => {
		const catalogue = solutions as object as Parameters<typeof toolIdOf>[0]
		expect(toolIdOf(catalogue, 'google drive')).toBe('google-drive')
		expect(toolIdOf(catalogue, ' Le tableur de Paul ')).toBe('Le tableur de Paul')
	})
})
