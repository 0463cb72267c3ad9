/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Need } from '@emancipasso/shared/community/need'
import type { NeedWithReplies } from '@emancipasso/shared/contract/app-api'

import { onScopeDispose, ref, shallowRef } from 'vue'
import { messageFor } from '../ocs.ts'
import { hasMovingAnswer } from './answers/answer-standing.ts'
import { readNeed } from './need-api.ts'

const soon = 4_000
const later = 60_000

/**
 * A need as the community has it, looked at again while the page is open.
 *
 * @param organisation id of who asks
 * @param id of the need
 */
export function useLiveNeed(organisation: string, id: string) {
	const shown = shallowRef<NeedWithReplies | null>(null)
	const problem = ref<string | null>(null)
	let timer: ReturnType<typeof setTimeout> | undefined
	let closed = false

	async function load(): Promise<void> {
		clearTimeout(timer)
		try {
			const answer = await readNeed(organisation, id)
			if (closed) {
				return
			}
			shown.value = answer
			problem.value = null
			timer = setTimeout(() => void load(), isMoving(answer.need) || hasMovingAnswer(answer) ? soon : later)
		} catch (error) {
			problem.value = messageFor(error)
		}
	}

	onScopeDispose(() => {
		closed = true
		clearTimeout(timer)
	})

	return { shown, problem, load }
}

/**
 * Whether the need is on its way to the forum, where things move within seconds.
 *
 * @param need as the community has it
 */
export function isMoving(need: Pick<Need, 'status' | 'link'>): boolean {
	const { status, link } = need
	return status === 'published' && link.state !== 'linked' && link.state !== 'gone' && !link.problem
}
