/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { createHmac } from 'node:crypto'
import { isSame } from '../session/secret.ts'

/** What the forum says of who signed in. */
export interface ForumIdentity {
	nonce: string
	/** Empty when the forum could not tell. */
	username: string
	/** Admin or moderator. */
	isStaff: boolean
}

/**
 * The address at which the forum asks who somebody is and sends them back.
 *
 * @param forumUrl without a slash at the end
 * @param secret shared with the forum
 * @param nonce for this once
 * @param returnUrl where to come back
 */
export function forumSignInUrl(forumUrl: string, secret: string, nonce: string, returnUrl: string): string {
	const sso = Buffer.from(new URLSearchParams({ nonce, return_sso_url: returnUrl }).toString()).toString('base64')
	return `${forumUrl}/session/sso_provider?${new URLSearchParams({ sso, sig: sign(sso, secret) }).toString()}`
}

/**
 * Reads the forum's answer.
 *
 * @param query of the address that the forum sent somebody back to
 * @param query.sso what it says
 * @param query.sig its signature
 * @param secret shared with the forum
 * @return undefined when the forum did not sign it
 */
export function readForumAnswer({ sso = '', sig = '' }: { sso?: string, sig?: string }, secret: string): ForumIdentity | undefined {
	if (sso === '' || !isSame(sig, sign(sso, secret))) {
		return undefined
	}
	const said = new URLSearchParams(Buffer.from(sso, 'base64').toString())
	return {
		nonce: said.get('nonce') ?? '',
		username: said.get('failed') === 'true' ? '' : (said.get('username') ?? '').slice(0, 100),
		isStaff: said.get('admin') === 'true' || said.get('moderator') === 'true',
	}
}

function sign(sso: string, secret: string): string {
	return createHmac('sha256', secret).update(sso).digest('hex')
}
