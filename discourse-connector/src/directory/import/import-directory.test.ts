/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { ImportOptions } from './import-directory.ts'

import { mednumColumns } from '@emancipasso/shared/directory/mednum'
import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { StartError } from '../../platform/start-error.ts'
import { withDatabase } from '../../platform/testing.ts'
import { decideOnProviders } from '../decide-on-providers.ts'
import { DirectoryStore } from '../directory-store.ts'
import { PackStore } from '../pack-store.ts'
import { importDirectory } from './import-directory.ts'
import { renderReport } from './report.ts'

const database = withDatabase()
const store = () => new DirectoryStore(database.kysely)
let folder: string

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'emancipasso-import-'))
})
afterAll(() => rm(folder, { recursive: true }))

const columns = Object.keys(mednumColumns)
const place: Record<string, string> = {
	id: 'structure-1',
	pivot: '43493312300029',
	nom: 'Atelier du Sillon',
	commune: 'Nantes',
	code_postal: '44000',
	code_insee: '44109',
	adresse: '1 place de l’Exemple',
	latitude: '47.2172',
	longitude: '-1.5534',
	telephone: '+33199000001',
	courriels: 'atelier@example.org|bureau@example.org',
	site_web: 'https://example.org/atelier',
	presentation_resume: 'Un lieu ouvert à toutes et tous.',
	date_maj: '2026-05-04',
	services: 'Utilisation sécurisée du numérique|Compréhension du monde numérique',
	frais_a_charge: 'Gratuit;Payant',
	modalites_accompagnement: 'Dans un atelier collectif|À distance',
	modalites_acces: 'Ce lieu n\'accueille pas de public',
	horaires: 'Mo-Fr 09:00-12:00',
}

function csv(rows: Record<string, string>[], { separator = ',', end = '\n' } = {}): string {
	const cell = (text: string) => `"${text.replaceAll('"', '""')}"`
	return [columns, ...rows.map((row) => columns.map((name) => row[name] ?? ''))].map((cells) => cells.map(cell).join(separator) + end).join('')
}

async function importText(text: string | Buffer, options: Partial<ImportOptions> = {}) {
	const path = join(folder, 'file.csv')
	await writeFile(path, text)
	return await importDirectory(database, path, { as: 'mednum', today: '2026-11-01', ...options })
}

const importRows = (...rows: Record<string, string>[]) => importText(csv(rows.map((row) => ({ ...place, ...row }))))
const only = async () => (await store().byIds(['mednum--structure-1'])).get('mednum--structure-1')?.document

