/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { StoredDocument } from '@emancipasso/shared/contract/app-documents'
import type { Answer, Decision, DiagnosisDocument } from '@emancipasso/shared/diagnosis/answers'
import type { Question, Questionnaire } from '@emancipasso/shared/diagnosis/questionnaire'

import { answered } from '@emancipasso/shared/diagnosis/compare-answers'
import { isAnswered } from '@emancipasso/shared/diagnosis/condition'
import { answersCompare, questionChange } from '@emancipasso/shared/diagnosis/question-change'
import { visibleQuestions } from '@emancipasso/shared/diagnosis/visible-questions'
import { shallowRef, watch } from 'vue'
import { readDocument } from '../documents/document-api.ts'
import { answerWords } from './answer-words.ts'
import { loadDiagnosisPacks } from './diagnosis-packs.ts'

/** What was answered to a question in an earlier diagnosis. */
export interface LastAnswer {
	/** When the earlier diagnosis was closed, or last changed; ISO 8601. */
	readonly at: string
	readonly words: string
	/** The same answer for today; null where the question has other options now, so that it could mean something else. */
	readonly answer: Answer | null
}

/**
 * The answers and decisions of the earlier diagnosis that this one follows, to be shown beside the questions and the
 * advice. Where it cannot be read, as when it was deleted, there are none: one can answer without them.
 *
 * @param organisation id
 * @param previous id of the earlier diagnosis, if there is one
 */
export function useLastTime(organisation: string, previous: () => string | undefined) {
	const earlier = shallowRef<{ stored: StoredDocument, questionnaire: Questionnaire } | null>(null)

	watch(previous, async (id) => {
		earlier.value = null
		if (id !== undefined) {
			try {
				const stored = await readDocument(organisation, id)
				const document = stored.document as object as DiagnosisDocument
				const { questionnaire } = await loadDiagnosisPacks(document)
				earlier.value = { stored, questionnaire }
			} catch {
				// Nothing is shown then.
			}
		}
	}, { immediate: true })

	/**
	 * @param question as it is asked today
	 */
	function answerTo(question: Question): LastAnswer | null {
		if (!earlier.value || question.type === 'inventory') {
			return null
		}
		const { stored, questionnaire } = earlier.value
		const document = stored.document as object as DiagnosisDocument
		const visible = visibleQuestions({ questionnaire, answers: document.answers, inventory: [], form: document.form })
		const before = visible.questions.find(({ id }) => id === question.id)
		const answer = visible.answers[question.id]
		if (!before || answer === undefined || !isAnswered(answer)) {
			return null
		}
		return { at: document.closedAt ?? stored.updatedAt, words: answerWords(before, answered(before, visible)), answer: answersCompare(questionChange(before, question)) ? answer : null }
	}

	/**
	 * What was decided then about an advice.
	 *
	 * @param rule id
	 */
	function decisionAbout(rule: string): Decision | null {
		return (earlier.value?.stored.document as DiagnosisDocument | undefined)?.decisions?.[rule] ?? null
	}

	return { answerTo, decisionAbout }
}
