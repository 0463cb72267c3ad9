/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { HistoryEntry, StoredDocument } from '@emancipasso/shared/contract/app-documents'
import type { WorkshopInput } from '@emancipasso/shared/contract/app-workshop'
import type { PackName } from '@emancipasso/shared/contract/connector-input'
import type { Answers } from '@emancipasso/shared/diagnosis/answers'

import { historyLimits } from '@emancipasso/shared/contract/limits'
import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { holdsAnswers } from './holds-answers.ts'
import { joinPatches } from './merge-patch.ts'

/** An organisation as it is kept; what the reader may do in it is added when it is shown. A group that was deleted is empty. */
export interface OrganisationRow {
	id: string
	name: string
	membersGroup: string
	managersGroup: string
	publishersGroup: string
	territory: string | null
	associationSize: string | null
	createdAt: string
	/** Something was sent in its name, so that the connector must be asked when it is erased. */
	shared: boolean
	/** When the last of its groups was deleted that is not replaced yet. */
	lostAt: string | null
}

/** A past save and who made it; who reads it is told the name alone. */
export type KeptEntry = HistoryEntry & {
	/** User id; empty in what an older version kept. */
	by: string
}

/** A document, whose it is and how it came to be. */
export interface DocumentRow {
	organisation: string
	stored: StoredDocument
	/** Newest first. */
	history: KeptEntry[]
}

/** A copy of a pack: what the connector said of it, and its bytes as text. */
export interface PackRow {
	name: PackName
	version: string
	checksum: string
	copiedAt: string
	text: string
}

/** What one person of a workshop answered; the day is the only time that is kept. */
export interface ResponseRow {
	id: string
	answers: Answers
	name: string | null
	day: string
}

/** A workshop of a diagnosis. The secret of its link is kept as its hash. */
export interface WorkshopRow extends Pick<WorkshopInput, 'anonymous' | 'form' | 'questionnaire'> {
	document: string
	organisation: string
	/** ISO 8601: when the link ends. */
	until: string
	tokenHash: string
	/** Of the link before. */
	formerHash: string | null
	closed: boolean
	responses: ResponseRow[]
}

interface State {
	/** Stands for the instance id of a Nextcloud. */
	instance: string
	/** Makes opaque ids of people. */
	secret: string
	organisations: OrganisationRow[]
	documents: DocumentRow[]
	workshops: WorkshopRow[]
	settings: { connectorUrl: string, token: string, allowedGroups: string[] }
	contact: { last: string | null, problem: { fr: string, en: string } | null }
	packs: PackRow[]
	/** Organisations that the connector still has to erase. */
	erasures: string[]
}

/** Milliseconds without a save that end what one person writes in one go, which is one entry. */
const pause = 600_000

/** Everything the preview remembers: a JSON file that is replaced as a whole, so that it is never half written. */
export class Store {
	readonly state: State
	readonly #file: string

	/**
	 * @param file made when it is missing
	 */
	constructor(file: string) {
		this.#file = file
		this.state = { ...emptyState(), ...readState(file) }
		for (const row of this.state.documents) {
			// Documents of an older version belong to nobody, and do not tell when they were answered.
			row.stored = { ...row.stored, owner: row.stored.owner ?? null, ownerName: row.stored.ownerName ?? '', answeredAt: row.stored.answeredAt ?? null }
			row.history = row.history.map((entry) => ({ ...entry, by: entry.by ?? '' }))
		}
		for (const organisation of this.state.organisations) {
			organisation.lostAt ??= null
		}
	}

	/** Folder beside the file with the files of each person. */
	get filesFolder(): string {
		return `${this.#file.replace(/\.json$/, '')}-files`
	}

