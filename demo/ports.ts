/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { createServer } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { both, DemoError } from './options.ts'

/** How long a program of an earlier start may take to leave its port, in milliseconds. */
const patience = 3000

/**
 * Whether something could listen on a port of this machine now.
 *
 * @param port of the loopback interface; 0 asks for any
 * @return the port that was free, or null
 */
export async function freePort(port = 0): Promise<number | null> {
	return await new Promise((resolve) => {
		const server = createServer()
		server.once('error', () => resolve(null))
		server.listen(port, '127.0.0.1', () => {
			const address = server.address()
			server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : null))
		})
	})
}

/**
 * Makes sure that nothing else listens where the programs will.
 *
 * @param ports by program
 * @throws {DemoError} that names the ports in use and how to choose others
 */
export async function requireFree(ports: Readonly<Record<string, number>>): Promise<void> {
	const deadline = Date.now() + patience
	const twice = Object.values(ports).find((port, index, all) => all.indexOf(port) !== index)
	if (twice !== undefined) {
		throw new DemoError(both(`Le port ${twice} est demandé pour deux programmes. Choisissez des ports différents.`, `Port ${twice} is asked for by two programs. Choose different ports.`))
	}
	for (const [name, port] of Object.entries(ports)) {
		while (await freePort(port) === null) {
			if (Date.now() > deadline) {
				const option = `--${name}-port`
				throw new DemoError(both(
					`Le port ${port} (${name}) est déjà utilisé. Arrêtez ce qui l’utilise, ou choisissez-en un autre : npm start -- ${option} ${port + 100}`,
					`Port ${port} (${name}) is in use. Stop what uses it, or choose another: npm start -- ${option} ${port + 100}`,
				))
			}
			await wait(100)
		}
	}
}
