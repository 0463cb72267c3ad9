/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Invitation } from '@emancipasso/shared/contract/app-workshop'
import type { Answers } from '@emancipasso/shared/diagnosis/answers'
import type { AnswerDoor } from './answer-door.ts'

import { workshopQuestions } from '@emancipasso/shared/diagnosis/workshop/workshop-questions'
import { computed, onScopeDispose, ref, shallowRef, watch } from 'vue'
import { newId } from '../../documents/document-api.ts'
import { t } from '../../l10n.ts'
import { messageFor, OcsError } from '../../ocs.ts'
import { forgetInTab, keepInTab, readFromTab } from '../../tab-storage.ts'

const pause = 800
const retry = 5_000

/** What a tab keeps of a response, so that a reload loses nothing and makes no second response. */
interface Kept {
	id: string
	answers: Answers
	name: string
}

/**
 * One's own response to a workshop: what is asked next, and the saving of each answer as one goes.
 *
 * @param door how one came here
 */
export function useResponse(door: AnswerDoor) {
	const key = `emancipasso:response:${door.key}`
	const kept = readFromTab<Kept>(key, 'id', 'answers')
	const id = kept?.id ?? newId()
	const answers = ref<Answers>(kept?.answers ?? {})
	const name = ref(kept?.name ?? '')
	const invitation = shallowRef<Invitation | null>(null)
	const problem = ref<string | null>(null)
	/** Whether trying again is of no use: the link has ended or leads nowhere. */
	const ended = ref(false)
	/** What a tab has kept from before a reload may not have arrived. */
	const state = ref<'saved' | 'waiting' | 'failed'>(kept ? 'waiting' : 'saved')
	let timer: ReturnType<typeof setTimeout> | undefined
	let running: Promise<void> | null = null
	/** Whether something of it has arrived since this page was opened. */
	const arrived = ref(false)

	const asked = computed(() => invitation.value
		? workshopQuestions(invitation.value.questionnaire, invitation.value.form, answers.value)
		: { questions: [], answers: {} })

	async function load(): Promise<void> {
		problem.value = null
		try {
			invitation.value = await door.read()
		} catch (error) {
			fail(error)
			return
		}
		if (state.value === 'waiting') {
			void save()
		}
	}

	/** Sends what was answered so far, once what is on its way has arrived: a response is sent whole, and the last one stays. */
	async function save(): Promise<void> {
		clearTimeout(timer)
		while (running) {
			await running
		}
		if (arrived.value && state.value === 'saved') {
			return
		}
		running = send().finally(() => {
			running = null
		})
		await running
	}

	async function send(): Promise<void> {
		const sent = JSON.stringify([asked.value.answers, name.value])
		try {
			await door.answer(id, { answers: asked.value.answers, ...name.value.trim() ? { name: name.value.trim() } : {} })
			problem.value = null
			arrived.value = true
			if (sent === JSON.stringify([asked.value.answers, name.value])) {
				state.value = 'saved'
			}
		} catch (error) {
			state.value = 'failed'
			fail(error)
			if (error instanceof OcsError && error.temporary) {
				timer = setTimeout(() => void save(), retry)
			}
		}
	}

	function fail(error: unknown): void {
		ended.value = error instanceof OcsError && error.status === 404
		problem.value = ended.value && arrived.value ? t('The workshop has ended. The answers that you had given have arrived and count; they can no longer be changed.') : messageFor(error)
	}

	watch([answers, name], () => {
		// A browser without tab storage still sends each answer.
		keepInTab(key, { id, answers: answers.value, name: name.value } satisfies Kept)
		state.value = 'waiting'
		clearTimeout(timer)
		timer = setTimeout(() => void save(), pause)
	}, { deep: true })

	/**
	 * Sets an answer; undefined takes it back.
	 *
	 * @param question id
	 * @param value what was answered
	 */
	function answer(question: string, value: string | string[] | undefined): void {
		if (value === undefined) {
			delete answers.value[question]
		} else {
			answers.value[question] = value
		}
	}

	/** Begins another response, of somebody who answers after this person on the same device. */
	function startOver(): void {
		forgetInTab(key)
		location.reload()
	}

	onScopeDispose(() => clearTimeout(timer))

	return { invitation, asked, answers, name, problem, ended, state, load, save, answer, startOver }
}
