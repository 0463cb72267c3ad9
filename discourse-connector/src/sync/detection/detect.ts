/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Kysely } from 'kysely'
import type { Look, Verdict } from '../../platform/hint-queue.ts'
import type { Tables } from '../../platform/tables.ts'
import type { DetectionParts } from './parts.ts'

import { leaveHintsWhereNone, Priority } from '../../platform/hints.ts'
import { audit } from './audit.ts'
import { detectFromExplorer } from './explorer.ts'
import { detectFromJournal } from './journal.ts'
import { detectFromLists } from './lists.ts'

/** Detection is made of records like others: one process at a time looks at each, and after a crash another does. */
const DETECTIONS: Readonly<Record<string, (parts: DetectionParts, look: Look) => Promise<Verdict>>> = {
	'detect-journal': detectFromJournal,
	'detect-lists': detectFromLists,
	'detect-explorer': detectFromExplorer,
	'audit-topics': audit,
}

/** @return whether a record of the queue is detection itself */
export function isDetection(record: string): boolean {
	return record.startsWith('detect-') || record.startsWith('audit-')
}

/**
 * One run of detection. It says when the next is due.
 *
 * @param parts of detection
 * @param look at one of its records
 * @throws {ForumFailure}
 */
export async function detect(parts: DetectionParts, look: Look): Promise<Verdict> {
	const run = Object.hasOwn(DETECTIONS, look.record) ? DETECTIONS[look.record] : undefined
	return run === undefined ? 'done' : await run(parts, look)
}

/**
 * Begins detection where it does not go on already.
 *
 * @param kysely database
 */
export async function beginDetection(kysely: Kysely<Tables>): Promise<void> {
	await leaveHintsWhereNone(kysely, Object.keys(DETECTIONS).map((record) => ({ record, reason: 'start', priority: record === 'audit-topics' ? Priority.audit : Priority.detection })))
}
