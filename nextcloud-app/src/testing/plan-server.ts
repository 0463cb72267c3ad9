/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { StoredDocument } from '@emancipasso/shared/contract/app-documents'
import type { StoredInventoryLine } from '@emancipasso/shared/diagnosis/answers'
import type { Action } from '@emancipasso/shared/plan/action'
import type { VueWrapper } from '@vue/test-utils'
import type { defineComponent } from 'vue'

import { newAction } from '@emancipasso/shared/plan/new-action'
import { flushPromises, mount } from '@vue/test-utils'
import { expect, vi } from 'vitest'
import { createMemoryHistory, createRouter, RouterView } from 'vue-router'
import { ownDocumentId } from '../documents/own-document-id.ts'
import { serveWithPacks } from './diagnosis-server.ts'
import { documentCloud } from './document-cloud.ts'
import { storedDocument } from './fake-server.ts'

/**
 * The stored document of an action.
 *
 * @param number tells it from others
 * @param action what differs from a new one
 */
export function storedAction(number: number, action: Partial<Action>): StoredDocument {
	const document = { ...newAction(`Action ${number}`), ...action }
	return { ...storedDocument({ ...document }), id: actionId(number), kind: 'action', title: document.title, status: document.status, dueDate: document.dueDate ?? null, createdAt: `2026-01-01T10:00:${String(number).padStart(2, '0')}.000Z` }
}

/**
 * The id of the action of that number.
 *
 * @param number as it was stored
 */
export function actionId(number: number): string {
	return `22222222-2222-4222-8222-${String(number).padStart(12, '0')}`
}

/**
 * A cloud with actions and tools of the association `org`, whose people are Camille and Dominique.
 *
 * @param actions of its plan
 * @param tools of its inventory, by id
 */
export function planServer(actions: readonly StoredDocument[] = [], tools: Record<string, StoredInventoryLine> = {}) {
	const inventory: StoredDocument = { ...storedDocument({ schemaVersion: 1, lines: tools }), id: ownDocumentId('org', 'inventory'), kind: 'inventory', title: 'Our tools', status: 'living' }
	const cloud = documentCloud([inventory, ...actions])
	const server = serveWithPacks((seen) => {
		if (seen.path.endsWith('/members')) {
			return { status: 200, data: { members: [{ id: 'camille', displayName: 'Camille Durand' }, { id: 'dominique', displayName: 'Dominique Petit' }] } }
		}
		return seen.path.includes('/needs') ? { status: 200, data: { items: [] } } : cloud.route(seen)
	})
	return { cloud, server, tools: () => cloud.get(inventory.id)!.document.lines as Record<string, StoredInventoryLine> }
}

/**
 * Shows a page of the plan or the tools under an address.
 *
 * @param page the component
 * @param address below the app's
 */
export async function showView(page: ReturnType<typeof defineComponent>, address: string) {
	const empty = { render: () => null }
	const paths = { tools: '/tools', catalogue: '/tools/catalogue', plan: '/plan', action: '/plan/:id', diagnoses: '/diagnosis', result: '/diagnosis/:id/result', directory: '/directory', needs: '/needs' }
	const [shown] = address.split('?')
	const router = createRouter({
		history: createMemoryHistory(),
		routes: Object.entries(paths).map(([name, path]) => ({ path, name, props: true, component: path === shown || (path.includes('/:id') && shown!.startsWith(path.split('/:')[0]!) && shown !== '/plan') ? page : empty })),
	})
	await router.push(address)
	const wrapper = mount(RouterView, { attachTo: document.body, global: { plugins: [router] } })
	await flushPromises()
	return { wrapper, router }
}

/**
 * Leaves a page, and waits until what was written on it is saved, before the next test has a server of its own.
 *
 * @param wrapper of the page
 */
export async function closeView(wrapper: VueWrapper): Promise<void> {
	wrapper.unmount()
	await vi.waitFor(() => expect(Object.keys(sessionStorage).filter((key) => key.startsWith('emancipasso'))).toEqual([]))
}
