/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { DocumentSummary, StoredDocument } from '@emancipasso/shared/contract/app-documents'
import type { DiagnosisDocument } from '@emancipasso/shared/diagnosis/answers'
import type { Comparison } from '@emancipasso/shared/diagnosis/compare'
import type { EvaluationInput } from '@emancipasso/shared/diagnosis/evaluate'
import type { DiagnosisPacks } from './diagnosis-packs.ts'

import { compareDiagnoses } from '@emancipasso/shared/diagnosis/compare'
import { inventoryLines } from '@emancipasso/shared/diagnosis/diagnosis-document'
import { computed, ref, shallowRef } from 'vue'
import { readDocument } from '../documents/document-api.ts'
import { messageFor } from '../ocs.ts'
import { loadDiagnosisPacks } from './diagnosis-packs.ts'
import { earlierThan, listOthers } from './other-diagnoses.ts'
import { useDiagnosis } from './use-diagnosis.ts'

/** A diagnosis of the past, with the questions that it was answered on. */
interface Earlier {
	readonly stored: StoredDocument
	readonly packs: DiagnosisPacks
	/** Whether it has its own copy of the tools: only then they are known as they were. */
	readonly hasTools: boolean
}

/**
 * A diagnosis beside an earlier one of the same organisation.
 *
 * @param organisation id
 * @param id of the later diagnosis
 */
export function useComparison(organisation: string, id: string) {
	const diagnosis = useDiagnosis(organisation, id)
	const choices = shallowRef<DocumentSummary[]>([])
	const earlier = shallowRef<Earlier | null>(null)
	const problem = ref<string | null>(null)
	const ready = ref(false)

	/** Reads the diagnosis and the list of earlier ones, and compares with the one it follows, or the last before it. */
	async function load(): Promise<void> {
		problem.value = null
		await diagnosis.load()
		try {
			const stored = diagnosis.stored.value
			if (stored) {
				choices.value = earlierThan(await listOthers(organisation, id), stored)
				const previous = diagnosis.content.value?.previous
				const first = choices.value.find((one) => one.id === previous) ?? choices.value[0]
				await (first && choose(first.id))
			}
			ready.value = true
		} catch (error) {
			problem.value = messageFor(error)
		}
	}

	/**
	 * @param other id of an earlier diagnosis
	 */
	async function choose(other: string): Promise<void> {
		problem.value = null
		try {
			const stored = await readDocument(organisation, other)
			const document = contentOf(stored)
			earlier.value = { stored, packs: await loadDiagnosisPacks(document), hasTools: document.inventory !== undefined }
		} catch (error) {
			problem.value = messageFor(error)
		}
	}

	const comparison = computed((): Comparison | null => {
		const { packs, content } = diagnosis
		if (!packs.value || !content.value || !earlier.value) {
			return null
		}
		const document = contentOf(earlier.value.stored)
		const { questionnaire, solutions } = earlier.value.packs
		const then: EvaluationInput = { questionnaire, solutions, answers: document.answers, inventory: inventoryLines(document), form: document.form }
		return compareDiagnoses(then, { ...diagnosis.given(content.value), solutions: packs.value.solutions })
	})

	return { diagnosis, choices, earlier, comparison, ready, problem, load, choose }
}

function contentOf(stored: StoredDocument): DiagnosisDocument {
	return stored.document as object as DiagnosisDocument
}
