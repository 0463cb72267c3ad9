/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Stack } from '../support/stack.ts'

import { connectorApi, connectorApiBase } from '@emancipasso/shared/contract/connector-api'
import { publicationText } from '../contract/publication-text.ts'

/** Who calls the connector: any part may be missing or wrong. */
export interface Caller {
	token?: string
	instance?: string
	organisation?: string
}

/** What a route is called with. */
export interface Target {
	/** Of a need, an organisation or a member. */
	id: string
	/** Of an answer to the need; the same when left out. */
	reply?: string
	/** Beside those of the caller. */
	headers?: Record<string, string>
	/** Instead of the usual one. */
	body?: string
}

/** What came back. */
export interface Reply {
	status: number
	problem: string | null
	headers: Headers
	text: string
}

/** What is sent where no need is. */
const bodies: Record<string, string> = {
	answerConflict: '{"keep":"ours"}',
	putReply: '{"name":"Les Voisins","text":"Nous avons choisi Nextcloud."}',
}

/**
 * Calls an operation of the connector's contract as someone, with a body where one is asked for.
 *
 * @param stack the running programs
 * @param operation of the contract
 * @param caller who calls
 * @param target what is called
 */
export async function callConnector(stack: Stack, operation: string, caller: Caller, target: Target): Promise<Reply> {
	const route = connectorApi[operation]
	if (route === undefined) {
		throw new Error(`The contract has no operation ${operation}.`)
	}
	const values: Record<string, string> = { name: 'vocabularies', version: 'any', reply: target.reply ?? target.id }
	const path = route.path.replaceAll(/\{(\w+)\}/g, (_whole, name: string) => encodeURIComponent(values[name] ?? target.id))
	const response = await fetch(stack.connector + connectorApiBase + path, {
		method: route.method,
		headers: {
			...caller.token !== undefined && { Authorization: `Bearer ${caller.token}` },
			...caller.instance !== undefined && { 'Emancipasso-Instance': caller.instance },
			...caller.organisation !== undefined && { 'Emancipasso-Organisation': caller.organisation, 'Emancipasso-Member': 'member-of-the-tests' },
			...route.body !== undefined && { 'Content-Type': 'application/json' },
			...target.headers,
		},
		body: route.body === undefined ? null : target.body ?? bodies[operation] ?? publicationText(),
	})
	const text = await response.text()
	const type = /"type":\s*"urn:emancipasso:problem:([a-z-]+)"/.exec(text)?.[1]
	return { status: response.status, problem: response.ok ? null : type ?? null, headers: response.headers, text }
}
