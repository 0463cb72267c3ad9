/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Program } from '../../demo/program.ts'
import type { World } from '../../demo/world.ts'
import type { Balancer } from './balancer.ts'

import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { freePort } from '../../demo/ports.ts'
import { addressOf, startConnector } from '../../demo/world.ts'

const MEGABYTE_IN_KILOBYTES = 1024

/** One of the connectors, over all its lives. */
interface Replica {
	world: World
	program: Program
	kills: number
	/** In megabytes: the most in any life, and now. */
	peak: number
	now: number
}

/** Several connectors on one database, behind one address. */
export class Replicas {
	readonly all: Replica[] = []
	readonly #balancer: Balancer

	/** @param balancer that is told who is there */
	constructor(balancer: Balancer) {
		this.#balancer = balancer
	}

	/**
	 * Starts one more.
	 *
	 * @param base of its world: forum, secrets and environment
	 * @param name of its folder
	 */
	async add(base: World, name: string): Promise<void> {
		const folder = join(base.folder, name)
		mkdirSync(folder, { mode: 0o700 })
		const world = { ...base, folder, ports: { ...base.ports, connector: await freePort() ?? 0 } }
		this.all.push({ world, program: await startConnector(world), kills: 0, peak: 0, now: 0 })
		this.#balancer.targets.push(addressOf(world, 'connector'))
	}

	/**
	 * Ends one at once and starts it again.
	 *
	 * @param dice from 0 to 1
	 */
	async killOne(dice: number): Promise<void> {
		const replica = this.all[Math.floor(dice * this.all.length)]
		if (replica !== undefined) {
			replica.kills++
			await replica.program.kill()
			replica.program = await startConnector(replica.world)
		}
	}

	/** Reads how much memory each uses. */
	weigh(): void {
		for (const replica of this.all) {
			replica.now = residentMegabytes(replica.program.pid) ?? replica.now
			replica.peak = Math.max(replica.peak, replica.now)
		}
	}

	async stop(): Promise<void> {
		await Promise.all(this.all.map(({ program }) => program.stop()))
	}
}

/** Undefined where the system does not tell. */
function residentMegabytes(pid: number): number | undefined {
	try {
		const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
		return kilobytes === undefined ? undefined : Math.round(Number(kilobytes) / MEGABYTE_IN_KILOBYTES)
	} catch {
		return undefined
	}
}
