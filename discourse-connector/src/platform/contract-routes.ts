/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Router } from 'express'

import express from 'express'
import { contractPage, contractStyle } from './contract-page.ts'
import { describeRoutes } from './openapi.ts'
import { allRoutes } from './operations-api.ts'

/**
 * Shows the contract: for programs at /openapi.json, for people at /docs.
 *
 * @param version of the program
 * @param publicUrl under which others reach it, when it is known
 */
export function contractRoutes(version: string, publicUrl: string | undefined): Router {
	const document = describeRoutes(allRoutes, version, publicUrl)
	const page = contractPage(document)
	const router = express.Router()
	router.get('/openapi.json', (_request, response) => {
		response.json(document)
	})
	router.get('/docs', (_request, response) => {
		response.type('text/html').send(page)
	})
	router.get('/docs.css', (_request, response) => {
		response.type('text/css').send(contractStyle)
	})
	return router
}
