/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { ConnectorAccess } from '@emancipasso/shared/contract/connector-api'
import type { Route } from '@emancipasso/shared/contract/route'
import type { createDocument as CreateDocument, ZodOpenApiOperationObject, ZodOpenApiPathsObject } from 'zod-openapi'
import type { ProblemId } from './problem-types.ts'

import { z } from 'zod'
import { createDocument } from 'zod-openapi'
import { problemType, problemTypes } from './problem-types.ts'

/** An OpenAPI document. */
export type ContractDocument = ReturnType<typeof CreateDocument>

const ProblemBody = z.object({
	type: z.string().meta({ description: 'Stable, for programs', example: problemType('not-found') }),
	title: z.string().meta({ description: 'What happened and what to do, in the language of Accept-Language (fr or en)' }),
	status: z.int(),
	errors: z.array(z.object({ path: z.string(), message: z.string() })).optional().meta({ description: 'Each field that is not valid' }),
	request: z.string().optional().meta({ description: 'Number of the request, for the operator’s log' }),
}).meta({ id: 'Problem' })

const accessProblems: Record<ConnectorAccess, readonly ProblemId[]> = {
	public: [],
	instance: ['token-missing', 'token-unknown', 'instance-missing', 'instance-suspended', 'instance-revoked', 'cloned-instance', 'too-many-requests'],
	organisation: ['token-missing', 'token-unknown', 'instance-missing', 'organisation-missing', 'instance-suspended', 'instance-revoked', 'cloned-instance', 'too-many-requests'],
	operator: [],
	forum: [],
}

const accessWords: Record<ConnectorAccess, string> = {
	public: 'Anyone may call it.',
	instance: 'For a Nextcloud with its token.',
	organisation: 'For a Nextcloud with its token, for an organisation it names.',
	operator: 'For the operator, with the metrics token.',
	forum: 'For the forum, which signs what it sends.',
}

/**
 * Describes routes as OpenAPI 3.1.
 *
 * @param routes by operation, with their whole paths
 * @param version of the program
 * @param publicUrl that their paths begin behind, when it is known
 */
export function describeRoutes(routes: Readonly<Record<string, Route<ConnectorAccess>>>, version: string, publicUrl?: string): ContractDocument {
	const paths: ZodOpenApiPathsObject = {}
	for (const [operation, route] of Object.entries(routes)) {
		paths[route.path] = { ...paths[route.path], [route.method.toLowerCase()]: describe(operation, route) }
	}
	return createDocument({
		openapi: '3.1.0',
		info: {
			title: 'Émancip’Asso connector',
			version,
			license: { name: 'AGPL-3.0-or-later', identifier: 'AGPL-3.0-or-later' },
			description: 'The directory of providers, the needs that associations published, and what the forum answered. Problems are application/problem+json (RFC 9457).',
		},
		...(publicUrl === undefined ? {} : { servers: [{ url: publicUrl }] }),
		paths,
		components: {
			securitySchemes: {
				instance: { type: 'http', scheme: 'bearer', description: 'The token of an instance, from its operator' },
				operator: { type: 'http', scheme: 'bearer', description: 'METRICS_TOKEN' },
			},
		},
	})
}

/**
 * @param operationId of the route
 * @param route to describe
 */
function describe(operationId: string, route: Route<ConnectorAccess>): ZodOpenApiOperationObject {
	const { parameters: path, query, headers: header, body, answers } = route
	const problems = [...accessProblems[route.access].filter((id) => !(route.whileSuspended && id === 'instance-suspended')), ...(route.problems ?? []).filter(isProblem)]
	return {
		operationId,
		summary: route.summary,
		description: `${accessWords[route.access]}${route.whileSuspended ? ' Also while it is suspended.' : ''}`,
		...(route.access === 'instance' || route.access === 'organisation' ? { security: [{ instance: [] }] } : {}),
		...(route.access === 'operator' ? { security: [{ operator: [] }] } : {}),
		requestParams: { ...(path && { path }), ...(query && { query }), ...(header && { header }) },
		...(body && { requestBody: { required: true, content: { 'application/json': { schema: body } } } }),
		responses: {
			...Object.fromEntries(Object.entries(answers).map(([status, { description, body: schema, mediaType = 'application/json' }]) => [
				status,
				{ description, ...(schema && { content: { [mediaType]: { schema } } }) },
			])),
			...Object.fromEntries([...Map.groupBy(problems, (id) => problemTypes[id].status)].map(([status, ids]) => [
				String(status),
				{ description: ids.map((id) => `${id}: ${problemTypes[id].en}`).join('\n'), content: { 'application/problem+json': { schema: ProblemBody } } },
			])),
		},
	}
}

/**
 * @param id that a route names
 * @throws {Error} when there is no such problem: the contract would promise what is never answered
 */
function isProblem(id: string): id is ProblemId {
	if (!Object.hasOwn(problemTypes, id)) {
		throw new Error(`The contract names a problem that does not exist: ${id}`)
	}
	return true
}
