/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Forum } from '../forum.ts'
import type { User } from '../state/model.ts'

import { createHmac, timingSafeEqual } from 'node:crypto'

/** What another site asks for. */
export interface ConnectRequest {
	nonce: string
	returnUrl: URL
	/** Whether it wants an answer without any page. */
	silent: boolean
	secret: string
}

/**
 * Reads what another site asks for, as Discourse does.
 *
 * @param forum whose settings count
 * @param query of GET /session/sso_provider
 * @return the request, or the status and sentence of a refusal
 */
export function readConnectRequest(forum: Forum, query: Record<string, unknown>): ConnectRequest | { status: number, sentence: string } {
	const { enableDiscourseConnectProvider, discourseConnectProviderSecrets } = forum.settings
	if (!enableDiscourseConnectProvider) {
		return { status: 404, sentence: 'Not found' }
	}
	const [sso, sig] = [String(query.sso ?? ''), String(query.sig ?? '')]
	const asked = new URLSearchParams(Buffer.from(sso, 'base64').toString())
	const returnUrl = URL.parse(asked.get('return_sso_url') ?? '')
	if (returnUrl === null) {
		return { status: 400, sentence: 'return_sso_url is blank, it must be provided' }
	}
	const secret = secretFor(returnUrl.hostname, discourseConnectProviderSecrets)
	if (secret === undefined) {
		return { status: 400, sentence: 'DiscourseConnect authentication failed due to missing secret. Contact the site administrators to fix this problem.' }
	}
	return isSame(sig, sign(sso, secret))
		? { nonce: asked.get('nonce') ?? '', returnUrl, silent: asked.get('prompt') === 'none', secret }
		: { status: 422, sentence: 'Login Error' }
}

/**
 * Where the person is sent back to, with who they are.
 *
 * @param request of the other site
 * @param user who was recognised; null for nobody
 */
export function connectAnswer(request: ConnectRequest, user: User | null): string {
	const { nonce, returnUrl, secret } = request
	const said = user === null
		? { nonce, failed: 'true' }
		: {
				admin: String(user.admin),
				email: `${user.username.toLowerCase()}@example.org`,
				external_id: String(user.id),
				groups: ['trust_level_0', ...(user.moderator || user.admin ? ['staff'] : [])].join(','),
				moderator: String(user.moderator),
				name: user.name,
				nonce,
				username: user.username,
			}
	const sso = Buffer.from(new URLSearchParams(said).toString()).toString('base64')
	const url = new URL(returnUrl)
	url.searchParams.set('sso', sso)
	url.searchParams.set('sig', sign(sso, secret))
	return url.href
}

function secretFor(host: string, lines: string): string | undefined {
	for (const line of lines.split('\n')) {
		const [pattern = '', secret] = line.trim().split('|')
		const literal = pattern.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&')).join('.*')
		if (secret && new RegExp(`^${literal}$`, 'i').test(host)) {
			return secret
		}
	}
	return undefined
}

function sign(sso: string, secret: string): string {
	return createHmac('sha256', secret).update(sso).digest('hex')
}

function isSame(given: string, expected: string): boolean {
	return given.length === expected.length && timingSafeEqual(Buffer.from(given), Buffer.from(expected))
}
