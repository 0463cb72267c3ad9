/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Answer } from '../answer.ts'
import type { Call, Forum } from '../forum.ts'
import type { ApiKey } from '../state/model.ts'

import { randomBytes } from 'node:crypto'
import { failure, ok, Refusal } from '../answer.ts'
import { list, queryText, record, text, whole } from '../fields.ts'
import { adminOnly } from '../forum.ts'
import { say } from '../sentences.ts'
import { notFound } from '../topics/find-topic.ts'
import { personOut } from '../topics/serialize-topic.ts'
import { scopesOf } from './scopes.ts'

const PAGE = 50

/** GET /admin/api/keys.json: never the keys themselves. */
export const getKeys = adminOnly((forum, call) => {
	const offset = whole(queryText(call.query, 'offset')) ?? 0
	return ok({ keys: forum.state.data.apiKeys.slice(offset, offset + PAGE).map((key) => keyOut(forum, key)), offset, limit: PAGE })
})

/** GET /admin/api/keys/scopes.json: what a narrow key can be given. */
export const getKeyScopes = adminOnly((forum) => ok({
	scopes: Object.groupBy(
		scopesOf(forum.features).map((scope) => ({ scope_id: scope, key: actionOf(scope), name: actionOf(scope).replaceAll('_', ' '), params: [], urls: [] })),
		({ scope_id: scope }) => scope.split(':')[0] ?? '',
	),
}))

/** POST /admin/api/keys.json: the only time that the key is shown. */
export const postKey = adminOnly((forum, call) => {
	const sent = record(call.body.key)
	const scopes = (list(sent.scopes) ?? []).map((scope) => text(record(scope).scope_id) ?? '')
	const unknown = scopes.find((scope) => !scopesOf(forum.features).includes(scope))
	if (unknown !== undefined || (sent.scope_mode === 'granular' && scopes.length === 0)) {
		throw new Refusal(failure(400, 'invalid_parameters', [say(forum.settings, 'invalidParameter', 'scopes')]))
	}
	const username = text(sent.username)
	const user = username === undefined ? null : forum.state.userNamed(username)
	if (user === undefined) {
		throw notFound(forum)
	}
	const key: ApiKey = {
		id: forum.state.newId(),
		key: randomBytes(32).toString('hex'),
		description: text(sent.description) ?? '',
		userId: user?.id ?? null,
		scopes,
		createdAt: forum.now().toISOString(),
		revokedAt: null,
	}
	forum.state.data.apiKeys.push(key)
	return ok({ key: { ...keyOut(forum, key), key: key.key } })
})

/** POST /admin/api/keys/{id}/revoke.json */
export const postRevokeKey = adminOnly((forum, call) => {
	const key = forum.state.data.apiKeys.find(({ id }) => id === Number(call.params.id))
	if (key === undefined) {
		throw notFound(forum)
	}
	key.revokedAt = forum.now().toISOString()
	return ok({ key: keyOut(forum, key) })
})

/** GET /session/scopes.json: empty for a key without limits. */
export function getScopes(forum: Forum, call: Call): Answer {
	if (!call.byKey) {
		throw notFound(forum)
	}
	return ok({ scopes: scopesOut(call.key?.scopes ?? []) })
}

function keyOut(forum: Forum, { id, key, description, userId, scopes, createdAt, revokedAt }: ApiKey): Record<string, unknown> {
	return {
		id,
		truncated_key: key.slice(0, 4),
		description,
		last_used_at: null,
		created_at: createdAt,
		updated_at: createdAt,
		revoked_at: revokedAt,
		user: userId === null ? null : personOut(forum.state.user(userId)),
		api_key_scopes: scopesOut(scopes),
	}
}

function scopesOut(scopes: readonly string[]): Record<string, unknown>[] {
	return scopes.map((scope) => ({ resource: scope.split(':')[0], action: actionOf(scope).replaceAll('_', ' '), key: actionOf(scope), parameters: [], urls: [], allowed_parameters: null }))
}

function actionOf(scope: string): string {
	return scope.split(':')[1] ?? ''
}
