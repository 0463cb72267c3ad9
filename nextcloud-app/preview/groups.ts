/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Request, Response } from 'express'
import type { Store } from './store.ts'

import express from 'express'
import { sendOcs } from './ocs.ts'
import { findPerson, groups, people } from './people.ts'
import { passesCsrfCheck, personOf } from './visitor.ts'

/**
 * Nextcloud’s own routes by which an administrator makes a group, puts somebody into it and deletes it. With `?untold`,
 * which is the preview’s own, nobody hears of the deletion: so it is when the directory service of a group is switched off.
 *
 * @param store whose organisations lose the group
 */
export function groupsRouter(store: Store): express.Router {
	const router = express.Router()
	const forAdmins = (act: (request: Request, field: string) => boolean) => (request: Request, response: Response) => {
		const isAllowed = personOf(request)?.admin === true && passesCsrfCheck(request)
		const { groupid } = (request.body ?? {}) as { groupid?: unknown }
		const done = isAllowed && act(request, typeof groupid === 'string' ? groupid : '')
		sendOcs(response, isAllowed ? done ? 200 : 404 : 403, [])
	}
	router.use(express.json())
	router.post('/groups', forAdmins((_, id) => id !== '' && !groups.some((group) => group.id === id) && groups.push({ id, displayName: id }) > 0))
	router.delete('/groups/:id', forAdmins(({ params, query }) => {
		const place = groups.findIndex(({ id }) => id === params.id)
		if (place < 0) {
			return false
		}
		groups.splice(place, 1)
		if (query.untold === undefined) {
			for (const person of people) {
				person.groups = person.groups.filter((id) => id !== params.id)
			}
			store.forgetGroup(String(params.id))
		}
		return true
	}))
	router.post('/users/:person/groups', forAdmins(({ params }, id) => {
		const person = findPerson(String(params.person))
		return person !== undefined && groups.some((group) => group.id === id) && person.groups.push(id) > 0
	}))
	return router
}
