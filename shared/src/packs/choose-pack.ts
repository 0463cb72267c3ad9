/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/** Copies of one pack among which a document finds the one that it is read with. */
export interface PackChoice<Pack> {
	/** The newest that this cloud has. */
	readonly newest: Pack
	/** What the document brought along from another cloud. */
	readonly carried?: Pack | undefined
	/** This cloud's own copy of the wanted version. */
	readonly kept?: Pack | null | undefined
}

/**
 * The pack that a document is read with, and whether it is another version than the document wants: what it brought
 * along, or else the newest, stands in for a version that is gone.
 *
 * @param wanted version that the document began or was closed with; left out for the newest, or what it brought along
 * @param choice the copies that there are
 */
export function choosePack<Pack extends { readonly version: string }>(wanted: string | undefined, choice: PackChoice<Pack>): { pack: Pack, replaced: boolean } {
	const { newest, carried, kept } = choice
	if (wanted === undefined) {
		return { pack: carried ?? newest, replaced: false }
	}
	const exact = [newest, carried, kept].find((pack) => pack?.version === wanted)
	return { pack: exact ?? carried ?? newest, replaced: exact === undefined }
}
