/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { createServer } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { both, commandWith, DemoError } from './options.ts'

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
 * @param args of the command line, to say it again with other ports
 * @throws {DemoError} that names all ports in use and how to choose others
 */
export async function requireFree(ports: Readonly<Record<string, number>>, args: readonly string[]): Promise<void> {
	const deadline = Date.now() + patience
	const twice = Object.values(ports).find((port, index, all) => all.indexOf(port) !== index)
	if (twice !== undefined) {
		throw new DemoError(both(`Le port ${twice} est demandé pour deux programmes. Choisissez des ports différents.`, `Port ${twice} is asked for by two programs. Choose different ports.`))
	}
	for (;;) {
		const taken = await takenOf(ports)
		if (taken.length === 0) {
			return
		}
		if (Date.now() > deadline) {
			const others: Record<string, number> = {}
			for (const [name, port] of taken) {
				others[name] = await portAbove(port, [...Object.values(ports), ...Object.values(others)])
			}
			const [names, command] = [taken.map(([name, port]) => `${port} (${name})`).join(', '), commandWith(args, others)]
			throw new DemoError(taken.length === 1
				? both(`Le port ${names} est déjà utilisé. Arrêtez ce qui l’utilise, ou choisissez-en un autre :\n  ${command}`, `Port ${names} is in use. Stop what uses it, or choose another:\n  ${command}`)
				: both(`Les ports ${names} sont déjà utilisés. Arrêtez ce qui les utilise, ou choisissez-en d’autres :\n  ${command}`, `Ports ${names} are in use. Stop what uses them, or choose others:\n  ${command}`))
		}
		await wait(100)
	}
}

/**
 * @param ports by program
 * @return those in use
 */
async function takenOf(ports: Readonly<Record<string, number>>): Promise<[name: string, port: number][]> {
	const free = await Promise.all(Object.values(ports).map(async (port) => await freePort(port)))
	return Object.entries(ports).filter((_port, index) => free[index] === null)
}

/**
 * A free one that is easy to tell from the usual one.
 *
 * @param port in use
 * @param others that are spoken for
 */
async function portAbove(port: number, others: readonly number[]): Promise<number> {
	for (let candidate = port + 100; candidate <= 65_535; candidate += 100) {
		if (!others.includes(candidate) && await freePort(candidate) !== null) {
			return candidate
		}
	}
	return await freePort() ?? port
}
