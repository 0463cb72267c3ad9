/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Program } from '../../demo/program.ts'
import type { World } from '../../demo/world.ts'
import type { Cluster } from '../../discourse-connector/src/platform/testing-cluster.ts'
import type { CountingProxy } from '../bench/counting-proxy.ts'

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { freePort } from '../../demo/ports.ts'
import { startProgram } from '../../demo/program.ts'
import { addInstance } from '../../demo/provision.ts'
import { addressOf, secretsOf, startForum } from '../../demo/world.ts'
import { startCluster } from '../../discourse-connector/src/platform/testing-cluster.ts'
import { startCountingProxy } from '../bench/counting-proxy.ts'
import { startBalancer } from './replicas-balancer.ts'

/** How long a process that says nothing keeps what it holds: short, so that tests need not wait. */
const LEASE_SECONDS = 2

const main = join(import.meta.dirname, '../../discourse-connector/src/main.ts')

/** What a replica is started with, beside what all have. */
interface ReplicaOptions {
	env?: Record<string, string>
	/** Another version of the program. */
	file?: string
}

/** One of several processes of the connector. */
export class Replica {
	/** Without a slash at the end. */
	readonly connector: string
	readonly instanceToken: string
	readonly #start: () => Promise<Program>
	#program: Program | undefined

	constructor(connector: string, instanceToken: string, start: () => Promise<Program>) {
		this.connector = connector
		this.instanceToken = instanceToken
		this.#start = start
	}

	/** Starts it, again after it ended; resolves once it is ready. */
	async start(): Promise<void> {
		this.#program = await this.#start()
	}

	/** Ends it as a power cut would. */
	async kill(): Promise<void> {
		this.resume()
		await this.#program?.kill()
	}

	/** Ends it in order. */
	async stop(): Promise<void> {
		this.resume()
		await this.#program?.stop()
	}

	/** Lets it do nothing any more, without its noticing. */
	pause(): void {
		this.#signal('SIGSTOP')
	}

	/** Lets it go on. */
	resume(): void {
		this.#signal('SIGCONT')
	}

	/** The end of what it wrote since its last start. */
	output(): string {
		return this.#program?.output() ?? ''
	}

	/** What its readiness says. */
	async readiness(): Promise<number> {
		return (await fetch(`${this.connector}/readyz`)).status
	}

	#signal(signal: NodeJS.Signals): void {
		if (this.#program !== undefined) {
			try {
				process.kill(this.#program.pid, signal)
			} catch {
				// It ended by itself.
			}
		}
	}
}

/** Several processes of the connector on one PostgreSQL and one forum, behind a balancer. */
export interface Replicas {
	all: Replica[]
	/** Address of the balancer, without a slash at the end. */
	connector: string
	forum: string
	instanceToken: string
	world: World
	cluster: Cluster
	/** What the processes asked of the forum. */
	calls: CountingProxy['passed']
	/** A connection of the test's own to their database. */
	connect(): Promise<Client>
	/** Adds one, which is not started yet. */
	add(options?: ReplicaOptions): Promise<Replica>
	close(): Promise<void>
}

/**
 * Starts a PostgreSQL and the sandbox forum, and a connector for each of the options.
 *
 * @param options of the connectors
 * @param shared by all connectors
 */
export async function startReplicas(options: readonly ReplicaOptions[], shared: Record<string, string> = {}): Promise<Replicas> {
	const closers: (() => unknown)[] = []
	const close = async () => {
		for (const closer of closers.splice(0)) {
			await closer()
		}
	}
	try {
		const folder = await mkdtemp(join(tmpdir(), 'emancipasso-replicas-'))
		closers.unshift(() => rm(folder, { recursive: true, force: true }))
		const cluster = await startCluster({ durable: true })
		closers.unshift(cluster.stop)
		const addresses: string[] = []
		const balancer = await startBalancer(addresses)
		closers.unshift(balancer.close)
		const world: World = { folder, ports: { connector: balancer.port, forum: await port(), preview: 0 }, secrets: secretsOf(folder), connectorEnv: { DATABASE_URL: cluster.url } }
		const forum = await startForum(world)
		closers.unshift(() => forum.stop())
		const proxy = await startCountingProxy(addressOf(world, 'forum'))
		closers.unshift(proxy.close)
		const instanceToken = await addInstance(world, 'Test')

		const all: Replica[] = []
		const add = async ({ env = {}, file = main }: ReplicaOptions = {}) => {
			const mine = await port()
			const url = `http://127.0.0.1:${mine}`
			const name = `Connector ${all.length + 1}`
			const replica = new Replica(url, instanceToken, () => startProgram({
				name: { fr: name, en: name },
				file,
				readyUrl: `${url}/readyz`,
				logFile: join(folder, `${name}.log`),
				env: { ...environment(world, proxy.url), ...shared, PORT: String(mine), ...env },
			}))
			closers.unshift(() => replica.stop())
			addresses.push(url)
			all.push(replica)
			return replica
		}
		await Promise.all((await Promise.all(options.map(add))).map((replica) => replica.start()))
		return {
			all,
			connector: balancer.url,
			forum: addressOf(world, 'forum'),
			instanceToken,
			world,
			cluster,
			calls: proxy.passed,
			async connect() {
				const client = new Client({ connectionString: cluster.url })
				client.on('error', () => {})
				await client.connect()
				closers.unshift(() => client.end().catch(() => {}))
				return client
			},
			add,
			close,
		}
	} catch (error) {
		await close()
		throw error
	}
}

function environment(world: World, forumUrl: string): Record<string, string> {
	return {
		DATABASE_URL: world.connectorEnv?.DATABASE_URL ?? '',
		DATA_DIRECTORY: join(world.folder, 'connector'),
		PUBLIC_URL: addressOf(world, 'connector'),
		ADMIN_TOKEN: world.secrets.adminToken,
		METRICS_TOKEN: world.secrets.adminToken,
		DISCOURSE_URL: forumUrl,
		DISCOURSE_API_KEY: world.secrets.apiKey,
		DISCOURSE_WEBHOOK_SECRETS: world.secrets.webhookSecret,
		DISCOURSE_CATEGORY_TECHNICAL_HELP: '5',
		DISCOURSE_CATEGORY_TOOL_ADVICE: '6',
		DISCOURSE_CATEGORY_PROVIDER_SEARCH: '7',
		DISCOURSE_CATEGORY_SHARED_DEVELOPMENT: '8',
		FORUM_CALLS_PER_MINUTE: '600',
		HELD_PUBLICATIONS: '0',
		LEASE_SECONDS: String(LEASE_SECONDS),
		LOG_LEVEL: 'warn',
		PUBLICATIONS_PER_DAY: '1000',
		REQUESTS_PER_MINUTE: '100000',
	}
}

async function port(): Promise<number> {
	const free = await freePort()
	if (free === null) {
		throw new Error('This machine has no free port.')
	}
	return free
}
