/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { StoredDocument } from '@emancipasso/shared/contract/app-documents'
import type { Ref } from 'vue'
import type { Conflict, JsonObject } from './merge-patch.ts'

import { computed, onScopeDispose, ref, shallowRef, watch } from 'vue'
import { messageFor, OcsError } from '../ocs.ts'
import { useStart } from '../shell/use-start.ts'
import { createDocument, patchDocument, storedInConflict } from './document-api.ts'
import { guardUnsaved } from './guard-unsaved.ts'
import { createPatch, isEmpty, mergeChoosing, mergeThreeWay } from './merge-patch.ts'
import { openDocument } from './open-document.ts'
import { forgetUnsaved, keepUnsaved, readUnsaved } from './unsaved-copy.ts'

/** `saved`: nothing to do. `waiting`: changed, about to be saved. `conflict`: a person has to choose. */
export type SaveState = 'saved' | 'waiting' | 'saving' | 'failed' | 'conflict'

/** What lists show of a document, computed from its content. */
export interface Heading {
	title: string
	status: string
	/** Day by which it is due; null for none. */
	dueDate?: string | null
}

const pause = 800
/** Of a document that is not on the server: the first change brings it there. */
const unborn = 0
const retryDelays = [2_000, 5_000, 15_000, 30_000]

/**
 * A document that saves itself: within a second of a pause, again after a failure, joined with what
 * others changed meanwhile. Until a change is saved it is kept in the tab.
 *
 * @param organisation id
 * @param id of the document
 * @param heading title and status for lists, from the content
 */
