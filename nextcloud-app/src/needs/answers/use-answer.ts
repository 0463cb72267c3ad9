/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { OwnAnswer } from '@emancipasso/shared/community/answer'
import type { Need } from '@emancipasso/shared/community/need'
import type { Organisation } from '@emancipasso/shared/contract/app-api'
import type { AnswerDraft, DraftPlace } from './answer-draft.ts'

import { findRedactions } from '@emancipasso/shared/community/redact'
import { computed, reactive, ref, shallowRef, watch } from 'vue'
import { t } from '../../l10n.ts'
import { messageFor } from '../../ocs.ts'
import { readMemberNames } from '../../organisation/member-names.ts'
import { putReply } from '../need-api.ts'
import { forgetAnswerDraft, keepAnswerDraft, readAnswerDraft } from './answer-draft.ts'

const spoken = /[\p{L}\p{N}]/u

/**
 * An answer while it is written: kept in this tab until it has arrived, and looked through before it becomes public.
 *
 * @param organisation for which the user answers
 * @param need that is answered
 * @param ownName of the user
 * @param own the answer to correct; null to write a new one
 */
export function useAnswer(organisation: Organisation, need: Need, ownName: string, own: OwnAnswer | null) {
	const place: DraftPlace = { organisation: organisation.id, need: need.uuid, answer: own?.uuid ?? 'new' }
	const draft = reactive<AnswerDraft>(readAnswerDraft(place) ?? { uuid: own?.uuid ?? crypto.randomUUID(), revision: own?.revision ?? null, name: own?.name ?? organisation.name, text: own?.text ?? '' })
	const failure = ref<string | null>(null)
	const busy = ref(false)
	const knownNames = shallowRef<readonly string[]>([ownName])

	// The name that is shown was chosen; whatever else it says is looked at.
	const redactions = computed(() => findRedactions({ answerName: draft.name, answer: draft.text }, { knownNames: knownNames.value, ownHost: location.host })
		.filter(({ field, kind }) => field !== 'answerName' || kind !== 'name'))
	const missing = computed(() => !spoken.test(draft.name) ? t('Say which name is shown.') : !spoken.test(draft.text) ? t('Write your answer first.') : null)

	watch(draft, () => {
		keepAnswerDraft(place, draft)
		// What was said of the earlier words may no longer be so.
		failure.value = null
	})
	void readMemberNames(organisation.id).then((names) => {
		knownNames.value = [ownName, ...names]
	})

	/**
	 * Sends the answer.
	 *
	 * @param known the answer as it is known to have arrived, when an earlier sending was not answered
	 * @return what the community took; null when it did not
	 */
	async function send(known: OwnAnswer | null): Promise<OwnAnswer | null> {
		failure.value = missing.value
		if (missing.value !== null) {
			return null
		}
		busy.value = true
		try {
			const { uuid, revision, name, text } = draft
			const taken = await putReply(organisation.id, need.uuid, uuid, { name: name.trim(), text: text.trim(), revision: known?.revision ?? revision })
			forgetAnswerDraft(place)
			return taken
		} catch (error) {
			failure.value = messageFor(error)
			return null
		} finally {
			busy.value = false
		}
	}

	return { draft, failure, busy, redactions, missing, send, giveUp: () => forgetAnswerDraft(place) }
}
