/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { fetchRequestToken, getRequestToken } from '@nextcloud/auth'
import { generateOcsUrl } from '@nextcloud/router'
import { t } from './l10n.ts'

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** A call that was not answered as hoped. `message` is for the person who reads; `status` is 0 without network. */
export class OcsError extends Error {
	readonly status: number
	/** Stable id of what went wrong, `not-approved`. */
	readonly problem: string | null
	/** Which field of the input is at fault. */
	readonly field: string | null
	readonly data: unknown

	constructor(status: number, message: string, data: unknown = null) {
		super(message)
		this.name = 'OcsError'
		this.status = status
		this.data = data
		this.problem = textOf(data, 'problem')
		this.field = textOf(data, 'field') ?? textOf(first(property(data, 'errors')), 'path')
	}

	/** Whether the same call may succeed later without anything being changed. */
	get temporary(): boolean {
		return this.status === 0 || this.status === 401 || this.status === 429 || this.status >= 500
	}
}

/**
 * Calls a route of the app.
 *
 * @param method as the contract says
 * @param path below the app's base, its parts already encoded
 * @param options body as JSON, query, signal to give up
 * @param options.body sent as JSON
 * @param options.query parameters; undefined ones are left out
 * @param options.signal gives up
 * @return the data of the answer
 * @throws {OcsError} for every answer but success, and when there is none
 */
export async function ocs<Data>(method: Method, path: string, options: { body?: unknown, query?: Record<string, string | undefined>, signal?: AbortSignal } = {}): Promise<Data> {
	const url = generateOcsUrl(`apps/emancipasso/api/v1${path}`) + search(options.query)
	let { response, envelope } = await send(url, method, options)
	if (response.status === 412 && envelope === undefined) {
		// The page was open for so long that its token expired, while the session may live on.
		await fetchRequestToken().catch(() => undefined);
		({ response, envelope } = await send(url, method, options))
	}
	const data = property(envelope, 'data')
	if (!response.ok || envelope === undefined) {
		throw new OcsError(response.ok ? 502 : response.status, messageOf(response.status, envelope, data), data)
	}
	return data as Data
}

/**
 * What to tell a person about an error of any kind.
 *
 * @param error anything that was thrown
 */
export function messageFor(error: unknown): string {
	return error instanceof OcsError ? error.message : t('Something unexpected happened. Reload the page; if it happens again, tell your administrator.')
}

async function send(url: string, method: Method, { body, signal }: { body?: unknown, signal?: AbortSignal }): Promise<{ response: Response, envelope: unknown }> {
	const headers: Record<string, string> = { Accept: 'application/json', 'OCS-APIRequest': 'true', requesttoken: getRequestToken() ?? '' }
	const request: RequestInit = { method, headers, credentials: 'same-origin' }
	if (body !== undefined) {
		headers['Content-Type'] = 'application/json'
		request.body = JSON.stringify(body)
	}
	if (signal) {
		request.signal = signal
	}
	try {
		const response = await fetch(url, request)
		return { response, envelope: property(await response.json().catch(() => null), 'ocs') }
	} catch (error) {
		if (signal?.aborted) {
			throw error
		}
		throw new OcsError(0, t('No network. Check the connection and try again; what you wrote stays in this tab.'))
	}
}

function messageOf(status: number, envelope: unknown, data: unknown): string {
	if (status === 401) {
		return t('Your session has ended. What you wrote stays in this tab: sign in again in another tab, then try again here.')
	}
	const said = textOf(data, 'message') ?? textOf(property(envelope, 'meta'), 'message')
	if (said) {
		return said
	}
	if (status === 404) {
		return t('This was not found. It may have been deleted, or belong to an organisation you are not a member of.')
	}
	if (status === 403) {
		return t('You may not do this. Ask a person who manages your organisation.')
	}
	return t('The server could not answer (error {status}). Try again in a moment.', { status })
}

function search(query: Record<string, string | undefined> = {}): string {
	const given = Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== '')
	return given.length ? `?${new URLSearchParams(given)}` : ''
}

function first(value: unknown): unknown {
	return Array.isArray(value) ? value[0] : undefined
}

function property(value: unknown, name: string): unknown {
	return typeof value === 'object' && value !== null && Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined
}

function textOf(value: unknown, name: string): string | null {
	const found = property(value, name)
	return typeof found === 'string' && found !== '' ? found : null
}
