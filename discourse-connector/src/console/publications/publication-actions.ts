/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Decision } from '../../community/need-release.ts'
import type { Outcome } from '../route.ts'
import type { StaffVisit } from '../visit.ts'

import { refuseNeed, releaseNeed } from '../../community/need-release.ts'
import { Problem } from '../../platform/problem.ts'
import { isUuid } from '../records/record-data.ts'
import { MOST_REASON } from './publication-page.ts'

/** POST /publications/:uuid/release */
export async function releasePublication(visit: StaffVisit): Promise<Outcome> {
	const uuid = uuidIn(visit)
	return outcome(uuid, await releaseNeed(visit.parts.database, uuid), { fr: 'Publié : le besoin part au forum.', en: 'Published: the need goes to the forum.' })
}

/** POST /publications/:uuid/refuse */
export async function refusePublication(visit: StaffVisit): Promise<Outcome> {
	const uuid = uuidIn(visit)
	const reason = (visit.form.reason ?? '').slice(0, MOST_REASON)
	if (reason === '') {
		return { to: `/publications/${uuid}`, trouble: true, text: { fr: 'Écrivez pourquoi : l’association lira cette phrase.', en: 'Write why: the association reads this sentence.' } }
	}
	return outcome(uuid, await refuseNeed(visit.parts.database, uuid, reason), { fr: 'Refusé : le besoin reste caché, et son association lira pourquoi.', en: 'Refused: the need stays hidden, and its association reads why.' })
}

function outcome(uuid: string, decision: Decision, text: Outcome['text']): Outcome {
	switch (decision) {
		case 'done': return { to: '/publications', text, target: uuid }
		case 'unknown': throw new Problem('not-found')
		default: return { to: '/publications', trouble: true, text: { fr: 'Une décision avait déjà été prise, ou l’association a retiré ce besoin : rien n’a été changé.', en: 'A decision had been taken already, or the association withdrew this need: nothing was changed.' } }
	}
}

function uuidIn({ params }: StaffVisit): string {
	if (!isUuid(params.uuid)) {
		throw new Problem('not-found')
	}
	return params.uuid
}
