/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Stack } from '../support/stack.ts'

import { statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startConnector } from '../../demo/world.ts'
import { randomFrom } from '../support/random.ts'
import { startStack } from '../support/stack.ts'
import { Publisher } from './publisher.ts'

const ROUNDS = 10
const LONGEST_LIFE_MILLISECONDS = 400

/** Of the moments of the kills; a failure names it, and this variable repeats it. */
const seed = Number(process.env.FAULTS_SEED ?? Date.now() % 1_000_000)

describe('the folder of the embedded database', () => {
	let stack: Stack

	beforeAll(async () => {
		stack = await startStack({ preview: false })
	})
	afterAll(async () => {
		await stack?.close()
	})

	test('is for its owner only', () => {
		expect((statSync(join(stack.world.folder, 'connector')).mode & 0o777).toString(8)).toBe('700')
	})

	test('serves one connector: a second one ends with a sentence, and leaves the first alone', async () => {
		const elsewhere = { ...stack.world, ports: { ...stack.world.ports, connector: 0 } }
		await expect(startConnector(elsewhere)).rejects.toThrow(/\(code 1\)\.\nAnother process uses the data .+ Only one may: stop it first[^\n]+\n$/)
		const publisher = new Publisher(stack)
		await publisher.publish(1)
		expect(publisher.acknowledged).toHaveLength(1)
	})

	test('is free again as soon as its connector is killed, and holds every need that was acknowledged, ten times over', async () => {
		const publisher = new Publisher(stack)
		const random = randomFrom(seed)
		for (let round = 1; round <= ROUNDS; round++) {
			const published = publisher.publish(4)
			await wait(random() * LONGEST_LIFE_MILLISECONDS)
			await stack.killConnector()
			await stack.restartConnector()
			expect(await publisher.lost(), `lost by kill ${round}; FAULTS_SEED=${seed} repeats this`).toEqual([])
			await published
		}
		expect(publisher.acknowledged).toHaveLength(ROUNDS * 4)
		expect(await publisher.lost()).toEqual([])
	}, 180_000)
})
