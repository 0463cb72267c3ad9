/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { JsonReply } from './reply-body.ts'

import { z } from 'zod'

/** Whether the forum did what a failed call asked for. Reading calls never do anything. */
export type Effect = 'did-not-happen' | 'happened' | 'unknown'

/**
 * What a failure calls for: `away` and `busy` to wait, `read-only` to wait with writing, `moved` to correct
 * the address, `forbidden` to look at the key's rights, `unreadable` to look at the forum's version, `postponed` to come
 * back later (the call was not made), the rest to decide about this one record.
 */
export type FailureKind = 'away' | 'busy' | 'read-only' | 'forbidden' | 'moved' | 'unreadable' | 'postponed' | 'not-found' | 'deleted' | 'conflict' | 'refused'

interface FailureParts {
	kind: FailureKind
	effect: Effect
	/** Null when no answer came. */
	status: number | null
	errorType?: string | null
	/** How long the forum asks to be left alone. */
	waitSeconds?: number | null
	/** The forum's sentences, in its own language: for people, never to decide by. */
	sentences?: string[]
	/** Where a redirect points. */
	location?: string | null
	cause?: unknown
}

/** A call to the forum that did not give what it should. */
export class ForumFailure extends Error {
	readonly kind: FailureKind
	readonly effect: Effect
	readonly status: number | null
	readonly errorType: string | null
	readonly waitSeconds: number | null
	readonly sentences: string[]
	readonly location: string | null
	/** Method and path. */
	readonly call: string

	/**
	 * @param call method and path
	 * @param parts what is known
	 */
	constructor(call: string, parts: FailureParts) {
		super(`${call}: ${parts.kind}, ${parts.status ?? 'no answer'}${parts.errorType ? `, ${parts.errorType}` : ''} (${parts.effect})`, { cause: parts.cause })
		this.name = 'ForumFailure'
		this.kind = parts.kind
		this.effect = parts.effect
		this.status = parts.status
		this.errorType = parts.errorType ?? null
		this.waitSeconds = parts.waitSeconds ?? null
		this.sentences = parts.sentences ?? []
		this.location = parts.location ?? null
		this.call = call
	}

	/** Whether it is the forum's state and not the record that is in the way. */
	get isPassing(): boolean {
		return this.kind === 'away' || this.kind === 'busy' || this.kind === 'read-only'
	}
}

/** A call that was not made, because it is not its turn or because the forum is left alone. */
export class Postponed extends ForumFailure {
	/** `budget`, or why the forum is left alone. */
	readonly because: string

	/**
	 * @param call method and path
	 * @param because why
	 * @param waitSeconds until it is worth trying again
	 */
	constructor(call: string, because: string, waitSeconds: number) {
		super(call, { kind: 'postponed', effect: 'did-not-happen', status: null, errorType: because, waitSeconds })
		this.because = because
	}
}

/** Where no connection came about, nothing was asked. */
const NO_CONNECTION = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'EHOSTDOWN', 'ENETUNREACH', 'ENETDOWN', 'EADDRNOTAVAIL', 'UND_ERR_CONNECT_TIMEOUT'])

