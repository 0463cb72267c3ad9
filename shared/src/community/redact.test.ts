/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findRedactions } from './redact.ts'

const house = { knownNames: ['Jeanne Le Goff', 'Rose Martin', 'Bureau de l’association', 'Éloïse'], ownHost: 'cloud.amis-du-canal.example' }

function found(text: string): string[] {
	return findRedactions({ problem: text }, house).map(({ kind, excerpt }) => `${kind}: ${excerpt}`)
}

describe('what is pointed out before publishing', () => {
	it.each([
		['Écrire à jeanne.legoff+asso@example.org.', 'email: jeanne.legoff+asso@example.org'],
		['Contact : contact (at) example.org', 'email: contact (at) example.org'],
		['contact arobase exemple.fr', 'email: contact arobase exemple.fr'],
		['Appelez le 06 12 34 56 78 le soir', 'phone: 06 12 34 56 78'],
		['Tél. 02.99.00.11.22', 'phone: 02.99.00.11.22'],
		['0612345678', 'phone: 0612345678'],
		['+33 (0)6 12 34 56 78', 'phone: +33 (0)6 12 34 56 78'],
		['+32 2 555 12 12 à Bruxelles', 'phone: +32 2 555 12 12'],
		['+40-21-555-1234', 'phone: +40-21-555-1234'],
		['un devis de 1 200,50 € par an', 'amount: 1 200,50 €'],
		['moins de 3000 euros', 'amount: 3000 euros'],
		['environ 12 k€', 'amount: 12 k€'],
		['€ 500 per month', 'amount: € 500'],
		['trois mille cinq cents euros', 'amount: trois mille cinq cents euros'],
		['deux millions d’euros', 'amount: deux millions d’euros'],
		['five hundred dollars', 'amount: five hundred dollars'],
		['500 lei pe an', 'amount: 500 lei'],
		['voir https://cloud.amis-du-canal.example/index.php/apps/notes/12 pour le détail', 'internal-link: https://cloud.amis-du-canal.example/index.php/apps/notes/12'],
		['le dossier cloud.amis-du-canal.example/f/1234', 'internal-link: cloud.amis-du-canal.example/f/1234'],
		['https://autre.example/s/AbCdEfGhIjK', 'internal-link: https://autre.example/s/AbCdEfGhIjK'],
		['https://autre.example/f/98765', 'internal-link: https://autre.example/f/98765'],
		['notre serveur 192.168.1.20 est lent', 'internal-link: 192.168.1.20'],
		['http://localhost:8080/admin', 'internal-link: http://localhost:8080/admin'],
		['sur nas.local le soir', 'internal-link: nas.local'],
		['\\\\serveur\\compta\\2024.xls', 'internal-link: \\\\serveur\\compta\\2024.xls'],
		['IBAN FR14 2004 1010 0505 0001 3M02 606', 'iban: FR14 2004 1010 0505 0001 3M02 606'],
		['au 12 bis rue de la République, Nantes', 'address: 12 bis rue de la République'],
		['le mot de passe : Soleil2024!', 'secret: mot de passe : Soleil2024!'],
		['demander à Mme Dupont', 'name: Mme Dupont'],
		['M. Jean-Pierre de La Tour dit', 'name: M. Jean-Pierre de La Tour'],
		['Monsieur Le Goff', 'name: Goff'],
		['avec jeanne Le Goff au bureau puis JEANNE LE GOFF', 'name: JEANNE LE GOFF'],
		['Le Goff Jeanne', 'name: Le Goff Jeanne'],
		['Rose a les codes', 'name: Rose'],
		['Voir avec Camille Durand au bureau', 'name: Camille Durand'],
		['Il faut s’adresser à Inès de Almeida', 'name: Inès de Almeida'],
		['Contact : Paul-Henri Roux', 'name: Paul-Henri Roux'],
		['Eloise a tout configuré', 'name: Eloise'],
	])('in %j', (text, expected) => {
		expect(found(text)).toContain(expected)
	})

	it.each([
		'Nous cherchons un tableur libre pour 12 bénévoles et 3 salarié·es.',
		'Réunion le 12/05/2024 à 18:30, salle 0612.',
		'SIRET 812 345 678 00012 et RNA W442001234',
		'Nextcloud 32.0.1, LibreOffice 24.8.2.1',
		'Le code postal est 44000, le 35 000 aussi.',
		'La zone euro, Euro-Office, un budget en euros.',
		'Les dossiers du bureau de l’association sont perdus.',
		'Une rose des vents sur notre logo.',
		'Madame la Présidente et Monsieur le Maire sont prévenus, ainsi que M. Tout-le-Monde.',
		'Voir https://framasoft.org/fr/ et https://nextcloud.com/fr/apps',
		'Le mot de passe est souvent oublié, un token expire.',
		'GAFAM : Google Agenda, Facebook, WhatsApp, Doodle',
		'Il y a 10 rues et 3 avenues à couvrir.',
		'AB12 3456 7890 1234 5678 est un numéro de série',
		'ISBN 978-2-07-036822-8',
		'12 h 30 à 14 h, du lundi au vendredi',
		'@jeanne',
		'Contacter Framasoft, demander à nos bénévoles, voir avec la Ligue de l’enseignement.',
		'une centaine de mails par semaine',
	])('and nothing in %j', (text) => {
		expect(findRedactions({ problem: text }, { ...house, knownNames: ['Rose Martin', 'Bureau de l’association', 'Admin'] })).toEqual([])
	})

	it('says in which field and where, in the order of reading', () => {
		const redactions = findRedactions({ title: 'Aide', context: 'Pas de souci', problem: 'a@example.org, 06 12 34 56 78' })
		expect(redactions.map(({ field, start, end, kind }) => [field, start, end, kind])).toEqual([
			['problem', 0, 13, 'email'],
			['problem', 15, 29, 'phone'],
		])
	})

	it('points once at a place that two rules know', () => {
		expect(found('jeanne.legoff@cloud.amis-du-canal.example')).toHaveLength(1)
		expect(found('Mme Jeanne Le Goff')).toEqual(['name: Mme Jeanne Le Goff'])
	})

	it('marks exactly the words of its excerpt, in any text', () => {
		fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), fc.constantFrom('\n06 12 34 56 78\n', '\nÉloïse\n', '\na@b.fr\n'), (noise, planted) => {
			const text = noise + planted + noise
			const findings = findRedactions({ text }, house)
			expect(findings.length).toBeGreaterThan(0)
			for (const { start, end, excerpt } of findings) {
				expect(text.slice(start, Math.min(end, start + 80))).toBe(excerpt)
			}
		}), { numRuns: 200 })
	})

	it('does not take the first word of a sentence for a part of a family name', () => {
		const named = (text: string) => findRedactions({ text }, { knownNames: ['Jean des Prés', 'Marie Les Bains'] }).map(({ excerpt }) => excerpt)
		expect(named('Des bénévoles aident. Les clés sont au local.')).toEqual([])
		expect(named('Jean des Prés, puis Marie Les Bains')).toEqual(['Jean des Prés', 'Marie Les Bains'])
	})

	it('looks for five hundred colleagues in a long need while a person waits', () => {
		const knownNames = Array.from({ length: 500 }, (_, at) => `Camille${'abcdefghij'.charAt(at % 10)} Durand${'klmnopqrst'.charAt(at / 10 % 10)}${'uvwxyz'.charAt(at / 100)} Le Goff`)
		const section = 'Camillej et Camillea ont les clés, Durandty Le Goff aussi. '.repeat(110)
		const started = performance.now()
		const findings = findRedactions({ context: section, problem: section, mustHave: section, whoBenefits: section }, { knownNames })
		expect(performance.now() - started).toBeLessThan(2000)
		expect(new Set(findings.map(({ excerpt }) => excerpt))).toEqual(new Set(['Camillej', 'Camillea', 'Durandty', 'Goff']))
	})

	it('reads a long text of one repeated character in well under a second', () => {
		const started = performance.now()
		for (const unit of ['a', '1 ', '.', 'rue ', 'cent ', 'a.', '@', '//', 'M. A']) {
			findRedactions({ text: unit.repeat(20_000 / unit.length) }, house)
		}
		expect(performance.now() - started).toBeLessThan(5000)
	})
})
