/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { NewDocument } from '../../contract/app-documents.ts'
import type { StoredInventoryLine } from '../../diagnosis/answers.ts'
import type { PlanDocument } from '../../plan/plan-document.ts'
import type { PackRemark, PacksHere } from './carry-packs.ts'
import type { Portable } from './portable.ts'

import { listLines } from '../../diagnosis/diagnosis-document.ts'
import { diagnosisLimits } from '../../diagnosis/diagnosis-limits.ts'
import { carryPacks, sizeOf } from './carry-packs.ts'

/** What the cloud that takes a file in has and is. */
export interface ImportSetting extends PacksHere {
	/** The new id of a document, from the one it had: the same each time, so that a second try makes no second document. */
	readonly newId: (old: string) => string
	/** Ids of the lines of the inventory that the organisation has already; they stay as they are. */
	readonly lines: ReadonlySet<string>
	/** The plan that the organisation has already; what is in it stays as it is. */
	readonly plan: PlanDocument | null
	/** Largest document, in bytes. */
	readonly limit: number
}

/** Something that an import says before it is made. */
export type ImportRemark
	/** A diagnosis brings its questionnaire, which is older or newer than all here; or a pack is missing, too large or not the same as ours, so that ours is used. */
	= | { readonly kind: PackRemark, readonly title: string }
		/** Something is larger than the store takes. */
		| { readonly kind: 'document-too-large', readonly title: string }
		/** The list of tools has no room for so many. */
		| { readonly kind: 'tools-left-out', readonly count: number }

/** What an import makes. */
export interface ImportPlan {
	/** Diagnoses first, since actions name them, the oldest first: a comparison goes by the order in which they were made. */
	readonly documents: readonly NewDocument[]
	/** Lines to add to the inventory. */
	readonly lines: Readonly<Record<string, StoredInventoryLine>>
	/** What to add to the plan's own document, as a merge patch; `null` when there is nothing. */
	readonly plan: Readonly<Record<string, unknown>> | null
	readonly remarks: readonly ImportRemark[]
}

/**
 * What to make of a file in another cloud: new documents with new ids that name one another as the old ones did. A
 * diagnosis whose questionnaire or catalogue the cloud does not have brings it along, so that it is read as it was; one
 * that would become too large for the store says that it cannot. Nothing that is there is changed.
 *
 * @param portable what `readPortable` returned
 * @param setting the cloud that takes it in
 */
export function planImport(portable: Portable, setting: ImportSetting): ImportPlan {
	const remarks: ImportRemark[] = []
	const known = new Set(portable.diagnoses.map(({ id }) => id))
	const diagnoses = portable.diagnoses.toSorted(byAge).map((diagnosis): NewDocument => {
		const { id, title, status } = diagnosis
		const { document, remarks: said } = carryPacks(diagnosis, portable.packs, setting, setting.limit)
		remarks.push(...said.map((kind) => ({ kind, title })))
		const { previous, ...rest } = document
		const linked = { ...rest, ...previous !== undefined && known.has(previous) ? { previous: setting.newId(previous) } : {} }
		return { id: setting.newId(id), kind: 'diagnosis', title, status, document: plain(linked) }
	})
	const actions = portable.actions.map(({ id, title, status, dueDate, ownerName, document }): NewDocument => {
		const { origin, ...rest } = document
		return { id: setting.newId(id), kind: 'action', title, status, dueDate, document: {
			...rest,
			// Who takes care of it has no account here, but has a name.
			...ownerName !== '' && !rest.people?.includes(ownerName) ? { people: [ownerName, rest.people].filter(Boolean).join(', ').slice(0, 500) } : {},
			...origin && known.has(origin.diagnosis) ? { origin: { ...origin, diagnosis: setting.newId(origin.diagnosis) } } : {},
		} }
	})
	const needs = portable.needs.map(({ id, title, document }): NewDocument => ({ id: setting.newId(id), kind: 'need', title, status: 'draft', document }))
	const all = [...diagnoses, ...actions, ...needs]
	const fitting = all.filter(({ document }) => sizeOf(document) <= setting.limit)
	remarks.push(...all.filter((one) => !fitting.includes(one)).map(({ title }) => ({ kind: 'document-too-large', title } as const)))
	const lines = listLines(portable.lines).filter(({ id }) => !setting.lines.has(id))
	const room = Math.max(0, diagnosisLimits.inventoryLines - setting.lines.size)
	remarks.push(...lines.length > room ? [{ kind: 'tools-left-out', count: lines.length - room } as const] : [])
	return {
		documents: fitting,
		lines: Object.fromEntries(lines.slice(0, room).map(({ id, ...line }) => [id, line])),
		plan: missingFrom(setting.plan ?? {}, portable.plan ?? {}),
		remarks,
	}
}

/** By the day on which the answers were last what they are. */
function byAge(one: Portable['diagnoses'][number], other: Portable['diagnoses'][number]): number {
	const day = ({ document, updatedAt }: typeof one) => document.closedAt ?? updatedAt
	return Date.parse(day(one)) - Date.parse(day(other))
}

/** As it will be stored: without what is undefined. */
function plain(document: object): Record<string, unknown> {
	return JSON.parse(JSON.stringify(document)) as Record<string, unknown>
}

/**
 * The keys, and the keys of maps, that are not there yet.
 *
 * @param there what is kept
 * @param brought what comes
 */
function missingFrom(there: Readonly<Record<string, unknown>>, brought: Readonly<Record<string, unknown>>): Record<string, unknown> | null {
	const entries = Object.entries(brought).flatMap(([key, value]): [string, unknown][] => {
		const kept = there[key]
		if (kept === undefined) {
			return [[key, value]]
		}
		const inside = isMap(kept) && isMap(value) ? missingFrom(kept, value) : null
		return inside ? [[key, inside]] : []
	})
	return entries.length > 0 ? Object.fromEntries(entries) : null
}

function isMap(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value)
}
