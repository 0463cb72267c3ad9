/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/** Someone with an account on the Nextcloud under test. */
export interface Person {
	id: string
	displayName: string
	password: string
	groups: readonly string[]
	/** Groups of which they are the group administrator, so that they may make an organisation of them. */
	looksAfter: readonly string[]
}

/** With names that differ from the ids, as groups of a directory service have them. */
export const groups = [
	{ id: 'association', displayName: 'Association' },
	{ id: 'bureau', displayName: 'Bureau' },
	{ id: 'autre-asso', displayName: 'Autre asso' },
] as const

function person(id: string, displayName: string, ofGroups: readonly string[], looksAfter: readonly string[] = []): Person {
	return { id, displayName, password: `${id}-va-au-port-1848`, groups: ofGroups, looksAfter }
}

/** The same people as on the preview host, by id; the passwords are long since Nextcloud wants them so. */
export const people = {
	admin: person('admin', 'Admin', []),
	alix: person('alix', 'Alix Martin', ['admin', 'association', 'bureau']),
	camille: person('camille', 'Camille Durand', ['association', 'bureau'], ['association', 'bureau']),
	dominique: person('dominique', 'Dominique Petit', ['association']),
	sasha: person('sasha', 'Sasha Leroy', ['autre-asso'], ['autre-asso']),
} as const

export type PersonId = keyof typeof people
