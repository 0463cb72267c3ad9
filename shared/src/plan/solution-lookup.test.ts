/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { describe, expect, it } from 'vitest'
import solutionsJson from '../../data/solutions.json' with { type: 'json' }
import { alternativesTo, findTool, findToolNamed, onlyUseOf, solutionsFor, toolName } from './solution-lookup.ts'
import { solutionsSchema } from './solution.ts'

const catalogue = solutionsSchema.parse(solutionsJson)

describe('looking up the catalogue', () => {
	it('goes from a tool to its free alternatives, with how well they fit', () => {
		expect(alternativesTo(catalogue, 'dropbox').map(({ solution, fit, replacement }) => [solution.id, fit, replacement.difficulty])).toEqual([['nextcloud-files', 'full', 2], ['seafile', 'full', 2]])
	})

	it('keeps to one use where a tool has several', () => {
		expect(new Set(alternativesTo(catalogue, 'teams').map(({ replacement }) => replacement.use))).toEqual(new Set(['chat', 'video-meeting']))
		expect(alternativesTo(catalogue, 'teams', 'video-meeting').map(({ solution }) => solution.id)).toEqual(['bigbluebutton', 'jitsi-meet', 'nextcloud-talk'])
	})

	it('goes from a use to what serves it, without what is disputed', () => {
		const chat = solutionsFor(catalogue, 'chat').map(({ id }) => id)
		expect(chat).toContain('zulip')
		expect(chat).not.toContain('mattermost')
	})

	it.each([
		['Framapad', 'etherpad'],
		['etherpad', 'etherpad'],
		['Exchange', 'outlook'],
		['Twitter', 'x-twitter'],
		['Google Drive', 'google-drive'],
		['Nextcloud Files', 'nextcloud-files'],
		['Nos classeurs', undefined],
		['', undefined],
	])('knows what people call %s', (written, id) => {
		expect(findToolNamed(catalogue, written)?.id).toBe(id)
	})

	it('knows every entry by its own name, before what it is called besides', () => {
		for (const { id, name } of [...catalogue.tools, ...catalogue.solutions]) {
			expect(findToolNamed(catalogue, typeof name === 'string' ? name : name.fr)?.id).toBe(id)
		}
	})

	it.each([
		['doodle', 'scheduling'],
		['framadate', 'scheduling'],
		['teams', undefined],
		['Nos classeurs', undefined],
		['', undefined],
	])('knows what %s is for when it serves one thing only', (tool, use) => {
		expect(onlyUseOf(catalogue, tool)).toBe(use)
	})

	it('names a tool, a solution, and what the catalogue does not know', () => {
		expect([toolName(catalogue, 'gmail'), toolName(catalogue, 'nextcloud-files'), toolName(catalogue, 'Nos classeurs')]).toEqual(['Gmail', { fr: 'Nextcloud Fichiers', en: 'Nextcloud Files' }, 'Nos classeurs'])
		expect(findTool(catalogue, 'Nos classeurs')).toBeUndefined()
	})
})
