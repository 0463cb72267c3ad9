/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Language } from '../language/localised-text.ts'
import type { PlanDocument } from '../plan/plan-document.ts'
import type { Item } from './paper.ts'

import { longDay } from './context.ts'

const colon = { fr: '\u00a0:', en: ':' }

/**
 * What bodies decided, newest first: the day and the body, then the text and how people voted. One without words says
 * nothing yet.
 *
 * @param plan the plan's own document, if there is one
 * @param language the reader's language
 */
export function decisionItems(plan: Pick<PlanDocument, 'decisions'> | null | undefined, language: Language): Item[] {
	return Object.values(plan?.decisions ?? {})
		.filter(({ text }) => text.trim() !== '')
		.toSorted((a, b) => b.date.localeCompare(a.date))
		.map(({ date, body, text, votes }) => ({
			lead: `${[longDay(date, language), body].filter(Boolean).join(', ')}${colon[language]}`,
			text: votes ? `${text} (${votes})` : text,
		}))
}
