/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Company } from './check.ts'
import type { ReadPack } from './read-pack.ts'

import { parseArgs } from 'node:util'
import { questionnaire, reference, solutions } from '../../src/diagnosis/testing/reference-data.ts'
import { checkPack } from './check.ts'
import { diffLines } from './diff.ts'
import { faultLines } from './fault.ts'
import { readPack } from './read-pack.ts'
import { simulate } from './simulate.ts'

const usage = `For maintainers of questionnaires and catalogues (docs/packs.md):

  npm run packs -- check FILE…                           what is wrong with them
  npm run packs -- simulate FILE [--count N] [--seed S]  how often each rule, flag and level comes out
  npm run packs -- diff OLD NEW                          what changed, and whom it touches

A questionnaire and a catalogue that are checked together are checked against one another;
one that is alone, against the shipped one.`

/** Where a command writes, and whence it was called. */
export interface Console {
	readonly print: (line: string) => void
	readonly complain: (line: string) => void
	/** Turns a path that was typed into one that can be opened. */
	readonly resolve: (path: string) => string
}

/**
 * Runs one command.
 *
 * @param args of the command line
 * @param console where it writes
 * @return the exit code: 0 when all is well, 1 when there are faults, 2 when the command was not understood
 */
export function runPacks(args: readonly string[], console: Console): number {
	const parsed = parse(args)
	const [command, ...files] = parsed?.positionals ?? []
	const packs = files.map((file) => readPack(console.resolve(file)))
	const read = packs.flatMap((pack) => 'read' in pack ? [pack.read] : [])
	const expected = { check: files.length > 0, simulate: files.length === 1, diff: files.length === 2 }[command ?? ''] ?? false
	if (!parsed || !expected) {
		console.complain(usage)
		return 2
	}
	for (const pack of packs) {
		if ('faults' in pack) {
			console.print([`${pack.file}: ${pack.faults.length} faults`, ...faultLines(pack.faults)].join('\n'))
		}
	}
	if (read.length < packs.length) {
		return 1
	}
	const company = companyOf(read)
	if (command === 'check') {
		return read.map((pack) => checkOne(pack, company, parsed.seed, console)).every(Boolean) ? 0 : 1
	}
	if (command === 'diff') {
		console.print(diffLines(read[0]!, read[1]!).join('\n'))
		return 0
	}
	console.print(simulate(company.questionnaire, company.solutions, reference.associations, parsed).join('\n'))
	return 0
}

/**
 * The packs to check against: those that were named, and the shipped ones for the rest.
 *
 * @param read what was named
 */
function companyOf(read: readonly ReadPack[]): Company {
	const named: { questionnaire?: Company['questionnaire'], solutions?: Company['solutions'] } = Object.fromEntries(read.map(({ kind, pack }) => [kind, pack]))
	return { questionnaire, solutions, ...named }
}

function checkOne(pack: ReadPack, company: Company, seed: number, { print }: Console): boolean {
	const faults = checkPack(pack, company, seed)
	print(faults.length === 0 ? `${pack.file}: ${pack.kind} ${pack.pack.version}, no faults` : [`${pack.file}: ${faults.length} faults`, ...faultLines(faults)].join('\n'))
	return faults.length === 0
}

function parse(args: readonly string[]) {
	try {
		const { positionals, values } = parseArgs({ args: [...args], allowPositionals: true, options: { count: { type: 'string', default: '1000' }, seed: { type: 'string', default: '1' } } })
		const [count, seed] = [Number(values.count), Number(values.seed)]
		return Number.isInteger(count) && count > 0 && Number.isInteger(seed) ? { positionals, count, seed } : null
	} catch {
		return null
	}
}
