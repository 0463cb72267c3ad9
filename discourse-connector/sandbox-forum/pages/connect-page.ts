/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Request, Response } from 'express'
import type { Forum } from '../forum.ts'

import { text } from '../fields.ts'
import { person } from '../people.ts'
import { formOf } from './actions.ts'
import { connectAnswer, readConnectRequest } from './connect-provider.ts'
import { html } from './html.ts'
import { page } from './layout.ts'
import { personCookie, viewOf } from './view.ts'

/** Where other sites ask who somebody is. */
export const CONNECT_PATH = '/session/sso_provider'

/**
 * Asks whoever looks who they want to be: here nobody has a password.
 *
 * @param forum whose people they are
 * @param request of another site, by way of the person's browser
 * @param response to answer with
 */
export function askWho(forum: Forum, request: Request, response: Response): void {
	const asked = readConnectRequest(forum, request.query)
	if ('status' in asked) {
		response.status(asked.status).type('text/plain').send(asked.sentence)
		return
	}
	if (asked.silent) {
		response.redirect(302, connectAnswer(asked, null))
		return
	}
	const view = viewOf(forum, request)
	const { say } = view
	// A form may send its reader on to that site only if the page says so.
	response.set('Content-Security-Policy', `default-src 'none'; style-src 'unsafe-inline'; form-action 'self' ${asked.returnUrl.origin}; base-uri 'none'; frame-ancestors 'none'`)
	response.send(page(view, say('connectTitle'), html`<h1>${say('connectTitle')}</h1>
<p>${say('connectAbout')} <strong>${asked.returnUrl.host}</strong></p>
<form method="post" action="${CONNECT_PATH}" class="box">
<input type="hidden" name="sso" value="${text(request.query.sso)}"><input type="hidden" name="sig" value="${text(request.query.sig)}">
<label>${say('yourName')} <input name="name" value="${view.person.name}" required maxlength="60" autocomplete="off"></label>
<label>${say('role')} <select name="role"><option value="moderator">${say('moderator')}</option><option value="admin">${say('admin')}</option><option value="member">${say('member')}</option></select></label>
<button class="main">${say('connect')}</button></form>`))
}

/**
 * Sends the person back with who they chose to be.
 *
 * @param forum whose people they are
 * @param request of the form
 * @param response to answer with
 */
export function sayWho(forum: Forum, request: Request, response: Response): void {
	const form = formOf(request)
	const asked = readConnectRequest(forum, form)
	if ('status' in asked) {
		response.status(asked.status).type('text/plain').send(asked.sentence)
		return
	}
	const role = form.role === 'member' ? 'member' : 'moderator'
	const { user } = person(forum, text(form.name) ?? '', role)
	if (user.id > 1) {
		user.admin = form.role === 'admin'
	}
	response.append('Set-Cookie', personCookie(user.name, role))
	response.redirect(302, connectAnswer(asked, user))
}
