/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Router } from 'express'
import type { ForumGate } from './forum/gate.ts'
import type { Configuration } from './platform/configuration.ts'
import type { Database } from './platform/database.ts'
import type { Log } from './platform/log.ts'
import type { Metrics } from './platform/metrics.ts'

import { connectorApi, connectorApiBase } from '@emancipasso/shared/contract/connector-api'
import express from 'express'
import manifest from '../package.json' with { type: 'json' }
import { runCommand } from './commands.ts'
import { HOW_PATH, howRoutes } from './community/answers/how-page.ts'
import { measureNeeds } from './community/need-metrics.ts'
import { communityRoutes } from './community/routes.ts'
import { createConsole } from './console/console.ts'
import { PackStore } from './directory/pack-store.ts'
import { publishPacks } from './directory/packs.ts'
import { directoryRoutes } from './directory/routes.ts'
import { measureForum } from './forum/forum-metrics.ts'
import { accessGuard } from './instances/access-guard.ts'
import { authenticate } from './instances/authenticate.ts'
import { InstanceStore } from './instances/instance-store.ts'
import { OrganisationStore } from './instances/organisation-store.ts'
import { adminCommands } from './platform/admin-commands.ts'
import { makeAdminToken, publishAdminAccess } from './platform/admin-file.ts'
import { contractRoutes } from './platform/contract-routes.ts'
import { openDatabase } from './platform/database.ts'
import { measureHints } from './platform/hint-metrics.ts'
import { createHttp } from './platform/http.ts'
import { jsonBody } from './platform/json-body.ts'
import { createMetrics } from './platform/metrics.ts'
import { migrate } from './platform/migrations.ts'
import { Problem } from './platform/problem.ts'
import { answers } from './platform/readiness.ts'
import { RequestBudget } from './platform/request-budget.ts'
import { serve } from './platform/server.ts'
import { migrations } from './schema.ts'
import { conflictRoutes } from './sync/conflict/conflict-routes.ts'
import { createSynchronisation } from './sync/synchronisation.ts'

/** A connector that answers. */
export interface RunningConnector {
	/** On this machine, without a slash at the end. */
	url: string
	/** Answers nothing more, ends what is under way, and closes the data; in under three seconds. */
	stop(): Promise<void>
}

/**
 * Starts the connector: first it listens, so that callers hear that it starts, then it opens the data, then the routes.
 *
 * @param configuration what the operator decided
 * @param log to write to
 * @throws {StartError} in words, with nothing left running
 */
export async function startConnector(configuration: Configuration, log: Log): Promise<RunningConnector> {
	// In the order in which they are closed.
	const closers: (() => unknown)[] = []
	const stop = async () => {
		for (const close of closers.splice(0)) {
			await close()
		}
	}
	try {
		let isReady = async () => false
		const metrics = createMetrics(configuration.metricsToken)
		const http = createHttp({ configuration, log, metrics, isReady: () => isReady() })
		const server = await serve(http.app, configuration)
		closers.push(http.close, server.stop)

		const database = await openDatabase(configuration)
		closers.push(database.close)
		isReady = () => answers(database)
		const newer = await migrate(database, migrations)
		if (newer.length > 0) {
			log.warn({ migrations: newer }, 'A newer version of the connector has changed the tables. This one goes on working; update it soon')
		}
		await publishPacks(database)
		measureHints(metrics.registry, database)
		measureNeeds(metrics.registry, database)

		const url = addressOf(configuration.host, server.port)
		const adminToken = configuration.adminToken ?? (database.kind === 'pglite' ? makeAdminToken() : undefined)
		const { routes, gate } = await forum(database, configuration, log, closers, metrics)
		http.open(express.Router()
			.use(commands(database, configuration, url, adminToken, closers))
			.use(routes)
			.use(howRoutes())
			.use('/console', createConsole({ database, configuration, url: configuration.publicUrl ?? url, adminToken, gate, log }))
			.use(connectorApiBase, contractRoutes(manifest.version, configuration.publicUrl), api(database, configuration, log)))
		return { url, stop }
	} catch (error) {
		await stop()
		throw error
	}
}

/**
 * The routes of the contract.
 *
 * @param database of the rooms
 * @param configuration what the operator decided
 * @param log to write to
 */
function api(database: Database, configuration: Configuration, log: Log): Router {
	const caller = authenticate({
		store: new InstanceStore(database),
		budget: new RequestBudget(database, configuration.limits.requestsPerMinute),
		onClone: (instance, nextcloud) => log.warn({ instance, nextcloud }, 'A second server uses the token of an instance'),
	})
	const packs = new PackStore(database)
	const organisations = new OrganisationStore(database, configuration.limits.organisationsPerInstance)
	return express.Router()
		.use(accessGuard(connectorApi, caller, organisations))
		.use(jsonBody(configuration.limits.body))
		.use(directoryRoutes(database))
		.use(communityRoutes({ database, limits: configuration.limits, organisations, packs: () => packs.newest(), version: manifest.version }))
		.use(conflictRoutes(database))
}

/**
 * What the forum calls; from now on records are brought to it.
 *
 * @param database of the records
 * @param configuration what the operator decided
 * @param log to write to
 * @param closers that get what to undo
 * @param metrics that show how the forum is called
 */
async function forum(database: Database, configuration: Configuration, log: Log, closers: (() => unknown)[], metrics: Metrics): Promise<{ routes: Router, gate: ForumGate | undefined }> {
	if (!configuration.forum) {
		const routes = express.Router().post('/webhooks/discourse', () => {
			throw new Problem('no-forum')
		})
		return { routes, gate: undefined }
	}
	const synchronisation = createSynchronisation(database, configuration.forum, log, configuration.publicUrl === undefined ? {} : { howUrl: configuration.publicUrl + HOW_PATH })
	closers.unshift(synchronisation.stop)
	measureForum(metrics.registry, synchronisation.gate)
	synchronisation.measure(metrics.registry)
	await synchronisation.start()
	return synchronisation
}

/**
 * The operator's commands, where only this process may open the data.
 *
 * @param database that they work on
 * @param configuration what the operator decided
 * @param url of this process
 * @param token of the operator
 * @param closers that get what to undo
 */
function commands(database: Database, configuration: Configuration, url: string, token: string | undefined, closers: (() => unknown)[]): Router {
	if (database.kind === 'postgres' || token === undefined) {
		return express.Router()
	}
	closers.unshift(publishAdminAccess(configuration.dataDirectory, { url, token }))
	return adminCommands(token, runCommand, { database, configuration })
}

/**
 * @param host that is listened on
 * @param port that is listened on
 */
function addressOf(host: string, port: number): string {
	const local = host === '0.0.0.0' || host === '::' ? 'localhost' : host
	return `http://${local.includes(':') ? `[${local}]` : local}:${port}`
}
