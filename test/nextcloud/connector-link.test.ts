/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Scene } from './scene.ts'

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { connection } from './connection.ts'
import { doubtfulAnswers } from './doubtful-answers.ts'
import { following } from './following.ts'
import { leaving } from './leaving.ts'
import { moving } from './moving.ts'
import { publishing } from './publishing.ts'
import { ScriptedConnector } from './scripted-connector.ts'
import { startNextcloud } from './server.ts'
import { findNextcloud } from './tree.ts'

const tree = findNextcloud()

describe.skipIf('missing' in tree)(`a real Nextcloud beside its connector${'missing' in tree ? `: ${tree.missing}` : ''}`, () => {
	let opened: Scene | undefined
	const scene = (): Scene => {
		if (opened === undefined) {
			throw new Error('The Nextcloud did not start.')
		}
		return opened
	}

	beforeAll(async () => {
		opened = { connector: await ScriptedConnector.start(), nextcloud: await startNextcloud() }
	})
	afterAll(async () => {
		await opened?.connector.close()
		await opened?.nextcloud.close()
	})

	connection(scene)
	publishing(scene)
	doubtfulAnswers(scene)
	following(scene)
	moving(scene)
	leaving(scene)

	test('nothing of it was an error in the log', () => {
		expect(scene().nextcloud.log().filter(({ level }) => level >= 3)).toEqual([])
	})
})