export function useAutosave<Content extends object>(organisation: string, id: string, heading: (content: Content, stored: StoredDocument) => Heading) {
	const stored = shallowRef<StoredDocument | null>(null)
	const content = ref(null) as Ref<Content | null>
	const state = ref<SaveState>('saved')
	const problem = ref<string | null>(null)
	const conflicts = shallowRef<Conflict[]>([])
	const theirs = shallowRef<StoredDocument | null>(null)
	const keptInTab = ref(true)
	const { start } = useStart()
	/** What was sent on the stored document without an answer; it may have arrived all the same. */
	let unanswered: JsonObject[] = []
	let timer: ReturnType<typeof setTimeout> | undefined
	let failures = 0
	let closed = false
	let running: Promise<void> | null = null

	/** Takes a stored document over, with what this tab had not saved put on top. */
	function accept(document: StoredDocument): void {
		const unsaved = readUnsaved(id)
		if (unsaved) {
			// What was kept was made on an older document than the stored one, perhaps.
			stored.value = { ...document, document: unsaved.base }
			content.value = unsaved.document as Content
			joinWith(document)
		} else {
			stored.value = document
			content.value = structuredClone(document.document) as Content
			state.value = 'saved'
			problem.value = null
		}
	}

	/**
	 * Begins a document that reaches the server with its first change, or when somebody saves it on purpose.
	 *
	 * @param kind of the document
	 * @param empty what a document holds in which nothing is written
	 */
	function begin(kind: StoredDocument['kind'], empty: Content): void {
		accept({ id, kind, title: '', status: 'draft', dueDate: null, owner: null, ownerName: '', revision: unborn, createdAt: '', updatedAt: '', answeredAt: null, updatedByName: '', document: JSON.parse(JSON.stringify(empty)) as JsonObject, approval: null, publication: null })
	}

	/** Takes an answer to a change beside the content, such as another owner. What is not saved, or waits for a choice, still does. */
	function adopt(document: StoredDocument): void {
		if (state.value === 'conflict') {
			theirs.value = document
			stored.value = { ...document, document: stored.value!.document }
			return
		}
		stored.value = document
		if (!isEmpty(createPatch(document.document, snapshot()))) {
			state.value = 'waiting'
			schedule(pause)
			return
		}
		state.value = 'saved'
		problem.value = null
	}

	function snapshot(): JsonObject {
		return JSON.parse(JSON.stringify(content.value)) as JsonObject
	}

	function schedule(delay: number): void {
		clearTimeout(timer)
		if (!closed) {
			timer = setTimeout(() => void save(), delay)
		}
	}

	watch(content, () => {
		if (!stored.value || !content.value) {
			return
		}
		const now = snapshot()
		if (isEmpty(createPatch(stored.value.document, now)) && state.value === 'saved') {
			return
		}
		keptInTab.value = keepUnsaved(id, { base: stored.value.document, document: now })
		if (state.value === 'conflict') {
			// What is written meanwhile may meet their version too, or agree with it.
			joinWith(theirs.value!)
			return
		}
		if (state.value !== 'saving') {
			state.value = 'waiting'
		}
		schedule(pause)
	}, { deep: true })

	/** Saves now what is not saved yet; resolves when nothing more can be done at once. */
	async function save(): Promise<void> {
		clearTimeout(timer)
		while (running) {
			await running
		}
		if (state.value === 'conflict' || !stored.value || !content.value) {
			return
		}
		running = send(stored.value, snapshot()).finally(() => {
			running = null
		})
		await running
	}

	async function send(base: StoredDocument, sent: JsonObject): Promise<void> {
		const patch = createPatch(base.document, sent)
		if (isEmpty(patch) && base.revision !== unborn) {
			state.value = 'saved'
			problem.value = null
			forgetUnsaved(id)
			return
		}
		state.value = 'saving'
		try {
			const answer = base.revision === unborn
				? await createDocument(organisation, { id, kind: base.kind, ...heading(sent as Content, base), document: sent })
				: await patchDocument(organisation, id, { revision: base.revision, patch, ...heading(sent as Content, base) })
			failures = 0
			problem.value = null
			standOn(answer)
			// Compared with what was sent, not with the answer, which a server may have put in another form.
			// A new document whose first sending was not answered may be there already, with the words of that time.
			const arrived = base.revision === unborn ? answer.document : sent
			if (isEmpty(createPatch(arrived, snapshot()))) {
				state.value = 'saved'
				forgetUnsaved(id)
			} else {
				state.value = 'waiting'
				schedule(pause)
			}
		} catch (error) {
			failed(error, sent)
		}
	}

	function failed(error: unknown, sent: JsonObject): void {
		const current = storedInConflict(error)
		if (current && isOurs(current)) {
			standOn(current)
			state.value = 'waiting'
			schedule(0)
			return
		}
		if (current) {
			joinWith(current)
			return
		}
		unanswered.push(sent)
		state.value = 'failed'
		problem.value = messageFor(error)
		if (error instanceof OcsError && error.temporary) {
			schedule(retryDelays[Math.min(failures++, retryDelays.length - 1)]!)
		}
	}

	/** Goes on from a stored document. */
	function standOn(document: StoredDocument): void {
		stored.value = document
		unanswered = []
	}

	/** Whether a newer document is what this page sent when the answer was lost. Who it is from tells it from the same words of somebody else. */
	function isOurs(current: StoredDocument): boolean {
		return current.revision === stored.value!.revision + 1
			&& current.updatedByName === start.value?.user.displayName
			&& unanswered.some((sent) => isEmpty(createPatch(current.document, sent)))
	}

	function joinWith(current: StoredDocument): void {
		const base = stored.value!.document
		const { merged, conflicts: found } = mergeThreeWay(base, snapshot(), current.document)
		if (found.length === 0) {
			standOn(current)
			theirs.value = null
			conflicts.value = []
			content.value = merged as Content
			state.value = 'waiting'
			schedule(0)
			return
		}
		theirs.value = current
		conflicts.value = found
		state.value = 'conflict'
	}

	/** Ends a conflict: says whose version is kept where both changed the same place. */
	async function resolve(choice: 'ours' | 'theirs'): Promise<void> {
		const current = theirs.value
		if (!current || !stored.value) {
			return
		}
		const merged = mergeChoosing(stored.value.document, snapshot(), current.document, choice)
		standOn(current)
		theirs.value = null
		conflicts.value = []
		state.value = 'waiting'
		content.value = merged as Content
		forgetUnsaved(id)
		await save()
	}

	guardUnsaved({
		isSaved: () => state.value === 'saved',
		save,
		retry: () => {
			if (state.value === 'failed') {
				schedule(0)
			}
		},
	})
	// A page that is gone must not go on saving what a newer one of the same document may have changed.
	onScopeDispose(() => {
		closed = true
		clearTimeout(timer)
	})

	return { stored, content, state, problem, conflicts, theirs, keptInTab, isSaved: computed(() => state.value === 'saved'), load: async () => accept(await openDocument(organisation, id)), accept, begin, adopt, save, resolve, isUnborn: computed(() => stored.value?.revision === unborn) }
}
