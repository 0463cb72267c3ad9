/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { AcknowledgedTopic } from '../../../discourse-connector/src/community/tables.ts'

/** Generations of forums that are measured. */
export const VERSIONS = ['2.9', '3.1', '2026'] as const

export type Version = typeof VERSIONS[number]

/** What two states of a topic are compared by. */
export type Fields = Pick<AcknowledgedTopic, 'title' | 'body' | 'category' | 'closed' | 'visible'> & { tags: readonly string[] }

/** How a record changed from what the forum has to what is wanted. */
export interface Change {
	before: Fields
	after: Fields
}

/** What there is to do, as somebody sees who knows everything. */
export interface Work {
	/** Topics to create. */
	creations?: number
	/** Records of which the forum has an older state. */
	changes?: readonly Change[]
	/** Topics that people changed, each as often as somebody waits for it. */
	read?: number
	/** What detection has to read. */
	detection?: {
		/** Rows of the list by activity that are newer than the watermark. */
		activity?: number
		/** The same of the list by creation. */
		created?: number
		/** Deliveries in the journal since it was read last, and those of them that were not taken. */
		deliveries?: number
		failed?: number
	}
}

/** Rows in the largest page of a list, and deliveries in a page of the journal. */
const LIST_PAGE: Readonly<Record<Version, number>> = { 2.9: 30, 3.1: 30, 2026: 100 }
const JOURNAL_PAGE = 50

/**
 * The smallest number of calls with which a forum of this generation can be brought into agreement: one write and one
 * read for each creation; one read for each record that changed and one write for each of its parts, which are title,
 * category and tags together, the text, and each status; one read for what people changed. Of a list or the journal
 * every page up to the first old entry.
 *
 * @param work to do
 * @param version of the forum
 */
export function leastCalls({ creations = 0, changes = [], read = 0, detection = {} }: Work, version: Version): number {
	const { activity, created, deliveries, failed = 0 } = detection
	const written = changes.map(partsOf).filter((parts) => parts > 0)
	return 2 * creations
		+ written.reduce((sum, parts) => sum + 1 + parts, 0)
		+ read
		+ (activity === undefined ? 0 : pagesToWatermark(activity, version))
		+ (created === undefined ? 0 : pagesToWatermark(created, version))
		+ (deliveries === undefined ? 0 : pages(version === '2026' ? failed : deliveries, JOURNAL_PAGE))
}

/**
 * Pages of a list that show so many rows and the first old one behind them.
 *
 * @param rows that are new
 * @param version of the forum
 */
export function pagesToWatermark(rows: number, version: Version): number {
	return pages(rows, LIST_PAGE[version])
}

function pages(entries: number, size: number): number {
	return Math.floor(entries / size) + 1
}

function partsOf({ before, after }: Change): number {
	const differs = (name: Exclude<keyof Fields, 'tags'>) => before[name] !== after[name]
	const tags = [...before.tags].sort().join() !== [...after.tags].sort().join()
	return [differs('title') || differs('category') || tags, differs('body'), differs('closed'), differs('visible')].filter(Boolean).length
}
