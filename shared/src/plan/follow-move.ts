/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { InventoryLine, StoredInventoryLine } from '../diagnosis/answers.ts'
import type { IdentifiedInventoryLine } from '../diagnosis/diagnosis-document.ts'
import type { Migration } from './action.ts'
import type { Move } from './line-move.ts'

import { mayMove, moverOf } from './line-move.ts'

/**
 * What the list of tools does not say yet of a move: `replace` puts a tool where the other one was, `retire` takes the
 * one that was left off a list that has the other already, `add` puts a tool beside the one that stays in use.
 */
export interface ListChange {
	readonly kind: 'replace' | 'retire' | 'add'
	/** The line that is replaced, goes, or gets company. */
	readonly line: IdentifiedInventoryLine
	/** The tool that is in use afterwards: an id of the catalogue or the members' own words. */
	readonly tool: string
	/** The line that has that tool already. */
	readonly known?: IdentifiedInventoryLine
}

/** The fields that belong to the work and not to the tool that does it: they are true of the next tool too. */
const carried = ['use', 'users', 'criticality', 'must-have', 'contains'] as const satisfies readonly (keyof InventoryLine)[]

/** Said of one tool alone, and not passed on. */
const left = ['hosting', 'satisfaction', 'cost', 'admins', 'exit'] as const satisfies readonly (keyof InventoryLine)[]

/** What is said of a tool and passes to the next one, and what does not; without its use. */
export interface PassedOn {
	readonly stays: readonly Exclude<(typeof carried)[number], 'use'>[]
	readonly goes: readonly (typeof left)[number][]
}

/**
 * Which of the fields that are filled in pass to the tool that comes next.
 *
 * @param line of the tool that is replaced
 */
export function passedOn(line: InventoryLine): PassedOn {
	const stays = carried.filter((field) => field !== 'use')
	return { stays: stays.filter((field) => line[field] !== undefined), goes: left.filter((field) => line[field] !== undefined) }
}

/**
 * Whether the list of tools may have to follow an action: asked before the list is read.
 *
 * @param action of the plan
 */
export function mayFollow(action: Move): boolean {
	const { migration, status } = action
	return migration !== undefined && migration.to !== '' && migration.to !== migration.from && (status === 'done' || status === 'coexisting' || status === 'rolled-back')
}

/**
 * How the list of tools may follow an action that moves one of them; null while there is nothing to follow. It is only
 * ever offered: where members wrote something else meanwhile, theirs stays, and only the action that moves the line now
 * says what follows.
 *
 * @param action of the plan
 * @param lines of the inventory
 * @param actions all of the plan, oldest first, with this one
 */
export function listChangeOf<Mover extends Move>(action: Mover, lines: readonly IdentifiedInventoryLine[], actions: readonly Mover[]): ListChange | null {
	const { migration, status } = action
	const moved = lines.find(({ id }) => id === migration?.line)
	if (!migration || !mayFollow(action) || !moved || ![migration.from, migration.to].includes(moved.tool) || moverOf(moved.id, actions) !== action) {
		return null
	}
	const other = moved.tool === migration.from ? migration.to : migration.from
	const known = lines.find(({ id, tool, use }) => id !== moved.id && tool === other && use === moved.use)
	if (status === 'coexisting') {
		return known ? null : { kind: 'add', line: moved, tool: other }
	}
	const tool = status === 'done' ? migration.to : migration.from
	if (moved.tool === tool) {
		return known ? { kind: 'retire', line: known, tool, known: moved } : null
	}
	return known ? { kind: 'retire', line: moved, tool, known } : { kind: 'replace', line: moved, tool }
}

/** Lines by id as they shall be; undefined for one that goes. */
export type ChangedLines = Readonly<Record<string, StoredInventoryLine | undefined>>

/**
 * The lines that a change writes. A tool that is replaced keeps its line, so that the action and it go on saying one
 * thing; what was said of the old tool alone (who hosts it, what it costs, who has the keys, whether data can be taken
 * out, how content people are) does not pass to the new one.
 *
 * @param change what is to follow
 * @param said what is new
 * @param said.hosting who hosts the tool, when somebody knows
 * @param said.today ISO day on which somebody looked at it
 * @param said.id of a line that is new
 * @param said.position of a line that is new
 */
export function linesAfter(change: ListChange, said: { readonly hosting?: string | undefined, readonly today: string, readonly id: string, readonly position: number }): ChangedLines {
	const { line, tool, kind } = change
	if (kind === 'retire') {
		return { [line.id]: undefined }
	}
	const kept = Object.fromEntries(carried.flatMap((field) => line[field] === undefined ? [] : [[field, line[field]]])) as Pick<InventoryLine, 'use'>
	const written: StoredInventoryLine = { ...kept, tool, ...said.hosting ? { hosting: said.hosting } : {}, position: kind === 'add' ? said.position : line.position, looked: said.today }
	return { [kind === 'add' ? said.id : line.id]: written }
}

/**
 * The move of an action after its list has followed: of two lines the one that stays is its line, unless another action
 * moves that one.
 *
 * @param migration of the action
 * @param change what was followed
 * @param others actions of the plan without this one, oldest first
 */
export function migrationAfter(migration: Migration, change: ListChange, others: readonly Move[]): Migration {
	const { kind, known } = change
	return kind === 'retire' && known && mayMove(known, others) ? { ...migration, line: known.id } : migration
}
