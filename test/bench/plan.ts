/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { IdentifiedInventoryLine } from '@emancipasso/shared/diagnosis/diagnosis-document'
import type { PlannedAction } from '@emancipasso/shared/papers/context'
import type { Action } from '@emancipasso/shared/plan/action'
import type { InventoryDocument } from '@emancipasso/shared/plan/inventory-document'

import { listLines } from '@emancipasso/shared/diagnosis/diagnosis-document'
import { reference } from '@emancipasso/shared/diagnosis/testing/reference-data'
import { planned } from '@emancipasso/shared/papers/testing/example'
import { actionStatuses } from '@emancipasso/shared/plan/action-status'
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { freePort } from '../../demo/ports.ts'
import { startProgram } from '../../demo/program.ts'

/** A large plan with the tools that it moves. */
interface Plan {
	actions: PlannedAction[]
	inventory: InventoryDocument
}

/** The plan on a preview host of its own, read as the screens do. */
interface OpenedPlan {
	readActions(): Promise<PlannedAction[]>
	readActionsOneByOne(): Promise<void>
	readLines(): Promise<IdentifiedInventoryLine[]>
	close(): Promise<void>
}

/**
 * A plan whose actions have every status in turn; every second one moves a tool.
 *
 * @param actions how many
 * @param tools how many
 */
export function makePlan(actions: number, tools: number): Plan {
	const lines = reference.associations.flatMap(({ inventory }) => inventory)
	const tool = (at: number) => lines[at % lines.length]!
	const day = (at: number) => `2026-${String(at % 12 + 1).padStart(2, '0')}-${String(at % 28 + 1).padStart(2, '0')}`
	return {
		inventory: { schemaVersion: 1, lines: Object.fromEntries(Array.from({ length: tools }, (_, at) => [`line-${at}`, { ...tool(at), position: at }])) },
		actions: Array.from({ length: actions }, (_, at) => planned(at, {
			title: `Passer au logiciel libre, étape ${at + 1}`,
			status: actionStatuses[at % actionStatuses.length]!.id,
			dueDate: day(at),
			description: 'D’abord les documents publics, ensuite les documents internes. '.repeat(5),
			risks: 'Des liens partagés ne marcheront plus.',
			checklist: Object.fromEntries(Array.from({ length: 5 }, (_, point) => [`point-${point}`, { text: 'Prévenir tout le monde', done: point < 2, position: point }])),
			...at % 2 === 0 ? { migration: { line: `line-${at / 2 % tools}`, use: tool(at / 2).use, from: tool(at / 2).tool, to: 'nextcloud-files' } } : {},
		}, 'Camille')),
	}
}

/**
 * Starts a preview host and keeps the plan in it.
 *
 * @param plan to keep
 */
export async function openPlan(plan: Plan): Promise<OpenedPlan> {
	const folder = mkdtempSync(join(tmpdir(), 'emancipasso-plan-'))
	const base = `http://127.0.0.1:${await freePort()}`
	const host = await startProgram({
		name: { fr: 'L’aperçu de l’application', en: 'The preview of the app' },
		file: fileURLToPath(new URL('../../nextcloud-app/preview/main.ts', import.meta.url)),
		args: ['--port', new URL(base).port, '--store', join(folder, 'preview.json')],
		readyUrl: `${base}/index.php/csrftoken`,
	})
	const call = async <Data>(method: string, path: string, body?: object) => {
		const response = await fetch(`${base}/ocs/v2.php/apps/emancipasso/api/v1${path}`, {
			method,
			headers: { Authorization: `Basic ${btoa('camille:camille')}`, 'OCS-APIRequest': 'true', Accept: 'application/json', 'Content-Type': 'application/json' },
			body: body === undefined ? null : JSON.stringify(body),
		})
		if (!response.ok) {
			throw new Error(`${method} ${path}: ${response.status}`)
		}
		return (await response.json() as { ocs: { data: Data } }).ocs.data
	}
	const { id } = await call<{ id: string }>('POST', '/organisations', { name: 'Les Amis du quartier', membersGroup: 'association', managersGroup: 'bureau', publishersGroup: 'bureau' })
	const documents = `/organisations/${id}/documents`
	const inventory = randomUUID()
	await call('POST', documents, { id: inventory, kind: 'inventory', title: 'Nos outils', status: 'living', document: plan.inventory })
	for (const { id: action, action: { title, status, dueDate }, action: document } of plan.actions) {
		await call('POST', documents, { id: action, kind: 'action', title, status, dueDate, document })
	}
	return {
		async readActions() {
			const listed = await call<{ documents: (Omit<PlannedAction, 'action'> & { document: Action })[] }>('GET', `${documents}?kind=action&content=true`)
			return listed.documents.map(({ document: action, ...summary }) => ({ ...summary, action }))
		},
		async readActionsOneByOne() {
			for (const action of plan.actions) {
				await call('GET', `${documents}/${action.id}`)
			}
		},
		readLines: async () => listLines((await call<{ document: InventoryDocument }>('GET', `${documents}/${inventory}`)).document.lines),
		async close() {
			await host.stop()
			rmSync(folder, { recursive: true })
		},
	}
}
