/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import express from 'express'
import { z } from 'zod'

/** The fewest characters of the secret with which the forum signs who signs in to the console. */
export const LEAST_CONNECT_SECRET = 16

const whole = (least: number, most: number) => z.coerce.number().int().min(least).max(most)
const forumCategory = (what: string) => whole(1, 2 ** 31 - 1).optional().describe(`Number of the forum’s category for ${what}. Needed with DISCOURSE_URL.`)

const encodedPassword = 'Special characters of the password are written by their codes: @ %40, : %3A, / %2F, # %23, ? %3F, % %25.'

/** Every environment variable that the connector reads: its form, its default, and what it is for. An empty one counts as absent. */
export const environment = z.object({
	HOST: z.string().default('127.0.0.1').describe('Address to listen on. Behind a reverse proxy on another machine or in a container: 0.0.0.0.'),
	PORT: whole(0, 65_535).default(8460).describe('Port to listen on; 0 for any free one.'),
	PUBLIC_URL: z.url({ protocol: /^https?$/ }).refine(isPlainAddress, 'Its path may have letters, digits, “.”, “_”, “~”, “-” and “/” only, and nothing may follow it').optional().describe('Address under which others reach the connector; it may have a path below which a reverse proxy serves it. By default http://localhost:PORT.'),
	TRUST_PROXY: z.string().refine(isTrustProxy, 'Neither a number of proxies nor their addresses, separated by commas').default('loopback').describe('Which reverse proxies to believe about who calls: a number of hops, “loopback”, “uniquelocal”, or addresses separated by commas.'),
	DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: `Not an address such as postgres://user:password@host:5432/name. ${encodedPassword}` }).optional().describe(`PostgreSQL 14 or newer: postgres://user:password@host:5432/name. ${encodedPassword} Without it the data is in an embedded database in DATA_DIRECTORY, for trying out and small tests on one machine only.`),
	DATABASE_CONNECTIONS: whole(2, 100).default(10).describe('Most connections of one process to the PostgreSQL server, which allows 100 to all together unless its settings say otherwise. Each process has one more, on which it hears what the others do.'),
	DATA_DIRECTORY: z.string().default('var/connector').describe('Folder of the embedded database and of what this process keeps for its own commands; a relative path starts from the repository’s folder. Only its owner can read it.'),
	ADMIN_TOKEN: z.string().min(32).optional().describe('Secret of the operator for the commands and the console, at least 32 characters. With the embedded database one is made at each start when this is empty, and kept in DATA_DIRECTORY.'),
	METRICS_TOKEN: z.string().min(16).optional().describe('Secret that a monitoring system sends (Authorization: Bearer TOKEN) to read /metrics. Without it there are no metrics.'),
	DISCOURSE_URL: z.url({ protocol: /^https?$/ }).optional().describe('Address of the forum. Without it the connector serves the directory only.'),
	DISCOURSE_API_KEY: z.string().min(1).optional().describe('API key of the forum for the bot’s account. Needed with DISCOURSE_URL.'),
	DISCOURSE_API_USERNAME: z.string().min(1).default('emancipasso').describe('The bot’s account on the forum.'),
	DISCOURSE_READ_API_KEY: z.string().min(1).optional().describe('A second key that may only read, as an admin: with it the connector reads the forum’s journal of webhooks and finds what they did not bring. “forum setup” makes it; the connector works without.'),
	DISCOURSE_READ_API_USERNAME: z.string().min(1).default('system').describe('The admin’s account that DISCOURSE_READ_API_KEY acts as.'),
	DISCOURSE_WEBHOOK_SECRETS: z.string().transform((list) => list.split(',').map((secret) => secret.trim()).filter(Boolean)).pipe(z.array(z.string().min(12)).min(1)).optional().describe('Secrets with which the forum signs its webhooks, at least 12 characters each, separated by commas: two while one replaces the other. Without them no webhook is accepted.'),
	DISCOURSE_SWEEP_QUERY: z.string().min(1).default('emancipasso: what changed').describe('Name or number of the query that an admin stored in the forum’s Data Explorer, and that tells which topics changed. Where there is none, lists and the audit find what changed.'),
	DISCOURSE_CATEGORY_TECHNICAL_HELP: forumCategory('technical help'),
	DISCOURSE_CATEGORY_TOOL_ADVICE: forumCategory('advice on tools'),
	DISCOURSE_CATEGORY_PROVIDER_SEARCH: forumCategory('the search for a provider'),
	DISCOURSE_CATEGORY_SHARED_DEVELOPMENT: forumCategory('shared development'),
	DISCOURSE_CONNECT_SECRET: z.string().min(LEAST_CONNECT_SECRET).optional().describe(`Secret shared with the forum for signing in to the console, at least ${LEAST_CONNECT_SECRET} characters: in the forum’s settings switch on “enable discourse connect provider” and add the connector’s host with this secret to “discourse connect provider secrets”. Without it the console is opened with ADMIN_TOKEN.`),
	FORUM_LANGUAGE: z.enum(['fr', 'en']).default('fr').describe('Language in which topics are written.'),
	FORUM_BORN_SINCE: z.iso.date().optional().describe('Topics that people write themselves in these categories from this day on (2027-01-31) become needs that every cloud shows, marked as born on the forum. Off while it is empty.'),
	FORUM_CALLS_PER_MINUTE: whole(1, 600).default(30).describe('Calls to the forum in any minute, of all processes together. It must stay below the forum’s own limit for API keys, which other programs share (60 unless its admin changed it).'),
	FORUM_POLLING: z.enum(['auto', 'only']).default('auto').describe('“only” for a connector that the forum cannot reach: it asks for what changed every FORUM_POLLING_SECONDS. It does so too while DISCOURSE_WEBHOOK_SECRETS is empty, or while the forum’s webhook is missing or switched off and its journal can tell so.'),
	FORUM_POLLING_SECONDS: whole(20, 86_400).default(60).describe('How often the forum’s lists are read while no webhook comes.'),
	FORUM_LISTS_SECONDS: whole(60, 86_400).default(900).describe('How often they are read beside webhooks, which can be lost; Data Explorer is asked as often.'),
	FORUM_JOURNAL_SECONDS: whole(60, 86_400).default(300).describe('How often the forum’s journal of webhooks is read for deliveries that failed.'),
	FORUM_AUDIT_CALLS_PER_DAY: whole(24, 100_000).optional().describe('Calls a day for reading every topic again, at most once a day each: what nothing else tells is found so. By default a tenth of FORUM_CALLS_PER_MINUTE.'),
	FORUM_REPLIES_KEPT_DAYS: whole(7, 3650).default(180).describe('How many days copies of the forum’s replies are kept after somebody in a cloud last opened the need, or after its topic could last be found. They are read from the forum again when somebody opens it.'),
	ORGANISATIONS_PER_INSTANCE: whole(1, 100_000).default(200).describe('How many organisations one instance may publish for.'),
	PUBLICATIONS_PER_DAY: whole(1, 1000).default(10).describe('How many needs one organisation may publish in a day.'),
	REQUESTS_PER_MINUTE: whole(10, 100_000).default(600).describe('How many requests one instance may make in a minute, over all processes.'),
	HELD_PUBLICATIONS: whole(0, 100).default(3).describe('How many first publications of a new instance wait for the operator.'),
	BODY_LIMIT: whole(1024, 50_000_000).default(1_000_000).describe('Longest body accepted, in bytes.'),
	LEASE_SECONDS: whole(2, 600).default(30).describe('How long a process that says nothing, because it is paused or cut off, keeps what it works on. Then another one goes on with it.'),
	LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info').describe('From how grave on to log.'),
})

/**
 * Whether its path can be a path of the router, where other characters have a meaning.
 *
 * @param value of PUBLIC_URL
 */
function isPlainAddress(value: string): boolean {
	const { pathname, search, hash } = URL.canParse(value) ? new URL(value) : { pathname: '/', search: '', hash: '' }
	return /^[\w./~-]*$/.test(pathname) && search === '' && hash === ''
}

/**
 * @param value of TRUST_PROXY
 */
function isTrustProxy(value: string): boolean {
	try {
		express().set('trust proxy', value)
		return true
	} catch {
		return false
	}
}

export type Environment = z.output<typeof environment>
