/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { IncomingMessage, Server } from 'node:http'
import type { AddressInfo } from 'node:net'

import { appApiBase } from '@emancipasso/shared/contract/app-api'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { request } from 'node:http'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Connector } from './connector.ts'
import { createHost } from './host.ts'
import { Store } from './store.ts'

const folder = mkdtempSync(join(tmpdir(), 'emancipasso-host-'))
const store = new Store(join(folder, 'preview.json'))
let server: Server
let base = ''

beforeAll(async () => {
	server = createHost(store, new Connector(store)).listen(0, '127.0.0.1')
	await new Promise((resolve) => server.once('listening', resolve))
	base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => {
	server.close()
	rmSync(folder, { recursive: true })
})

async function get(path: string, headers: Record<string, string> = {}): Promise<{ response: Response, text: string }> {
	const response = await fetch(base + path, { headers, redirect: 'manual' })
	return { response, text: await response.text() }
}

const app = '/index.php/apps/emancipasso/'

/** The status of the page under another name, as a browser asks for it whom a foreign name server sent here. */
async function statusUnder(name: string): Promise<number | undefined> {
	const asked = request(`${base}${app}`, { headers: { Host: name } }).end()
	const [response] = await once(asked, 'response') as [IncomingMessage]
	response.resume()
	return response.statusCode
}

test.each(['localhost', 'localhost:8462', 'LOCALHOST', 'apercu.localhost', '127.0.0.1:8462', '192.168.1.20', '[::1]:8462', hostname()])('the preview answers as %s', async (name) => {
	expect(await statusUnder(name)).toBe(200)
})

test.each(['attacker.example', 'attacker.example:8462', 'localhost.attacker.example', '127.0.0.1.attacker.example'])('the preview lets nobody in as %s, a name that was made to lead here', async (name) => {
	expect(await statusUnder(name)).toBe(421)
})

test('a first visit is in French, as someone who may do everything', async () => {
	const { response, text } = await get(app)
	expect(text).toContain('<html class="ng-csp" lang="fr"')
	expect(text).toContain('Aperçu hors de Nextcloud')
	expect(response.headers.get('set-cookie')).toMatch(/^user=alix;.*HttpOnly/)
})

test.each([
	['?lang=en', {}, 'en'],
	['', { Cookie: 'lang=en' }, 'en'],
	['?lang=fr', { Cookie: 'lang=en' }, 'fr'],
	['', { 'Accept-Language': 'en-GB,en;q=0.9' }, 'en'],
	['', { 'Accept-Language': 'ro,en;q=0.9' }, 'fr'],
	['?lang=xx', {}, 'fr'],
])('the page %j with %j is in %s', async (query, headers, language) => {
	expect((await get(app + query, headers)).text).toContain(`lang="${language}" data-locale`)
})

test('a page runs no script but its own', async () => {
	const { response, text } = await get(app)
	const nonce = /'nonce-([^']+)'/.exec(response.headers.get('content-security-policy') ?? '')?.[1]
	expect(nonce).toBeTruthy()
	const scripts = text.match(/<script[^>]*>/g) ?? []
	expect(scripts.length).toBeGreaterThan(1)
	expect(scripts.every((script) => script.includes(`nonce="${nonce}"`))).toBe(true)
	expect((await get(app)).response.headers.get('content-security-policy')).not.toContain(nonce)
})

test('what the page hands to the scripts arrives whole and cannot break out of it', async () => {
	store.addOrganisation({ name: '"><script>alert(1)</script> d’été 🎺', membersGroup: 'association', managersGroup: 'bureau', publishersGroup: 'bureau', territory: null, associationSize: null })
	const { text } = await get(app, { Cookie: 'user=camille' })
	expect(text).not.toContain('alert(1)')
	const state = /id="initial-state-emancipasso-start" value="([^"]*)"/.exec(text)?.[1] ?? ''
	expect(JSON.parse(atob(state))).toMatchObject({ user: { id: 'camille' }, organisations: [{ name: '"><script>alert(1)</script> d’été 🎺' }] })
})

test.each(['directory', 'directory/exemple--x', 'diagnosis/1/result', 'needs', 'organisation'])('a reload of %s finds the page again', async (path) => {
	expect((await get(app + path)).response.status).toBe(200)
})

test.each(['nothing', '../../etc/passwd', 'preview/store.ts'])('%s is not found, in a sentence', async (path) => {
	const { response, text } = await get(app + path)
	expect(response.status).toBe(404)
	expect(text).toContain('/index.php/apps/emancipasso/')
})

test('only what a Nextcloud would serve of the app is served', async () => {
	for (const path of ['package.json', 'preview/store.ts', 'lib/Start.php', 'l10n/fr.json', 'js/..%2fpackage.json']) {
		expect((await get(`/apps/emancipasso/${path}`)).response.status, path).toBe(404)
	}
	expect((await get('/apps/emancipasso/l10n/fr.js')).text).toMatch(/^OC\.L10N\.register\("emancipasso", \{/)
})

test('the settings page is for administrators', async () => {
	const settings = '/index.php/settings/admin/emancipasso'
	expect((await get(settings, { Cookie: 'user=alix' })).response.status).toBe(200)
	const { response, text } = await get(settings, { Cookie: 'user=camille' })
	expect([response.status, text]).toEqual([403, expect.stringContaining('réservée à l’administration')])
})

test('one becomes another person and changes the language by a choice', async () => {
	const { response } = await get('/choose?user=dominique&lang=en')
	expect(response.headers.getSetCookie().join()).toMatch(/user=dominique;.*lang=en/)
	expect((await get('/choose?user=root')).response.headers.getSetCookie()).toEqual([])
})

test('a diagnosis is one’s own by who began it, not by what they are called', async () => {
	const { id } = store.addOrganisation({ name: 'Les Homonymes', membersGroup: 'association', managersGroup: 'bureau', publishersGroup: 'bureau', territory: null, associationSize: null })
	const at = '2026-11-01T10:00:00.000Z'
	for (const [place, by] of ['dominique', 'another-dominique'].entries()) {
		const stored = { id: `00000000-0000-4000-8000-00000000000${place}`, kind: 'diagnosis', title: by, status: 'draft', dueDate: null, owner: null, ownerName: '', document: {}, revision: 1, createdAt: at, updatedAt: at, answeredAt: null, updatedByName: 'Dominique Petit', approval: null, publication: null } as const
		store.addDocument({ organisation: id, stored, history: [{ revision: 1, at, by, byName: 'Dominique Petit', patch: {} }] })
	}
	const { text } = await get(`${appApiBase}/organisations/${id}/documents`, { Cookie: 'user=dominique', 'OCS-APIRequest': 'true' })
	const { documents } = (JSON.parse(text) as { ocs: { data: { documents: { title: string, deletable: boolean }[] } } }).ocs.data
	expect(Object.fromEntries(documents.map(({ title, deletable }) => [title, deletable]))).toEqual({ dominique: true, 'another-dominique': false })
})

test('the bar says when what is published leaves this computer', async () => {
	store.state.settings.connectorUrl = 'http://localhost:8460'
	expect((await get(app)).text).toContain('ne quitte cet ordinateur')
	store.state.settings.connectorUrl = 'https://connecteur.example.org'
	expect((await get(app)).text).toContain('relié à un connecteur')
	store.state.settings.connectorUrl = ''
})
