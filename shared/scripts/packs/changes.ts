/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/**
 * How far a change of a pack reaches: `words` change no answer and no advice; `content` adds or advises otherwise;
 * `comparison` keeps something from being compared with earlier diagnoses.
 */
export type Reach = 'words' | 'content' | 'comparison'

/** One difference between two versions of a pack, in words. */
export interface Change {
	readonly at: string
	readonly words: string
	readonly reach: Reach
}

interface Entry { readonly id: string }

const shown = (value: unknown) => value === undefined ? 'nothing' : JSON.stringify(value)

/** The entries of two lists by id: only in one of them, or in both. */
export function pairById<T extends Entry>(before: readonly T[], after: readonly T[]): { added: T[], removed: T[], both: { before: T, after: T }[] } {
	return {
		added: after.filter(({ id }) => !before.some((one) => one.id === id)),
		removed: before.filter(({ id }) => !after.some((one) => one.id === id)),
		both: after.flatMap((one) => before.filter(({ id }) => id === one.id).map((old) => ({ before: old, after: one }))),
	}
}

/**
 * Everything that differs between two lists of entries.
 *
 * @param what an entry is called
 * @param before entries of the earlier version
 * @param after entries of the later one
 * @param removal how far a removal reaches
 */
export function listChanges<T extends Entry>(what: string, before: readonly T[], after: readonly T[], removal: Reach = 'content'): Change[] {
	const { added, removed, both } = pairById(before, after)
	return [
		...added.map(({ id }): Change => ({ at: `${what} ${id}`, words: 'is added', reach: 'content' })),
		...removed.map(({ id }): Change => ({ at: `${what} ${id}`, words: 'is removed', reach: removal })),
		...both.flatMap((pair) => fieldChanges(`${what} ${pair.after.id}`, pair.before, pair.after)),
	]
}

/**
 * The parts of one entry that differ. Texts are shown as they were and are.
 *
 * @param at what the entry is called
 * @param before the entry in the earlier version
 * @param after the entry in the later one
 * @param but parts that are told otherwise
 */
export function fieldChanges(at: string, before: object, after: object, but: readonly string[] = []): Change[] {
	const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((key) => !but.includes(key))
	return keys.flatMap((key): Change[] => {
		const [old, now] = [before[key as keyof object] as unknown, after[key as keyof object] as unknown]
		if (JSON.stringify(old) === JSON.stringify(now)) {
			return []
		}
		const texts = textChanges(old, now)
		return texts ? texts.map((words) => ({ at: `${at} › ${key}`, words, reach: 'words' })) : [{ at: `${at} › ${key}`, words: `${shown(old)} becomes ${shown(now)}`, reach: 'content' }]
	})
}

/**
 * What was reworded in which language; `null` when these are no texts.
 *
 * @param old what it said
 * @param now what it says
 */
function textChanges(old: unknown, now: unknown): string[] | null {
	if (!isText(old) || !isText(now)) {
		return null
	}
	return (['fr', 'en'] as const).filter((language) => old[language] !== now[language])
		.map((language) => `reworded (${language}): “${old[language]}” becomes “${now[language]}”`)
}

function isText(value: unknown): value is { fr: string, en: string } {
	return typeof value === 'object' && value !== null && 'fr' in value && 'en' in value
}
