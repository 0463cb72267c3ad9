/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Request, Response } from 'express'
import type { Faults } from './faults.ts'

import { setTimeout as pause } from 'node:timers/promises'

/**
 * Sends the JSON text, or spoils the answer of work that was done.
 *
 * @param faults the board
 * @param request what is answered
 * @param response status and headers are already set
 * @param text the whole body
 */
export async function sendOrSpoil(faults: Faults, request: Request, response: Response, text: string): Promise<void> {
	const about = { method: request.method, path: request.path }
	if (faults.take('lose-reply', about) !== undefined) {
		request.socket.destroy()
		return
	}
	if (faults.take('gateway-after', about) !== undefined) {
		response.status(502).type('html').send('<html><body><h1>502 Bad Gateway</h1></body></html>')
		return
	}
	if (faults.take('huge-body', about) !== undefined) {
		response.send(JSON.stringify({ filler: 'x'.repeat(17 * 1024 * 1024) }))
		return
	}
	const cut = faults.take('cut-body', about)
	const slow = faults.take('slow-body', about)
	if (cut === undefined && slow === undefined) {
		response.send(text)
		return
	}
	const bytes = Buffer.from(text)
	const half = Math.floor(bytes.length / 2)
	response.set('Content-Length', String(bytes.length))
	response.write(bytes.subarray(0, half))
	if (cut !== undefined) {
		await pause(20)
		request.socket.destroy()
		return
	}
	await pause((slow?.seconds ?? 1) * 1000)
	response.end(bytes.subarray(half))
}
