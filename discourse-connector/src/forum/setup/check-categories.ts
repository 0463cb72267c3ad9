/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { NeedKind } from '@emancipasso/shared/community/need-vocabulary'
import type { Finding } from './finding.ts'
import type { SetupCategory } from './replies.ts'
import type { Check, Situation, Step } from './situation.ts'

import { communityKinds } from '@emancipasso/shared/vocabulary/community-kinds'
import { categorySecurityPlace, places } from './places.ts'
import { Categories, NewCategory } from './replies.ts'

const MAY_CREATE = 1
const COLORS: Record<NeedKind, string> = { 'technical-help': '0E76BD', 'tool-advice': '3AB54A', 'provider-search': 'F7941D', 'shared-development': '92278F' }

type Kind = typeof communityKinds[number]

/** Whether each kind of need has a category in which the bot may create topics. */
export const checkCategories: Check = async (situation): Promise<Step[]> => {
	// Rights are those of the one who asks, so the bot asks where it can.
	const client = situation.bot ?? situation.admin
	if (client === null) {
		return []
	}
	const categories = await client.request({ method: 'GET', path: '/categories.json', query: { include_subcategories: true } }, Categories)
	return communityKinds.map((kind) => stepOf(kind, categories, situation))
}

/**
 * The variable of the connector that says which category a kind has.
 *
 * @param kind of need
 */
export function categoryVariable(kind: string): string {
	return `DISCOURSE_CATEGORY_${kind.toUpperCase().replaceAll('-', '_')}`
}

function stepOf(kind: Kind, categories: readonly SetupCategory[], situation: Situation): Step {
	const chosen = situation.categories[kind.id]
	const found = categories.find((category) => chosen === undefined ? isMeant(category, kind) : category.id === chosen)
	if (found === undefined) {
		return chosen === undefined ? missing(kind, situation) : { finding: lost(kind, chosen) }
	}
	if ((found.permission ?? MAY_CREATE) !== MAY_CREATE) {
		return { finding: closed(kind, found) }
	}
	if (chosen === undefined) {
		return {
			finding: finding(kind, 'open', true, `la catégorie « ${found.name} » (n° ${found.id}) servira.`, `the category “${found.name}” (no. ${found.id}) will serve.`),
			mend: async ({ keep }) => {
				await keep({ [categoryVariable(kind.id)]: String(found.id) })
				situation.categories[kind.id] = found.id
				return finding(kind, 'done', false, `la catégorie « ${found.name} » (n° ${found.id}) sert maintenant.`, `the category “${found.name}” (no. ${found.id}) serves now.`)
			},
		}
	}
	return { finding: finding(kind, 'ok', false, `la catégorie « ${found.name} » (n° ${found.id}) convient.`, `the category “${found.name}” (no. ${found.id}) is fine.`) }
}

function missing(kind: Kind, situation: Situation): Step {
	const { admin, wishes } = situation
	const name = kind.label[wishes.language]
	const byHand: Finding = {
		...finding(kind, 'by-hand', true, `il manque une catégorie : créez-la, ou choisissez-en une avec --category ${kind.id}=NUMÉRO.`, `a category is missing: make one, or choose one with --category ${kind.id}=NUMBER.`),
		place: places.newCategory,
	}
	return admin === null
		? { finding: byHand }
		: {
				finding: finding(kind, 'open', true, `la catégorie « ${name} » sera créée ; pour en prendre une autre : --category ${kind.id}=NUMÉRO.`, `the category “${name}” will be made; to take another one: --category ${kind.id}=NUMBER.`),
				otherwise: byHand,
				mend: async ({ keep }) => {
					const { category } = await admin.request({
						method: 'POST',
						path: '/categories.json',
						body: { name, slug: kind.id, color: COLORS[kind.id], text_color: 'FFFFFF', permissions: { everyone: MAY_CREATE } },
					}, NewCategory)
					await keep({ [categoryVariable(kind.id)]: String(category.id) })
					situation.categories[kind.id] = category.id
					return finding(kind, 'done', false, `la catégorie « ${name} » (n° ${category.id}) a été créée.`, `the category “${name}” (no. ${category.id}) was made.`)
				},
			}
}

function lost(kind: Kind, id: number): Finding {
	return finding(kind, 'problem', true, `la catégorie n° ${id} n’est pas là, ou le compte du connecteur ne la voit pas. Rendez-lui l’accès, ou choisissez-en une autre avec --category ${kind.id}=NUMÉRO.`, `the category no. ${id} is not there, or the connector’s account cannot see it. Give it access again, or choose another one with --category ${kind.id}=NUMBER.`)
}

function closed(kind: Kind, category: SetupCategory): Finding {
	return {
		...finding(kind, 'by-hand', true, `le compte du connecteur ne peut pas créer de sujet dans « ${category.name} » : donnez à son groupe le droit de créer.`, `the connector’s account cannot create topics in “${category.name}”: give its group the right to create.`),
		place: categorySecurityPlace(category),
	}
}

function isMeant(category: SetupCategory, kind: Kind): boolean {
	return category.slug === kind.id || Object.values(kind.label).some((label) => label.toLowerCase() === category.name.trim().toLowerCase())
}

function finding(kind: Kind, mark: Finding['mark'], blocks: boolean, fr: string, en: string): Finding {
	return { id: `category:${kind.id}`, mark, blocks, sentence: { fr: `${kind.label.fr} : ${fr}`, en: `${kind.label.en}: ${en}` } }
}
