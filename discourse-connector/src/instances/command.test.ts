/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { RunningServer } from '../platform/server.ts'

import express from 'express'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { runCommand } from '../commands.ts'
import { adminCommands, callAdminCommand } from '../platform/admin-commands.ts'
import { readConfiguration } from '../platform/configuration.ts'
import { createHttp } from '../platform/http.ts'
import { createLog } from '../platform/log.ts'
import { createMetrics } from '../platform/metrics.ts'
import { serve } from '../platform/server.ts'
import { withDatabase } from '../platform/testing.ts'
import { InstanceStore } from './instance-store.ts'

const token = 'the token of the operator, long enough'

describe.each(['in a process of its own', 'inside the running connector'])('the command “instance” %s', (where) => {
	const database = withDatabase()
	const configuration = readConfiguration({})
	let server: RunningServer
	let said: string[] = []

	beforeAll(async () => {
		const http = createHttp({ configuration, log: createLog('silent'), metrics: createMetrics(undefined), isReady: async () => true })
		http.open(express.Router().use(adminCommands(token, runCommand, { database, configuration })))
		server = await serve(http.app, { host: '127.0.0.1', port: 0 })
	})

	beforeEach(() => {
		said = []
	})

	afterAll(async () => {
		await server.stop()
	})

	async function run(...args: string[]): Promise<number> {
		const call = { directory: '/', print: (line: string) => said.push(line), complain: (line: string) => said.push(line) }
		return where === 'in a process of its own'
			? await runCommand(args, { ...call, database, configuration })
			: await callAdminCommand({ url: `http://127.0.0.1:${server.port}`, token }, args, call)
	}

	it('adds an instance and shows the token that lets it in, once', async () => {
		expect(await run('instance', 'add', 'Nantes')).toBe(0)
		const shown = said.join('\n').split('\n').at(-1) ?? ''
		expect(await new InstanceStore(database).byToken(shown)).toMatchObject({ name: 'Nantes', state: 'active' })

		said = []
		await run('instance', 'list')
		expect(said.join()).toContain('Nantes')
		expect(said.join()).not.toContain(shown)
	})

	it('suspends, resumes and revokes by name', async () => {
		const store = new InstanceStore(database)
		await store.add('Nantes')
		const states: string[] = []
		for (const verb of ['suspend', 'resume', 'revoke']) {
			expect(await run('instance', verb, 'Nantes')).toBe(0)
			states.push((await store.list())[0]?.state ?? '')
		}
		expect(states).toEqual(['suspended', 'active', 'revoked'])

		expect(await run('instance', 'resume', 'Nantes')).toBe(1)
		expect(said.at(-1)).toContain('revoked for ever')
	})

	it('suspends one organisation', async () => {
		const { id } = await new InstanceStore(database).add('Nantes')

		expect(await run('instance', 'suspend', 'Nantes', 'organisation-1')).toBe(0)
		expect(await database.kysely.selectFrom('organisation').select(['instance_id', 'state']).execute()).toEqual([{ instance_id: id, state: 'suspended' }])
	})

	it('warns of a second instance of the same name, and then asks which', async () => {
		await run('instance', 'add', 'Nantes')
		const first = (await new InstanceStore(database).list())[0]?.id
		expect(said.join()).not.toContain('Another')
		expect(await run('instance', 'add', 'Nantes')).toBe(0)
		expect(said.join()).toContain(`Another instance is called “Nantes” already (${first})`)

		expect(await run('instance', 'revoke', 'Nantes')).toBe(1)
		expect(said.at(-1)).toContain('Say which')
	})

	it.each([['instance'], ['instance', 'add'], ['instance', 'revoke', 'a', 'b'], ['nothing'], ['toString']])('explains itself when it is not understood: %s %s', async (...args) => {
		await run('instance', 'add', 'a')

		expect(await run(...args)).toBe(2)
	})

	it('runs nothing for who does not know the token or comes through a proxy', async () => {
		const body = JSON.stringify({ args: ['instance', 'list'], directory: '/' })
		const headers = { 'Content-Type': 'application/json' }
		const url = `http://127.0.0.1:${server.port}/admin/commands`

		expect((await fetch(url, { method: 'POST', headers: { ...headers, Authorization: 'Bearer wrong' }, body })).status).toBe(404)
		expect((await fetch(url, { method: 'POST', headers: { ...headers, Authorization: `Bearer ${token}`, 'X-Forwarded-For': '127.0.0.1' }, body })).status).toBe(404)
	})
})
