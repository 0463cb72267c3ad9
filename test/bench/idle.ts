/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Nextcloud } from '../nextcloud/server.ts'
import type { Stack } from '../support/stack.ts'
import type { PassedRequest } from './counting-proxy.ts'
import type { Result } from './result.ts'
import type { ShiftedClock } from './shifted-clock.ts'
import type { WrittenRows } from './written-rows.ts'

import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { loadExamples } from '../../demo/provision.ts'
import { startNextcloud } from '../nextcloud/server.ts'
import { startStack } from '../support/stack.ts'
import { startCountingProxy } from './counting-proxy.ts'
import { shiftedClock } from './shifted-clock.ts'
import { CloudRows, countConnectorRows, watchConnectorRows } from './written-rows.ts'

const CRON_SECONDS = 300
const HOUR_SECONDS = 3600
const DAY_SECONDS = 24 * HOUR_SECONDS

/** What a connector and a cloud with nothing to do did. */
interface Idleness {
	hour: PassedRequest[]
	day: PassedRequest[]
	cloud: WrittenRows
	connector: WrittenRows
}

/**
 * A real Nextcloud joined to a real connector, both on a clock that is moved on: its cron runs every five minutes for an
 * hour and then for the rest of a day, in which nobody does anything. Nextcloud's own list decides which jobs are due.
 */
export async function benchIdle(): Promise<Result[]> {
	const folder = mkdtempSync(join(tmpdir(), 'emancipasso-idle-'))
	const closers = [async () => rmSync(folder, { recursive: true, force: true })]
	try {
		const clock = shiftedClock(folder)
		const stack = await startStack({ preview: false, env: clock.env, prepare: loadExamples })
		closers.unshift(stack.close)
		const proxy = await startCountingProxy(stack.connector)
		closers.unshift(proxy.close)
		const nextcloud = await startNextcloud({ connector: { url: proxy.url, token: stack.instanceToken } })
		closers.unshift(nextcloud.close)
		return report(await idle(clock, stack, nextcloud, proxy.passed))
	} finally {
		for (const close of closers) {
			await close()
		}
	}
}

/**
 * Lets a day pass, in steps of five minutes.
 *
 * @param clock of the connector and of the cron
 * @param stack with the connector
 * @param nextcloud joined to it
 * @param passed what passes between them
 */
async function idle(clock: ShiftedClock, stack: Stack, nextcloud: Nextcloud, passed: PassedRequest[]): Promise<Idleness> {
	const rows = new CloudRows(join(dirname(nextcloud.root), 'data'))
	const data = join(stack.world.folder, 'connector')
	let now = 0
	const cron = async (seconds: number) => {
		for (const end = now + seconds; now < end;) {
			now += CRON_SECONDS
			clock.setAhead(now)
			await promisify(execFile)('php', ['-d', 'memory_limit=512M', 'cron.php'], { cwd: nextcloud.root, env: { ...process.env, ...clock.env } })
		}
	}
	// What a new installation does once: every job for the first time, and the packs.
	await cron(HOUR_SECONDS)
	await stack.killConnector()
	await watchConnectorRows(data)
	await stack.restartConnector()
	rows.watch()
	passed.length = 0

	await cron(HOUR_SECONDS)
	const hour = [...passed]
	await cron(DAY_SECONDS - HOUR_SECONDS)
	await stack.killConnector()
	return { hour, day: [...passed], cloud: rows.count(), connector: await countConnectorRows(data) }
}

function report({ hour, day, cloud, connector }: Idleness): Result[] {
	const { jobs = 0, ...ours } = cloud
	const isConditional = ({ method, path, conditional }: PassedRequest) => method === 'GET' && path.startsWith('/api/v1/changes') && conditional
	const result = (metric: string, value: number, unit: string, aim: string, ok: boolean): Result => ({ metric, value, unit, baseline: null, ratio: null, aim, ok })
	const notNew = hour.filter(({ status }) => status === 304).length
	return [
		result('idle hour: conditional requests', hour.filter(isConditional).length, 'requests', '1 to 4', hour.length >= 1 && hour.length <= 4),
		result('idle hour: other requests', hour.filter((request) => !isConditional(request)).length, 'requests', '0', hour.every(isConditional)),
		result('idle hour: answered 304', hour.length === 0 ? 0 : notNew / hour.length * 100, '%', '100 %', hour.length > 0 && notNew === hour.length),
		result('idle day: requests', day.length, 'requests', '≤ 96', day.length <= 96),
		result(`idle day: rows of the app written in the cloud${named(ours)}`, sum(ours), 'rows', '≤ 1', sum(ours) <= 1),
		result('idle day: rows that Nextcloud wrote in its list of jobs for ours', jobs, 'rows', 'none of its own', true),
		result(`idle day: rows written by the connector${named(connector)}`, sum(connector), 'rows', '≤ 1', sum(connector) <= 1),
	]
}

function sum(rows: WrittenRows): number {
	return Object.values(rows).reduce((total, count) => total + count, 0)
}

function named(rows: WrittenRows): string {
	const names = Object.keys(rows)
	return names.length === 0 ? '' : ` (${names.join(', ')})`
}
