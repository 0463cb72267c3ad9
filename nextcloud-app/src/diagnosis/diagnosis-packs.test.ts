/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { DiagnosisDocument } from '@emancipasso/shared/diagnosis/answers'

import questionnaire from '@emancipasso/shared/data/questionnaire.json'
import solutions from '@emancipasso/shared/data/solutions.json'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { serveWithPacks } from '../testing/diagnosis-server.ts'
import { loadDiagnosisPacks } from './diagnosis-packs.ts'

describe('the questions of a diagnosis that began with an older version', () => {
	afterEach(() => vi.unstubAllGlobals())

	const began = (version: string) => ({ questionnaire: { id: questionnaire.id, version } })

	/**
	 * A cloud that answers to a version of the questionnaire as told, and has the newest packs.
	 *
	 * @param version asked for
	 * @param answer of the server
	 */
	function cloud(version: string, answer: () => Response) {
		serveWithPacks(() => ({ status: 404 }))
		const newest = globalThis.fetch
		vi.stubGlobal('fetch', async (url: string) => url.endsWith(`/questionnaire/${version}`) ? answer() : newest(url))
	}

	it('are those of that version while this cloud has them', async () => {
		cloud('0.8.0', () => new Response(JSON.stringify({ ...questionnaire, version: '0.8.0' })))
		expect(await loadDiagnosisPacks(began('0.8.0'))).toMatchObject({ questionnaire: { version: '0.8.0' }, replaced: false })
	})

	it('are the newest ones when it has them no more, and it is said', async () => {
		cloud('0.7.0', () => new Response('', { status: 404 }))
		expect(await loadDiagnosisPacks(began('0.7.0'))).toMatchObject({ questionnaire: { version: questionnaire.version }, replaced: true })
	})

	it('are those that it carries when it came from another cloud, and so is the catalogue', async () => {
		cloud('0.5.0', () => new Response('', { status: 404 }))
		const carried = { questionnaire: { ...questionnaire, version: '0.5.0' }, solutions: { ...solutions, version: '0.4.0' } } as object as NonNullable<DiagnosisDocument['carried']>
		expect(await loadDiagnosisPacks({ ...began('0.5.0'), carried })).toMatchObject({ questionnaire: { version: '0.5.0' }, solutions: { version: '0.4.0' }, replaced: false })
	})

	it('stay with the catalogue that the diagnosis was closed with, as long as this cloud has it', async () => {
		serveWithPacks(() => ({ status: 404 }))
		const newest = globalThis.fetch
		vi.stubGlobal('fetch', async (url: string) => url.endsWith('/solutions/0.3.0') ? new Response(JSON.stringify({ ...solutions, version: '0.3.0' })) : url.endsWith('/solutions/0.2.0') ? new Response('', { status: 404 }) : newest(url))
		expect((await loadDiagnosisPacks({ ...began(questionnaire.version), catalogue: { version: '0.3.0' } })).solutions.version).toBe('0.3.0')
		expect((await loadDiagnosisPacks({ ...began(questionnaire.version), catalogue: { version: '0.2.0' } })).solutions.version).toBe(solutions.version)
	})

	it('are not taken for gone when the network is', async () => {
		cloud('0.6.0', () => {
			throw new TypeError('Failed to fetch')
		})
		await expect(loadDiagnosisPacks(began('0.6.0'))).rejects.toThrow('No network.')
	})
})
