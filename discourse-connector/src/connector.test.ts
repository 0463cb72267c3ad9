/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { ChildProcess } from 'node:child_process'

import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { publication } from './community/testing.ts'

const environment = { PATH: process.env.PATH, PORT: '0', LOG_LEVEL: 'info' }

function program(file: string, directory: string, args: string[] = [], more: Record<string, string> = {}): ChildProcess & { stdout: NonNullable<ChildProcess['stdout']>, stderr: NonNullable<ChildProcess['stderr']> } {
	const child = spawn(process.execPath, [join(import.meta.dirname, file), ...args], { env: { ...environment, DATA_DIRECTORY: directory, ...more }, stdio: ['ignore', 'pipe', 'pipe'] })
	return Object.assign(child, { stdout: child.stdout, stderr: child.stderr })
}

async function start(directory: string) {
	const child = program('main.ts', directory)
	const lines: string[] = []
	for await (const line of createInterface({ input: child.stdout })) {
		lines.push(line)
		const { url, msg } = JSON.parse(line)
		if (msg === 'The connector answers') {
			return { child, url: String(url) }
		}
	}
	throw new Error(lines.join('\n') + await text(child.stderr))
}

async function run(file: string, directory: string, args: string[] = [], more: Record<string, string> = {}) {
	const child = program(file, directory, args, more)
	const [out, err, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')])
	return { out, err, code }
}

// Each test starts programs, which takes a busy machine a while.
describe('the connector as a program', { timeout: 120_000 }, () => {
	let directory: string
	let running: Awaited<ReturnType<typeof start>>

	beforeAll(async () => {
		directory = mkdtempSync(join(tmpdir(), 'emancipasso-connector-'))
		running = await start(directory)
	}, 120_000)

	afterAll(() => {
		running?.child.kill('SIGKILL')
		rmSync(directory, { recursive: true, force: true })
	})

	it('answers with health, its contract, and nothing to strangers', async () => {
		const status = async (path: string) => (await fetch(running.url + path)).status

		expect(await status('/healthz')).toBe(200)
		expect(await status('/readyz')).toBe(200)
		expect(await status('/api/v1/openapi.json')).toBe(200)
		expect(await status('/api/v1/docs')).toBe(200)
		expect(await status('/api/v1/changes')).toBe(401)
		expect(await status('/api/v1/nothing')).toBe(404)
		expect(await status('/metrics')).toBe(404)
	})

	it('runs commands for the operator while it holds the data', async () => {
		const { out, code } = await run('command-line.ts', directory, ['instance', 'add', 'Nantes'])
		const token = out.trim().split('\n').at(-1) ?? ''

		expect(code).toBe(0)
		expect((await fetch(`${running.url}/api/v1/nothing`, { headers: { Authorization: `Bearer ${token}` } })).status).toBe(404)
		expect(statSync(join(directory, 'admin.json')).mode & 0o777).toBe(0o600)
	})

	it('takes a need from an instance and shows it to another, held until the operator releases it', async () => {
		const tokenOf = async (name: string) => (await run('command-line.ts', directory, ['instance', 'add', name])).out.trim().split('\n').at(-1) ?? ''
		const call = async (token: string, cloud: string, path: string, init: RequestInit = {}) => await fetch(`${running.url}/api/v1${path}`, {
			...init,
			headers: { ...init.headers, Authorization: `Bearer ${token}`, 'Emancipasso-Instance': cloud, 'Emancipasso-Organisation': 'organisation-1' },
		})
		const [nantes, lille] = [await tokenOf('Nantes'), await tokenOf('Lille')]
		const id = randomUUID()
		const put = await call(nantes, 'oc-nantes', `/needs/${id}`, { method: 'PUT', headers: { 'If-None-Match': '*', 'Content-Type': 'application/json' }, body: JSON.stringify(publication()) })
		expect(await put.json()).toMatchObject({ uuid: id, status: 'held' })
		expect((await call(lille, 'oc-lille', `/needs/${id}`)).status).toBe(404)

		expect(await run('command-line.ts', directory, ['needs', 'release', id])).toMatchObject({ code: 0 })
		expect((await call(lille, 'oc-lille', `/needs/${id}`)).status).toBe(200)
	})

	it('does not let the data be moved while it may write to it', async () => {
		const { err, code } = await run('command-line.ts', directory, ['database', 'move', '--to', 'postgres://nobody@127.0.0.1:1/none'])

		expect(code).toBe(1)
		expect(err).toContain('Stop')
	})

	it.each(['database', 'restore'])('says first how “%s” is called, whether or not it runs', async (group) => {
		const { err, code } = await run('command-line.ts', directory, [group])

		expect(code).toBe(2)
		expect(err).toContain(`  ${group} `)
		expect(err).not.toContain('Stop')
	})

	it('lets the data be moved also when a public address, which asks for it, is set already', async () => {
		const { err } = await run('command-line.ts', directory, ['database', 'move', '--to', 'postgres://nobody@127.0.0.1:1/none'], { PUBLIC_URL: 'https://connector.example.org' })

		expect(err).toContain('Stop it first')
		expect(err).not.toContain('PUBLIC_URL')
	})

	it('refuses to start twice on the same data, with a sentence', async () => {
		const { err, code } = await run('main.ts', directory)

		expect(code).toBe(1)
		expect(err).toContain('Another process uses the data')
		expect(err.trim().split('\n')).toHaveLength(1)
	})

	it('lists what is wrong with the configuration and does not start', async () => {
		const { err, code } = await run('main.ts', directory, [], { PORT: 'x', PUBLIC_URL: 'https://example.org' })

		expect(code).toBe(1)
		expect(err).toMatch(/PORT: [^]*PUBLIC_URL: /)
		expect(err).not.toContain('    at ')
	})

	it('starts again after kill -9, and stops within three seconds when asked', async () => {
		running.child.kill('SIGKILL')
		await once(running.child, 'exit')
		running = await start(directory)
		await fetch(`${running.url}/healthz`)

		const before = performance.now()
		running.child.kill('SIGTERM')
		const [code] = await once(running.child, 'exit')
		expect(code).toBe(0)
		expect(performance.now() - before).toBeLessThan(3000)
	})
})
