/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { InventoryLine } from '../../diagnosis/answers.ts'

import { describe, expect, it } from 'vitest'
import solutionsJson from '../../../data/solutions.json' with { type: 'json' }
import { inventoryLineSchema } from '../../diagnosis/answers.ts'
import { questionnaire } from '../../diagnosis/testing/reference-data.ts'
import { renderCsv } from '../../papers/format/csv.ts'
import { solutionsSchema } from '../solution.ts'
import { inventoryRows } from './inventory-rows.ts'
import { pasteInventory } from './paste-inventory.ts'

const names = { questionnaire, solutions: solutionsSchema.parse(solutionsJson) }
const paste = (text: string, present: InventoryLine[] = []) => pasteInventory(text, present, names)
const linesOf = (text: string) => paste(text).rows.map(({ line }) => line)

describe('tools pasted from a spreadsheet', () => {
	it('are read under French titles, as LibreOffice copies them', () => {
		const text = 'Usage\tOutil\tHébergé par\tPersonnes\tImportance\tSatisfaction\tCoût par an\tStatut\r\nFichiers et partage\tGoogle Drive\tUn géant du numérique\t12\tVital au quotidien\t3/4\t1 200,50 €\tEn test\r\n'
		expect(linesOf(text)).toEqual([{ use: 'files', tool: 'google-drive', hosting: 'giant', users: 12, criticality: 'vital', satisfaction: 3, cost: 1200.5, status: 'testing' }])
	})

	it('are read under English titles, as a CSV file has them', () => {
		expect(linesOf('Tool,Use,Price,Data\n"Zoom",Video meetings,10 €/month,"personal data, archives"')).toEqual([{ use: 'video-meeting', tool: 'zoom', cost: 120, contains: ['personal-data', 'archives'] }])
	})

	it('are read without titles, by what the columns hold', () => {
		expect(linesOf('Gmail;Courriel;Un compte personnel;60 €\nLe tableur de Paul;Comptabilité;Sur nos appareils;0 €')).toEqual([
			{ use: 'mail', tool: 'gmail', hosting: 'personal-account', cost: 60 },
			{ use: 'accounting', tool: 'Le tableur de Paul', hosting: 'device', cost: 0 },
		])
	})

	it('may be a bare list of names', () => {
		expect(linesOf('Gmail\nDropbox\nNotre logiciel maison')).toEqual([{ use: 'mail', tool: 'gmail' }, { use: 'files', tool: 'dropbox' }, { use: '', tool: 'Notre logiciel maison' }])
	})

	it('keep a cell of several lines and semicolons together', () => {
		expect(linesOf('Outil;Fonctions indispensables\nDropbox;"Partager ;\nsynchroniser"')).toEqual([{ use: 'files', tool: 'dropbox', 'must-have': 'Partager ;\nsynchroniser' }])
	})

	it('lose no row to a quote that nothing closes', () => {
		expect(linesOf('Outil;Usage\n"Drive;Courriel\nZoom;Visioconférence').map((line) => line?.tool)).toEqual(['"Drive', 'zoom'])
	})
})

describe('what cannot be taken of a pasted table', () => {
	it('is said cell by cell, and the rest of the row is taken', () => {
		const { rows } = paste('Outil;Usage;Satisfaction;Coût par an\nZoom;Télépathie;5;beaucoup')
		expect(rows[0]).toMatchObject({ number: 2, line: { tool: 'zoom', use: 'video-meeting' } })
		expect(rows[0]!.remarks).toEqual([
			{ kind: 'not-understood', field: 'use', text: 'Télépathie' },
			{ kind: 'not-understood', field: 'satisfaction', text: '5' },
			{ kind: 'not-understood', field: 'cost', text: 'beaucoup' },
			{ kind: 'use-from-tool' },
		])
	})

	it('is said of each row that cannot be added, and no row is missing', () => {
		const { rows } = paste('Outil;Usage\n;Courriel\nZoom;Visioconférence\nZoom;Visioconférence\n\nGmail;Courriel', [{ use: 'mail', tool: 'gmail' }])
		expect(rows.map(({ number, line, remarks }) => [number, line !== null, remarks.map(({ kind }) => kind)])).toEqual([
			[2, false, ['no-tool']],
			[3, true, []],
			[4, false, ['known']],
			[6, false, ['known']],
		])
	})

	it('is said of a column that is about nothing of the inventory', () => {
		expect(paste('Outil;Couleur\nZoom;bleu').columns).toEqual([{ title: 'Outil', field: 'tool' }, { title: 'Couleur', field: null }])
	})

	it('is what is more than an inventory takes', () => {
		const { rows } = paste(Array.from({ length: 205 }, (_, at) => `Outil maison ${at}`).join('\n'))
		expect([rows.length, rows.filter(({ line }) => line !== null).length, rows.at(-1)?.remarks]).toEqual([205, 200, [{ kind: 'too-many' }]])
	})
})

describe('the inventory as a file for spreadsheets', () => {
	const lines: InventoryLine[] = [
		{ use: 'files', tool: 'google-drive', hosting: 'giant', users: 1200, criticality: 'vital', satisfaction: 4, 'must-have': 'Partager ;\n"vite"', cost: 1234.5, contains: ['personal-data', 'archives'], admins: 1, exit: 'hard', status: 'watching' },
		{ use: 'accounting', tool: '=HYPERLINK("http://x")', cost: 0 },
		{ use: 'trade', tool: '+33 outils' },
	]

	it.each(['fr', 'en'] as const)('gives the same lines when it is pasted again (%s)', (language) => {
		const csv = renderCsv(inventoryRows(lines, names, language), language)
		expect(linesOf(csv)).toEqual(lines)
	})

	it('has no cell that a spreadsheet would take for a formula', () => {
		const csv = renderCsv(inventoryRows(lines, names, 'fr'), 'fr')
		expect(csv).toContain('\'=HYPERLINK')
		expect(csv).not.toMatch(/(?:^|[;"\n])[=+@-]/u)
	})

	it('gives only lines that the inventory takes', () => {
		const pasted = linesOf(`Outil;Nombre de personnes;Coût par an;Fonctions indispensables\n${'x'.repeat(500)};12 bénévoles;99999999999;${'y'.repeat(5000)}`)
		expect(inventoryLineSchema.safeParse(pasted[0]).success).toBe(true)
		expect(pasted[0]).toMatchObject({ users: 12 })
	})
})
