/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { RunningDemo } from './running-demo.ts'

import { spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { createServer } from 'node:net'
import { availableParallelism, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { freePort } from '../../demo/ports.ts'
import { freePorts, startDemo } from './running-demo.ts'

const commandLine = fileURLToPath(new URL('../../discourse-connector/src/command-line.ts', import.meta.url))

const started: RunningDemo[] = []
const folders: string[] = []

function newFolder(): string {
	const folder = mkdtempSync(join(tmpdir(), 'emancipasso-demo-'))
	folders.push(folder)
	return join(folder, 'var')
}

async function start(folder: string, args: readonly string[], how?: 'by npm'): Promise<RunningDemo> {
	const demo = await startDemo(folder, args, how)
	started.push(demo)
	return demo
}

/** Calls the app of a demonstration as its first visitor. */
async function callApp(demo: RunningDemo, method: string, path: string, body?: unknown): Promise<Record<string, unknown>> {
	const response = await fetch(`${demo.run().preview}/ocs/v2.php/apps/emancipasso/api/v1${path}`, {
		method,
		headers: { Cookie: 'user=alix', 'OCS-APIRequest': 'true', 'Content-Type': 'application/json' },
		body: body === undefined ? null : JSON.stringify(body),
	})
	return (await response.json() as { ocs: { data: Record<string, unknown> } }).ocs.data
}

afterAll(async () => {
	await Promise.all(started.map((demo) => demo.end('SIGTERM')))
	folders.forEach((folder) => rmSync(folder, { recursive: true, force: true }))
})

describe('npm start', () => {
	const folder = newFolder()
	let ports: string[]
	let demo: RunningDemo
	let seconds = 0

	beforeAll(async () => {
		ports = await freePorts()
		const before = Date.now()
		demo = await start(folder, ports)
		seconds = (Date.now() - before) / 1000
	})

	test('prints within 15 seconds one short screen in two languages with the addresses that work', async () => {
		const { connector, forum, preview } = demo.run()
		expect(demo.output()).toContain('mediaton nante')
		for (const address of [forum, preview, `${connector}/api/v1/openapi.json`]) {
			expect(demo.output()).toContain(address)
			expect((await fetch(address)).status).toBe(200)
		}
		expect(demo.output()).toMatch(/Tout tourne[^]*Everything runs/)
		expect(demo.output().split('\n').length).toBeLessThan(35)
		// A machine that does other work at the same time takes as much longer.
		expect(seconds).toBeLessThan(15 * Math.max(1, loadavg()[0]! / availableParallelism()))
	})

	test('fills the directory with the 40 examples, marked as such', async () => {
		const { items, total } = await (await fetch(`${demo.run().connector}/api/v1/providers?limit=100`)).json() as { items: { example?: boolean }[], total: number }
		expect(total).toBe(40)
		expect(items.every(({ example }) => example)).toBe(true)
	})

	test('joins the app to the connector, with all packs', async () => {
		const start = await callApp(demo, 'GET', '/start')
		expect(start.connector).toMatchObject({ configured: true, problem: null })
		expect((start.packs as { name: string }[]).map(({ name }) => name).sort()).toEqual(['directory', 'questionnaire', 'solutions', 'vocabularies'])
	})

	test('holds needs of other associations, marked as examples and on the forum, which one can support', async () => {
		const { id } = await callApp(demo, 'POST', '/organisations', { name: 'La Maison des voisins', membersGroup: 'association', managersGroup: 'bureau', publishersGroup: 'bureau' })
		const needs = `/organisations/${String(id)}/needs`
		const { items } = await vi.waitFor(async () => {
			const page = await callApp(demo, 'GET', needs) as { items: { uuid: string, mine: boolean, publication: { title: string }, link: { topicUrl?: string } }[] }
			expect(page.items.every(({ link }) => link.topicUrl)).toBe(true)
			return page
		}, 20_000)
		expect(items.map(({ mine, publication }) => [mine, publication.title.endsWith('(exemple)')])).toEqual([[false, true], [false, true]])
		expect(await (await fetch(items[0]?.link.topicUrl ?? '')).text()).toContain('(exemple)')
		expect(await callApp(demo, 'PUT', `${needs}/${items[0]?.uuid}/support`)).toMatchObject({ supports: { total: 1, own: true } })
	})

	test('lets nobody else on this computer read the data and the tokens', () => {
		expect(statSync(folder).mode & 0o777).toBe(0o700)
		expect(statSync(join(folder, 'run.json')).mode & 0o777).toBe(0o600)
		expect(demo.run()).toMatchObject({ console: expect.stringMatching(/\/console$/) as unknown, instanceToken: expect.stringMatching(/^emc_/) as unknown, adminToken: expect.stringMatching(/.{32,}/) as unknown })
	})

	test('leaves nothing to do on its forum, which “forum check” finds', () => {
		const { stdout, status } = spawnSync(process.execPath, [commandLine, 'forum', 'check', '--language', 'en'], { encoding: 'utf8', env: { PATH: process.env.PATH, DATA_DIRECTORY: join(folder, 'connector') } })
		expect(stdout).toMatch(/All is well\.\n$/)
		expect(status).toBe(0)
	})

	test('refuses a second start with the same folder in a sentence', async () => {
		const second = await start(folder, await freePorts())
		expect(await second.ended).toBe(1)
		expect(second.output()).toMatch(/tourne déjà[^]*already runs/)
		expect(second.output()).not.toMatch(/ {4}at /)
	})

	test('starts again after kill -9, with everything that was written', async () => {
		const organisation = await callApp(demo, 'POST', '/organisations', { name: 'Les Ateliers du Port', membersGroup: 'association', managersGroup: 'bureau', publishersGroup: 'bureau' })
		const document = { id: randomUUID(), kind: 'diagnosis', title: 'Avant la panne', status: 'draft', document: { answers: {} } }
		await callApp(demo, 'POST', `/organisations/${String(organisation.id)}/documents`, document)
		const { instanceToken } = demo.run()
		await demo.end('SIGKILL')

		demo = await start(folder, ports)
		expect(await callApp(demo, 'GET', `/organisations/${String(organisation.id)}/documents/${document.id}`)).toMatchObject({ title: 'Avant la panne' })
		expect(demo.run().instanceToken).toBe(instanceToken)
		expect((await callApp(demo, 'POST', '/settings/test')).cause).toBe('ok')
	})

	test('stops everything within 3 seconds of Ctrl-C', async () => {
		const before = Date.now()
		expect(await demo.end('SIGINT')).toBe(0)
		expect(Date.now() - before).toBeLessThan(3000)
		expect(demo.output()).toMatch(/Arrêté\.\nStopped\.\n$/)
		for (const port of ports.filter((_name, index) => index % 2 === 1)) {
			expect(await freePort(Number(port))).toBe(Number(port))
		}
	})
})

describe('npm start -- --empty', () => {
	// The children of a process are only listed there.
	test.skipIf(process.platform !== 'linux')('starts without providers, and stops all when one program dies', async () => {
		const demo = await start(newFolder(), [...await freePorts(), '--empty'])
		const { total } = await (await fetch(`${demo.run().connector}/api/v1/providers`)).json() as { total: number }
		expect(total).toBe(0)
		expect(demo.output()).toContain('annuaire est vide')

		const [child] = readFileSync(`/proc/${demo.pid}/task/${demo.pid}/children`, 'utf8').trim().split(' ').map(Number)
		process.kill(child!, 'SIGKILL')
		expect(await demo.ended).toBe(1)
		expect(demo.output()).toMatch(/^(Le|L’aperçu) .*s’est arrêté tout seul.*\n(The) .*ended by itself/m)
		await expect(fetch(demo.run().preview)).rejects.toThrow()
	})
})

describe('npm start whose npm is ended', () => {
	// npm runs a shell that runs us; a service manager or a script ends npm alone.
	test.skipIf(process.platform === 'win32')('stops everything although no signal came', async () => {
		const ports = await freePorts()
		const demo = await start(newFolder(), ports, 'by npm')
		expect(demo.output()).toMatch(/Premier démarrage[^]*First start[^]*Tout tourne/)
		await demo.end('SIGTERM')
		// The console answers at the connector’s port.
		const taken = new Set(Object.values(demo.run()).filter((value) => String(value).startsWith('http')).map((address) => Number(new URL(String(address)).port)))
		await vi.waitFor(async () => {
			expect(await Promise.all([...taken].map(async (port) => await freePort(port)))).not.toContain(null)
		}, 10_000)
	})
})

describe('npm start that cannot', () => {
	const servers: ReturnType<typeof createServer>[] = []
	afterEach(() => servers.forEach((server) => server.close()))

	test('says which port is in use and how to choose another', async () => {
		const server = createServer().listen(0, '127.0.0.1')
		servers.push(server)
		await new Promise((resolve) => server.once('listening', resolve))
		const { port } = server.address() as { port: number }
		const demo = await start(newFolder(), [...await freePorts(), '--forum-port', String(port)])
		expect(await demo.ended).toBe(1)
		expect(demo.output()).toMatch(new RegExp(`${port}[^]*déjà utilisé[^]*--forum-port[^]*in use`))
		expect(demo.output()).not.toMatch(/ {4}at /)
	})

	test.each([
		[['--forum-port', 'abc'], /« abc » n’est pas un port[^]*“abc” is no port/],
		[['--colour'], /Option inconnue(?![^]*console)[^]*Unknown/],
		[['--folder', '/dev/null/var'], /ne peut pas être utilisé[^]*cannot be used/],
	])('answers %j in a sentence', async (args, sentence) => {
		const demo = await start(newFolder(), args)
		expect(await demo.ended).toBe(1)
		expect(demo.output()).toMatch(sentence)
		expect(demo.output()).not.toMatch(/ {4}at /)
	})
})
