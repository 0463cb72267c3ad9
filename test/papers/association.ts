/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { actions } from '@emancipasso/shared/papers/testing/example'
import { diagnoses } from '@emancipasso/shared/papers/testing/stored'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Connector } from '../../nextcloud-app/preview/connector.ts'
import { createHost } from '../../nextcloud-app/preview/host.ts'
import { Store } from '../../nextcloud-app/preview/store.ts'
import { hashId } from '../../nextcloud-app/src/documents/hash-id.ts'
import { listenLocally } from '../support/local-server.ts'

/** A preview host with an association that has a diagnosis, tools and a plan, and one that has nothing. */
export interface Association {
	/** Address of the app, with a slash at the end. */
	app: string
	/** Id of the association that has everything. */
	id: string
	/** Id of the other one, of the same people. */
	other: string
	/** Calls a route as somebody who manages both. */
	call<Data>(method: string, path: string, body?: object): Promise<Data>
	close(): Promise<void>
}

/** Starts a host of its own, with its data in a folder of its own. */
export async function openAssociation(): Promise<Association> {
	const folder = mkdtempSync(join(tmpdir(), 'emancipasso-papers-'))
	const store = new Store(join(folder, 'preview.json'))
	const { url: base, close } = await listenLocally(createServer(createHost(store, new Connector(store))))

	async function call<Data>(method: string, path: string, body?: object): Promise<Data> {
		const response = await fetch(`${base}/ocs/v2.php/apps/emancipasso/api/v1${path}`, {
			method,
			headers: { Authorization: `Basic ${btoa('alix:alix')}`, 'OCS-APIRequest': 'true', Accept: 'application/json', 'Content-Type': 'application/json' },
			...body ? { body: JSON.stringify(body) } : {},
		})
		const { ocs } = await response.json() as { ocs: { data: Data } }
		if (!response.ok) {
			throw new Error(`${method} ${path}: ${response.status} ${JSON.stringify(ocs.data)}`)
		}
		return ocs.data
	}

	const make = async (name: string) => (await call<{ id: string }>('POST', '/organisations', { name, membersGroup: 'association', managersGroup: 'bureau', publishersGroup: 'bureau' })).id
	const id = await make('Les Amis du quartier')
	const other = await make('Une autre maison')
	const { title, status, document } = diagnoses[2]!
	const keep = async (body: object) => await call('POST', `/organisations/${id}/documents`, body)
	await keep({ id: diagnoses[2]!.id, kind: 'diagnosis', title, status, document })
	await keep({ id: hashId(`inventory ${id}`), kind: 'inventory', title: 'Nos outils', status: 'living', document: { schemaVersion: 1, lines: document!.inventory } })
	for (const { id: action, action: content } of actions) {
		await keep({ id: action, kind: 'action', title: content.title, status: content.status, dueDate: content.dueDate ?? null, owner: 'camille', document: content })
	}
	return {
		app: `${base}/index.php/apps/emancipasso/`,
		id,
		other,
		call,
		async close() {
			await close()
			rmSync(folder, { recursive: true })
		},
	}
}
