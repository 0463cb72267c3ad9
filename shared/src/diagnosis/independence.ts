/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Solutions } from '../plan/solution.ts'
import type { InventoryLine } from './answers.ts'
import type { Fraction } from './score.ts'

/** The share of uses that free tools already cover, line by line. */
export interface Independence {
	/** Weighted by importance; `null` when no line could be counted. */
	readonly share: Fraction | null
	/** Indexes of lines whose tool the catalogue does not know, or whose hosting nobody knows. */
	readonly toClarify: readonly UnclearLine[]
	/** Every line that could be counted, in the order of the inventory. */
	readonly counted: readonly CountedLine[]
}

export interface UnclearLine {
	readonly line: number
	readonly missing: 'tool' | 'hosting'
}

export interface CountedLine {
	/** Index in the inventory. */
	readonly line: number
	/** How much the line counts: 1 minor, 2 useful, 3 vital. */
	readonly weight: number
	/** What keeps it from counting as independent: the tool itself, or who hosts it. */
	readonly dependsOn: 'tool' | 'hosting' | null
}

const weights = new Map([['minor', 1], ['useful', 2], ['vital', 3]])

/** Used when nobody said how important a tool is. */
const usualWeight = 2

/** Hosting that makes a free tool depend on somebody else all the same. */
const dependentHosting = new Set(['giant', 'personal-account'])

/**
 * The independence index: lines with a free or partly free solution of the catalogue, not hosted by a tech giant
 * or on a personal account, over all lines that can be counted.
 *
 * @param inventory lines of the inventory
 * @param catalogue tools and solutions
 */
export function independenceOf(inventory: readonly InventoryLine[], catalogue: Pick<Solutions, 'tools' | 'solutions'>): Independence {
	const tools = new Set(catalogue.tools.map((tool) => tool.id))
	const solutions = new Map(catalogue.solutions.map((solution) => [solution.id, solution]))
	const toClarify: UnclearLine[] = []
	const counted: CountedLine[] = []
	for (const [index, line] of inventory.entries()) {
		const solution = solutions.get(line.tool)
		if (!solution && !tools.has(line.tool)) {
			toClarify.push({ line: index, missing: 'tool' })
		} else if (line.hosting === undefined || line.hosting === 'unknown') {
			toClarify.push({ line: index, missing: 'hosting' })
		} else {
			const isFree = solution && (solution.freeStatus ?? 'partly') === 'partly'
			const dependsOn = !isFree ? 'tool' : dependentHosting.has(line.hosting) ? 'hosting' : null
			counted.push({ line: index, weight: weights.get(line.criticality ?? 'useful') ?? usualWeight, dependsOn })
		}
	}
	const sum = (lines: readonly CountedLine[]) => lines.reduce((total, { weight }) => total + weight, 0)
	return { share: counted.length > 0 ? [sum(counted.filter(({ dependsOn }) => dependsOn === null)), sum(counted)] : null, toClarify, counted }
}
