/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { StoredDocument } from '@emancipasso/shared/contract/app-documents'
import type { DiagnosisDocument } from '@emancipasso/shared/diagnosis/answers'

import { afterEach, describe, expect, it, vi } from 'vitest'
import { diagnosisServer, serveWithPacks } from '../testing/diagnosis-server.ts'
import { loadSources, readDiagnosis } from './sources.ts'

const answers: DiagnosisDocument['answers'] = { 'security-backup': 'none', 'security-accounts': 'one-password', 'gov-lead': 'one-person' }

afterEach(() => {
	vi.restoreAllMocks()
	vi.unstubAllGlobals()
})

describe('a diagnosis as papers read it', () => {
	async function read(content: Partial<DiagnosisDocument>, respondents = 0, known: Partial<StoredDocument> = {}) {
		const { cloud, store } = diagnosisServer('full', { answers, ...content })
		Object.assign(store.stored, known)
		serveWithPacks((seen) => seen.path.endsWith('/workshop') ? { status: 200, data: { workshop: respondents ? { respondents } : null } } : cloud.route(seen))
		const sources = await loadSources('org')
		return await readDiagnosis('org', sources.diagnoses[0]!, sources)
	}

	const advice = ({ evaluation }: Awaited<ReturnType<typeof read>>) => evaluation.recommendations.now.map(({ rule }) => rule.id)

	it('advises nothing that the association refused, and goes on advising what it accepted', async () => {
		const [first, second] = advice(await read({}))
		const at = '2026-02-20'
		expect(advice(await read({ decisions: { [first!]: { decision: 'refused', at }, [second!]: { decision: 'accepted', at } } }))[0]).toBe(second)
	})

	it('says how many people answered in a workshop', async () => {
		expect((await read({ method: 'group' }, 7)).respondents).toBe(7)
		expect((await read({ method: 'group' })).respondents).toBeUndefined()
		expect((await read({ method: 'self' }, 7)).respondents).toBeUndefined()
	})

	it('is of the day of its answers, whatever was decided since', async () => {
		expect((await read({}, 0, { answeredAt: '2026-03-04T10:00:00.000Z', updatedAt: '2026-05-06T10:00:00.000Z' })).date).toBe('2026-03-04')
	})

	it('is of the day on which the reader closed it where it was brought in later, wherever that is', async () => {
		vi.spyOn(Date.prototype, 'getTimezoneOffset').mockReturnValue(-120)
		expect((await read({ closedAt: '2026-06-01T22:30:00.000Z' }, 0, { answeredAt: '2026-07-01T10:00:00.000Z' })).date).toBe('2026-06-02')
	})
})
