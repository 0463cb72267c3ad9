/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Need } from '@emancipasso/shared/community/need'
import type { DocumentSummary } from '@emancipasso/shared/contract/app-documents'
import type { Workshop } from '@emancipasso/shared/contract/app-workshop'

import { ref, shallowRef } from 'vue'
import { listDocuments } from '../documents/document-api.ts'
import { listNeeds } from '../needs/need-api.ts'
import { messageFor } from '../ocs.ts'
import { findWorkshops } from '../workshop/find-workshops.ts'

/**
 * What the organisation has under way.
 *
 * @param organisation id
 */
export function useOverview(organisation: string) {
	const diagnosis = shallowRef<DocumentSummary | null>(null)
	/** Of that diagnosis; null without one. */
	const workshop = shallowRef<Workshop | null>(null)
	const actions = shallowRef<DocumentSummary[]>([])
	const drafts = shallowRef<DocumentSummary[]>([])
	const published = shallowRef<Need[]>([])
	/** Sent, and not to be seen by others before somebody of the community has read them. */
	const held = shallowRef<Need[]>([])
	const ready = ref(false)
	const problem = ref<string | null>(null)

	async function load(): Promise<void> {
		problem.value = null
		try {
			const [diagnoses, needs, planned] = await Promise.all([listDocuments(organisation, 'diagnosis'), listDocuments(organisation, 'need'), listDocuments(organisation, 'action')])
			const workshops = await findWorkshops(organisation, diagnoses)
			// What people can answer now comes before what was begun since.
			diagnosis.value = diagnoses.find(({ id }) => workshops.get(id)?.open) ?? diagnoses[0] ?? null
			workshop.value = workshops.get(diagnosis.value?.id ?? '') ?? null
			actions.value = planned
			drafts.value = needs.filter(({ status }) => status === 'draft')
			ready.value = true
			// The cards stand without the community; its news come on top when it can be reached.
			const { items } = await listNeeds(organisation, { mine: 'true' }).catch(() => ({ items: [] as Need[] }))
			published.value = items.filter((need) => need.status === 'published')
			held.value = items.filter((need) => need.status === 'held')
		} catch (error) {
			problem.value = messageFor(error)
		}
	}

	return { diagnosis, workshop, actions, drafts, published, held, ready, problem, load }
}
