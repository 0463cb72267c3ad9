/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { NeedKind } from '@emancipasso/shared/community/need-vocabulary'
import type { Environment } from './environment.ts'

import { join, resolve } from 'node:path'
import { environment } from './environment.ts'
import { StartError } from './start-error.ts'

/** Wherever a command is called from, it means the same files. */
const repository = join(import.meta.dirname, '../../..')

/** How changes on the forum are found that no webhook told. */
export interface DetectionConfiguration {
	/** Whether no webhook comes, so that lists are all there is. */
	pollingOnly: boolean
	/** Where our webhook points, to find it among the forum's. */
	webhookUrl: string
	journalSeconds: number
	/** Data Explorer is asked as often. */
	listsSeconds: number
	/** Instead of `listsSeconds` while no webhook comes. */
	pollingSeconds: number
	/** Name or number of the stored query of the forum's Data Explorer. */
	sweepQuery: string
	/** Calls of the audit in a day, at least 24. */
	auditCallsPerDay: number
}

/** How to reach the forum. */
export interface ForumConfiguration {
	/** Without a slash at the end. */
	url: string
	apiKey: string
	apiUsername: string
	/** A second key, which reads what only admins see; undefined without. */
	reader?: { apiKey: string, apiUsername: string } | undefined
	/** Accepted signatures of webhooks; empty when none is accepted. */
	webhookSecrets: readonly string[]
	/** With which the forum signs who signs in to the console; undefined without. */
	connectSecret?: string | undefined
	categories: Readonly<Record<NeedKind, number>>
	language: 'fr' | 'en'
	callsPerMinute: number
	/** Topics that people write themselves from then on become needs. */
	bornSince?: Date
	/** How many days after they were shown last copies of replies are kept; without end when left out. */
	repliesKeptDays?: number
	/** How long a process that says nothing keeps a record that it looks at. */
	leaseSeconds?: number
	/** Without it nothing is detected that no webhook told. */
	detection?: DetectionConfiguration
}

/** What the operator decided, checked. */
export interface Configuration {
	host: string
	port: number
	/** Under which others reach the connector, without a slash at the end; undefined for http://localhost and the port. */
	publicUrl: string | undefined
	trustProxy: string | number
	databaseUrl: string | undefined
	/** Most connections of this process to a server. */
	databaseConnections: number
	dataDirectory: string
	adminToken: string | undefined
	metricsToken: string | undefined
	/** Undefined for a connector that serves the directory only. */
	forum: ForumConfiguration | undefined
	limits: {
		organisationsPerInstance: number
		publicationsPerDay: number
		requestsPerMinute: number
		heldPublications: number
		/** In bytes. */
		body: number
	}
	/** How long a process that says nothing keeps what it works on. */
	leaseSeconds: number
	logLevel: Environment['LOG_LEVEL']
}

const categoryVariables = ['DISCOURSE_CATEGORY_TECHNICAL_HELP', 'DISCOURSE_CATEGORY_TOOL_ADVICE', 'DISCOURSE_CATEGORY_PROVIDER_SEARCH', 'DISCOURSE_CATEGORY_SHARED_DEVELOPMENT'] as const

/**
 * Reads the configuration.
 *
 * @param variables the process's environment
 * @throws {StartError} that lists every fault at once
 */
export function readConfiguration(variables: Readonly<Record<string, string | undefined>>): Configuration {
	const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== undefined && value.trim() !== ''))
	const result = environment.safeParse(given)
	const faults = [
		...(result.error?.issues.map((issue) => `${String(issue.path[0])}: ${issue.message}`) ?? []),
		...faultsBetween(given),
	]
	if (!result.success || faults.length > 0) {
		throw new StartError(`The configuration cannot be used:\n${faults.map((fault) => `  - ${fault}`).join('\n')}\nEach variable is explained in docs/configuration.md.`)
	}
	return arrange(result.data)
}

/**
 * What no variable alone can tell.
 *
 * @param given the variables that are not empty
 */
