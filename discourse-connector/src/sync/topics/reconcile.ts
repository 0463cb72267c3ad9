/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { AcknowledgedTopic } from '../../community/tables.ts'
import type { Action, ConflictBase, Desired, FieldName, RecordState, TopicFields } from './state.ts'

import { sameMeaning } from '../conflict/markdown-meaning.ts'
import { mergeLines } from '../conflict/merge-lines.ts'

/**
 * Decides what to do about one record: the heart of the synchronisation. We changed a field when what is wanted is not
 * what was settled; somebody on the forum did when what it says is not what it made of our last writing.
 *
 * @param state what is wanted, what was agreed, what the forum says now
 * @return the smallest set of steps; none when all is well
 */
export function reconcile(state: RecordState): Action[] {
	const { desired, settled, acknowledged, observed, wasLinked, mostTags } = state
	switch (observed.is) {
		case 'followed':
		case 'waiting': return []
		case 'absent': return wasLinked ? [{ do: 'mark-gone', why: 'lost' }] : desired?.mayCreate ? [{ do: 'create', topic: desired }] : []
		case 'deleted':
		case 'personal':
		case 'foreign': return [{ do: 'mark-gone', why: observed.is }]
		default: return desired === null || settled === null ? [] : agree(desired, settled, acknowledged ?? observed.fields, observed.fields, mostTags)
	}
}

function agree(desired: Desired, settled: TopicFields, acknowledged: AcknowledgedTopic, theirs: AcknowledgedTopic, mostTags: number): Action[] {
	const oursChanged = (field: Exclude<FieldName, 'tags'>) => (desired.mustWin || desired[field] !== settled[field]) && desired[field] !== theirs[field]
	const theirsChanged = (field: Exclude<FieldName, 'tags'>) => !desired.mustWin && (field === 'body' ? !sameMeaning(theirs.body, acknowledged.body) : theirs[field] !== acknowledged[field])
	const write = (field: Exclude<FieldName, 'tags'>) => oursChanged(field) && !theirsChanged(field)

	const merged = oursChanged('body') && theirsChanged('body') ? mergeLines(acknowledged.body, desired.body, theirs.body) : null
	const body = write('body') ? desired.body : merged?.text ?? null
	const tags = mergeTags(desired.tags, settled.tags, acknowledged.tags, theirs.tags, mostTags)
	const yields = (['title', 'body', 'category', 'closed', 'visible'] as const)
		.filter((field) => oursChanged(field) && theirsChanged(field) && (field !== 'body' || merged?.conflict === true))
	const topic = {
		...(write('title') ? { title: desired.title } : {}),
		...(write('category') ? { category: desired.category } : {}),
		...(tags === null ? {} : { tags }),
	}
	const steps: Action[] = []
	if (Object.keys(topic).length > 0) {
		steps.push({ do: 'change-topic', ...topic })
	}
	if (body !== null && body !== theirs.body) {
		steps.push({ do: 'change-body', body })
	}
	for (const status of (['closed', 'visible'] as const).filter(write)) {
		steps.push({ do: 'set-status', status, enabled: desired[status] })
	}
	return yields.length > 0 ? [...steps, { do: 'yield', fields: yields, base: { ...pick(theirs, yields), ...(merged?.conflict ? { body: merged.base } : {}) } }] : steps
}

function pick(fields: AcknowledgedTopic, names: readonly Exclude<FieldName, 'tags'>[]): ConflictBase {
	return Object.fromEntries(names.map((name) => [name, fields[name]]))
}

/**
 * The forum's tags with our own changes: what we dropped is gone, what we added is there, people's stay. A tag that was
 * renamed is known by its id.
 *
 * @param desired ours, wanted
 * @param settled ours, as last settled
 * @param known the ids of ours
 * @param theirs all that the topic has
 * @param most how many a topic may have
 * @return null when nothing is to be written
 */
function mergeTags(desired: readonly string[], settled: readonly string[], known: AcknowledgedTopic['tags'], theirs: AcknowledgedTopic['tags'], most: number): string[] | null {
	const isTag = (name: string) => {
		const id = known.find((tag) => tag.name === name)?.id ?? null
		return (tag: AcknowledgedTopic['tags'][number]) => tag.name === name || (id !== null && tag.id === id)
	}
	const dropped = settled.filter((name) => !desired.includes(name)).map(isTag)
	const added = desired.filter((name) => !settled.includes(name) && !theirs.some(isTag(name)))
	const kept = theirs.filter((tag) => !dropped.some((isDropped) => isDropped(tag))).map(({ name }) => name)
	const target = [...kept, ...added].slice(0, Math.max(most, kept.length))
	return target.length === theirs.length && theirs.every(({ name }) => target.includes(name)) ? null : target
}
