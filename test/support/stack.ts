/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Program } from '../../demo/program.ts'
import type { World } from '../../demo/world.ts'

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '../../demo/ports.ts'
import { addInstance } from '../../demo/provision.ts'
import { addressOf, connectorCommand, secretsOf, startConnector, startForum, startPreview } from '../../demo/world.ts'

/** The three programs, running on free ports with their data in a folder of their own. */
export interface Stack {
	/** Addresses without a slash at the end. */
	connector: string
	forum: string
	/** Started when the options ask for it. */
	preview: string
	/** Of the instance that the preview is, or of nobody yet. */
	instanceToken: string
	world: World
	/** Runs a command of the connector's operator and gives back what it printed. */
	command(...args: string[]): Promise<string>
	/** Ends the connector as a power cut would. */
	killConnector(): Promise<void>
	/** Starts it again on the same data. */
	restartConnector(): Promise<void>
	close(): Promise<void>
}

/**
 * Starts the real connector on an embedded database, the sandbox forum, and the preview host.
 *
 * @param options what to start
 * @param options.preview false to leave the preview host out
 * @param options.env added to the connector's environment
 * @param options.prepare done once the connector runs, before the preview host reads from it
 */
export async function startStack(options: { preview?: boolean, env?: Record<string, string>, prepare?: (world: World) => Promise<unknown> } = {}): Promise<Stack> {
	const { preview = true, env = {}, prepare } = options
	const folder = await mkdtemp(join(tmpdir(), 'emancipasso-'))
	const ports = { connector: await anyPort(), forum: await anyPort(), preview: await anyPort() }
	const limits = { PUBLICATIONS_PER_DAY: '1000', REQUESTS_PER_MINUTE: '100000', FORUM_CALLS_PER_MINUTE: '600', LOG_LEVEL: 'warn' }
	const world: World = { folder, ports, secrets: secretsOf(folder), connectorEnv: { ...limits, ...env } }
	const running = new Map<'forum' | 'connector' | 'preview', Program>()
	const close = async () => {
		await Promise.all([...running.values()].map((program) => program.stop()))
		await rm(folder, { recursive: true, force: true })
	}
	let instanceToken: string
	try {
		running.set('forum', await startForum(world))
		running.set('connector', await startConnector(world))
		instanceToken = await addInstance(world, 'Test')
		await prepare?.(world)
		if (preview) {
			running.set('preview', await startPreview(world, instanceToken))
		}
	} catch (error) {
		await close()
		throw error
	}
	return {
		connector: addressOf(world, 'connector'),
		forum: addressOf(world, 'forum'),
		preview: addressOf(world, 'preview'),
		instanceToken,
		world,
		command: async (...args) => await connectorCommand(world, ...args),
		killConnector: async () => await running.get('connector')?.kill(),
		async restartConnector() {
			running.set('connector', await startConnector(world))
		},
		close,
	}
}

/** A port that nothing uses now. */
async function anyPort(): Promise<number> {
	const port = await freePort()
	if (port === null) {
		throw new Error('This machine has no free port.')
	}
	return port
}
