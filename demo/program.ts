/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { ChildProcess } from 'node:child_process'

import { spawn } from 'node:child_process'
import { createWriteStream } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'

/** What a program is called in each language. */
export interface ProgramName {
	fr: string
	en: string
}

/** How to start a program and to see that it is ready. */
export interface ProgramOptions {
	/** For people, as the beginning of a sentence. */
	name: ProgramName
	/** A TypeScript file that this Node runs. */
	file: string
	args?: readonly string[]
	/** Added to the environment. */
	env?: Readonly<Record<string, string>>
	/** Answers with a success once the program is ready. */
	readyUrl: string
	/** In milliseconds. */
	patience?: number
	/** Where its output goes, beside the last lines that are kept for an error. */
	logFile?: string
}

/** A program that runs beside this one. */
export interface Program {
	readonly name: ProgramName
	readonly pid: number
	/** The end of what it wrote. */
	output(): string
	/** Resolves with how it ended, in words, whoever ended it. */
	readonly ended: Promise<string>
	/** Asks it to end, and ends it when it takes longer than the patience in milliseconds. */
	stop(patience?: number): Promise<void>
	/** Ends it at once, as a power cut would. */
	kill(): Promise<void>
}

/** What a child loads first, so that it ends with its parent. */
const leaveWithParent = new URL('./leave-with-parent.ts', import.meta.url).href

const kept = 8000

/**
 * Starts a program and waits until it answers.
 *
 * @param options what to start
 * @throws {Error} with the end of its output, when it ends or stays silent
 */
export async function startProgram(options: ProgramOptions): Promise<Program> {
	const child = spawn(process.execPath, ['--import', leaveWithParent, options.file, ...options.args ?? []], {
		env: { ...process.env, ...options.env },
		stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
		// A group of its own: Ctrl-C in a terminal reaches only the parent, which ends its children in order.
		detached: true,
	})
	const program = toProgram(options, child)
	await untilReady(program, options.readyUrl, options.patience ?? 60_000)
	return program
}

/**
 * What the parent holds of a child.
 *
 * @param options what was started
 * @param child its process
 */
function toProgram(options: ProgramOptions, child: ChildProcess): Program {
	const { name, logFile } = options
	let tail = ''
	const log = logFile === undefined ? undefined : createWriteStream(logFile, { flags: 'a', mode: 0o600 })
	for (const stream of [child.stdout, child.stderr]) {
		stream?.setEncoding('utf8').on('data', (text: string) => {
			tail = (tail + text).slice(-kept)
			log?.write(text)
		})
	}
	const ended = new Promise<string>((resolve) => {
		child.once('error', (error) => resolve(error.message))
		child.once('close', (code, signal) => {
			log?.end()
			resolve(signal === null ? `code ${code}` : `signal ${signal}`)
		})
	})
	const end = async (signal: NodeJS.Signals) => {
		child.kill(signal)
		await ended
	}
	return {
		name,
		pid: child.pid ?? 0,
		output: () => tail,
		ended,
		kill: () => end('SIGKILL'),
		async stop(patience = 2500) {
			const impatient = setTimeout(() => child.kill('SIGKILL'), patience)
			await end('SIGTERM')
			clearTimeout(impatient)
		},
	}
}

/**
 * Asks until the program answers.
 *
 * @param program that was started
 * @param url to ask
 * @param patience in milliseconds
 */
async function untilReady(program: Program, url: string, patience: number): Promise<void> {
	const deadline = Date.now() + patience
	let end: string | undefined
	void program.ended.then((how) => {
		end = how
	})
	while (!await answers(url)) {
		if (end !== undefined) {
			throw new Error(`${program.name.en} ended before it was ready (${end}).\n${program.output()}`)
		}
		if (Date.now() > deadline) {
			await program.kill()
			throw new Error(`${program.name.en} did not answer at ${url} within ${patience / 1000} s.\n${program.output()}`)
		}
		await wait(50)
	}
}

/**
 * Whether an address answers with a success.
 *
 * @param url to ask
 */
async function answers(url: string): Promise<boolean> {
	try {
		return (await fetch(url, { signal: AbortSignal.timeout(2000) })).ok
	} catch {
		return false
	}
}
