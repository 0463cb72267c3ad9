/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Program } from '../../demo/program.ts'
import type { Stack } from '../support/stack.ts'
import type { Load } from './load.ts'
import type { Result } from './result.ts'

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { Client } from 'pg'
import { freePort } from '../../demo/ports.ts'
import { startProgram } from '../../demo/program.ts'
import { startCluster } from '../../discourse-connector/src/platform/testing-cluster.ts'
import { postgresAvailable } from '../../discourse-connector/src/platform/testing-postgres.ts'
import { startStack } from '../support/stack.ts'
import { deliveredPerSecond } from './load.ts'
import { percentile } from './result.ts'

const ROUNDS = 7
const DELIVERIES = 1500
const CONNECTIONS = 32
const LONGEST_SECONDS = 10
const AIM = 0.6
const METRICS_TOKEN = 'metrics-of-the-benchmark'

/** A kind of database, opened anew for the connector and for the bare handler. */
interface Store {
	name: string
	connector: Record<string, string>
	bare: Record<string, string>
	close: () => Promise<void>
}

/** Who takes in the webhooks, and when it is at rest. */
interface Intake {
	url: string
	rested: () => Promise<void>
}

/**
 * Hints that POST /webhooks/discourse of the real connector makes durable in a second, beside a bare Express handler that
 * checks the signature and inserts one row for each; on both kinds of database, for webhooks about topics that are all
 * different and about the same few. Seven rounds, in each of which both are measured, the first one in turn; each is a burst
 * that is over before most of its hints are looked at, as on a forum, and the next waits until all were.
 */
export async function benchIntake(): Promise<Result[]> {
	const results: Result[] = []
	for (const open of postgresAvailable() ? [onServer, embedded] : [embedded]) {
		const store = await open()
		try {
			results.push(...await compare(store))
		} finally {
			await store.close()
		}
	}
	if (!postgresAvailable()) {
		console.error('Without PostgreSQL on this machine only the embedded database was measured. On Debian: sudo apt-get install postgresql')
	}
	return results
}

async function onServer(): Promise<Store> {
	const { url, stop } = await startCluster({ durable: true })
	const client = new Client({ connectionString: url })
	await client.connect()
	await client.query('create database bare')
	await client.end()
	return { name: 'PostgreSQL', connector: { DATABASE_URL: url }, bare: { DATABASE_URL: url.replace(/postgres$/, 'bare') }, close: stop }
}

async function embedded(): Promise<Store> {
	const folder = mkdtempSync(join(tmpdir(), 'emancipasso-bare-'))
	return { name: 'PGlite', connector: {}, bare: { DATABASE_URL: '', DATA_DIRECTORY: join(folder, 'database') }, close: async () => rmSync(folder, { recursive: true, force: true }) }
}

/**
 * Measures both on one kind of database.
 *
 * @param store opened for this
 */
async function compare(store: Store): Promise<Result[]> {
	const stack = await startStack({ preview: false, env: { ...store.connector, METRICS_TOKEN, LOG_LEVEL: 'info' } })
	let bare: Program | undefined
	try {
		const secret = stack.world.secrets.webhookSecret
		const port = await freePort() ?? 0
		const base = `http://127.0.0.1:${port}`
		bare = await startProgram({ name: { fr: 'Le serveur nu', en: 'The bare handler' }, file: fileURLToPath(new URL('./bare-intake.ts', import.meta.url)), readyUrl: `${base}/healthz`, env: { ...store.bare, PORT: String(port), SECRET: secret } })
		const ours: Intake = { url: `${stack.connector}/webhooks/discourse`, rested: () => rested(stack) }
		const theirs: Intake = { url: `${base}/webhooks/discourse`, rested: async () => {} }
		return [
			await measure(`webhooks about ${DELIVERIES} topics, ${store.name}`, DELIVERIES, secret, ours, theirs),
			await measure(`webhooks about 20 topics, ${store.name}`, 20, secret, ours, theirs),
		]
	} finally {
		await bare?.stop()
		await stack.close()
	}
}

async function measure(metric: string, topics: number, secret: string, ours: Intake, theirs: Intake): Promise<Result> {
	const perSecond = new Map<Intake, number[]>([[ours, []], [theirs, []]])
	const load = { secret, count: DELIVERIES, seconds: LONGEST_SECONDS, connections: CONNECTIONS, topics } satisfies Partial<Load>
	// What is measured first pays for what is not compiled yet, so round 0 does not count.
	for (let round = 0; round <= ROUNDS; round++) {
		for (const intake of round % 2 === 0 ? [ours, theirs] : [theirs, ours]) {
			const rate = await deliveredPerSecond({ ...load, url: intake.url, firstTopic: 1_000_000 + round * DELIVERIES })
			await intake.rested()
			if (round > 0) {
				perSecond.get(intake)?.push(rate)
			}
		}
	}
	const [value, baseline] = [percentile(perSecond.get(ours) ?? [], 0.5), percentile(perSecond.get(theirs) ?? [], 0.5)]
	return { metric, value, unit: 'per second', baseline, ratio: value / baseline, aim: `≥ ${AIM} of a bare handler`, ok: value / baseline >= AIM }
}

/**
 * Waits until the connector has looked at all that was hinted: it must not work while the other is measured.
 *
 * @param stack with the connector
 */
async function rested(stack: Stack): Promise<void> {
	for (;;) {
		const response = await fetch(`${stack.connector}/metrics`, { headers: { Authorization: `Bearer ${METRICS_TOKEN}` } })
		const counts = [...(await response.text()).matchAll(/^emancipasso_hints\{state="(?:due|later|looking)"\} (\d+)$/gm)]
		if (counts.length === 3 && counts.every(([, count]) => count === '0')) {
			return
		}
		await wait(100)
	}
}
