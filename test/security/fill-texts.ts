/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Marks } from './marks.ts'

import { z } from 'zod'

type Node = z.core.JSONSchema.BaseSchema

/** What stands in a text that is no free one. */
const formats: Record<string, string> = {
	date: '2026-03-01',
	'date-time': '2026-03-01T10:00:00.000Z',
	uuid: '00000000-0000-4000-8000-000000000001',
}

/**
 * A value of a schema in which every free text, also each key of a map and each kind of entry, is a mark of its own: a
 * field that is new in the schema is filled as well.
 *
 * @param schema of an object
 * @param name of it, with which the places of its marks begin
 * @param marks where they are made
 * @param given values by place below the name, such as `.owner`, for what a schema does not say
 * @throws {Error} with the place that it does not know how to fill: then say it in `given`
 */
export function fillTexts<Schema extends z.ZodType>(schema: Schema, name: string, marks: Marks, given: Readonly<Record<string, unknown>> = {}): z.output<Schema> {
	const root: Node = z.toJSONSchema(schema)
	return schema.parse(valueOf(root, ''))

	function valueOf(node: Node, place: string): unknown {
		if (place in given) {
			return given[place]
		}
		if (node.$ref !== undefined) {
			return valueOf(root.$defs![node.$ref.split('/').at(-1)!] as Node, place)
		}
		if (node.const !== undefined || node.enum !== undefined) {
			return node.const ?? node.enum?.[0]
		}
		if (node.anyOf !== undefined) {
			const [only, ...others] = alternatives(node)
			if (only === undefined || others.length > 0) {
				throw new Error(`${name}${place} can be several things.`)
			}
			return valueOf(only, place)
		}
		switch (node.type) {
			case 'string': return textOf(node, place)
			case 'number':
			case 'integer': return node.minimum ?? 1
			case 'boolean': return true
			case 'array': return alternatives(node.items as Node).map((item, at) => valueOf(item, `${place}[${at}]`))
			case 'object': return objectOf(node, place)
			default: throw new Error(`${name}${place} is of a kind that is not known here: ${JSON.stringify(node)}`)
		}
	}

	function textOf(node: Node, place: string): string {
		const formatted = formats[node.format ?? '']
		if (formatted !== undefined) {
			return formatted
		}
		if (node.format !== undefined || node.pattern !== undefined || (node.maxLength ?? Infinity) < marks.length) {
			throw new Error(`${name}${place} is a text that is not known here: ${JSON.stringify(node)}`)
		}
		return marks.make(name + place)
	}

	function objectOf(node: Node, place: string): Record<string, unknown> {
		const fields = Object.entries(node.properties ?? {}).map(([field, inner]) => [field, valueOf(inner as Node, `${place}.${field}`)])
		const { additionalProperties: entry } = node
		const entries = typeof entry !== 'object' || Object.keys(entry).length === 0
			? []
			: alternatives(entry as Node).map((inner, at) => [valueOf(node.propertyNames as Node | undefined ?? { type: 'string' }, `${place}.key${at}`), valueOf(inner, `${place}.*${at}`)])
		return Object.fromEntries([...fields, ...entries]) as Record<string, unknown>
	}
}

/**
 * What a value can be, but for nothing.
 *
 * @param node of a schema
 */
function alternatives(node: Node): Node[] {
	return (node.anyOf as Node[] | undefined ?? [node]).filter(({ type }) => type !== 'null')
}
