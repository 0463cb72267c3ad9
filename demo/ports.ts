/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { createServer } from 'node:net'

/**
 * Whether something could listen on a port of this machine now.
 *
 * @param port of the loopback interface; 0 asks for any
 * @return the port that was free, or null
 */
export async function freePort(port = 0): Promise<number | null> {
	return await new Promise((resolve) => {
		const server = createServer()
		server.once('error', () => resolve(null))
		server.listen(port, '127.0.0.1', () => {
			const address = server.address()
			server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : null))
		})
	})
}
