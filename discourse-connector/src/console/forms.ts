/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { LocalisedText } from '@emancipasso/shared/language/localised-text'
import type { Html } from '../platform/html.ts'
import type { Session } from './session/session-store.ts'
import type { StaffVisit } from './visit.ts'

import { html } from '../platform/html.ts'

/**
 * What proves that a form is our own; belongs into each.
 *
 * @param session of the reader
 */
export function tokenField(session: Pick<Session, 'formToken'>): Html {
	return html`<input type="hidden" name="token" value="${session.formToken}">`
}

/**
 * A button that does one thing.
 *
 * @param visit of the reader
 * @param path of the action, below the console
 * @param label of the button
 * @param options how it looks
 * @param options.about what it is done to, for those who hear the button alone
 * @param options.kind of the button
 * @param options.fields hidden ones
 * @param options.content fields to see, before the button
 */
export function actionForm(visit: StaffVisit, path: string, label: LocalisedText, options: { about?: string, kind?: 'main' | 'danger', fields?: Html, content?: Html } = {}): Html {
	const { about, kind = '', fields, content } = options
	return html`<form method="post" action="${visit.base}${path}" class="${content === undefined ? 'inline' : 'stacked'}">${tokenField(visit.session)}${fields}${content}
<button class="${kind}">${visit.say(label)}${about === undefined ? undefined : html`<span class="hidden"> ${about}</span>`}</button></form>`
}

/**
 * A text of several lines with its label.
 *
 * @param id of the field on this page
 * @param name that it is sent under
 * @param label of the field
 * @param options what it holds
 * @param options.value at first
 * @param options.hint what to write
 * @param options.most characters
 * @param options.optional whether it may stay empty
 */
export function textArea(id: string, name: string, label: string, options: { value?: string, hint?: string, most: number, optional?: boolean }): Html {
	const { value = '', hint, most, optional = false } = options
	return html`<label for="${id}">${label}</label>
${hint === undefined ? undefined : html`<p class="hint" id="${id}-hint">${hint}</p>`}
<textarea id="${id}" name="${name}" rows="3" maxlength="${most}"${optional ? undefined : html` required`}${hint === undefined ? undefined : html` aria-describedby="${id}-hint"`}>
${value}</textarea>`
}
