/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { ChildProcess } from 'node:child_process'
import type { RunFile } from '../../demo/folder.ts'

import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { freePort } from '../../demo/ports.ts'

const main = fileURLToPath(new URL('../../demo/main.ts', import.meta.url))

/** A demonstration as a person in a terminal has it. */
export interface RunningDemo {
	pid: number
	/** Everything that it printed. */
	output(): string
	/** What it wrote for scripts. */
	run(): RunFile
	/** Sends a signal and resolves with the exit code, or null when the signal ended it. */
	end(signal: NodeJS.Signals): Promise<number | null>
	ended: Promise<number | null>
}

/** Four ports that nothing uses, as options. */
export async function freePorts(): Promise<string[]> {
	const ports: string[] = []
	for (const name of ['connector', 'forum', 'preview', 'console']) {
		ports.push(`--${name}-port`, String(await freePort()))
	}
	return ports
}

/**
 * Types the command. Resolves once the screen is printed or the command has ended.
 *
 * @param folder of the demonstration
 * @param args further options
 * @param how with a shell between, as npm does
 */
export async function startDemo(folder: string, args: readonly string[], how?: 'by npm'): Promise<RunningDemo> {
	const command = [process.execPath, main, '--folder', folder, ...args]
	const [program = '', ...rest] = how === 'by npm' ? ['sh', '-c', '"$@"; exit $?', 'sh', ...command] : command
	const child = spawn(program, rest, { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, CI: '1', npm_lifecycle_event: 'start' } })
	let output = ''
	const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
	const printed = new Promise<void>((resolve) => {
		for (const stream of [child.stdout, child.stderr]) {
			stream.setEncoding('utf8').on('data', (text: string) => {
				output += text
				if (output.includes('Stop: Ctrl-C.')) {
					resolve()
				}
			})
		}
	})
	await Promise.race([printed, ended])
	return {
		pid: child.pid ?? 0,
		output: () => output,
		run: () => JSON.parse(readFileSync(join(folder, 'run.json'), 'utf8')) as RunFile,
		end: (signal) => endWith(child, signal, ended),
		ended,
	}
}

/**
 * Sends a signal and waits for the end.
 *
 * @param child that runs
 * @param signal to send
 * @param ended its exit code
 */
async function endWith(child: ChildProcess, signal: NodeJS.Signals, ended: Promise<number | null>): Promise<number | null> {
	child.kill(signal)
	return await ended
}
