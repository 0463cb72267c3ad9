/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Server } from 'node:http'

import { once } from 'node:events'

/** A server that only this machine reaches. */
export interface LocalServer {
	port: number
	/** Without a slash at the end. */
	url: string
	/** Ends it and every connection to it. */
	close(): Promise<void>
}

/**
 * Lets a server listen on a free port.
 *
 * @param server that does not listen yet
 */
export async function listenLocally(server: Server): Promise<LocalServer> {
	server.listen(0, '127.0.0.1')
	await once(server, 'listening')
	const address = server.address()
	const port = typeof address === 'object' && address !== null ? address.port : 0
	return {
		port,
		url: `http://127.0.0.1:${port}`,
		async close() {
			server.closeAllConnections()
			server.close()
			await once(server, 'close')
		},
	}
}