function faultsBetween(given: Readonly<Record<string, string | undefined>>): string[] {
	const faults: string[] = []
	if (!given.DATABASE_URL) {
		const partly = ['PGHOST', 'PGPORT', 'PGUSER', 'PGPASSWORD', 'PGDATABASE'].filter((name) => given[name])
		if (partly.length > 0) {
			faults.push(`DATABASE_URL: missing while ${partly.join(', ')} ${partly.length > 1 ? 'are' : 'is'} set. Write postgres://user:password@host:5432/name into DATABASE_URL, or unset the others to use the embedded database.`)
		}
		if (given.PUBLIC_URL && URL.canParse(given.PUBLIC_URL) && !isLoopback(new URL(given.PUBLIC_URL).hostname)) {
			faults.push('PUBLIC_URL: the embedded database loses data when the power fails and serves one process only, so it is not used for a public address. Set DATABASE_URL to a PostgreSQL server; “npm run connector -- database move --to URL” takes along what is there.')
		}
	}
	if (given.DISCOURSE_URL) {
		for (const name of ['DISCOURSE_API_KEY', ...categoryVariables]) {
			if (!given[name]) {
				faults.push(`${name}: missing while DISCOURSE_URL is set.`)
			}
		}
	} else {
		for (const name of ['DISCOURSE_API_KEY', 'DISCOURSE_READ_API_KEY', 'DISCOURSE_WEBHOOK_SECRETS', 'DISCOURSE_CONNECT_SECRET', ...categoryVariables]) {
			if (given[name]) {
				faults.push(`${name}: set while DISCOURSE_URL is missing.`)
			}
		}
	}
	return faults
}

/**
 * @param hostname of a URL
 */
function isLoopback(hostname: string): boolean {
	return /^(localhost|.*\.localhost|127(\.\d+){3}|\[::1\])$/.test(hostname)
}

/**
 * @param values of the variables
 */
function arrange(values: Environment): Configuration {
	return {
		host: values.HOST,
		port: values.PORT,
		publicUrl: values.PUBLIC_URL?.replace(/\/+$/, ''),
		trustProxy: /^\d+$/.test(values.TRUST_PROXY) ? Number(values.TRUST_PROXY) : values.TRUST_PROXY,
		databaseUrl: values.DATABASE_URL,
		databaseConnections: values.DATABASE_CONNECTIONS,
		dataDirectory: resolve(repository, values.DATA_DIRECTORY),
		adminToken: values.ADMIN_TOKEN,
		metricsToken: values.METRICS_TOKEN,
		forum: forumOf(values),
		limits: {
			organisationsPerInstance: values.ORGANISATIONS_PER_INSTANCE,
			publicationsPerDay: values.PUBLICATIONS_PER_DAY,
			requestsPerMinute: values.REQUESTS_PER_MINUTE,
			heldPublications: values.HELD_PUBLICATIONS,
			body: values.BODY_LIMIT,
		},
		leaseSeconds: values.LEASE_SECONDS,
		logLevel: values.LOG_LEVEL,
	}
}

/**
 * @param values of the variables
 */
function forumOf(values: Environment): ForumConfiguration | undefined {
	const [technicalHelp, toolAdvice, providerSearch, sharedDevelopment] = categoryVariables.map((name) => values[name])
	if (!values.DISCOURSE_URL || !values.DISCOURSE_API_KEY || !technicalHelp || !toolAdvice || !providerSearch || !sharedDevelopment) {
		return undefined
	}
	return {
		url: values.DISCOURSE_URL.replace(/\/+$/, ''),
		apiKey: values.DISCOURSE_API_KEY,
		apiUsername: values.DISCOURSE_API_USERNAME,
		reader: values.DISCOURSE_READ_API_KEY ? { apiKey: values.DISCOURSE_READ_API_KEY, apiUsername: values.DISCOURSE_READ_API_USERNAME } : undefined,
		webhookSecrets: values.DISCOURSE_WEBHOOK_SECRETS ?? [],
		connectSecret: values.DISCOURSE_CONNECT_SECRET,
		categories: { 'technical-help': technicalHelp, 'tool-advice': toolAdvice, 'provider-search': providerSearch, 'shared-development': sharedDevelopment },
		language: values.FORUM_LANGUAGE,
		...(values.FORUM_BORN_SINCE === undefined ? {} : { bornSince: new Date(values.FORUM_BORN_SINCE) }),
		callsPerMinute: values.FORUM_CALLS_PER_MINUTE,
		repliesKeptDays: values.FORUM_REPLIES_KEPT_DAYS,
		leaseSeconds: values.LEASE_SECONDS,
		detection: {
			pollingOnly: values.FORUM_POLLING === 'only' || values.DISCOURSE_WEBHOOK_SECRETS === undefined,
			webhookUrl: `${values.PUBLIC_URL?.replace(/\/+$/, '') ?? `http://localhost:${values.PORT}`}/webhooks/discourse`,
			journalSeconds: values.FORUM_JOURNAL_SECONDS,
			listsSeconds: values.FORUM_LISTS_SECONDS,
			pollingSeconds: values.FORUM_POLLING_SECONDS,
			sweepQuery: values.DISCOURSE_SWEEP_QUERY,
			auditCallsPerDay: values.FORUM_AUDIT_CALLS_PER_DAY ?? Math.max(24, Math.round(values.FORUM_CALLS_PER_MINUTE * 1440 / 10)),
		},
	}
}