describe('importing the mednum standard', () => {
	it('takes a row in as suggested, its contacts hidden, what has no field kept word for word', async () => {
		const report = await importRows({})
		expect(report).toMatchObject({ rows: 1, added: ['mednum--structure-1'], leftOut: [] })
		expect(await only()).toMatchObject({
			name: 'Atelier du Sillon',
			status: 'suggested',
			identifiers: { siret: '43493312300029' },
			address: { postcode: '44000', region: 'FR-PDL', lat: 47.2172, lon: -1.5534 },
			pricing: { models: ['free', 'paid'] },
			modalities: ['group-workshop', 'remote'],
			services: [],
			contacts: { roleEmail: { value: 'atelier@example.org', consent: 'didnotask' }, phone: { consent: 'didnotask' }, website: { consent: 'didnotask' } },
			sourceFields: { services: place.services, horaires: place.horaires, modalites_acces: place.modalites_acces },
		})
		expect(JSON.stringify((await only())?.sourceFields)).not.toMatch(/@|33199/)
		expect(report.changed.map(({ what }) => what)).toEqual(['courriels: only the first of 2 is kept'])
	})

	it.each([
		['semicolons', csv([place], { separator: ';' })],
		['tabs', csv([place], { separator: '\t' })],
		['a byte order mark and CRLF', `\ufeff${csv([place], { end: '\r\n' })}`],
		['Latin-1', Buffer.from(csv([{ ...place, presentation_resume: 'Un lieu ouvert a toutes et tous.', adresse: '1 place de l\'Exemple' }]), 'latin1')],
		['no end of line after the last row', csv([place]).trimEnd()],
		['empty lines between the rows', csv([place]).replaceAll('\n', '\n\n')],
	])('reads files with %s', async (_case, text) => {
		expect(await importText(text)).toMatchObject({ rows: 1, added: ['mednum--structure-1'], leftOut: [] })
		expect((await only())?.sourceFields?.services).toBe(place.services)
	})

	it('keeps labels that the standard does not know, and says so', async () => {
		const report = await importRows({ services: 'Utilisation sécurisée du numérique|Voyance', frais_a_charge: 'Au troc' })
		expect((await only())?.sourceFields?.services).toContain('Voyance')
		expect(report.changed.map(({ what }) => what).join()).toMatch(/“Voyance” is not a value.*“Au troc” is not a value/)
	})

	it.each([
		['a day in the future', { date_maj: '2027-01-01' }, /date_maj: 2027-01-01 is in the future|updatedAt: 2027-01-01 is in the future/],
		['a day that does not exist', { date_maj: '2026-02-30' }, /not a date/],
		['no name', { nom: ' ' }, /nothing in nom/],
		['a name that is only a script', { nom: '<script>alert(1)</script>' }, /nothing is left/],
		['a name without end', { nom: 'N'.repeat(300) }, /name: /],
		['a postcode that cannot be one', { code_postal: '<b>' }, /postcode/],
	])('leaves out a row with %s and says why', async (_case, cells, why) => {
		const report = await importRows(cells, { id: 'structure-2', nom: 'La suivante' })
		expect(report.added).toEqual(['mednum--structure-2'])
		expect(report.leftOut).toEqual([{ line: 2, who: expect.stringContaining('structure-1'), what: expect.stringMatching(why) }])
	})

	it.each([
		['HTML in the name', { nom: '<b>Atelier</b> du <a href="x">Sillon</a>' }, { name: 'Atelier du Sillon' }, /nom: HTML taken out/],
		['a formula as name', { nom: '=HYPERLINK("http://example.org","Sillon")' }, { name: 'HYPERLINK("http://example.org","Sillon")' }, /nom: the sign at its beginning/],
		['no coordinates', { latitude: '', longitude: '' }, { address: { lat: 47.217, lon: -1.553 } }, /missing; placed where its postcode is/],
		['coordinates nowhere', { latitude: '472.172', longitude: '-1.5' }, { address: { lat: 47.217 } }, /is nowhere/],
		['an RNA number', { pivot: 'W442000001' }, { identifiers: { rna: 'W442000001' } }, /courriels/],
		['a number of another kind', { pivot: 'ABC-1' }, { identifiers: { other: 'ABC-1' } }, /neither a SIRET nor an RNA/],
		['an e-mail address that is none', { courriels: 'chez Paul' }, { contacts: {} }, /courriels: “chez Paul” cannot be used/],
		['no presentation', { presentation_resume: '' }, { description: { short: { fr: 'Lieu de médiation numérique à Nantes.' } } }, /a sentence .* put instead/],
		['a long presentation', { presentation_resume: 'mot '.repeat(200) }, { description: { long: { fr: 'mot '.repeat(200).trim() } } }, /longer than 300/],
	])('takes a row with %s and says what it changed', async (_case, cells, document, what) => {
		const report = await importRows(cells)
		expect(await only()).toMatchObject(document)
		expect(report.changed.map((remark) => remark.what).join('\n')).toMatch(what)
	})

	it('tells two rows with one id apart from two ids that look alike', async () => {
		const report = await importRows({ id: 'a b' }, { id: 'a/b' }, { id: 'a b' })
		expect(new Set(report.added).size).toBe(2)
		expect(report.leftOut).toEqual([{ line: 4, who: expect.any(String), what: 'it has the same id as line 2' }])
	})

	it('keeps line numbers right after a text of several lines', async () => {
		const report = await importRows({ presentation_resume: 'Une\nsur\ntrois lignes' }, { id: 'structure-2', date_maj: '' })
		expect(report.leftOut).toMatchObject([{ line: 5 }])
		expect((await only())?.description.short.fr).toBe('Une\nsur\ntrois lignes')
	})
})

describe('files that are not well', () => {
	it('lose the last row when they were cut short, and say it', async () => {
		const whole = csv([place, { ...place, id: 'structure-2' }])
		const inQuote = await importText(whole.slice(0, -20))
		expect(inQuote).toMatchObject({ added: ['mednum--structure-1'], leftOut: [{ line: 3, what: expect.stringMatching(/never closed|cells instead of/) }] })
		const unquoted = whole.replaceAll('"', '').split('\n')
		const inRow = await importText([unquoted[0], unquoted[1], unquoted[2]?.slice(0, 30)].join('\n'))
		expect(inRow.leftOut).toMatchObject([{ line: 3, what: expect.stringContaining('cells instead of 32') }])
	})

	it('lose a row with a separator too many, and no other', async () => {
		const lines = csv([place, { ...place, id: 'structure-2' }]).split('\n')
		const report = await importText([lines[0], `${lines[1]},extra`, lines[2], ''].join('\n'))
		expect(report.leftOut).toMatchObject([{ line: 2, what: expect.stringContaining('33 cells instead of 32') }])
		expect(report.added).toEqual(['mednum--structure-2'])
	})

	it('say which columns are not known', async () => {
		const report = await importText(csv([place]).replace('"fiche_acces_libre"', '"ma_colonne"'))
		expect(report.notes.join()).toContain('“ma_colonne”')
	})

	it.each([
		['is empty', '', /is empty/],
		['is a spreadsheet', 'PK\u0003\u0004 content', /save the sheet as CSV/],
		['is UTF-16', Buffer.from('\ufeffid,nom', 'utf16le'), /UTF-16/],
		['is no text', Buffer.from([1, 2, 0, 3]), /not a text file/],
		['has other columns', 'a,b,c\n1,2,3\n', /does not name known columns/],
		['is separated by something else', csv([place], { separator: '#' }).replaceAll('"', ''), /does not name known columns/],
		['lacks a column', 'id,nom,commune\n1,2,3\n', /lacks the columns code_postal, date_maj/],
		['has a column twice', csv([place]).replace('"horaires"', '"nom"'), /has the column nom twice/],
	])('are refused in words when the file %s', async (_case, text, words) => {
		await expect(importText(text)).rejects.toThrow(StartError)
		await expect(importText(text)).rejects.toThrow(words)
	})

	it('are refused in words at 200 MB and when they are not there', async () => {
		const path = join(folder, 'large.csv')
		await writeFile(path, 'id,nom\n')
		await truncate(path, 200_000_000)
		await expect(importDirectory(database, path, { as: 'mednum' })).rejects.toThrow(/200 MB, at most 100 MB/)
		await expect(importDirectory(database, join(folder, 'none.csv'), { as: 'mednum' })).rejects.toThrow(/There is no file/)
	})
})

