/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { StoredDocument } from '@emancipasso/shared/contract/app-documents'
import type { DiagnosisDocument, InventoryLine } from '@emancipasso/shared/diagnosis/answers'
import type { DiagnosisPacks } from './diagnosis-packs.ts'

import { inventoryLines } from '@emancipasso/shared/diagnosis/diagnosis-document'
import { progressOf, visibleQuestions } from '@emancipasso/shared/diagnosis/visible-questions'
import { computed, ref, shallowRef } from 'vue'
import { newId } from '../documents/document-api.ts'
import { openDocument } from '../documents/open-document.ts'
import { useAutosave } from '../documents/use-autosave.ts'
import { messageFor } from '../ocs.ts'
import { loadDiagnosisPacks } from './diagnosis-packs.ts'

/**
 * A diagnosis being answered: what shows, how far it is, and the saving of each answer.
 *
 * @param organisation id
 * @param id of the diagnosis
 */
export function useDiagnosis(organisation: string, id: string) {
	const packs = shallowRef<DiagnosisPacks | null>(null)
	const loadProblem = ref<string | null>(null)
	const autosave = useAutosave<DiagnosisDocument>(organisation, id, (content, stored) => ({ title: stored.title, status: statusOf(content) }))
	const { content } = autosave

	async function load(): Promise<void> {
		loadProblem.value = null
		try {
			const stored = await openDocument(organisation, id)
			packs.value = await loadDiagnosisPacks(versionOf(stored))
			autosave.accept(stored)
		} catch (error) {
			loadProblem.value = messageFor(error)
		}
	}

	function given(document: DiagnosisDocument) {
		return { questionnaire: packs.value!.questionnaire, answers: document.answers, inventory: inventoryLines(document).filter(({ tool }) => tool !== ''), form: document.form }
	}

	function statusOf(document: DiagnosisDocument): string {
		return packs.value && progressOf(visibleQuestions(given(document))).next === undefined ? 'done' : 'draft'
	}

	const visible = computed(() => packs.value && content.value ? visibleQuestions(given(content.value)) : null)
	const progress = computed(() => visible.value && progressOf(visible.value))
	const lines = computed(() => content.value ? inventoryLines(content.value) : [])

	/**
	 * Sets an answer; undefined takes it back.
	 *
	 * @param question id of the question
	 * @param value what was answered
	 */
	function answer(question: string, value: string | string[] | undefined): void {
		if (!content.value) {
			return
		}
		if (value === undefined) {
			delete content.value.answers[question]
		} else {
			content.value.answers[question] = value
		}
	}

	function addLine(): string {
		const line = newId()
		content.value!.inventory[line] = { use: '', tool: '', position: Math.max(0, ...lines.value.map(({ position }) => position)) + 1 }
		return line
	}

	/**
	 * Writes one line whole, so that a part which was emptied is gone.
	 *
	 * @param line id of the line
	 * @param change the line as it is now
	 */
	function writeLine(line: string, change: InventoryLine & { position: number }): void {
		content.value!.inventory[line] = change
	}

	function removeLine(line: string): void {
		delete content.value!.inventory[line]
	}

	function becomeFull(): void {
		content.value!.form = 'full'
	}

	return { ...autosave, packs, loadProblem, load, given, visible, progress, lines, answer, addLine, writeLine, removeLine, becomeFull }
}

function versionOf(stored: StoredDocument): string | undefined {
	const { questionnaire } = stored.document as Partial<DiagnosisDocument>
	return questionnaire?.version
}
