/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Language } from '@emancipasso/shared/language/localised-text'
import type { Response } from 'express'
import type { Problem } from './problem.ts'

/** Codes of the OCS meta that differ from the HTTP status, as Nextcloud answers them. */
const ocsCodes: Record<number, number> = { 401: 997, 404: 998, 500: 996 }

/**
 * Answers in the envelope of Nextcloud's OCS version 2.
 *
 * @param response to answer on
 * @param status of HTTP
 * @param data of the answer
 * @param message for people; only failures show one
 */
export function sendOcs(response: Response, status: number, data: unknown, message = ''): void {
	const ok = status >= 200 && status < 300
	const meta = { status: ok ? 'ok' : 'failure', statuscode: ok ? status : ocsCodes[status] ?? status, message: ok ? 'OK' : message }
	// As json_encode with JSON_HEX_TAG: a body that is mistaken for a page stays inert.
	const text = JSON.stringify({ ocs: { meta, data } }).replaceAll('<', '\\u003C').replaceAll('>', '\\u003E')
	response.status(status).type('application/json').set('Cache-Control', 'no-store').send(text)
}

/**
 * Answers a problem: its id for programs, its sentence for people.
 *
 * @param response to answer on
 * @param problem what went wrong
 * @param language of the sentence
 */
export function sendProblem(response: Response, problem: Problem, language: Language): void {
	const message = problem.words(language)
	const data = { problem: problem.id, message, ...(problem.field !== undefined && { field: problem.field }) }
	sendOcs(response, problem.status, data, message)
}
