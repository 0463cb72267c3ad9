/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { AppUnderTest } from './app-under-test.ts'
import type { Scene } from './scene.ts'

import { appApi } from '@emancipasso/shared/contract/app-api'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { answerContract } from './answer-contract.ts'
import { communityContract } from './community-contract.ts'
import { documentContract } from './document-contract.ts'
import { erasureContract } from './erasure-contract.ts'
import { fileContract } from './file-contract.ts'
import { historyContract, prunedHistoryContract } from './history-contract.ts'
import { lostOrganisationContract } from './lost-organisation-contract.ts'
import { organisationContract } from './organisation-contract.ts'
import { ownerContract } from './owner-contract.ts'
import { packContract } from './pack-contract.ts'
import { publicationContract } from './publication-contract.ts'
import { rightsContract } from './rights-contract.ts'
import { openScene } from './scene.ts'
import { settingsContract } from './settings-contract.ts'
import { workshopContract } from './workshop-contract.ts'

/**
 * What the app promises on every host, over HTTP.
 *
 * @param name of the host
 * @param start makes the app ready with nothing in it
 */
export function appContract(name: string, start: () => Promise<AppUnderTest>): void {
	describe(`the app on ${name}`, () => {
		let opened: Scene | undefined
		const scene = (): Scene => {
			if (opened === undefined) {
				throw new Error('The host did not start.')
			}
			return opened
		}

		beforeAll(async () => {
			opened = await openScene(await start())
		})
		afterAll(async () => {
			await opened?.client.app.close()
		})

		rightsContract(scene)
		organisationContract(scene)
		documentContract(scene)
		ownerContract(scene)
		historyContract(scene)
		prunedHistoryContract(scene)
		fileContract(scene)
		workshopContract(scene)
		settingsContract(scene)
		lostOrganisationContract(scene)
		publicationContract(scene)
		erasureContract(scene)
		communityContract(scene)
		answerContract(scene)
		packContract(scene)

		test('every route of the contract was answered with each of its successes', () => {
			const promised = Object.entries(appApi).flatMap(([operation, route]) => Object.keys(route.answers).filter((status) => Number(status) < 300).map((status) => `${operation} ${status}`))
			expect(promised.filter((answer) => !scene().client.succeeded.has(answer))).toEqual([])
		})
	})
}
