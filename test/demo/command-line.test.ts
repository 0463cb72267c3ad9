/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { spawnSync } from 'node:child_process'
import { createServer } from 'node:net'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { freePort, requireFree } from '../../demo/ports.ts'
import { welcome } from '../../demo/welcome.ts'

const main = fileURLToPath(new URL('../../demo/main.ts', import.meta.url))

/** A port that something listens on until the test ends. */
async function takenPort(): Promise<number> {
	const server = createServer().listen(0, '127.0.0.1')
	onTestFinished(() => void server.close())
	await new Promise((resolve) => server.once('listening', resolve))
	return (server.address() as { port: number }).port
}

test.each(['--help', '-h'])('npm start -- %s says in both languages what can be chosen, and starts nothing', (option) => {
	const { status, stdout, stderr } = spawnSync(process.execPath, [main, option], { encoding: 'utf8' })
	expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
	expect(stdout).toMatch(/Utilisation[^]*--empty[^]*--folder[^]*8460[^]*Usage[^]*--connector-port/)
})

test('an unknown option is answered with what can be chosen', () => {
	const { status, stderr } = spawnSync(process.execPath, [main, '--colour'], { encoding: 'utf8' })
	expect(status).toBe(1)
	expect(stderr).toMatch(/inconnue[^]*: --colour\n[^]*Unknown[^]*: --colour\n[^]*--preview-port/)
})

test('all ports in use are named at once, with a command that keeps what was typed', async () => {
	const [connector, forum, preview] = [await takenPort(), await takenPort(), await freePort() ?? 0]
	const refusal = requireFree({ connector, forum, preview }, ['--folder', '/tmp/one folder', '--empty', '--preview-port', String(preview)])
	await expect(refusal).rejects.toThrow(new RegExp(`${connector} \\(connector\\), ${forum} \\(forum\\)[^]*npm start -- .*--folder '/tmp/one folder' --empty`))
	const [, otherConnector, otherForum] = /--connector-port (\d+) --forum-port (\d+)/.exec(String(await refusal.catch((error: unknown) => error))) ?? []
	expect(await freePort(Number(otherConnector))).toBe(Number(otherConnector))
	expect(await freePort(Number(otherForum))).toBe(Number(otherForum))
})

test('the screen leads to each language, and says first what the rest needs', () => {
	const run = { connector: 'http://c', forum: 'http://f', preview: 'http://p', console: 'http://c/console', instanceToken: '', adminToken: '' }
	expect(welcome(run, 40, 'run.json')).toMatch(/http:\/\/p\/\?lang=fr[^]*mediaton nante[^]*créez une organisation[^]*diagnostic[^]*http:\/\/p\/\?lang=en/)
	expect(welcome(run, 40, 'run.json')).toMatch(/devenez Camille[^]*Dominique[^]*Sasha/)
	const empty = welcome(run, 0, 'run.json')
	expect(empty).toMatch(/annuaire est vide[^]*créez une organisation[^]*create an organisation/)
	expect(empty).not.toMatch(/mediaton|attendent/)
})
