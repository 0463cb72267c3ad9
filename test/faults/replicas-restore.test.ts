/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { connectorApiBase } from '@emancipasso/shared/contract/connector-api'
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { startStack } from '../support/stack.ts'
import { databases } from './databases.ts'
import { Publisher } from './publisher.ts'
import { Sandbox } from './sandbox.ts'

const patience = { timeout: 60_000, interval: 100 }
const commandLine = join(import.meta.dirname, '../../discourse-connector/src/command-line.ts')

describe.each(databases)('a backup of $title', ({ kind }) => {
	const closers: (() => Promise<void>)[] = []

	afterEach(async () => {
		vi.unstubAllEnvs()
		for (const close of closers.splice(0)) {
			await close()
		}
	})

	test.skipIf(kind.missing !== undefined)('is made while the connector runs and restored once it is stopped; nothing is posted twice, and clouds read anew', async () => {
		const { env, close } = await kind.open()
		closers.unshift(close)
		vi.stubEnv('ADMIN_CALLS_PER_MINUTE', '0')
		const stack = await startStack({ preview: false, env })
		closers.unshift(stack.close)
		const [publisher, sandbox] = [new Publisher(stack), new Sandbox(stack)]
		const { folder } = stack.world
		const file = join(folder, 'yesterday.backup')
		const run = async (...args: string[]) => await promisify(execFile)(process.execPath, [commandLine, ...args], { env: { ...process.env, DATABASE_URL: '', ...env, DATA_DIRECTORY: join(folder, 'connector') } })
			.then(({ stdout }) => ({ code: 0, said: stdout }), ({ code, stdout, stderr }: { code: number, stdout: string, stderr: string }) => ({ code, said: stdout + stderr }))
		const changes = async (after?: string) => await fetch(`${stack.connector}${connectorApiBase}/changes${after === undefined ? '' : `?after=${after}`}`, { headers: { Authorization: `Bearer ${stack.instanceToken}`, 'Emancipasso-Instance': 'cloud-under-faults' } })

		await publisher.publish(3)
		await expect.poll(() => publisher.states(), patience).toEqual({ linked: 3 })
		expect(await run('backup', file)).toMatchObject({ code: 0, said: expect.stringMatching(/^need: 3 rows$/m) })
		await publisher.publish(2)
		await expect.poll(() => publisher.states(), patience).toEqual({ linked: 5 })
		const topics = await sandbox.topics()
		const { cursor } = await (await changes()).json() as { cursor: string }

		expect(await run('restore', file, '--replace')).toMatchObject({ code: 1, said: expect.stringMatching(/Stop/) })
		await stack.killConnector()
		expect(await run('restore', file)).toMatchObject({ code: 1, said: expect.stringMatching(/not empty.*--replace/) })
		expect(await run('restore', file, '--replace')).toMatchObject({ code: 0, said: expect.stringContaining('The data is as it was on') })
		await stack.restartConnector()

		expect((await changes(cursor)).status).toBe(410)
		await expect.poll(() => publisher.states(), patience).toEqual({ linked: 3 })
		for (const forgotten of publisher.acknowledged.slice(3)) {
			await publisher.repeat(forgotten)
		}
		await expect.poll(() => publisher.states(), patience).toEqual({ linked: 5 })
		expect(await sandbox.topics()).toEqual(topics)
	}, 180_000)
})
