/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import express from 'express'
import { setImmediate } from 'node:timers/promises'
import { Counter, Gauge } from 'prom-client'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createMetrics } from './metrics.ts'
import { serve } from './server.ts'

describe('metrics while the database is away', () => {
	let stop = async () => {}

	afterEach(async () => {
		vi.useRealTimers()
		await stop()
	})

	async function show(collect: () => Promise<void>): Promise<() => Promise<string>> {
		const metrics = createMetrics('token')
		new Gauge({ name: 'emancipasso_from_the_database', help: 'A number of the database', registers: [metrics.registry], collect })
		new Counter({ name: 'emancipasso_of_the_process_total', help: 'A number of the process', registers: [metrics.registry] }).inc(3)
		const server = await serve(express().get('/metrics', metrics.show), { host: '127.0.0.1', port: 0 })
		stop = server.stop
		return async () => await (await fetch(`http://127.0.0.1:${server.port}/metrics`, { headers: { Authorization: 'Bearer token' } })).text()
	}

	it('show what the process knows, and count what could not be read', async () => {
		let isAway = true
		const read = await show(async () => {
			if (isAway) {
				throw new Error('connect ECONNREFUSED 127.0.0.1:5432 as secret-user')
			}
		})
		const away = await read()
		expect(away).toMatch(/^emancipasso_of_the_process_total 3$/m)
		expect(away).toMatch(/^emancipasso_metrics_unread 1$/m)
		expect(away).not.toMatch(/from_the_database|secret-user/)

		isAway = false
		expect(await read()).toMatch(/^emancipasso_from_the_database 0$[^]*^emancipasso_metrics_unread 0$/m)
	})

	it('do not wait for an answer that does not come', async () => {
		vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
		const { promise: asked, resolve } = Promise.withResolvers<void>()
		const read = await show(async () => {
			resolve()
			await new Promise(() => {})
		})
		const answer = read()
		await asked
		// The others answer in this turn.
		await setImmediate()
		vi.advanceTimersByTime(5000)

		expect(await answer).toMatch(/^emancipasso_metrics_unread 1$/m)
	})
})
