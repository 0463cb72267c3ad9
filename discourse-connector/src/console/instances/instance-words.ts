/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Visit } from '../visit.ts'
import type { NeedCounts } from './instance-data.ts'

import { needStatuses } from '@emancipasso/shared/community/need-vocabulary'
import { number } from '../words.ts'

export const states = {
	active: { fr: 'actif', en: 'active' },
	suspended: { fr: 'suspendu', en: 'suspended' },
	revoked: { fr: 'accès retiré', en: 'access revoked' },
	erased: { fr: 'effacé', en: 'erased' },
}

export const SUSPEND = { fr: 'Suspendre', en: 'Suspend' }
export const RESUME = { fr: 'Rétablir', en: 'Resume' }

const counted = {
	held: { one: { fr: 'en attente', en: 'waiting' }, other: { fr: 'en attente', en: 'waiting' } },
	published: { one: { fr: 'publié', en: 'published' }, other: { fr: 'publiés', en: 'published' } },
	withdrawn: { one: { fr: 'retiré', en: 'withdrawn' }, other: { fr: 'retirés', en: 'withdrawn' } },
	erased: { one: { fr: 'effacé', en: 'erased' }, other: { fr: 'effacés', en: 'erased' } },
}

const NONE = { fr: 'aucun besoin', en: 'no need' }

/**
 * How many needs, in words.
 *
 * @param visit of the reader
 * @param needs by status
 */
export function countWords(visit: Visit, needs: NeedCounts): string {
	const { say } = visit
	const some = needStatuses.flatMap((status) => {
		const count = needs[status] ?? 0
		return count > 0 ? [`${number(visit, count)} ${say(counted[status][count === 1 ? 'one' : 'other'])}`] : []
	})
	return some.length === 0 ? say(NONE) : some.join(', ')
}