	/** Writes what was changed in `state`. */
	save(): void {
		mkdirSync(dirname(this.#file), { recursive: true, mode: 0o700 })
		const next = `${this.#file}.next`
		writeFileSync(next, JSON.stringify(this.state), { mode: 0o600 })
		renameSync(next, this.#file)
	}

	organisation(id: string): OrganisationRow | undefined {
		return this.state.organisations.find((row) => row.id === id)
	}

	addOrganisation(fields: Omit<OrganisationRow, 'id' | 'createdAt' | 'shared' | 'lostAt'>): OrganisationRow {
		const row = { ...fields, id: randomBytes(12).toString('base64url'), createdAt: new Date().toISOString(), shared: false, lostAt: null }
		this.state.organisations.push(row)
		this.save()
		return row
	}

	/**
	 * @param id of the record
	 * @return how many documents went with it
	 */
	removeOrganisation(id: string): number {
		const before = this.state.documents.length
		this.state.organisations = this.state.organisations.filter((row) => row.id !== id)
		this.state.documents = this.state.documents.filter((row) => row.organisation !== id)
		this.state.workshops = this.state.workshops.filter((row) => row.organisation !== id)
		this.save()
		return before - this.state.documents.length
	}

	/**
	 * Takes the rights that a deleted group gave, so that a later one of the same name does not inherit them.
	 *
	 * @param group its id
	 */
	forgetGroup(group: string): void {
		for (const row of this.state.organisations) {
			for (const field of ['membersGroup', 'managersGroup', 'publishersGroup'] as const) {
				if (row[field] === group) {
					Object.assign(row, { [field]: '', lostAt: new Date().toISOString() })
				}
			}
		}
		this.save()
	}

	/**
	 * Notes that something is about to be sent in the name of an organisation.
	 *
	 * @param id of the organisation
	 */
	markShared(id: string): void {
		const organisation = this.organisation(id)
		if (organisation?.shared === false) {
			organisation.shared = true
			this.save()
		}
	}

	/** Whether the connector holds something of this cloud, or may. */
	isKnownToConnector(): boolean {
		const { organisations, documents, erasures } = this.state
		return erasures.length > 0 || organisations.some(({ shared }) => shared) || documents.some(({ stored }) => stored.publication?.status === 'published')
	}

	/** Forgets what the connector holds, without a word to it. */
	leaveConnector(): void {
		this.state.erasures = []
		for (const organisation of this.state.organisations) {
			organisation.shared = false
		}
		for (const { stored } of this.state.documents) {
			stored.publication = null
		}
		this.save()
	}

	/**
	 * Documents of an organisation, last changed first.
	 *
	 * @param organisation one that is kept
	 */
	documents(organisation: string): DocumentRow[] {
		return this.state.documents
			.filter((row) => row.organisation === organisation)
			.sort((a, b) => b.stored.updatedAt.localeCompare(a.stored.updatedAt))
	}

	document(id: string): DocumentRow | undefined {
		return this.state.documents.find(({ stored }) => stored.id === id)
	}

	addDocument(row: DocumentRow): void {
		this.state.documents.push(row)
		this.save()
	}

	removeDocument(id: string): void {
		this.state.documents = this.state.documents.filter(({ stored }) => stored.id !== id)
		this.state.workshops = this.state.workshops.filter(({ document }) => document !== id)
		this.save()
	}

	/**
	 * The workshop of a diagnosis.
	 *
	 * @param document id
	 */
	workshop(document: string): WorkshopRow | undefined {
		return this.state.workshops.find((row) => row.document === document)
	}

	/**
	 * The workshop that a link leads to, or led to before it was renewed.
	 *
	 * @param hash of its secret
	 */
	workshopByHash(hash: string): WorkshopRow | undefined {
		return this.state.workshops.find(({ tokenHash, formerHash }) => hash === tokenHash || hash === formerHash)
	}

	putWorkshop(row: WorkshopRow): void {
		this.state.workshops = [...this.state.workshops.filter(({ document }) => document !== row.document), row]
		this.save()
	}

	/**
	 * Keeps a new revision and what made it.
	 *
	 * @param row as it is kept
	 * @param change the fields that change
	 * @param entry which of the app’s scripts
	 */
	reviseDocument(row: DocumentRow, change: Partial<StoredDocument>, entry: Omit<KeptEntry, 'revision' | 'at'>): void {
		const at = new Date().toISOString()
		// In place: a publication that is under way holds the same object.
		Object.assign(row.stored, change, { revision: row.stored.revision + 1, updatedAt: at, updatedByName: entry.byName, ...holdsAnswers(entry.patch) ? { answeredAt: at } : {} })
		const [last, ...earlier] = row.history
		// A save that changes nothing in the content changed who takes care of it, or its name, which no other entry would tell.
		const goesOn = last !== undefined && last.revision > 1 && [last.patch, entry.patch].every((one) => Object.keys(one).length > 0) && last.by === entry.by && Date.parse(at) - Date.parse(last.at) <= pause
		const patch = goesOn ? joinPatches(last.patch, entry.patch) : null
		const kept = patch === null ? row.history : earlier
		row.history = [{ by: entry.by, byName: entry.byName, patch: patch ?? entry.patch, revision: row.stored.revision, at }, ...kept].slice(0, historyLimits.kept)
		this.save()
	}
}

/**
 * What a first run starts with.
 *
 */
function emptyState(): State {
	return {
		instance: `preview-${randomBytes(6).toString('hex')}`,
		secret: randomBytes(24).toString('base64url'),
		organisations: [],
		documents: [],
		workshops: [],
		settings: { connectorUrl: '', token: '', allowedGroups: [] },
		contact: { last: null, problem: null },
		packs: [],
		erasures: [],
	}
}

/**
 * What an earlier run kept.
 *
 * @param file where it is
 */
function readState(file: string): Partial<State> {
	try {
		return JSON.parse(readFileSync(file, 'utf8')) as Partial<State>
	} catch (error) {
		if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
			return {}
		}
		throw new Error(`The preview's store ${file} cannot be read: ${error instanceof Error ? error.message : String(error)}. Move it away to start afresh.`, { cause: error })
	}
}