/** Why a certificate is not believed. */
const BAD_CERTIFICATE = new Set(['DEPTH_ZERO_SELF_SIGNED_CERT', 'SELF_SIGNED_CERT_IN_CHAIN', 'CERT_HAS_EXPIRED', 'CERT_NOT_YET_VALID', 'CERT_REVOKED', 'CERT_REJECTED', 'CERT_UNTRUSTED', 'CERT_CHAIN_TOO_LONG', 'CERT_SIGNATURE_FAILURE', 'ERR_TLS_CERT_ALTNAME_INVALID', 'HOSTNAME_MISMATCH', 'INVALID_CA', 'INVALID_PURPOSE', 'UNABLE_TO_GET_ISSUER_CERT', 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'])

/** Two sides that cannot speak TLS with each other; other TLS errors can come in the middle of an answer. */
const NO_COMMON_TLS = /^ERR_SSL_(.*WRONG_VERSION_NUMBER|.*UNSUPPORTED_PROTOCOL|.*ALERT_PROTOCOL_VERSION|.*ALERT_HANDSHAKE_FAILURE|.*PACKET_LENGTH_TOO_LONG)$/

const ErrorBody = z.looseObject({
	errors: z.array(z.string()).catch([]),
	error_type: z.string().nullish().catch(null),
	extras: z.looseObject({ wait_seconds: z.number().nonnegative().nullish().catch(null) }).nullish().catch(null),
})

/**
 * Judges a call that got no complete answer: refused connection, lost reply, timeout.
 *
 * @param call method and path, for the message
 * @param writes whether the call changes something
 * @param error of fetch
 */
export function withoutAnswer(call: string, writes: boolean, error: unknown): ForumFailure {
	const sent = !causesOf(error).some((cause) => neverConnected(cause))
	return new ForumFailure(call, { kind: 'away', effect: writes && sent ? 'unknown' : 'did-not-happen', status: null, cause: error })
}

/**
 * Judges an answer by what it says of the forum as a whole. Something in front of the forum may answer with a web page,
 * whatever the status; only redirects are usually no JSON.
 *
 * @param call method and path, for the message
 * @param method of the call
 * @param reply status, headers and body
 * @return null when the forum itself answered
 */
export function troubleIn(call: string, method: string, reply: JsonReply): ForumFailure | null {
	const isRedirect = reply.status >= 300 && reply.status < 400
	if (reply.status === 429 || reply.status >= 500 || (!reply.isJson && !isRedirect)) {
		return fromAnswer(call, method, reply)
	}
	return null
}

/**
 * Judges an answer that is no success. What is not JSON was said by something in front of the forum, which cannot know
 * what the forum did. A 422 to a change may have changed a part.
 *
 * @param call method and path, for the message
 * @param method of the call
 * @param reply status, headers and body
 */
export function fromAnswer(call: string, method: string, reply: JsonReply): ForumFailure {
	const { status, headers } = reply
	const writes = method !== 'GET'
	const body = ErrorBody.safeParse(reply.json)
	const errorType = body.data?.error_type ?? null
	const parts = {
		status,
		errorType,
		sentences: body.data?.errors ?? [],
		waitSeconds: retryAfter(headers.get('Retry-After')) ?? body.data?.extras?.wait_seconds ?? null,
		location: headers.get('Location'),
	}
	const known = knownKind(status, errorType, reply.isJson)
	if (known === undefined) {
		return new ForumFailure(call, { ...parts, kind: 'away', effect: writes ? 'unknown' : 'did-not-happen' })
	}
	const partly = status === 422 && method === 'PUT'
	return new ForumFailure(call, { ...parts, kind: known, effect: partly ? 'unknown' : 'did-not-happen' })
}

function knownKind(status: number, errorType: string | null, isJson: boolean): FailureKind | undefined {
	if (status === 429) {
		return 'busy'
	}
	if (status >= 300 && status < 400) {
		return 'moved'
	}
	if (!isJson) {
		return undefined
	}
	switch (status) {
		case 503: return errorType === 'read_only' ? 'read-only' : undefined
		case 401:
		case 403: return 'forbidden'
		case 404: return errorType === 'not_found' ? 'not-found' : undefined
		case 410: return 'deleted'
		case 409: return 'conflict'
		default: return status >= 400 && status < 500 ? 'refused' : undefined
	}
}

function retryAfter(header: string | null): number | null {
	const seconds = header === null || header.trim() === '' ? Number.NaN : Number(header)
	if (Number.isFinite(seconds) && seconds >= 0) {
		return seconds
	}
	const date = header === null ? Number.NaN : Date.parse(header)
	return Number.isNaN(date) ? null : Math.max(0, Math.ceil((date - Date.now()) / 1000))
}

/**
 * The codes of an error and of all that caused it.
 *
 * @param error as it was thrown
 */
export function causesOf(error: unknown): string[] {
	const codes: string[] = []
	for (let cause = error; cause instanceof Error; cause = cause.cause) {
		if ('code' in cause && typeof cause.code === 'string') {
			codes.push(cause.code)
		}
		if (cause instanceof AggregateError) {
			codes.push(...cause.errors.flatMap(causesOf))
		}
	}
	return codes
}

/**
 * Whether a certificate was not believed.
 *
 * @param code of an error
 */
export function isCertificateFault(code: string): boolean {
	return BAD_CERTIFICATE.has(code)
}

function neverConnected(code: string): boolean {
	return NO_CONNECTION.has(code) || BAD_CERTIFICATE.has(code) || NO_COMMON_TLS.test(code)
}
