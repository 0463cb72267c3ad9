/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import closeWithGrace from 'close-with-grace'
import { startConnector } from './connector.ts'
import { readConfiguration } from './platform/configuration.ts'
import { createLog } from './platform/log.ts'
import { StartError } from './platform/start-error.ts'

const GRACE_MILLISECONDS = 2_800

try {
	const configuration = readConfiguration(process.env)
	const log = createLog(configuration.logLevel)
	const connector = await startConnector(configuration, log)
	log.info({ url: configuration.publicUrl ?? connector.url, data: configuration.databaseUrl ? 'PostgreSQL' : configuration.dataDirectory }, 'The connector answers')
	if (!configuration.forum) {
		log.warn('No forum is configured (DISCOURSE_URL): the connector serves the directory only')
	}
	closeWithGrace({ delay: GRACE_MILLISECONDS, logger: false }, async ({ err }) => {
		if (err) {
			log.fatal({ err }, 'The connector stops after an error that nobody expected')
		}
		await connector.stop()
	})
} catch (error) {
	process.stderr.write(`${error instanceof StartError ? error.message : String(error instanceof Error ? error.stack : error)}\n`)
	process.exit(1)
}
