/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Express } from 'express'
import type { AddressInfo } from 'node:net'
import type { CallCount } from './access/call-count.ts'
import type { Limits } from './access/limits.ts'
import type { Faults } from './faults/faults.ts'
import type { Forum, ForumEvent } from './forum.ts'
import type { ForumState } from './state/forum-state.ts'
import type { Settings } from './state/settings.ts'
import type { ForumVersion } from './state/versions.ts'
import type { WebhookSender } from './webhooks/sender.ts'

import express from 'express'
import { createServer } from 'node:http'
import { callCount } from './access/call-count.ts'
import { limiter, USUAL_LIMITS } from './access/limits.ts'
import { memo } from './access/memo.ts'
import { api } from './api.ts'
import { faultsBeforeWork } from './faults/before-work.ts'
import { faultRoutes } from './faults/fault-routes.ts'
import { faultBoard } from './faults/faults.ts'
import { pages } from './pages/pages.ts'
import { forumState } from './state/forum-state.ts'
import { newForumData } from './state/seed.ts'
import { settingsWith } from './state/settings.ts'
import { storageIn } from './state/storage.ts'
import { featuresOf } from './state/versions.ts'
import { webhookSender } from './webhooks/sender.ts'

/** How a sandbox forum is to behave; everything has a usual value. */
export interface SandboxForumOptions {
	version?: ForumVersion
	apiKey?: string
	botUsername?: string
	/** Where signed events go; without it no hook exists at first. */
	webhookUrl?: string | undefined
	webhookSecret?: string | undefined
	/** The address that people and hooks are told, when it is not the one listened at. */
	baseUrl?: string | undefined
	/** JSON file that keeps the forum over restarts. */
	dataFile?: string | undefined
	limits?: Partial<Limits>
	settings?: Partial<Settings>
	/** The forum's clock, for tests. */
	now?: () => Date
}

/** A running look-alike, with handles for tests. */
export interface SandboxForum {
	app: Express
	forum: Forum
	state: ForumState
	/** Changed in place: counts from the next call on. */
	settings: Settings
	limits: Limits
	faults: Faults
	/** How often programs called it. */
	calls: CallCount
	webhooks: WebhookSender
	/** Points the first hook somewhere else, or makes it. */
	setWebhook(url: string, secret: string): void
	/** Starts answering; port 0 takes a free one. Returns the address without a slash. */
	listen(port?: number, host?: string): Promise<string>
	close(): Promise<void>
}

/**
 * @return a forum with four categories and no topic, or what its data file kept
 */
export function createSandboxForum(options: SandboxForumOptions = {}): SandboxForum {
	const now = options.now ?? (() => new Date())
	const settings = settingsWith(options.settings)
	const limits: Limits = { ...USUAL_LIMITS, ...options.limits }
	const faults = faultBoard()
	const storage = storageIn(options.dataFile)
	const state = forumState({ ...newForumData(options.botUsername ?? 'emancipasso'), ...storage.load() })
	const save = () => storage.save(state.data)
	const listeners: ((event: ForumEvent) => void)[] = []
	const forum: Forum = {
		state,
		settings,
		features: featuresOf(options.version ?? '2026'),
		baseUrl: 'http://127.0.0.1:8461',
		now,
		announce: (event) => listeners.forEach((listener) => listener(event)),
	}
	const webhooks = webhookSender(forum, faults, save)
	listeners.push(webhooks.announce)

	function setWebhook(url: string, secret: string): void {
		const [hook] = state.data.webHooks
		if (hook !== undefined) {
			hook.payloadUrl = url
			hook.secret = secret
		} else {
			state.data.webHooks.push({ id: 1, payloadUrl: url, secret, active: true, wildcard: true, eventTypeIds: [], categoryIds: [], lastDeliveryStatus: 1 })
		}
	}

	if (options.webhookUrl !== undefined) {
		setWebhook(options.webhookUrl, options.webhookSecret ?? '')
	}

	const calls = callCount(now)
	const app = express()
	app.disable('x-powered-by')
	app.disable('etag')
	app.use(calls.handler)
	app.use(express.json({ limit: '10mb' }), express.urlencoded({ extended: true, limit: '10mb' }))
	app.use(faultRoutes(faults, settings))
	app.use(faultsBeforeWork(faults, settings))
	app.use(limiter(limits, settings, now))
	app.use(api(forum, { apiKey: options.apiKey ?? 'sandbox-api-key', faults, remember: memo(now), sender: webhooks, save }))
	app.use(pages(forum, save))

	const server = createServer(app)
	return {
		app,
		forum,
		state,
		settings,
		limits,
		faults,
		calls,
		webhooks,
		setWebhook,
		listen: (port = 0, host = '127.0.0.1') => new Promise((resolve, reject) => {
			server.once('error', reject)
			server.listen(port, host, () => {
				forum.baseUrl = options.baseUrl ?? `http://${host}:${(server.address() as AddressInfo).port}`
				resolve(forum.baseUrl)
			})
		}),
		close: async () => {
			const closed = new Promise((resolve) => server.close(resolve))
			server.closeAllConnections()
			await closed
			await webhooks.idle()
		},
	}
}
