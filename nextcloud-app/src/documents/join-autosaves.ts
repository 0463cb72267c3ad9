/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { SaveState, useAutosave } from './use-autosave.ts'

import { computed } from 'vue'

type Saving = Pick<ReturnType<typeof useAutosave>, 'state' | 'problem' | 'conflicts' | 'theirs' | 'keptInTab' | 'save' | 'resolve'>

/** What a person has to know first of several documents. */
const gravest: readonly SaveState[] = ['conflict', 'failed', 'saving', 'waiting', 'saved']

/**
 * Documents that one page writes, as one: saved when all are, and in conflict when one is.
 *
 * @param autosaves of the documents
 */
export function joinAutosaves(autosaves: readonly Saving[]) {
	const first = <Value>(of: (saving: Saving) => Value | null) => computed(() => autosaves.map(of).find((value) => value !== null) ?? null)
	return {
		state: computed(() => gravest.find((state) => autosaves.some((saving) => saving.state.value === state))!),
		problem: first(({ problem }) => problem.value),
		conflicts: computed(() => autosaves.flatMap(({ conflicts }) => conflicts.value)),
		theirs: first(({ theirs }) => theirs.value),
		keptInTab: computed(() => autosaves.every(({ keptInTab }) => keptInTab.value)),
		isSaved: computed(() => autosaves.every(({ state }) => state.value === 'saved')),
		save: async () => {
			await Promise.all(autosaves.map(async ({ save }) => await save()))
		},
		resolve: async (choice: 'ours' | 'theirs') => {
			await Promise.all(autosaves.map(async ({ resolve }) => await resolve(choice)))
		},
	}
}