describe('importing again', () => {
	it('changes nothing when nothing changed', async () => {
		await importRows({})
		expect(await importRows({})).toMatchObject({ added: [], updated: [], unchanged: ['mednum--structure-1'] })
	})

	it('updates a listed provider without un-listing it, in a new version of the directory', async () => {
		await importRows({})
		await decideOnProviders(database, 'list', ['mednum--structure-1'])
		const before = await new PackStore(database).newestVersion('directory')
		expect(await importRows({ nom: 'Atelier du Grand Sillon', date_maj: '2026-06-01' })).toMatchObject({ updated: ['mednum--structure-1'] })
		expect(await only()).toMatchObject({ name: 'Atelier du Grand Sillon', status: 'listed' })
		const after = await new PackStore(database).newestVersion('directory') ?? ''
		expect(after).not.toBe(before)
		expect((await new PackStore(database).read('directory', after))?.body).toContain('Grand Sillon')
	})

	it('keeps the consent for a contact that stayed, and asks again for a new one', async () => {
		await importRows({})
		const document = await only()
		if (document?.contacts.roleEmail && document.contacts.phone) {
			await store().save([{ ...document, contacts: { ...document.contacts, roleEmail: { ...document.contacts.roleEmail, consent: 'listed-contact' }, phone: { ...document.contacts.phone, consent: 'listed-contact' } } }])
		}
		await importRows({ telephone: '+33199000002', date_maj: '2026-06-01' })
		expect((await only())?.contacts).toMatchObject({ roleEmail: { consent: 'listed-contact' }, phone: { value: '+33199000002', consent: 'didnotask' } })
	})

	it('never goes back in time', async () => {
		await importRows({})
		const report = await importRows({ nom: 'Ancien nom', date_maj: '2025-01-01' })
		expect(report.leftOut).toMatchObject([{ what: expect.stringContaining('older than what the directory has') }])
		expect((await only())?.name).toBe('Atelier du Sillon')
	})

	it('does not bring back who was withdrawn', async () => {
		await importRows({})
		await store().setStatus(['mednum--structure-1'], 'withdrawn')
		expect((await importRows({ date_maj: '2026-06-01' })).leftOut).toMatchObject([{ what: expect.stringContaining('withdrawn') }])
	})

	it('writes nothing when it is only tried', async () => {
		const report = await importText(csv([place]), { dryRun: true })
		expect(report.added).toEqual(['mednum--structure-1'])
		expect(await store().overview()).toEqual([])
		expect(renderReport(report).join('\n')).toMatch(/would be added: 1[^]*Nothing was written/)
	})
})

it('cannot steer the terminal on which it is reported', async () => {
	const report = await importRows({ nom: '\u001b[2JAtelier', services: '\u001b]0;title\u0007' })
	expect(renderReport(report).join('')).not.toMatch(/\p{Cc}/u)
	expect((await only())?.name).toBe('[2JAtelier')
})

it('has every row in exactly one place of the report, over several batches', async () => {
	const rows = Array.from({ length: 450 }, (_, number) => ({ ...place, id: `p${number % 440}`, ...(number % 7 === 0 ? { date_maj: 'hier' } : {}) }))
	const report = await importText(csv(rows))
	expect(report.rows).toBe(450)
	expect(report.added.length + report.updated.length + report.unchanged.length + report.leftOut.length).toBe(450)
	expect(report.added).toHaveLength((await store().overview('suggested')).length)
	const text = renderReport(report).join('\n')
	for (const { line } of report.leftOut) {
		expect(text).toContain(`line ${line}, `)
	}
})
