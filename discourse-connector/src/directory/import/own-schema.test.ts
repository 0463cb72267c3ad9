/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { ImportOptions } from './import-directory.ts'

import examples from '@emancipasso/shared/data/example-providers.json' with { type: 'json' }
import { publicProvider } from '@emancipasso/shared/directory/public-provider'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { withDatabase } from '../../platform/testing.ts'
import { decideOnProviders } from '../decide-on-providers.ts'
import { DirectoryStore } from '../directory-store.ts'
import { PackStore } from '../pack-store.ts'
import { importDirectory } from './import-directory.ts'

const database = withDatabase()
const documentOf = async (id: string) => (await new DirectoryStore(database.kysely).byIds([id])).get(id)?.document
let folder: string

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'emancipasso-import-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function importText(text: string, as: ImportOptions['as'], options: Partial<ImportOptions> = {}) {
	const path = join(folder, `file.${as}`)
	await writeFile(path, text)
	return await importDirectory(database, path, { as, today: '2026-11-01', ...options })
}

const importJson = (...records: unknown[]) => importText(JSON.stringify(records), 'json')
const example = examples[0]

describe('importing our own JSON', () => {
	it('takes in all examples, none of them listed', async () => {
		expect(await importText(JSON.stringify(examples), 'json')).toMatchObject({ rows: 40, leftOut: [], changed: [] })
		expect(await new DirectoryStore(database.kysely).listed()).toEqual([])
		expect(await importText(JSON.stringify({ providers: examples }), 'json')).toMatchObject({ added: [], updated: [] })
	})

	it('keeps values that we do not know beside the others, out of what the public sees', async () => {
		const report = await importJson({ ...example, services: ['training', 'Diagnostic numérique', 'magic'] })
		const document = await documentOf('exemple--le-fil-commun')
		expect(document?.services).toEqual(['training', 'digital-diagnosis'])
		expect(document?.sourceFields).toEqual({ services: 'magic' })
		expect(report.changed).toMatchObject([{ what: expect.stringContaining('“magic”') }])
		expect(document && JSON.stringify(publicProvider(document))).not.toContain('magic')
	})

	it('leaves out properties that we do not have, wherever they are, and says so', async () => {
		const report = await importJson({ ...example, rating: 5, address: { ...example?.address, floor: 3 } })
		expect(report.added).toHaveLength(1)
		expect(report.changed.map(({ what }) => what).sort()).toEqual(['address.floor: not a property of ours; left out', 'rating: not a property of ours; left out'])
	})

	it.each([
		['no object', 'Nantes', /not an object/],
		['HTML in its name', { ...example, name: '<img src=x>' }, /name: .*HTML: “<img src=x>”/],
		['a script as website', { ...example, contacts: { website: { value: 'javascript:alert(1)', consent: 'listed-contact' } } }, /contacts\.website\.value: .*: “javascript:alert\(1\)”/],
		['no town', { ...example, address: { country: 'FR' } }, /^address\.commune: missing$/],
		['a name without end', { ...example, name: 'Nantes '.repeat(100) }, /name: .*: “(Nantes ?){11}…”$/],
		['a day in the future', { ...example, updatedAt: '2026-12-01' }, /in the future/],
	])('leaves out a record with %s and takes the next', async (_case, record, why) => {
		const report = await importJson(record, { ...examples[1] })
		expect(report.leftOut).toEqual([{ line: 1, who: expect.any(String), what: expect.stringMatching(why) }])
		expect(report.added).toHaveLength(1)
	})

	it.each([
		['cut short', '[{"id": "a', /not valid JSON, perhaps because it was cut short/],
		['of something else', '{"places": []}', /neither a list of providers/],
	])('says in words that a file is %s', async (_case, text, words) => {
		await expect(importText(text, 'json')).rejects.toThrow(words)
	})
})

describe('importing our own CSV', () => {
	const row = {
		id: '17',
		name: 'Fil Bleu',
		'description.short.fr': 'Un accompagnement pas à pas.',
		'address.commune': 'Brest',
		'address.country': 'FR',
		'address.lat': '48,39',
		'address.lon': '-4.48',
		services: 'training|Conduite du changement',
		modalities: 'remote; on-site',
		'pricing.models': 'free',
		'contacts.roleEmail.value': 'fil@example.org',
		'contacts.website.value': 'https://example.org',
		'contacts.website.consent': 'listed-contact',
		updatedAt: '2026-05-01',
	}
	const table = (...rows: Record<string, string>[]) => [Object.keys(row), ...rows.map((one) => Object.keys(row).map((name) => one[name] ?? ''))]
		.map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(';')).join('\n')

	it('reads inner properties, lists, numbers with a comma, and consents', async () => {
		expect(await importText(table(row), 'csv', { source: 'maison' })).toMatchObject({ added: ['maison--17'], leftOut: [], changed: [] })
		expect(await documentOf('maison--17')).toMatchObject({
			address: { lat: 48.39, lon: -4.48 },
			services: ['training', 'change-management'],
			modalities: ['remote', 'on-site'],
			contacts: { roleEmail: { consent: 'didnotask' }, website: { consent: 'listed-contact' } },
			source: { id: 'maison' },
			status: 'suggested',
		})
	})

	it('takes the sample in docs as it stands', async () => {
		const sample = await readFile(new URL('../../../../docs/providers-example.csv', import.meta.url), 'utf8')
		const report = await importText(sample, 'csv')
		expect(report).toMatchObject({ rows: 2, leftOut: [], changed: [], notes: [], added: [examples[0]?.id, examples[1]?.id] })
		const { name, description, offerClarity, services, address, pricing, continuity, contacts: { roleEmail } } = examples[0]!
		expect(await documentOf('exemple--le-fil-commun')).toMatchObject({ name, description, offerClarity, services, address, pricing, continuity, contacts: { roleEmail } })
	})

	it('says what it cleaned and why it left a row out', async () => {
		const report = await importText(table({ ...row, name: '<i>Fil</i> Bleu' }, { ...row, id: '18', 'address.lat': 'north' }), 'csv')
		expect(report.changed).toMatchObject([{ line: 2, what: 'name: HTML taken out' }])
		expect(report.leftOut).toMatchObject([{ line: 3, who: '18 Fil Bleu', what: expect.stringMatching(/address\.lat: .*: “north”/) }])
	})
})

it('lists all examples in one go, with the contacts that were agreed to and no other', async () => {
	const { added } = await importText(JSON.stringify(examples), 'json')
	expect(new Set((await decideOnProviders(database, 'list', added)).values())).toEqual(new Set(['done']))
	const version = await new PackStore(database).newestVersion('directory') ?? ''
	const { body = '' } = await new PackStore(database).read('directory', version) ?? {}
	for (const { contacts } of examples) {
		const { value, consent } = contacts.roleEmail
		expect(body.includes(`"${value}"`), value).toBe(consent === 'listed-contact')
	}
})
