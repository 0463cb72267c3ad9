/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { parseArgs } from 'node:util'
import { Connector } from './connector.ts'
import { createHost } from './host.ts'
import { refreshPacks, repeatErasures } from './packs.ts'
import { Problem } from './problem.ts'
import { Store } from './store.ts'

const { values } = parseArgs({
	options: {
		port: { type: 'string', default: process.env.PREVIEW_PORT ?? '8462' },
		host: { type: 'string', default: process.env.PREVIEW_HOST ?? '127.0.0.1' },
		store: { type: 'string', default: process.env.PREVIEW_STORE ?? 'var/preview.json' },
	},
})

const store = new Store(values.store)
const { CONNECTOR_URL: connectorUrl, CONNECTOR_TOKEN: token } = process.env
if (connectorUrl && token) {
	Object.assign(store.state.settings, { connectorUrl, token })
}
store.save()
const connector = new Connector(store)

/** Copies the packs, and says why when it cannot. */
async function refresh(): Promise<void> {
	try {
		await refreshPacks(store, connector)
		await repeatErasures(store, connector)
	} catch (error) {
		if (!(error instanceof Problem)) {
			throw error
		}
		if (error.id !== 'not-configured') {
			console.error(`The packs were not refreshed: ${error.words('en')}`)
		}
	}
}

await refresh()
const everyQuarter = setInterval(() => void refresh(), 15 * 60_000)

const server = createHost(store, connector, values.host).listen(Number(values.port), values.host, (error?: Error) => {
	if (error) {
		console.error(`The preview cannot listen on port ${values.port}: ${error.message}. Choose another with --port or PREVIEW_PORT.`)
		process.exit(1)
	}
	const address = server.address()
	const port = typeof address === 'object' && address !== null ? address.port : values.port
	console.info(`The preview is ready at http://${values.host}:${port}/`)
})

/** Ends the open answers, then the program. */
function stop(): void {
	clearInterval(everyQuarter)
	server.close()
	server.closeAllConnections()
}
process.once('SIGTERM', stop)
process.once('SIGINT', stop)
