/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { NewDocument } from '@emancipasso/shared/contract/app-documents'
import type { AppUnderTest, User } from './app-under-test.ts'

import { Organisation } from '@emancipasso/shared/contract/app-api'
import { StoredDocument } from '@emancipasso/shared/contract/app-documents'
import { randomUUID } from 'node:crypto'
import { AppClient } from './app-client.ts'
import { part } from './connection.ts'

/** What the tests of one host share: a client and two organisations that know nothing of one another. */
export interface Scene {
	client: AppClient
	/** Of camille, with dominique as a plain member. */
	ours: string
	/** Of sasha. */
	theirs: string
}

/**
 * Makes the two organisations, as their people would.
 *
 * @param app with nothing in it
 */
export async function openScene(app: AppUnderTest): Promise<Scene> {
	const client = new AppClient(app)
	await part({ client })
	const make = async (user: User, name: string, members: string, board: string) => await client.data(Organisation, user, 'createOrganisation', { body: { name, membersGroup: members, managersGroup: board, publishersGroup: board } })
	const ours = await make('camille', 'Les Ateliers du Port', 'association', 'bureau')
	const theirs = await make('sasha', 'Une autre asso', 'autre-asso', 'autre-asso')
	return { client, ours: ours.id, theirs: theirs.id }
}

/**
 * A new document's fields.
 *
 * @param fields that differ from a small diagnosis
 */
export function newDocument(fields: Partial<NewDocument> = {}): NewDocument {
	return { id: randomUUID(), kind: 'diagnosis', title: 'Diagnostic de l’été', status: 'draft', document: { answers: {} }, ...fields }
}

/**
 * Keeps a document in our organisation, as dominique.
 *
 * @param scene of the host
 * @param fields that differ from a small diagnosis
 */
export async function keepDocument({ client, ours }: Scene, fields: Partial<NewDocument> = {}): Promise<StoredDocument> {
	return await client.data(StoredDocument, 'dominique', 'createDocument', { parameters: { organisation: ours }, body: newDocument(fields) })
}

/**
 * Parameters of a document's routes.
 *
 * @param organisation id
 * @param id of the document
 */
export function at(organisation: string, id: string): { parameters: { organisation: string, id: string } } {
	return { parameters: { organisation, id } }
}
