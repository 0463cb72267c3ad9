/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { ProviderCard } from '@emancipasso/shared/directory/provider'
import type { VocabularyEntry } from '@emancipasso/shared/vocabulary/vocabulary'

import postcodesFr from '@emancipasso/shared/data/postcodes-fr.json' with { type: 'json' }
import { locatePostcode } from '@emancipasso/shared/geography/postcode'
import { associationSizes } from '@emancipasso/shared/vocabulary/association-sizes'
import { domains } from '@emancipasso/shared/vocabulary/domains'
import { formats } from '@emancipasso/shared/vocabulary/formats'
import { modalities } from '@emancipasso/shared/vocabulary/modalities'
import { regionOfDepartement } from '@emancipasso/shared/vocabulary/regions'
import { sectors } from '@emancipasso/shared/vocabulary/sectors'
import { services } from '@emancipasso/shared/vocabulary/services'
import { randomFrom } from '../support/random.ts'
import { communes } from './communes.ts'

const kinds = `Association, Atelier, Coopérative, Collectif, Fabrique, Médiation numérique, Espace numérique, Maison du libre, Collège,
Fédération, Réseau, Centre de ressources, Café associatif, Tiers-lieu, Compagnie, Union, Ligue, Point libre, Bureau, Cabinet`
	.split(/,\s*/)
const qualities = `tisserands, passeurs, marmottes, coquelicots, hirondelles, alizés, chemins, colporteurs, éclaireuses, jardiniers,
bateliers, genêts, châtaigniers, ardoisières, lucioles, ricochets, boussoles, moulins, clochers, falaises, sentinelles, vagabonds,
libellules, cigales, bruyères, garrigues, ruisseaux, charpentiers, bergères, vendangeurs, funambules, trouvères, saltimbanques,
grillons, pommiers, horizons, marées, estuaires, volcans, glaciers, mésanges, chouettes, hérissons, renards, écureuils, tournesols`
	.split(/,\s*/)
const surnames = `Durand, Lefèvre, Moreau, Girard, Bonnet, Lambert, Fontaine, Rousseau, Vincent, Müller, Faure, André, Mercier, Blanc,
Guérin, Boyer, Garnier, Chevalier, François, Legrand, Gauthier, Garcia, Perrin, Robin, Clément, Morin, Nicolas, Henry, Roussel,
Mathieu, Gautier, Masson, Marchand, Duval, Denis, Dumont, Marie, Lemaire, Noël, Meyer, Dufour, Meunier, Brun, Blanchard, Giraud,
Joly, Rivière, Lucas, Brunet, Gaillard, Barbier, Arnaud, Martínez, Gérard, Roche, Renard, Schmitt, Leroux, Colin, Vidal, Caron,
Picard, Roger, Fabre, Aubert, Lemoine, Renaud, Dumas, Lacroix, Olivier, Philippe, Bourgeois, Pierre, Benoît, Rey, Leclerc, Payet`
	.split(/,\s*/)
const phrases = `accompagne les associations dans leurs choix numériques; anime des ateliers pour les bénévoles et les équipes salariées;
aide à quitter les services des géants du numérique pas à pas; forme les équipes aux outils collaboratifs libres;
réalise un diagnostic partagé avant toute préconisation; suit les projets pendant plusieurs mois après la mise en place;
reprend les données des anciens outils et documente les usages; organise des permanences ouvertes à toutes et à tous;
relie la stratégie numérique au projet associatif; cherche avec vous les financements de la transition;
installe et entretient des services libres avec les hébergeurs éthiques de la région; prépare le cahier des charges avec le conseil`
	.split(/;\s*/)

/** One element of a list that is not empty. */
export function pick<T>(random: () => number, list: readonly T[]): T {
	const element = list[Math.floor(random() * list.length)]
	if (element === undefined) {
		throw new RangeError('Nothing to pick from.')
	}
	return element
}

function some<const Entries extends readonly VocabularyEntry[]>(random: () => number, vocabulary: Entries, share: number): Entries[number]['id'][] {
	return vocabulary.filter(() => random() < share).map((entry): Entries[number]['id'] => entry.id)
}

const syllables = 'ba bre cal cor da dri el fa gor gui ka la len lu ma mi no nar ol pa qui ra ro sel so ta ti tor va ver vi zan'.split(' ')

// A third of the names are words of nobody's dictionary, as the names of organisations often are.
function coin(random: () => number): string {
	const word = Array.from({ length: 2 + Math.floor(random() * 2) }, () => pick(random, syllables)).join('')
	return word.slice(0, 1).toUpperCase() + word.slice(1)
}

function makeProvider(random: () => number, number: number): ProviderCard {
	const commune = pick(random, communes)
	const place = locatePostcode(postcodesFr, commune.postcode)
	const region = regionOfDepartement(place?.departement ?? '')
	const called = random() < 0.33 ? coin(random) : pick(random, surnames)
	const name = `${pick(random, kinds)} ${random() < 0.5 ? `des ${pick(random, qualities)} ` : ''}${called}`
	const sentence = () => `${name} ${pick(random, phrases)}, à ${commune.name} et autour.`
	return {
		id: `bench--${number}`,
		example: true,
		name,
		description: { short: { fr: sentence() }, long: { fr: Array.from({ length: 6 }, sentence).join(' ') } },
		services: some(random, services, 0.4),
		domains: some(random, domains, 0.3),
		inclusionDomains: [],
		audiences: [],
		formats: some(random, formats, 0.3),
		modalities: some(random, modalities, 0.5),
		associationSizes: some(random, associationSizes, 0.6),
		sectors: some(random, sectors, 0.2),
		steps: [],
		solutions: ['nextcloud-files', 'cryptpad'],
		address: {
			postcode: commune.postcode,
			commune: commune.name,
			country: 'FR',
			...(region === undefined ? {} : { region }),
			...(place === undefined ? {} : { lat: place.lat, lon: place.lon }),
		},
		zones: [],
		countries: ['FR'],
		languages: ['fr'],
		networks: [],
		labels: [],
		trainings: [],
		source: { id: 'bench', name: 'Benchmark' },
		updatedAt: '2026-09-01',
		status: 'listed',
		contacts: { socials: [] },
		hiddenContacts: false,
		references: [],
	}
}

/**
 * Invented providers in real French towns, the same ones at each run.
 *
 * @param count how many
 */
export function makeProviders(count: number): ProviderCard[] {
	const random = randomFrom(20260901)
	return Array.from({ length: count }, (_, number) => makeProvider(random, number))
}
