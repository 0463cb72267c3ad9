/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Request, RequestHandler, Router } from 'express'
import type { AdminAccess } from './admin-file.ts'
import type { Command, CommandContext } from './command.ts'

import express from 'express'
import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import { z } from 'zod'
import { isBearer } from './metrics.ts'
import { parse, Problem } from './problem.ts'
import { StartError } from './start-error.ts'

const Call = z.object({ args: z.array(z.string()), directory: z.string() })
const Line = z.union([z.object({ print: z.string() }), z.object({ complain: z.string() }), z.object({ exit: z.int() })])

/** Where commands are called. */
const ADMIN_PATH = '/admin/commands'

/**
 * Runs commands inside the connector, for a database that only one process may open. It listens to its own machine only,
 * to who can read the token.
 *
 * @param token of the operator
 * @param command that runs them
 * @param context without what belongs to the call
 */
export function adminCommands(token: string, command: Command, context: Pick<CommandContext, 'database' | 'configuration'>): Router {
	const run: RequestHandler = async (request, response) => {
		const { args, directory } = parse(Call, request, 'body')
		response.type('application/x-ndjson')
		const say = (line: z.infer<typeof Line>) => response.write(`${JSON.stringify(line)}\n`)
		try {
			const exit = await command(args, { ...context, directory, print: (print) => say({ print }), complain: (complain) => say({ complain }) })
			say({ exit })
		} catch (error) {
			request.log.error({ err: error }, 'A command failed')
			say({ complain: error instanceof Error ? error.message : String(error) })
			say({ exit: 1 })
		}
		response.end()
	}
	const router = express.Router()
	router.post(ADMIN_PATH, (request, _response, next) => {
		if (!isFromThisMachine(request) || !isBearer(request, token)) {
			throw new Problem('not-found')
		}
		next()
	}, express.json({ limit: '100kb' }), run)
	return router
}

/**
 * Runs a command inside the connector that runs.
 *
 * @param access to it
 * @param args of the command
 * @param context what belongs to the call
 * @return the exit code
 * @throws {StartError} when nobody answers
 */
export async function callAdminCommand(access: AdminAccess, args: readonly string[], context: Pick<CommandContext, 'directory' | 'print' | 'complain'>): Promise<number> {
	const response = await fetch(`${access.url}${ADMIN_PATH}`, {
		method: 'POST',
		headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${access.token}` },
		body: JSON.stringify({ args, directory: context.directory }),
	}).catch((error: unknown) => {
		throw new StartError('The connector that holds the data does not answer. Stop it, then run the command again.', { cause: error })
	})
	if (!response.ok || !response.body) {
		throw new StartError(`The connector that holds the data refused the command (status ${response.status}). Stop it, then run the command again.`)
	}
	for await (const text of createInterface({ input: Readable.from(response.body) })) {
		const line = Line.parse(JSON.parse(text))
		if ('exit' in line) {
			return line.exit
		}
		if ('print' in line) {
			context.print(line.print)
		} else {
			context.complain(line.complain)
		}
	}
	throw new StartError('The connector stopped before the command ended. Look at its log, then run the command again.')
}

/**
 * A reverse proxy on this machine is no excuse: it says for whom it asks.
 *
 * @param request to check
 */
function isFromThisMachine(request: Request): boolean {
	const address = request.socket.remoteAddress ?? ''
	return /^(127\.|::1$|::ffff:127\.)/.test(address) && request.get('x-forwarded-for') === undefined && request.get('forwarded') === undefined
}
