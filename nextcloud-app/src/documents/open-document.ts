/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Organisation } from '@emancipasso/shared/contract/app-api'
import type { StoredDocument } from '@emancipasso/shared/contract/app-documents'

import { t } from '../l10n.ts'
import { OcsError } from '../ocs.ts'
import { useStart } from '../shell/use-start.ts'
import { readDocument } from './document-api.ts'

/** In so few organisations a document is looked for; a person of more is asked to choose. */
const few = 5

/**
 * The document of a page. A link may lead to one of another organisation of the user: then that one is chosen, which
 * makes the page anew.
 *
 * @param organisation id of the chosen one
 * @param id of the document
 * @throws {OcsError} also when another organisation holds it, with a sentence that says so
 */
export async function openDocument(organisation: string, id: string): Promise<StoredDocument> {
	try {
		return await readDocument(organisation, id)
	} catch (error) {
		const { start, organisation: chosen, choose } = useStart()
		const others = start.value?.organisations.filter((other) => other.id !== organisation) ?? []
		if (!(error instanceof OcsError) || error.status !== 404 || others.length === 0) {
			throw error
		}
		const { holder, sure } = others.length > few ? { holder: null, sure: false } : await findHolder(others, id)
		if (holder) {
			// Unless the user has chosen another one meanwhile.
			if (chosen.value?.id === organisation) {
				choose(holder.id)
			}
			throw new OcsError(404, t('This belongs to {name}. Choose this organisation in the menu, then open the link again.', { name: holder.name }))
		}
		throw sure ? error : new OcsError(404, t('This was not found here. It may have been deleted, or belong to another of your organisations: choose that one in the menu, then open the link again.'))
	}
}

/**
 * @param organisations where to look
 * @param id of the document
 * @return the one that holds it; `sure` when every one has answered
 */
async function findHolder(organisations: readonly Organisation[], id: string): Promise<{ holder: Organisation | null, sure: boolean }> {
	const looks = await Promise.all(organisations.map(async (organisation) => {
		try {
			await readDocument(organisation.id, id)
			return { organisation, held: true, answered: true }
		} catch (error) {
			return { organisation, held: false, answered: error instanceof OcsError && error.status === 404 }
		}
	}))
	return { holder: looks.find(({ held }) => held)?.organisation ?? null, sure: looks.every(({ answered }) => answered) }
}
