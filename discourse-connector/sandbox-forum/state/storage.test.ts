/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { forumUnderTest, TOPIC } from '../testing.ts'

it('has every topic on disk before it answers', async () => {
	const folder = mkdtempSync(join(tmpdir(), 'sandbox-forum-'))
	onTestFinished(() => rmSync(folder, { recursive: true }))
	const dataFile = join(folder, 'forum.json')
	const first = await forumUnderTest({ dataFile })
	const { body } = await first.call('POST', '/posts.json', TOPIC)
	const second = await forumUnderTest({ dataFile })
	expect((await second.call('GET', `/t/${body.topic_id}.json`)).body).toMatchObject({ external_id: TOPIC.external_id })
	expect((await second.call('POST', '/posts.json', { ...TOPIC, title: 'Encore un autre titre clair' })).status).toBe(422)
	expect(readdirSync(folder)).toEqual(['forum.json'])
})
