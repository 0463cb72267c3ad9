/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Request, Response } from 'express'

import express from 'express'
import { sendOcs } from './ocs.ts'
import { findPerson, groups } from './people.ts'
import { passesCsrfCheck, personOf } from './visitor.ts'

/** When a group of an organisation was deleted, by the group’s id. The preview forgets it when it ends. */
export const deletedAt = new Map<string, string>()

/** Nextcloud’s own routes by which an administrator makes a group, puts somebody into it and deletes it. */
export function groupsRouter(): express.Router {
	const router = express.Router()
	const forAdmins = (act: (request: Request, field: string) => boolean) => (request: Request, response: Response) => {
		const isAllowed = personOf(request)?.admin === true && passesCsrfCheck(request)
		const { groupid } = (request.body ?? {}) as { groupid?: unknown }
		const done = isAllowed && act(request, typeof groupid === 'string' ? groupid : '')
		sendOcs(response, isAllowed ? done ? 200 : 404 : 403, [])
	}
	router.use(express.json())
	router.post('/groups', forAdmins((_, id) => {
		deletedAt.delete(id)
		return id !== '' && !groups.some((group) => group.id === id) && groups.push({ id, displayName: id }) > 0
	}))
	router.delete('/groups/:id', forAdmins(({ params }) => {
		const place = groups.findIndex(({ id }) => id === params.id)
		deletedAt.set(String(params.id), new Date().toISOString())
		return place >= 0 && groups.splice(place, 1).length > 0
	}))
	router.post('/users/:person/groups', forAdmins(({ params }, id) => {
		const person = findPerson(String(params.person))
		return person !== undefined && groups.some((group) => group.id === id) && person.groups.push(id) > 0
	}))
	return router
}
