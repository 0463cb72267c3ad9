/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { describe, expect, test } from 'vitest'
import { nameDiagnosis, nameOnceFull } from './diagnosis-name.ts'

const evening = { day: '28 novembre 2026', time: '21:36' }

describe('the name of a diagnosis', () => {
	test.each([
		['self', 'short', 'fr', 'Autodiagnostic du 28 novembre 2026 (forme courte)'],
		['guided', 'full', 'fr', 'Entretien du 28 novembre 2026 (forme complète)'],
		['group', 'short', 'en', 'Workshop of 28 novembre 2026 (short form)'],
	] as const)('says how it is made, its day and its form (%s, %s, %s)', (method, form, language, name) => {
		expect(nameDiagnosis({ method, form }, evening, [], language)).toBe(name)
	})

	test('tells each of one day from the others, by the least that does', () => {
		const names: string[] = []
		for (const [method, form] of [['self', 'short'], ['self', 'full'], ['group', 'short'], ['self', 'short'], ['self', 'short']] as const) {
			names.push(nameDiagnosis({ method, form }, evening, names, 'fr'))
		}
		expect(names).toEqual([
			'Autodiagnostic du 28 novembre 2026 (forme courte)',
			'Autodiagnostic du 28 novembre 2026 (forme complète)',
			'Atelier du 28 novembre 2026 (forme courte)',
			'Autodiagnostic du 28 novembre 2026 à 21:36 (forme courte)',
			'Autodiagnostic du 28 novembre 2026 à 21:36 (forme courte) – 2',
		])
	})

	test('says the full form once it goes on as one, in the language that it has, and not what another one is called', () => {
		const full = 'Autodiagnostic du 28 novembre 2026 (forme complète)'
		const short = 'Autodiagnostic du 28 novembre 2026 (forme courte)'
		expect(nameOnceFull(short, [])).toBe(full)
		expect(nameOnceFull('Interview of 1 May 2026 (short form)', [])).toBe('Interview of 1 May 2026 (full form)')
		expect(nameOnceFull(short, [full])).toBe(`${full} – 2`)
	})

	test('stays what people called it', () => {
		expect(nameOnceFull('Avant l’assemblée', [])).toBe('Avant l’assemblée')
	})
})
