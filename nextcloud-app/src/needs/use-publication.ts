/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { NeedDraft } from '@emancipasso/shared/community/need'
import type { NeedErasure } from '@emancipasso/shared/community/need-erasure'
import type { Organisation } from '@emancipasso/shared/contract/app-api'
import type { StoredDocument } from '@emancipasso/shared/contract/app-documents'

import { canonicalText, missingForPublication, toPublication } from '@emancipasso/shared/community/publication'
import { findRedactions } from '@emancipasso/shared/community/redact'
import { computed, ref, shallowRef } from 'vue'
import { patchDocument, readDocument } from '../documents/document-api.ts'
import { openDocument } from '../documents/open-document.ts'
import { sha256 } from '../documents/sha256.ts'
import { messageFor } from '../ocs.ts'
import { readMemberNames } from '../organisation/member-names.ts'
import { approve, erase, publish, revokeApproval, withdraw } from './need-api.ts'
import { publishingOrganisation } from './publishing-organisation.ts'

/** `stale`: other words were approved than those that would leave now. */
export type ApprovalState = 'none' | 'stale' | 'valid'

/** `online`: the draft was sent as it is. `changed`: what was sent is older than the draft. */
export type PublicationState = 'none' | 'online' | 'changed' | 'withdrawn' | 'erased'

/** What a person does with a text on its way out. */
export type PublicationStep = 'approve' | 'revoke' | 'publish' | 'withdraw' | 'erase'

/**
 * What would leave the house, and how far it has: seen, approved, published, withdrawn.
 *
 * @param organisation for which the user acts
 * @param id of the need
 * @param ownName of the user, pointed out also when the names of the others cannot be had
 */
export function usePublication(organisation: Organisation, id: string, ownName: string) {
	const stored = shallowRef<StoredDocument | null>(null)
	const problem = ref<string | null>(null)
	const failure = ref<{ step: PublicationStep, message: string } | null>(null)
	const busy = ref(false)
	const erasure = shallowRef<NeedErasure | null>(null)
	const knownNames = shallowRef<readonly string[]>([ownName])

	const draft = computed(() => stored.value ? stored.value.document as NeedDraft : null)
	const publishing = computed(() => publishingOrganisation(organisation, draft.value?.language ?? 'fr'))
	const publication = computed(() => draft.value && toPublication(draft.value, publishing.value))
	const text = computed(() => publication.value && canonicalText(publication.value))
	const missing = computed(() => draft.value ? missingForPublication(draft.value, publishing.value) : [])
	const redactions = computed(() => publication.value
		? findRedactions({
				title: publication.value.title,
				...Object.fromEntries(publication.value.sections.map((section) => [section.id, section.text])),
				tools: publication.value.toolsConcerned.join(', '),
				signature: publication.value.signature.choice === 'name' ? '' : publication.value.signature.text,
			}, { knownNames: knownNames.value, ownHost: location.host })
		: [])
	const approvalState = computed<ApprovalState>(() => {
		const approval = stored.value?.approval
		if (!approval || text.value === null) {
			return 'none'
		}
		return approval.hash === sha256(text.value) ? 'valid' : 'stale'
	})
	const publicationState = computed<PublicationState>(() => {
		const sent = stored.value?.publication
		if (!sent) {
			return 'none'
		}
		return sent.status !== 'published' ? sent.status : sent.text === text.value ? 'online' : 'changed'
	})

	async function load(): Promise<void> {
		problem.value = null
		try {
			stored.value = await read()
		} catch (error) {
			problem.value = messageFor(error)
		}
	}

	async function attempt(step: PublicationStep, action: () => Promise<StoredDocument>): Promise<boolean> {
		busy.value = true
		failure.value = null
		try {
			stored.value = await action()
			return true
		} catch (error) {
			// A refusal may have ended the approval: the page must not go on showing it.
			stored.value = await readDocument(organisation.id, id).catch(() => stored.value)
			failure.value = { step, message: messageFor(error) }
			return false
		} finally {
			busy.value = false
		}
	}

	/** With the names at once: nobody should read that nothing stands out, and then that something does. */
	async function read(): Promise<StoredDocument> {
		const [document, names] = await Promise.all([openDocument(organisation.id, id), readMemberNames(organisation.id)])
		knownNames.value = [ownName, ...names]
		return document
	}

	/**
	 * Lists show the status without asking the connector.
	 *
	 * @param status word of the need’s own
	 * @param document as it was just answered
	 */
	async function note(status: string, document: StoredDocument): Promise<StoredDocument> {
		return patchDocument(organisation.id, id, { revision: document.revision, patch: {}, status }).catch(() => document)
	}

	/** Asks once more how far the forum has come, without a trace here. */
	async function followErasure(): Promise<void> {
		erasure.value = (await erase(organisation.id, id)).erasure
	}

	/**
	 * Runs an action on exactly the words that are on the screen.
	 *
	 * @param step what it is called
	 * @param action what to do with these words
	 */
	const withText = (step: PublicationStep, action: (words: string) => Promise<StoredDocument>) => {
		const words = text.value
		return words === null ? Promise.resolve(false) : attempt(step, () => action(words))
	}

	return {
		stored,
		/** Why there is nothing to show. */
		problem,
		/** What did not work, and at which step. */
		failure,
		busy,
		/** How far the forum has forgotten an erased need; null while it was not asked. */
		erasure,
		publication,
		text,
		missing,
		redactions,
		approvalState,
		publicationState,
		load,
		approve: () => withText('approve', (words) => approve(organisation.id, id, words)),
		revoke: () => attempt('revoke', () => revokeApproval(organisation.id, id)),
		publish: () => withText('publish', async (words) => note('published', await publish(organisation.id, id, words))),
		withdraw: () => attempt('withdraw', async () => {
			const document = await withdraw(organisation.id, id)
			// What never arrived is a draft again.
			return note(document.publication ? 'withdrawn' : 'draft', document)
		}),
		erase: () => attempt('erase', async () => {
			const answer = await erase(organisation.id, id)
			erasure.value = answer.erasure
			return note(answer.document.publication ? 'erased' : 'draft', answer.document)
		}),
		followErasure,
	}
}
