/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Program } from './program.ts'
import type { World } from './world.ts'

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { takeFolder, writeRunFile } from './folder.ts'
import { both, DemoError, readOptions, usage } from './options.ts'
import { requireFree } from './ports.ts'
import { preparedForum } from './prepare-forum.ts'
import { countProviders, instanceTokenOf, loadExampleNeeds, loadExamples } from './provision.ts'
import { whenNpmGoes } from './stop-with-npm.ts'
import { starting, welcome } from './welcome.ts'
import { addressOf, secretsOf, startConnector, startForum, startPreview } from './world.ts'

const programs: Program[] = []
let stopping = false

/**
 * Ends everything that was started, and says so where it was asked for.
 *
 * @param code of this process
 */
async function stop(code: number): Promise<void> {
	if (stopping) {
		return
	}
	stopping = true
	await Promise.all(programs.map((program) => program.stop()))
	if (code === 0) {
		console.info(both('Arrêté.', 'Stopped.'))
	}
	process.exit(code)
}

/**
 * Keeps a program in sight: when it ends by itself, the rest is stopped.
 *
 * @param start of the program
 */
async function watched(start: Promise<Program>): Promise<void> {
	const program = await start
	programs.push(program)
	void program.ended.then((how) => {
		if (!stopping) {
			console.error(both(`${program.name.fr} s’est arrêté tout seul (${how}). Le reste est arrêté aussi.`, `${program.name.en} ended by itself (${how}). The rest is stopped too.`))
			console.error(program.output().trimEnd().split('\n').slice(-5).join('\n'))
			void stop(1)
		}
	})
	if (stopping) {
		await program.stop()
	}
}

/** Starts everything, in the order in which one needs the other. */
async function start(): Promise<void> {
	const args = process.argv.slice(2)
	const options = readOptions(args, process.env)
	if (options.help) {
		console.info(usage)
		return
	}
	const folder = takeFolder(options.folder)
	const { connector, forum, preview } = options.ports
	await requireFree({ connector, forum, preview }, args)
	console.info(starting(existsSync(join(folder, 'run.json'))))
	const world: World = { folder, ports: options.ports, secrets: secretsOf(folder) }
	await watched(startForum(world))
	world.connectorEnv = await preparedForum(world)
	await watched(startConnector(world))
	const providers = options.empty ? await countProviders(world) : await loadExamples(world)
	const instanceToken = await instanceTokenOf(world)
	if (!options.empty) {
		await loadExampleNeeds(world)
	}
	await watched(startPreview(world, instanceToken))
	const run = { connector: addressOf(world, 'connector'), forum: addressOf(world, 'forum'), preview: addressOf(world, 'preview'), console: `${addressOf(world, 'connector')}/console`, instanceToken, adminToken: world.secrets.adminToken }
	writeRunFile(folder, run)
	console.info(welcome(run, providers, join(folder, 'run.json')))
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
	process.on(signal, () => void stop(0))
}
whenNpmGoes(() => void stop(0))
try {
	await start()
} catch (error) {
	if (!stopping) {
		console.error(error instanceof DemoError ? error.message : both('La démonstration n’a pas pu démarrer.', 'The demonstration could not start.'))
		if (!(error instanceof DemoError)) {
			console.error(error instanceof Error ? error.message : error)
		}
		await stop(1)
	}
}
