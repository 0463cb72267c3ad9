/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { DirectoryQuery } from '@emancipasso/shared/directory/search'
import type { Request, RequestHandler } from 'express'
import type { z } from 'zod'
import type { LoadedDirectory } from './directory-in-memory.ts'

import { ProviderSearch } from '@emancipasso/shared/contract/connector-input'
import postcodes from '@emancipasso/shared/data/postcodes-fr.json' with { type: 'json' }
import { searchDirectory, UnknownCursorError } from '@emancipasso/shared/directory/search'
import { locatePostcode } from '@emancipasso/shared/geography/postcode'
import { languageOf, parse, Problem } from '../platform/problem.ts'

const messages = {
	postcode: {
		fr: 'Ce code postal n’est pas celui d’un lieu de France. Ailleurs, cherchez par pays ou par région.',
		en: 'No place in France has this postcode. Elsewhere, search by country or region.',
	},
	cursor: {
		fr: 'La liste a changé depuis cette page. Recommencez sans « cursor ».',
		en: 'The list has changed since this page. Start again without “cursor”.',
	},
}

/**
 * `GET /providers`: search of the listed providers.
 *
 * @param directory gives the newest one
 */
export function searchProviders(directory: () => Promise<LoadedDirectory>): RequestHandler {
	return async (request, response) => {
		const search = parse(ProviderSearch, request, 'query')
		const { version, index } = await directory()
		const page = searchPage(index, { ...queryOf(search, request), ...cursorOf(search.cursor, version, request) }, request)
		response.set('Cache-Control', 'no-cache').json({
			items: page.items.map(({ provider, distanceKm, matched }) => ({
				...provider,
				...(distanceKm === undefined ? {} : { distanceKm: Math.round(distanceKm * 10) / 10 }),
				matched,
			})),
			total: page.total,
			facets: page.facets,
			cursor: page.next === undefined ? null : `${version}~${page.next}`,
		})
	}
}

/**
 * `GET /providers/{id}`: one listed provider.
 *
 * @param directory gives the newest one
 */
export function readProvider(directory: () => Promise<LoadedDirectory>): RequestHandler<{ id: string }> {
	return async (request, response) => {
		const card = (await directory()).cards.get(request.params.id)
		if (!card) {
			throw new Problem('not-found')
		}
		response.set('Cache-Control', 'no-cache').json(card)
	}
}

/**
 * @param search as it was asked for
 * @param request that asks
 */
function queryOf(search: z.output<typeof ProviderSearch>, request: Request): DirectoryQuery {
	const query: DirectoryQuery = { limit: search.limit }
	if (search.text !== undefined) {
		query.text = search.text
	}
	for (const name of ['service', 'associationSize', 'modality', 'country', 'region'] as const) {
		const value = search[name]
		if (value) {
			query[name] = [value]
		}
	}
	if (search.postcode) {
		const place = locatePostcode(postcodes, search.postcode)
		if (!place) {
			throw invalid('postcode', request)
		}
		query.place = place
	}
	return query
}

/**
 * A page continues the version it began with; in another one it would skip some providers and repeat others.
 *
 * @param cursor as it was asked for
 * @param version of the directory
 * @param request that asks
 */
function cursorOf(cursor: string | undefined, version: string, request: Request): Pick<DirectoryQuery, 'cursor'> {
	if (cursor === undefined) {
		return {}
	}
	const [givenFor, position] = cursor.split('~', 2)
	if (givenFor !== version || position === undefined) {
		throw invalid('cursor', request)
	}
	return { cursor: position }
}

/**
 * @param index to search
 * @param query what for
 * @param request that asks
 */
function searchPage(index: LoadedDirectory['index'], query: DirectoryQuery, request: Request) {
	try {
		return searchDirectory(index, query)
	} catch (error) {
		throw error instanceof UnknownCursorError ? invalid('cursor', request) : error
	}
}

/**
 * @param field that is not valid
 * @param request that has it
 */
function invalid(field: keyof typeof messages, request: Request): Problem {
	return new Problem('invalid-input', { fields: [{ path: `query.${field}`, message: messages[field][languageOf(request)] }] })
}
