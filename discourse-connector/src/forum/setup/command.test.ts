/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { expect, it, onTestFinished } from 'vitest'
import { forumUnderTest } from '../../../sandbox-forum/testing.ts'
import { CurrentUser } from '../replies.ts'
import { forumAddress, isInternalAddress } from './address.ts'
import { writeVariables } from './environment-file.ts'
import { PatientClient } from './patient-client.ts'
import { operator, runIn, SECRET_KEY } from './testing.ts'

function folder(): string {
	const path = mkdtempSync(join(tmpdir(), 'forum-command-'))
	onTestFinished(() => rmSync(path, { recursive: true }))
	return path
}

function person(...answers: string[]) {
	const input = Object.assign(new PassThrough(), { isTTY: true })
	const output = new PassThrough()
	let shown = ''
	output.on('data', (chunk: Buffer) => {
		shown += chunk.toString()
		if (/[:\]] ?$/.test(chunk.toString())) {
			input.write(`${answers.shift() ?? ''}\n`)
		}
	})
	return { terminal: { input, output }, shown: () => shown }
}

it('asks for the key without showing it, and for consent before it changes anything', async () => {
	const forum = await forumUnderTest()
	const { terminal, shown } = person(SECRET_KEY, 'n')
	const state = JSON.stringify(forum.state.data)

	const { code, said } = await runIn(folder(), ['setup', '--url', forum.url, '--write-env', 'env'], { LANG: 'en_GB.UTF-8' }, terminal)

	expect({ code, said }).toEqual({ code: 1, said: expect.stringMatching(/\[to do\][^]*Nothing was changed\./) })
	expect(shown()).toContain('it is not shown')
	expect(shown() + said).not.toContain(SECRET_KEY)
	expect(JSON.stringify(forum.state.data)).toBe(state)
})

it('goes on when the person agrees', async () => {
	const forum = await forumUnderTest()
	const { terminal } = person(SECRET_KEY, 'oui')

	expect((await runIn(folder(), ['setup', '--url', forum.url, '--write-env', 'env'], { LC_ALL: 'fr_FR.UTF-8' }, terminal)).said).toMatch(/\[fait\] +La clé du connecteur a été faite/)
})

it('changes nothing when nobody can agree', async () => {
	const forum = await forumUnderTest()

	const { code, said } = await operator().run(forum)

	expect({ code, said }).toEqual({ code: 1, said: expect.stringContaining('--yes') })
	expect(forum.state.data.apiKeys).toEqual([])
})

it('takes no key from the command line, where everybody on the machine can read it', async () => {
	await expect(runIn('/', ['setup', '--url', 'https://forum.example.org', '--key', 'abc'], {})).rejects.toThrow('Unknown option')
})

it.each([['nothing'], [], ['setup', 'more']])('explains itself when it is not understood: %s', async (...args) => {
	expect((await runIn('/', args.filter((word) => word !== undefined), {})).code).toBe(2)
})

it.each([
	['http://forum.example.org', 'not encrypted'],
	['forum.example.org', 'no address'],
	['https://me:secret@forum.example.org', 'password'],
	['ftp://forum.example.org', 'no address'],
])('refuses the address %s', (address, words) => {
	expect(() => forumAddress(address)).toThrow(words)
})

it('takes an address with a path, and plain http on this machine only', () => {
	expect(forumAddress('https://example.org/forum/')).toBe('https://example.org/forum')
	expect(forumAddress('http://localhost:4200')).toBe('http://localhost:4200')
})

it.each([['http://127.0.0.1', true], ['https://10.1.2.3/x', true], ['https://[fd00::1]', true], ['https://192.0.2.1', false]])('knows whether %s is on a private network', async (address, expected) => {
	expect(await isInternalAddress(address)).toBe(expected)
})

it('says so when the key is not an admin’s, and when it is nobody’s', async () => {
	const forum = await forumUnderTest()

	expect((await operator().run(forum, ['--as', 'emancipasso'])).said).toContain('not that of an admin')
	expect((await operator('wrong-key').run(forum)).said).toContain('--as NAME')
})

it('warns of a key that others can read', async () => {
	const forum = await forumUnderTest()
	const path = folder()
	writeFileSync(join(path, 'key'), SECRET_KEY)
	chmodSync(join(path, 'key'), 0o644)

	expect((await runIn(path, ['setup', '--url', forum.url, '--key-file', 'key', '--dry-run'], {})).said).toContain('chmod 600')
})

it('leaves the rest of the environment file as it was', () => {
	const file = join(folder(), 'env')
	writeFileSync(file, '# ours\nPORT=1\nexport DISCOURSE_URL=old\nLOG_LEVEL=info')

	writeVariables(file, { DISCOURSE_URL: 'https://forum.example.org', DISCOURSE_API_KEY: 'k' })

	expect(readFileSync(file, 'utf8')).toBe('# ours\nPORT=1\nDISCOURSE_URL=https://forum.example.org\nLOG_LEVEL=info\nDISCOURSE_API_KEY=k\n')
})

it('E55 waits as long as the forum asks, then goes on', async () => {
	const forum = await forumUnderTest()
	forum.faults.set('rate-limit', { count: 2, seconds: 7 })
	const waits: number[] = []
	const client = new PatientClient({ url: forum.url, apiKey: SECRET_KEY, apiUsername: 'system' }, async (seconds) => {
		waits.push(seconds)
	})

	expect((await client.request({ method: 'GET', path: '/session/current.json' }, CurrentUser)).current_user.username).toBe('system')
	expect(waits).toEqual([7, 7])
})
