/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { ForumData } from './model.ts'

const CATEGORIES = [
	{ slug: 'technical-help', color: '0E76BD', fr: 'Entraide technique', en: 'Technical help', aboutFr: 'Un souci précis avec un outil : on s’entraide.', aboutEn: 'A precise trouble with a tool: we help one another.' },
	{ slug: 'tool-advice', color: '3AB54A', fr: 'Conseils d’outils', en: 'Tool advice', aboutFr: 'Quel outil libre pour quel usage ?', aboutEn: 'Which free tool for which use?' },
	{ slug: 'provider-search', color: 'F7941D', fr: 'Recherche de prestataires', en: 'Finding a provider', aboutFr: 'Trouver qui accompagne les associations.', aboutEn: 'Finding who accompanies associations.' },
	{ slug: 'shared-development', color: '92278F', fr: 'Développement mutualisé', en: 'Shared development', aboutFr: 'Une fonction manque à plusieurs : décrivons-la et finançons-la ensemble.', aboutEn: 'Several of us miss a feature: let us describe it and fund it together.' },
]

const TAG_GROUPS: Record<string, string[]> = {
	'Nature du besoin': ['technical-help', 'tool-advice', 'provider-search', 'shared-development'],
	Situation: ['published', 'withdrawn'],
	Suivi: ['a-qualifier', 'en-cours', 'resolu', 'sans-suite'],
	Pays: ['fr', 'be', 'es', 'ro'],
}

/**
 * A young forum: the four categories, tag groups, the system and the bot, no topic.
 *
 * @param botUsername the account that the API key writes with
 */
export function newForumData(botUsername: string): ForumData {
	const data: ForumData = {
		nextId: 100,
		users: [
			{ id: -1, username: 'system', name: 'system', moderator: true, admin: true, suspended: false, trustLevel: 4 },
			{ id: 1, username: botUsername, name: 'Émancip’Asso', moderator: true, admin: false, suspended: false, trustLevel: 4 },
		],
		categories: CATEGORIES.map((category, index) => ({
			id: index + 5,
			slug: category.slug,
			name: { fr: category.fr, en: category.en },
			description: { fr: category.aboutFr, en: category.aboutEn },
			color: category.color,
			position: index,
			requiresApproval: false,
			staffOnly: false,
		})),
		tags: [],
		tagGroups: [],
		topics: [],
		posts: [],
		queue: [],
		webHooks: [],
		webHookEvents: [],
		apiKeys: [],
		queries: [],
	}
	for (const [name, tagNames] of Object.entries(TAG_GROUPS)) {
		const tagIds = tagNames.map((tagName) => {
			data.tags.push({ id: data.tags.length + 1, name: tagName, staffOnly: false, synonymOf: null })
			return data.tags.length
		})
		data.tagGroups.push({ id: data.tagGroups.length + 1, name, tagIds, onePerTopic: true })
	}
	return data
}
