/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { NeedWithReplies } from '@emancipasso/shared/contract/app-api'

import { shallowRef } from 'vue'
import { hasMovingAnswer } from './answers/answer-standing.ts'
import { readNeed } from './need-api.ts'
import { isMoving, repliesComeBack } from './need-standing.ts'
import { usePolling } from './use-polling.ts'

/**
 * A need as the community has it, looked at again while the page is open.
 *
 * @param organisation id of who asks
 * @param id of the need
 */
export function useLiveNeed(organisation: string, id: string) {
	const shown = shallowRef<NeedWithReplies | null>(null)
	const { problem, load } = usePolling(() => readNeed(organisation, id), (answer) => {
		shown.value = answer
		return isMoving(answer.need) || hasMovingAnswer(answer) || repliesComeBack(answer) ? 'moving' : 'still'
	})
	return { shown, problem, load }
}
