/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Scene } from '../contract/scene.ts'
import type { Nextcloud } from './server.ts'

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { documentContract } from '../contract/document-contract.ts'
import { historyContract } from '../contract/history-contract.ts'
import { organisationContract } from '../contract/organisation-contract.ts'
import { ownerContract } from '../contract/owner-contract.ts'
import { openScene } from '../contract/scene.ts'
import { workshopContract } from '../contract/workshop-contract.ts'
import { answeringTogether } from './answering-together.ts'
import { databases } from './databases.ts'
import { startNextcloud } from './server.ts'
import { findNextcloud } from './tree.ts'
import { writingAtOnce } from './writing-at-once.ts'

const tree = findNextcloud()

describe.skipIf('missing' in tree)(`a real Nextcloud${'missing' in tree ? `: ${tree.missing}` : ''}`, () => {
	describe.for(databases)('on $title', ({ kind }) => {
		if (kind.missing !== undefined) {
			test.skip(`needs ${kind.name}: ${kind.missing}`)
			return
		}

		let opened: Nextcloud | undefined
		const nextcloud = (): Nextcloud => {
			if (opened === undefined) {
				throw new Error('The Nextcloud did not start.')
			}
			return opened
		}

		beforeAll(async () => {
			opened = await startNextcloud({ database: kind })
		})
		afterAll(async () => {
			await opened?.close()
		})

		// On SQLite the whole contract runs elsewhere.
		if (kind.id !== 'sqlite') {
			contractOfWriting(nextcloud)
		}
		writingAtOnce(nextcloud)
		answeringTogether(nextcloud)

		test('nothing of it was an error in the log', () => {
			expect(nextcloud().log().filter(({ level }) => level >= 3).map(({ message }) => message)).toEqual([])
		})
	})
})

/**
 * What the app promises about everything that people write.
 *
 * @param nextcloud under test
 */
function contractOfWriting(nextcloud: () => Nextcloud): void {
	describe('the contract of', () => {
		let opened: Scene | undefined
		const scene = () => opened!
		beforeAll(async () => {
			const { url, headers, instanceId, hideGroup } = nextcloud()
			opened = await openScene({ base: url, headers: async (user) => user === 'anonymous' ? {} : await headers(user), connector: null, instance: instanceId, hideGroup, close: async () => {} })
		})

		organisationContract(scene)
		documentContract(scene)
		ownerContract(scene)
		historyContract(scene)
		workshopContract(scene)
	})
}
