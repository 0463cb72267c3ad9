/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { HistoryEntry } from '@emancipasso/shared/contract/app-documents'
import type { Action, ChecklistItem } from '@emancipasso/shared/plan/action'
import type { JsonObject } from '../documents/merge-patch.ts'

import { applyPatch, createPatch } from '../documents/merge-patch.ts'

/** A field of an action whose change is told. */
export type ToldField = Exclude<keyof Action, 'schemaVersion' | 'before' | 'checklist' | 'migration' | 'origin'> | 'use' | 'from' | 'to'

/** One thing that a save changed. */
export type ActionChange
	/** `from` is undefined where nothing stood; `known` is false where the history does not go back that far. */
	= | { readonly kind: 'field', readonly field: ToldField, readonly from: unknown, readonly to: unknown, readonly known: boolean }
		| { readonly kind: 'ticked' | 'unticked' | 'added' | 'removed' | 'reworded', readonly text: string }
		/** Who takes care of it is no part of the document; a save that changed nothing in it changed that. */
		| { readonly kind: 'owner' }
		| { readonly kind: 'created' }

/** One save, and what it changed. */
export interface ActionSave {
	readonly revision: number
	readonly at: string
	readonly byName: string
	readonly changes: readonly ActionChange[]
}

const told: readonly ToldField[] = ['title', 'status', 'reason', 'reviewDate', 'step', 'startDate', 'dueDate', 'effort', 'cost', 'people', 'description', 'risks', 'wayBack']

/**
 * The saves of one action with what each changed, newest first, as its history replays.
 *
 * @param history past saves of one action, newest first; when the first save of all is not among them, what stood before
 * the oldest changes is not known
 */
export function actionSaves(history: readonly HistoryEntry[]): ActionSave[] {
	const complete = history.at(-1)?.revision === 1
	const touched = new Set<string>()
	let before: JsonObject = {}
	return history.toReversed().map(({ revision, at, byName, patch }): ActionSave => {
		const after = applyPatch(before, patch)
		// What a save really changed can be told only where all that came before is known.
		const changed = complete ? createPatch(before, after) : patch
		const changes = revision === 1 ? [{ kind: 'created' } as const] : changesOf(patch, changed, before, after, (path) => complete || touched.has(path))
		pathsOf(patch).forEach((path) => touched.add(path))
		before = after
		return { revision, at, byName, changes }
	}).toReversed().filter(({ changes }) => changes.length > 0)
}

function changesOf(patch: JsonObject, changed: JsonObject, before: JsonObject, after: JsonObject, known: (path: string) => boolean): ActionChange[] {
	if (Object.keys(patch).length === 0) {
		return [{ kind: 'owner' }]
	}
	const fields = (names: readonly ToldField[], [was, is, now]: readonly JsonObject[], prefix = '') => names
		.filter((field) => Object.hasOwn(now!, field))
		.map((field): ActionChange => ({ kind: 'field', field, from: was![field], to: is![field], known: known(prefix + field) }))
	return [
		...fields(told, [before, after, changed]),
		// An action that is no longer the move of a tool loses all of it at once.
		...fields(['use', 'from', 'to'], [before, after, changed.migration === null ? before : changed].map((of) => partOf(of, 'migration')), 'migration.'),
		...checklistChanges(partOf(before, 'checklist'), partOf(after, 'checklist'), partOf(changed, 'checklist')),
	]
}

type Items<Item> = Partial<Record<string, Item>>

function checklistChanges(before: Items<ChecklistItem>, after: Items<ChecklistItem>, changed: Items<Partial<ChecklistItem>>): ActionChange[] {
	return Object.entries(changed).flatMap(([id, change]): ActionChange[] => {
		const [was, is] = [before[id], after[id]]
		if (!is) {
			return was?.text ? [{ kind: 'removed', text: was.text }] : []
		}
		const worded = is.text && change?.text !== undefined ? [{ kind: was?.text ? 'reworded' : 'added', text: is.text } as const] : []
		const ticked = is.text && change?.done !== undefined && (was || change.done) ? [{ kind: change.done ? 'ticked' : 'unticked', text: is.text } as const] : []
		return [...worded, ...ticked]
	})
}

function partOf<Part extends object = JsonObject>(document: JsonObject, name: 'migration' | 'checklist'): Part {
	const part = document[name]
	return (typeof part === 'object' && part !== null ? part : {}) as Part
}

/**
 * The places that a patch names, two keys deep.
 *
 * @param patch of an action
 */
function pathsOf(patch: JsonObject): string[] {
	return Object.entries(patch).flatMap(([key, value]) => [key, ...typeof value === 'object' && value !== null ? Object.keys(value).map((inner) => `${key}.${inner}`) : []])
}
