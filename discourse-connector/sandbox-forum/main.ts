/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { createSandboxForum } from './sandbox-forum.ts'
import { isForumVersion } from './state/versions.ts'

const { env } = process
const version = env.FORUM_VERSION ?? '2026'
const port = Number(env.PORT ?? 8461)

if (!isForumVersion(version)) {
	console.error(`FORUM_VERSION must be 2.8, 2.9, 3.1 or 2026, not ${version}.`)
	process.exit(1)
}

const forum = createSandboxForum({
	version,
	apiKey: env.API_KEY ?? 'sandbox-api-key',
	botUsername: env.BOT_USERNAME ?? 'emancipasso',
	webhookUrl: env.WEBHOOK_URL,
	webhookSecret: env.WEBHOOK_SECRET,
	dataFile: env.DATA_FILE,
	baseUrl: env.BASE_URL,
	limits: env.ADMIN_CALLS_PER_MINUTE === undefined ? {} : { adminPerMinute: Number(env.ADMIN_CALLS_PER_MINUTE) || null },
	settings: {
		locale: env.FORUM_LOCALE === 'en' ? 'en' : 'fr',
		enableDiscourseConnectProvider: env.CONNECT_SECRETS !== undefined,
		discourseConnectProviderSecrets: env.CONNECT_SECRETS ?? '',
	},
})

try {
	console.log(`Sandbox forum, answering as Discourse ${version}: ${await forum.listen(port, env.HOST ?? '127.0.0.1')}/`)
} catch (error) {
	const inUse = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
	console.error(inUse ? `Port ${port} is in use: set PORT to another one.` : error)
	process.exit(1)
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
	process.once(signal, () => {
		void forum.close().then(() => process.exit(0))
	})
}
