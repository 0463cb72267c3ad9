/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { DestinationStream, Logger, LoggerOptions } from 'pino'

import { pino } from 'pino'

export type Log = Logger

/**
 * The log: one JSON object a line on standard output. Never hand it a body, a header, a token or a text of a person.
 *
 * @param level from which on to log
 * @param destination standard output unless told otherwise
 */
export function createLog(level: string, destination?: DestinationStream): Log {
	const options: LoggerOptions = {
		level,
		base: null,
		timestamp: pino.stdTimeFunctions.isoTime,
		formatters: { level: (label) => ({ level: label }) },
		serializers: { err: describeError },
	}
	return destination ? pino(options, destination) : pino(options)
}

/**
 * What the log keeps of an error: databases repeat rows in further members.
 *
 * @param error as it was thrown
 */
export function describeError(error: unknown): object {
	if (!(error instanceof Error)) {
		return { message: String(error) }
	}
	return {
		type: error.name,
		message: error.message,
		...('code' in error ? { code: String(error.code) } : {}),
		stack: error.stack,
		...(error.cause === undefined ? {} : { cause: describeError(error.cause) }),
	}
}
