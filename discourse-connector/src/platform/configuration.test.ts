/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { describe, expect, it } from 'vitest'
import { readConfiguration } from './configuration.ts'

const forum = {
	DISCOURSE_URL: 'https://forum.example.org/',
	DISCOURSE_API_KEY: 'key',
	DISCOURSE_CATEGORY_TECHNICAL_HELP: '5',
	DISCOURSE_CATEGORY_TOOL_ADVICE: '6',
	DISCOURSE_CATEGORY_PROVIDER_SEARCH: '7',
	DISCOURSE_CATEGORY_SHARED_DEVELOPMENT: '8',
}

describe('the configuration', () => {
	it('works with nothing set, without a forum', () => {
		expect(readConfiguration({})).toMatchObject({ port: 8460, databaseUrl: undefined, forum: undefined })
	})

	it('counts an empty variable as absent', () => {
		expect(readConfiguration({ PORT: '', DATABASE_URL: ' ' })).toMatchObject({ port: 8460, databaseUrl: undefined })
	})

	it('reads a forum with a category for each kind of need and a list of secrets', () => {
		expect(readConfiguration({ ...forum, DISCOURSE_WEBHOOK_SECRETS: 'new-secret-123, old-secret-123' }).forum).toMatchObject({
			url: 'https://forum.example.org',
			webhookSecrets: ['new-secret-123', 'old-secret-123'],
			categories: { 'technical-help': 5, 'shared-development': 8 },
		})
	})

	it('polls where no webhook can come, and spends a tenth of its calls on the audit', () => {
		const forum = (more: Record<string, string>) => readConfiguration({
			DISCOURSE_URL: 'https://forum.example.org',
			DISCOURSE_API_KEY: 'key',
			DISCOURSE_CATEGORY_TECHNICAL_HELP: '5',
			DISCOURSE_CATEGORY_TOOL_ADVICE: '6',
			DISCOURSE_CATEGORY_PROVIDER_SEARCH: '7',
			DISCOURSE_CATEGORY_SHARED_DEVELOPMENT: '8',
			...more,
		}).forum?.detection

		expect(forum({})).toMatchObject({ pollingOnly: true, auditCallsPerDay: 4320 })
		expect(forum({ DISCOURSE_WEBHOOK_SECRETS: 'un-secret-assez-long', FORUM_CALLS_PER_MINUTE: '1' })).toMatchObject({ pollingOnly: false, auditCallsPerDay: 144, webhookUrl: 'http://localhost:8460/webhooks/discourse' })
		expect(forum({ DISCOURSE_WEBHOOK_SECRETS: 'un-secret-assez-long', FORUM_POLLING: 'only', FORUM_AUDIT_CALLS_PER_DAY: '24' })).toMatchObject({ pollingOnly: true, auditCallsPerDay: 24 })
	})

	it('says every fault at once, by variable', () => {
		const read = () => readConfiguration({ PORT: 'http', PUBLIC_URL: 'example.org', LOG_LEVEL: 'loud', PGHOST: 'db', DISCOURSE_URL: 'https://forum.example.org' })

		expect(read).toThrow(/PORT: [^]*PUBLIC_URL: [^]*LOG_LEVEL: [^]*DATABASE_URL: missing while PGHOST is set[^]*DISCOURSE_API_KEY: missing[^]*DISCOURSE_CATEGORY_TOOL_ADVICE: missing/)
	})

	it('refuses a public address on the embedded database and says how to move', () => {
		expect(() => readConfiguration({ PUBLIC_URL: 'https://connector.example.org' })).toThrow('database move')
	})

	it.each(['http://localhost:8460/sub', 'http://127.0.0.1:1', 'http://[::1]:8460'])('serves %s from the embedded database', (url) => {
		expect(readConfiguration({ PUBLIC_URL: url }).publicUrl).toBe(url)
	})

	it.each(['http://localhost/a(b', 'http://localhost/:a', 'http://localhost/?a', 'http://localhost/#a'])('refuses %s, which no proxy can lead to it by', (url) => {
		expect(() => readConfiguration({ PUBLIC_URL: url })).toThrow(/PUBLIC_URL: Its path/)
	})

	it('serves a public address from PostgreSQL', () => {
		const variables = { PUBLIC_URL: 'https://connector.example.org/below/', DATABASE_URL: 'postgres://a:b@db/name' }

		expect(readConfiguration(variables).publicUrl).toBe('https://connector.example.org/below')
	})

	it.each(['postgres://a:half#of-it@db/name', 'postgres://a:half/of-it@db/name'])('says how to write the password of %s, without repeating it', (url) => {
		expect(() => readConfiguration({ DATABASE_URL: url })).toThrow(/^(?![^]*half)[^]*DATABASE_URL: [^]*# %23/)
	})

	it.each(['loopback', '2', '10.0.0.0/8, 192.168.1.1', 'fd00::/8'])('believes the proxies %s', (proxies) => {
		expect(readConfiguration({ TRUST_PROXY: proxies }).trustProxy).toBe(proxies === '2' ? 2 : proxies)
	})

	it('refuses proxies that are none', () => {
		expect(() => readConfiguration({ TRUST_PROXY: 'everybody' })).toThrow('TRUST_PROXY')
	})

	it('never repeats a secret in what it complains of', () => {
		expect(() => readConfiguration({ ADMIN_TOKEN: 'hunter2', DISCOURSE_WEBHOOK_SECRETS: 'tiny' })).toThrow(expect.objectContaining({ message: expect.not.stringMatching(/hunter2|tiny/) }))
	})
})
