/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/**
 * The part of JSON Schema that our schemas are written in. They are made from the schemas of the sources
 * (`npm run generate`), so that a rule is written once and the browser needs no library to hold a file to it.
 */
export interface Shape {
	readonly $ref?: string
	readonly $defs?: Readonly<Record<string, Shape>>
	readonly type?: string
	readonly const?: unknown
	readonly enum?: readonly unknown[]
	readonly anyOf?: readonly Shape[]
	readonly properties?: Readonly<Record<string, Shape>>
	readonly required?: readonly string[]
	readonly additionalProperties?: boolean | Shape
	readonly propertyNames?: Shape
	readonly maxProperties?: number
	readonly items?: boolean | Shape
	readonly prefixItems?: readonly Shape[]
	readonly minItems?: number
	readonly maxItems?: number
	readonly minLength?: number
	readonly maxLength?: number
	readonly pattern?: string
	readonly minimum?: number
	readonly maximum?: number
	readonly exclusiveMinimum?: number
	readonly multipleOf?: number
	/** An address must be of the web and safe; other formats are said again by a pattern. */
	readonly format?: string
}

/** Patterns as they were first used. */
const patterns = new Map<string, RegExp>()

/** Deeper than any file of ours, and less deep than the store takes, which is 100. */
const deepest = 90

/**
 * Where a value is not what a schema says: keys from its root, or `null` when all is as it should be.
 *
 * @param value what was read
 * @param shape the schema
 * @param root holds the definitions; the schema itself when left out
 * @param path keys down to the value
 */
export function misfit(value: unknown, shape: Shape, root: Shape = shape, path: readonly string[] = []): readonly string[] | null {
	if (path.length > deepest) {
		return path
	}
	if (shape.$ref !== undefined) {
		const target = shape.$ref === '#' ? root : root.$defs?.[shape.$ref.replace('#/$defs/', '')]
		return target === undefined ? path : misfit(value, target, root, path)
	}
	if (shape.anyOf && !shape.anyOf.some((one) => misfit(value, one, root, path) === null)) {
		return path
	}
	const fits = isOfType(value, shape.type)
		&& (shape.const === undefined || value === shape.const)
		&& (shape.enum === undefined || shape.enum.includes(value))
		&& (typeof value !== 'string' || isText(value, shape))
		&& (typeof value !== 'number' || isNumber(value, shape))
	if (!fits) {
		return path
	}
	if (Array.isArray(value)) {
		return misfitInList(value, shape, root, path)
	}
	return typeof value === 'object' && value !== null ? misfitInObject(value as Record<string, unknown>, shape, root, path) : null
}

/**
 * A copy that holds nothing of which the schema says nothing. Where a value may be one of several, what the first that it
 * fits says counts.
 *
 * @param value of which `misfit` says `null`
 * @param shape the schema
 * @param root holds the definitions; the schema itself when left out
 */
export function onlyKnown(value: unknown, shape: Shape, root: Shape = shape): unknown {
	if (typeof value !== 'object' || value === null) {
		return value
	}
	if (shape.$ref !== undefined) {
		return onlyKnown(value, shape.$ref === '#' ? root : root.$defs?.[shape.$ref.replace('#/$defs/', '')] ?? {}, root)
	}
	if (shape.anyOf) {
		return onlyKnown(value, shape.anyOf.find((one) => misfit(value, one, root) === null) ?? {}, root)
	}
	if (Array.isArray(value)) {
		return value.map((one: unknown, at) => {
			const inside = shape.prefixItems?.[at] ?? shape.items
			return typeof inside === 'object' ? onlyKnown(one, inside, root) : one
		})
	}
	const { properties = {}, additionalProperties: others } = shape
	return Object.fromEntries(Object.entries(value).flatMap(([key, one]): [string, unknown][] => {
		const inside = Object.hasOwn(properties, key) ? properties[key] : others
		return typeof inside === 'object' ? [[key, onlyKnown(one, inside, root)]] : []
	}))
}

function isOfType(value: unknown, type: string | undefined): boolean {
	switch (type) {
		case undefined: return true
		case 'null': return value === null
		case 'array': return Array.isArray(value)
		case 'object': return typeof value === 'object' && value !== null && !Array.isArray(value)
		case 'integer': return Number.isInteger(value)
		default: return typeof value === type
	}
}

function isText(text: string, { minLength = 0, maxLength = Infinity, pattern, format }: Shape): boolean {
	return text.length >= minLength && text.length <= maxLength
		&& (pattern === undefined || patternOf(pattern).test(text))
		&& (format !== 'uri' || (/^https:\/\//iu.test(text) && URL.canParse(text)))
}

function patternOf(pattern: string): RegExp {
	const known = patterns.get(pattern) ?? new RegExp(pattern, 'u')
	patterns.set(pattern, known)
	return known
}

function isNumber(value: number, { minimum = -Infinity, maximum = Infinity, exclusiveMinimum = -Infinity, multipleOf }: Shape): boolean {
	const steps = multipleOf === undefined ? 0 : value / multipleOf
	return value >= minimum && value <= maximum && value > exclusiveMinimum && Math.abs(steps - Math.round(steps)) < 1e-6
}

function misfitInList(list: readonly unknown[], { minItems = 0, maxItems = Infinity, items, prefixItems = [] }: Shape, root: Shape, path: readonly string[]): readonly string[] | null {
	if (list.length < minItems || list.length > maxItems) {
		return path
	}
	return first(list.entries(), ([at, value]) => {
		const shape = prefixItems[at] ?? items
		return shape === false ? path : typeof shape === 'object' ? misfit(value, shape, root, [...path, String(at)]) : null
	})
}

function misfitInObject(object: Readonly<Record<string, unknown>>, { properties = {}, required = [], additionalProperties, propertyNames, maxProperties = Infinity }: Shape, root: Shape, path: readonly string[]): readonly string[] | null {
	const missing = required.find((key) => !Object.hasOwn(object, key))
	if (missing !== undefined) {
		return [...path, missing]
	}
	if (Object.keys(object).length > maxProperties) {
		return path
	}
	return first(Object.entries(object), ([key, value]) => {
		const inside = [...path, key]
		if (propertyNames && misfit(key, propertyNames, root, path)) {
			return inside
		}
		const shape = Object.hasOwn(properties, key) ? properties[key] : additionalProperties
		return shape === false ? inside : typeof shape === 'object' ? misfit(value, shape, root, inside) : null
	})
}

function first<T>(values: Iterable<T>, look: (value: T) => readonly string[] | null): readonly string[] | null {
	for (const value of values) {
		const found = look(value)
		if (found) {
			return found
		}
	}
	return null
}
