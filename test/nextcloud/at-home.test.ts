/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Nextcloud } from './server.ts'

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dashboard } from './dashboard.ts'
import { notifications } from './notifications.ts'
import { oldPacks } from './old-packs.ts'
import { papers } from './papers.ts'
import { purging } from './purging.ts'
import { searching } from './searching.ts'
import { startNextcloud } from './server.ts'
import { findNextcloud } from './tree.ts'
import { workshopLinks } from './workshop-links.ts'

const tree = findNextcloud()

describe.skipIf('missing' in tree)(`at home in a real Nextcloud${'missing' in tree ? `: ${tree.missing}` : ''}`, () => {
	let opened: Nextcloud | undefined
	const nextcloud = (): Nextcloud => {
		if (opened === undefined) {
			throw new Error('The Nextcloud did not start.')
		}
		return opened
	}

	beforeAll(async () => {
		opened = await startNextcloud()
	})
	afterAll(async () => {
		await opened?.close()
	})

	notifications(nextcloud)
	searching(nextcloud)
	dashboard(nextcloud)
	papers(nextcloud)
	oldPacks(nextcloud)
	purging(nextcloud)
	workshopLinks(nextcloud)

	test('nothing of it was an error in the log', () => {
		expect(nextcloud().log().filter(({ level }) => level >= 3)).toEqual([])
	})
})
