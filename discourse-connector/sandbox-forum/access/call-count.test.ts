/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { expect, it } from 'vitest'
import { forumUnderTest } from '../testing.ts'

it('counts the calls with a key in any sixty seconds, those too that come to nothing', async () => {
	const forum = await forumUnderTest()
	forum.faults.set('gateway', { count: 1 })
	for (const seconds of [0, 30, 29, 2, 61]) {
		forum.pass(seconds)
		await forum.call('GET', '/latest.json')
	}
	await fetch(`${forum.url}/latest.json`)
	expect(forum.calls.total).toBe(5)
	expect(forum.calls.busiestMinute).toBe(3)
})
