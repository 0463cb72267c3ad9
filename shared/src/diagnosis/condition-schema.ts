/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { z } from 'zod'

const id = z.string().min(1).max(60)
const ids = z.array(id).min(1)

const leafSchemas = [
	z.strictObject({ always: z.literal(true) }),
	z.strictObject({ flag: id }),
	z.strictObject({
		inventory: z.strictObject({
			use: id.optional(),
			hosting: ids.optional(),
			contains: ids.optional(),
			status: ids.optional(),
			notStatus: ids.optional(),
		}),
	}),
	z.strictObject({ q: id, op: z.literal('answered') }),
	z.strictObject({ q: id, op: z.enum(['eq', 'ne']), value: id }),
	z.strictObject({ q: id, op: z.enum(['in', 'includesAny']), value: ids }),
] as const

/** One thing to check: an answer, a flag, the inventory, or nothing at all. */
export type ConditionLeaf = z.infer<typeof leafSchemas[number]>

/** What must be true for a question to show or a rule to fire. Pure data; `condition.ts` says what it means. */
export type Condition = ConditionLeaf | { all: Condition[] } | { any: Condition[] } | { not: Condition }

export const conditionSchema: z.ZodType<Condition> = z.lazy(() => z.union([
	...leafSchemas,
	z.strictObject({ all: z.array(conditionSchema).min(1) }),
	z.strictObject({ any: z.array(conditionSchema).min(1) }),
	z.strictObject({ not: conditionSchema }),
]))
