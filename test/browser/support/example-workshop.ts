/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import questions from '@emancipasso/shared/data/questionnaire.json' with { type: 'json' }
import { randomUUID } from 'node:crypto'

/** How many people answer in the example. */
const people = 6

/**
 * Holds a workshop in which people agree about some things and not about others.
 *
 * @param call a route of the app
 * @param diagnosis path of its diagnosis
 * @param version of the questionnaire's pack
 * @return the secret of its link
 */
export async function holdWorkshop(call: (method: string, path: string, body?: unknown) => Promise<Record<string, unknown>>, diagnosis: string, version: string): Promise<string> {
	const { token } = await call('PUT', `${diagnosis}/workshop`, { anonymous: true, form: 'short', days: 7, questionnaire: version })
	const asked = questions.questions.filter(({ id, options }) => options && questions.shortForm.questions.includes(id))
	for (let person = 0; person < people; person++) {
		// Every third question is answered alike by all, every third by two camps, the others each in their own way.
		const answers = Object.fromEntries(asked.map(({ id, type, options }, at) => {
			const { id: chosen } = options!.at([0, person % 2, person + at][at % 3]! % options!.length)!
			return [id, type === 'multi' ? [chosen] : chosen]
		}))
		await call('PUT', `/workshops/${String(token)}/responses/${randomUUID()}`, { answers })
	}
	return String(token)
}
