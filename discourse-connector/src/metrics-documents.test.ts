/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { RunningConnector } from './connector.ts'

import { sql } from 'kysely'
import { createHmac } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { NeedStore } from './community/need-store.ts'
import { amis, needId, publication } from './community/testing.ts'
import { startConnector } from './connector.ts'
import { describeMetrics, everyMetric } from './metrics-documents.ts'
import { readConfiguration } from './platform/configuration.ts'
import { createLog } from './platform/log.ts'
import { withDatabase } from './platform/testing.ts'

const secrets = { METRICS_TOKEN: 'secret-of-the-metrics', ADMIN_TOKEN: 'secret-of-the-administrator-of-this-connector', DISCOURSE_API_KEY: 'secret-of-the-bot', DISCOURSE_WEBHOOK_SECRETS: 'secret-of-the-webhook' }

/** Every line but comments, without its number: what a Prometheus keeps for ever. */
function seriesOf(text: string): string[] {
	return text.split('\n').filter((line) => line !== '' && !line.startsWith('#')).map((line) => line.slice(0, line.lastIndexOf(' ')))
}

function ours(text: string): string[] {
	return seriesOf(text).filter((series) => series.startsWith('emancipasso_'))
}

describe('the described metrics', () => {
	it('tell what they mean, under a name that says whose they are', () => {
		for (const { name, type, help, labels } of describeMetrics()) {
			expect(name).toMatch(/^(emancipasso_[a-z][a-z_]*[a-z]|(nodejs|process)_[a-z0-9_]+)$/)
			expect(help.length, name).toBeGreaterThan(15)
			expect(labels.filter((label) => /id$|user|record|organisation|instance|url/.test(label)), name).toEqual([])
			if (name.startsWith('emancipasso_')) {
				expect(name.endsWith('_total'), name).toBe(type === 'counter')
			}
		}
	})
})

describe('the metrics of a connector that runs', () => {
	const directory = mkdtempSync(join(tmpdir(), 'emancipasso-metrics-'))
	let connector: RunningConnector

	const metrics = async () => await (await fetch(`${connector.url}/metrics`, { headers: { Authorization: `Bearer ${secrets.METRICS_TOKEN}` } })).text()

	beforeAll(async () => {
		const categories = Object.fromEntries(['TECHNICAL_HELP', 'TOOL_ADVICE', 'PROVIDER_SEARCH', 'SHARED_DEVELOPMENT'].map((kind, index) => [`DISCOURSE_CATEGORY_${kind}`, String(index + 1)]))
		connector = await startConnector(readConfiguration({ ...secrets, ...categories, DATA_DIRECTORY: directory, PORT: '0', DISCOURSE_URL: 'http://127.0.0.1:9' }), createLog('silent'))
	})

	afterAll(async () => {
		await connector?.stop()
		rmSync(directory, { recursive: true, force: true })
	})

	it('are those that are described, none forgotten', async () => {
		const running = [...(await metrics()).matchAll(/^# TYPE (\S+) (\S+)$/gm)].map(([, name, type]) => `${name} ${type}`)

		expect(running.sort()).toEqual(describeMetrics().map(({ name, type }) => `${name} ${type}`).sort())
	})

	it('hold no secret, and do not grow with what strangers send', async () => {
		const send = async (from: number, to: number) => {
			for (let number = from; number < to; number++) {
				const body = JSON.stringify({ topic: { id: number, title: `titre-${number}` } })
				const signature = createHmac('sha256', number % 2 === 0 ? secrets.DISCOURSE_WEBHOOK_SECRETS : 'wrong').update(body).digest('hex')
				await fetch(`${connector.url}/webhooks/discourse`, { method: 'POST', body, headers: { 'Content-Type': 'application/json', 'X-Discourse-Event-Type': `family-${number}`, 'X-Discourse-Event': `event-${number}`, 'X-Discourse-Event-Signature': `sha256=${signature}` } })
				await fetch(`${connector.url}/api/v1/needs/nobody-${number}?q=titre-${number}`, { headers: { Authorization: `Bearer secret-of-somebody-${number}`, 'Emancipasso-Instance': `cloud-${number}` } })
				await fetch(`${connector.url}/unknown-${number}/"\n${number}`, { method: ['GET', 'PUT', 'DELETE'][number % 3] ?? 'GET' })
			}
		}
		await send(0, 12)
		const before = await metrics()
		await send(12, 60)
		const after = await metrics()

		expect(ours(after).sort()).toEqual(ours(before).sort())
		expect(after).not.toMatch(/secret-of|titre-|nobody-|unknown-|family-|event-|cloud-/)
	})
})

describe('the metrics of many records', () => {
	const database = withDatabase()

	it('are as many series as those of few, whatever the records say', async () => {
		const registry = everyMetric(database)
		const needs = new NeedStore(database, { publicationsPerDay: 100_000, heldPublications: 100_000 })
		const fill = async (from: number, to: number) => {
			for (let number = from; number < to; number++) {
				await needs.put({ ...amis, organisation: `organisation-${number}` }, needId(number), publication({ title: `Titre secret numéro ${number}` }), { create: true })
				await sql`insert into hint (record, reason, priority, due_at) values (${`thing-${number}"}\n`}, ${`reason ${number}`}, ${number % 4}, now())`.execute(database.kysely)
				await sql`insert into detection (name, state, done_at) values (${`kind-${number}`}, ${JSON.stringify({ trouble: `trouble-${number}` })}, now())`.execute(database.kysely)
			}
			await sql`insert into detection (name, state, done_at) values ('journal', ${JSON.stringify({ trouble: `trouble-${to}` })}, now()) on conflict (name) do update set state = excluded.state`.execute(database.kysely)
		}
		await fill(1, 3)
		const before = ours(await registry.metrics())
		await fill(3, 60)
		const after = await registry.metrics()

		expect(ours(after)).toEqual(before)
		expect(after).toMatch(/^emancipasso_needs_held 59$/m)
		expect(after).not.toMatch(/secret|organisation-|thing-|reason |trouble-|kind-/)
	})

	it('say for how long the queue and the operator keep somebody waiting', async () => {
		const registry = everyMetric(database)
		const needs = new NeedStore(database, { publicationsPerDay: 10, heldPublications: 10 })
		expect(await registry.metrics()).toMatch(/^emancipasso_hints_oldest_due_seconds 0$/m)
		expect(await registry.metrics()).toMatch(/^emancipasso_needs_held_oldest_seconds 0$/m)

		await needs.put(amis, needId(1), publication(), { create: true })
		await sql`update need set created_at = now() - interval '3 days'`.execute(database.kysely)
		await sql`insert into hint (record, reason, priority, due_at) values ('need-x', 'x', 1, now() - interval '20 minutes')`.execute(database.kysely)
		const waiting = await registry.metrics()
		expect(Number(/^emancipasso_needs_held_oldest_seconds (\S+)$/m.exec(waiting)?.[1])).toBeGreaterThan(259_000)
		expect(Number(/^emancipasso_hints_oldest_due_seconds (\S+)$/m.exec(waiting)?.[1])).toBeGreaterThan(1190)

		await sql`update need set refused_revision = revision`.execute(database.kysely)
		expect(await registry.metrics()).toMatch(/^emancipasso_needs_held 0$/m)
	})
})
