/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/** Someone who can sign in to the preview; the password is the id. */
export interface Person {
	id: string
	displayName: string
	admin: boolean
	groups: string[]
	/** Groups that the person looks after; an administrator looks after all. */
	looksAfter: readonly string[]
}

/** The groups of the preview's cloud; an administrator makes and deletes others while it runs. */
export const groups: { id: string, displayName: string }[] = [
	{ id: 'association', displayName: 'Association' },
	{ id: 'bureau', displayName: 'Bureau' },
	{ id: 'autre-asso', displayName: 'Autre asso' },
]

/** Who can sign in: one person for each right that the app knows, and Alix, who can do everything, for a first visit. */
export const people: readonly Person[] = [
	{ id: 'alix', displayName: 'Alix Martin', admin: true, groups: ['association', 'bureau'], looksAfter: [] },
	{ id: 'admin', displayName: 'Admin', admin: true, groups: [], looksAfter: [] },
	{ id: 'camille', displayName: 'Camille Durand', admin: false, groups: ['association', 'bureau'], looksAfter: ['association', 'bureau'] },
	{ id: 'dominique', displayName: 'Dominique Petit', admin: false, groups: ['association'], looksAfter: [] },
	{ id: 'sasha', displayName: 'Sasha Leroy', admin: false, groups: ['autre-asso'], looksAfter: ['autre-asso'] },
]

/** Somebody who did not sign in. */
export const nobody: Person = { id: '', displayName: '', admin: false, groups: [], looksAfter: [] }

/** Who a visitor is when they have not said. */
export const newcomer = 'alix'

/**
 * The person of an id.
 *
 * @param id of the record
 */
export function findPerson(id: string): Person | undefined {
	return people.find((person) => person.id === id)
}
