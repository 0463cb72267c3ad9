/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Express } from 'express'

import { createServer } from 'node:http'
import { StartError } from './start-error.ts'

const SWEEP_MILLISECONDS = 50
const GRACE_MILLISECONDS = 1_000

/** A server that listens. */
export interface RunningServer {
	port: number
	/** Lets requests under way end for a moment, then closes every connection. */
	stop(): Promise<void>
}

/**
 * Listens.
 *
 * @param app that answers
 * @param at where
 * @param at.host address
 * @param at.port 0 for any free one
 * @throws {StartError} when the port is taken or not allowed
 */
export async function serve(app: Express, { host, port }: { host: string, port: number }): Promise<RunningServer> {
	const server = createServer({ headersTimeout: 10_000, requestTimeout: 30_000, keepAliveTimeout: 65_000 }, app)
	const { promise, resolve, reject } = Promise.withResolvers<void>()
	server.once('error', (error: NodeJS.ErrnoException) => reject(new StartError(inWords(error, host, port))))
	server.listen(port, host, resolve)
	await promise
	const address = server.address()
	return {
		port: typeof address === 'object' && address ? address.port : port,
		async stop() {
			const closed = new Promise((resolveClosed) => server.close(resolveClosed))
			// Connections that are kept alive become idle one by one.
			const sweep = setInterval(() => server.closeIdleConnections(), SWEEP_MILLISECONDS)
			const end = setTimeout(() => server.closeAllConnections(), GRACE_MILLISECONDS)
			await closed
			clearInterval(sweep)
			clearTimeout(end)
		},
	}
}

/**
 * @param error of listen()
 * @param host that was asked for
 * @param port that was asked for
 */
function inWords(error: NodeJS.ErrnoException, host: string, port: number): string {
	switch (error.code) {
		case 'EADDRINUSE': return `Port ${port} is already in use. Stop the other program, or choose another port with PORT.`
		case 'EACCES': return `This user may not listen on port ${port}. Choose one above 1023 with PORT.`
		case 'EADDRNOTAVAIL':
		case 'ENOTFOUND': return `This machine does not have the address ${host}. Correct HOST.`
		default: return `The connector cannot listen on ${host}, port ${port}: ${error.message}`
	}
}
