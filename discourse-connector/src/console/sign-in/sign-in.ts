/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Request, Response } from 'express'
import type { ConsoleParts } from '../parts.ts'
import type { refusals } from './sign-in-page.ts'

import { noteAction } from '../../platform/action-log.ts'
import { RequestBudget } from '../../platform/request-budget.ts'
import { cookieOf, setCookie } from '../session/cookies.ts'
import { isFromOwnPage } from '../session/same-origin.ts'
import { hashOf, isSame } from '../session/secret.ts'
import { SessionStore } from '../session/session-store.ts'
import { basePath } from '../visit.ts'
import { backTo } from './back.ts'
import { forumSignInUrl, readForumAnswer } from './discourse-connect.ts'
import { NONCE_SECONDS, NonceStore } from './nonce-store.ts'
import { FORUM_SIGN_IN, waysIn } from './ways.ts'

export const SESSION_COOKIE = 'emancipasso_console'
const NONCE_COOKIE = 'emancipasso_nonce'

/** Whom the audit log names when the operator's secret let in. */
export const ADMIN_TOKEN_PERSON = 'admin-token'

/** Tries of one address in a minute. */
const TRIES = 10

/** What lets people in. */
export class SignIn {
	readonly #parts: ConsoleParts
	readonly #sessions: SessionStore
	readonly #nonces: NonceStore
	readonly #tries: RequestBudget

	constructor(parts: ConsoleParts) {
		this.#parts = parts
		this.#sessions = new SessionStore(parts.database)
		this.#nonces = new NonceStore(parts.database)
		this.#tries = new RequestBudget(parts.database, TRIES)
	}

	/** POST /sign-in/token */
	async withToken(request: Request, response: Response): Promise<void> {
		const { adminToken } = await waysIn(this.#parts)
		const form = request.body as Record<string, unknown> | undefined
		if (!isFromOwnPage(request, this.#parts)) {
			return this.#refuse(response, 'origin')
		}
		if (adminToken === undefined) {
			return this.#refuse(response, 'closed')
		}
		if (await this.#triesTooOften(request)) {
			return this.#refuse(response, 'often')
		}
		if (!isSame(String(form?.token ?? '').trim(), adminToken)) {
			return this.#refuse(response, 'token')
		}
		await this.#letIn(response, ADMIN_TOKEN_PERSON, adminToken, 'sign-in-token')
		response.redirect(303, `${basePath(this.#parts)}${backTo(String(form?.back ?? ''))}`)
	}

	/** GET /sign-in/forum: off to the forum. */
	async toForum(request: Request, response: Response): Promise<void> {
		const { forum } = await waysIn(this.#parts)
		if (forum === undefined) {
			return this.#refuse(response, 'closed')
		}
		const back = backTo(typeof request.query.back === 'string' ? request.query.back : undefined)
		if (request.host !== new URL(this.#parts.url).host && request.query.moved === undefined) {
			// The forum comes back to the one address that is configured, and the cookie must be there then.
			response.redirect(303, `${this.#console}/sign-in/forum?moved=1&back=${encodeURIComponent(back)}`)
			return
		}
		if (await this.#triesTooOften(request)) {
			return this.#refuse(response, 'often')
		}
		const nonce = await this.#nonces.make(back)
		setCookie(response, this.#parts, NONCE_COOKIE, nonce, NONCE_SECONDS)
		response.redirect(303, forumSignInUrl(forum.url, forum.secret, nonce, `${this.#console}/sign-in/return`))
	}

	/** GET /sign-in/return: back from the forum. */
	async fromForum(request: Request, response: Response): Promise<void> {
		const { forum } = await waysIn(this.#parts)
		if (forum === undefined) {
			return this.#refuse(response, 'closed')
		}
		const { sso, sig } = request.query
		const identity = readForumAnswer({ sso: String(sso ?? ''), sig: String(sig ?? '') }, forum.secret)
		if (identity === undefined) {
			return this.#refuse(response, 'signature')
		}
		// Somebody else's answer, sent as a link, must not sign in whoever follows it.
		const isOwn = isSame(identity.nonce, cookieOf(request, NONCE_COOKIE) ?? '')
		const back = await this.#nonces.use(identity.nonce)
		setCookie(response, this.#parts, NONCE_COOKIE, '')
		if (back === undefined || !isOwn) {
			return this.#refuse(response, 'nonce')
		}
		if (identity.username === '') {
			return this.#refuse(response, 'failed')
		}
		if (!identity.isStaff) {
			return this.#refuse(response, 'staff')
		}
		await this.#letIn(response, identity.username, forum.secret, FORUM_SIGN_IN)
		response.redirect(303, `${basePath(this.#parts)}${backTo(back)}`)
	}

	get #console(): string {
		return `${this.#parts.url}/console`
	}

	async #letIn(response: Response, who: string, secret: string, action: string): Promise<void> {
		const token = await this.#sessions.begin(who, hashOf(secret))
		await noteAction(this.#parts.database.kysely, { who, action, target: '' })
		setCookie(response, this.#parts, SESSION_COOKIE, token)
	}

	async #triesTooOften(request: Request): Promise<boolean> {
		return await this.#tries.spend(`console ${hashOf(request.ip ?? '').slice(0, 32)}`) > 0
	}

	#refuse(response: Response, why: keyof typeof refusals): void {
		response.redirect(303, `${basePath(this.#parts)}/sign-in?why=${why}`)
	}
}
