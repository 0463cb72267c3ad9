/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { DocumentPatch, NewDocument, StoredDocument } from '@emancipasso/shared/contract/app-documents'
import type { PersonId } from './people.ts'
import type { Nextcloud } from './server.ts'

import { randomUUID } from 'node:crypto'

/** An answer of the app: its status, and the data of its envelope. */
export interface Answer<Data> {
	status: number
	data: Data
}

/** What a problem says. */
export interface ProblemData {
	problem: string
	message: string
	field?: string
}

/** An organisation on a Nextcloud under test, and the calls that its people make. */
export class Association {
	readonly #nextcloud: Nextcloud
	id = ''

	constructor(nextcloud: Nextcloud) {
		this.#nextcloud = nextcloud
	}

	/** Calls a route of the app. */
	async call<Data = ProblemData>(who: PersonId, method: string, path: string, body?: unknown): Promise<Answer<Data>> {
		return await this.ocs<Data>(who, method, `/apps/emancipasso/api/v1${path}`, body)
	}

	/** Calls a route of the Nextcloud itself. */
	async ocs<Data>(who: PersonId, method: string, path: string, body?: unknown): Promise<Answer<Data>> {
		const response = await fetch(`${this.#nextcloud.url}/ocs/v2.php${path}`, {
			method,
			headers: { ...await this.#nextcloud.headers(who), 'Content-Type': 'application/json', Accept: 'application/json' },
			body: body === undefined ? null : JSON.stringify(body),
		})
		const { ocs } = await response.json() as { ocs: { data: Data } }
		return { status: response.status, data: ocs.data }
	}

	/** Camille, or somebody else, says which organisation this is. */
	async found(name = 'Les Ateliers du Port', who: PersonId = 'camille'): Promise<this> {
		const { data } = await this.call<{ id: string }>(who, 'POST', '/organisations', { name, membersGroup: 'association', managersGroup: 'bureau', publishersGroup: 'bureau' })
		this.id = data.id
		return this
	}

	/** The administrator joins the cloud to a connector. */
	async join(connectorUrl: string, token = 'a-token-for-tests'): Promise<void> {
		await this.call('admin', 'PUT', '/settings', { connectorUrl, token })
	}

	/** Camille, or somebody else, keeps a document of any kind; gives it back. */
	async keep(fields: Partial<NewDocument>, who: PersonId = 'camille'): Promise<StoredDocument> {
		const body: NewDocument = { id: randomUUID(), kind: 'action', title: '', status: 'planned', document: {}, ...fields }
		return (await this.call<StoredDocument>(who, 'POST', `/organisations/${this.id}/documents`, body)).data
	}

	/** Camille, or somebody else, changes a document as it is stored now. */
	async change(id: string, fields: Partial<DocumentPatch>, who: PersonId = 'camille'): Promise<void> {
		const { revision } = await this.read(id)
		await this.call(who, 'PATCH', `/organisations/${this.id}/documents/${id}`, { revision, patch: {}, ...fields })
	}

	/** Dominique, or somebody else, writes a need; gives its id. */
	async write(who: PersonId = 'dominique'): Promise<string> {
		const id = randomUUID()
		await this.call(who, 'POST', `/organisations/${this.id}/documents`, { id, kind: 'need', title: 'Agenda', status: 'draft', document: { text: 'brouillon' } })
		return id
	}

	async read(id: string): Promise<StoredDocument> {
		return (await this.call<StoredDocument>('camille', 'GET', `/organisations/${this.id}/documents/${id}`)).data
	}

	/** Camille approves a text and publishes it. */
	async publish(id: string, publication: string): Promise<Answer<StoredDocument & ProblemData>> {
		await this.call('camille', 'PUT', `/organisations/${this.id}/documents/${id}/approval`, { publication })
		return await this.call('camille', 'PUT', `/organisations/${this.id}/documents/${id}/publication`, { publication })
	}
}
