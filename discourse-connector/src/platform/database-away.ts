/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

// Connections that were refused, cut or taken back, a server that starts or stops, one that has no room, and one that
// takes too long, or thought so of us.
const codes = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN', '08000', '08001', '08003', '08006', '25P03', '53300', '57014', '57P01', '57P02', '57P03'])
const messages = /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/

/**
 * Whether an error says that the database cannot be reached now, rather than that it refused something.
 *
 * @param error of a statement
 */
export function isDatabaseAway(error: unknown): boolean {
	if (!(error instanceof Error)) {
		return false
	}
	return ('code' in error && codes.has(String(error.code))) || messages.test(error.message)
}
