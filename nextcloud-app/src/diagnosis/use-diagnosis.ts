/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { DiagnosisDocument } from '@emancipasso/shared/diagnosis/answers'
import type { DiagnosisPacks } from './diagnosis-packs.ts'
import type { LateAnswer } from './late-answers.ts'

import { closedStatus, closing } from '@emancipasso/shared/diagnosis/closing'
import { inventoryLines, isClosed } from '@emancipasso/shared/diagnosis/diagnosis-document'
import { nameOnceFull } from '@emancipasso/shared/diagnosis/diagnosis-name'
import { progressOf, visibleQuestions } from '@emancipasso/shared/diagnosis/visible-questions'
import { computed, ref, shallowRef } from 'vue'
import { joinAutosaves } from '../documents/join-autosaves.ts'
import { createPatch } from '../documents/merge-patch.ts'
import { openDocument } from '../documents/open-document.ts'
import { forgetUnsaved, readUnsaved } from '../documents/unsaved-copy.ts'
import { useAutosave } from '../documents/use-autosave.ts'
import { messageFor } from '../ocs.ts'
import { useInventory } from '../tools/use-inventory.ts'
import { loadDiagnosisPacks } from './diagnosis-packs.ts'
import { lateAnswers } from './late-answers.ts'

/**
 * A diagnosis being answered: what shows, how far it is, and the saving of each answer. Its tools are those of the
 * organisation's living inventory until it is closed; from then on they are its own copy.
 *
 * @param organisation id
 * @param id of the diagnosis
 */
export function useDiagnosis(organisation: string, id: string) {
	const packs = shallowRef<DiagnosisPacks | null>(null)
	const loadProblem = ref<string | null>(null)
	const late = shallowRef<LateAnswer[]>([])
	/** Names of the other diagnoses, as far as this page has read them. */
	let taken: readonly string[] = []
	const autosave = useAutosave<DiagnosisDocument>(organisation, id, (content, stored) => ({ title: content.form === 'full' ? nameOnceFull(stored.title, taken) : stored.title, status: statusOf(content) }))
	const inventory = useInventory(organisation)
	const { content } = autosave

	async function load(): Promise<void> {
		loadProblem.value = null
		try {
			const stored = await openDocument(organisation, id)
			const document = stored.document as object as DiagnosisDocument
			const [loaded] = await Promise.all([loadDiagnosisPacks(document), isClosed(document) ? null : inventory.load()])
			packs.value = loaded
			setLateAnswersApart(document)
			autosave.accept(stored)
			await handToolsOver()
		} catch (error) {
			loadProblem.value = messageFor(error)
		}
	}

	/** What was answered in this tab when somebody closed the diagnosis can be saved no more; the person is told what it was. */
	function setLateAnswersApart(document: DiagnosisDocument): void {
		const unsaved = readUnsaved(id)
		if (isClosed(document) && unsaved && Object.keys(createPatch(unsaved.base, unsaved.document)).some((part) => part !== 'decisions')) {
			late.value = lateAnswers(unsaved, document)
			forgetUnsaved(id)
		}
	}

	/** Earlier versions kept the tools inside a diagnosis that was still running. They go only once they are kept elsewhere. */
	async function handToolsOver(): Promise<void> {
		if (content.value?.inventory && !isClosed(content.value)) {
			inventory.takeOver(content.value.inventory)
			await inventory.save()
			if (inventory.isSaved.value) {
				delete content.value.inventory
			}
		}
	}

	function linesOf(document: DiagnosisDocument) {
		return isClosed(document) ? inventoryLines(document) : inventory.lines.value
	}

	function given(document: DiagnosisDocument) {
		return { questionnaire: packs.value!.questionnaire, answers: document.answers, inventory: linesOf(document).filter(({ tool }) => tool !== ''), form: document.form }
	}

	function statusOf(document: DiagnosisDocument): string {
		if (isClosed(document)) {
			return closedStatus
		}
		return packs.value && progressOf(visibleQuestions(given(document))).next === undefined ? 'done' : 'draft'
	}

	const visible = computed(() => packs.value && content.value ? visibleQuestions(given(content.value)) : null)
	const progress = computed(() => visible.value && progressOf(visible.value))
	const lines = computed(() => content.value ? linesOf(content.value) : [])

	/**
	 * Sets an answer; undefined takes it back.
	 *
	 * @param question id of the question
	 * @param value what was answered
	 */
	function answer(question: string, value: string | string[] | undefined): void {
		if (!content.value || isClosed(content.value)) {
			return
		}
		if (value === undefined) {
			delete content.value.answers[question]
		} else {
			content.value.answers[question] = value
		}
	}

	/**
	 * Writes the interviewer's note about a question; an empty one is no note.
	 *
	 * @param question id of the question
	 * @param words of the note
	 */
	function note(question: string, words: string): void {
		if (!content.value || isClosed(content.value)) {
			return
		}
		if (words !== '') {
			content.value.notes = { ...content.value.notes, [question]: words }
		} else if (content.value.notes) {
			delete content.value.notes[question]
		}
	}

	/**
	 * Goes on as a full diagnosis, and is called so.
	 *
	 * @param others names of the other diagnoses
	 */
	function becomeFull(others: readonly string[] = []): void {
		taken = others
		content.value!.form = 'full'
	}

	/** Ends the answering: the tools are copied as they are now. */
	async function close(): Promise<void> {
		await inventory.save()
		Object.assign(content.value!, closing(inventory.lines.value, packs.value!.solutions, new Date().toISOString()))
		await autosave.save()
	}

	/** Goes on answering, with the organisation's tools of today instead of the copy. */
	async function reopen(): Promise<void> {
		await inventory.load()
		delete content.value!.closedAt
		delete content.value!.catalogue
		delete content.value!.inventory
		await autosave.save()
	}

	return { ...autosave, ...joinAutosaves([autosave, inventory]), inventory, packs, loadProblem, late, load, given, visible, progress, lines, closed: computed(() => content.value !== null && isClosed(content.value)), answer, note, addLine: inventory.addLine, writeLine: inventory.writeLine, removeLine: inventory.removeLine, putLines: inventory.putLines, becomeFull, close, reopen }
}
