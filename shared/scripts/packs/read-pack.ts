/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Questionnaire } from '../../src/diagnosis/questionnaire.ts'
import type { Solutions } from '../../src/plan/solution.ts'
import type { Fault } from './fault.ts'

import { readFileSync } from 'node:fs'
import { questionnaireSchema } from '../../src/diagnosis/questionnaire.ts'
import { solutionsSchema } from '../../src/plan/solution.ts'
import { schemaFaults } from './schema-faults.ts'

/** A pack that was read, whole and of the right shape. */
export type ReadPack
	= | { readonly kind: 'questionnaire', readonly file: string, readonly pack: Questionnaire }
		| { readonly kind: 'solutions', readonly file: string, readonly pack: Solutions }

/** What a file holds, or why it is no pack. */
export type PackFile = { readonly read: ReadPack } | { readonly file: string, readonly faults: readonly Fault[] }

/**
 * Reads a questionnaire or a catalogue, as it is in the sources or as a connector serves it.
 *
 * @param file path
 */
export function readPack(file: string): PackFile {
	let text: string
	try {
		text = readFileSync(file, 'utf8')
	} catch {
		return { file, faults: [{ at: 'the file', words: 'cannot be read' }] }
	}
	return parsePack(file, text)
}

/**
 * A pack from its text.
 *
 * @param file what to call it
 * @param text JSON
 */
export function parsePack(file: string, text: string): PackFile {
	let data: unknown
	try {
		data = JSON.parse(text)
	} catch (error) {
		return { file, faults: [{ at: 'the file', words: `is not JSON: ${error instanceof Error ? error.message : String(error)}` }] }
	}
	const content = withoutEnvelope(data)
	if ('rules' in content || 'questions' in content) {
		const parsed = questionnaireSchema.safeParse(content)
		return parsed.success ? { read: { kind: 'questionnaire', file, pack: parsed.data } } : { file, faults: schemaFaults(parsed.error.issues, content) }
	}
	if ('replacements' in content || 'solutions' in content) {
		const parsed = solutionsSchema.safeParse(content)
		return parsed.success ? { read: { kind: 'solutions', file, pack: parsed.data } } : { file, faults: schemaFaults(parsed.error.issues, content) }
	}
	return { file, faults: [{ at: 'the file', words: 'is neither a questionnaire (it has no questions) nor a catalogue (it has no solutions)' }] }
}

/**
 * The data without what a published pack adds: its name, and a piece of the hash behind its version.
 *
 * @param data what was parsed
 */
function withoutEnvelope(data: unknown): Record<string, unknown> {
	if (typeof data !== 'object' || data === null || Array.isArray(data)) {
		return {}
	}
	const { name, ...content } = data as Record<string, unknown>
	return typeof name === 'string' && typeof content.version === 'string'
		? { ...content, version: content.version.replace(/^(\d+\.\d+\.\d+)\.[0-9a-f]{8}$/, '$1') }
		: content
}
