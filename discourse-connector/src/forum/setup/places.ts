/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Place } from './finding.ts'

/** Where an admin of the forum finds what a sentence speaks of. The addresses are those of every generation; menus differ. */
export const places = {
	keys: { label: { fr: 'Admin → Avancé → Clés d’API', en: 'Admin → Advanced → API keys' }, path: '/admin/api/keys' },
	webhooks: { label: { fr: 'Admin → Avancé → Webhooks', en: 'Admin → Advanced → Webhooks' }, path: '/admin/api/web_hooks' },
	users: { label: { fr: 'Admin → Utilisateurs', en: 'Admin → Users' }, path: '/admin/users/list/active' },
	newCategory: { label: { fr: 'Catégories → Nouvelle catégorie', en: 'Categories → New category' }, path: '/new-category' },
	tagGroups: { label: { fr: 'Étiquettes → Gérer les groupes d’étiquettes', en: 'Tags → Manage tag groups' }, path: '/tag_groups' },
	explorer: { label: { fr: 'Admin → Extensions → Data Explorer', en: 'Admin → Plugins → Data Explorer' }, path: '/admin/plugins/explorer' },
} as const satisfies Record<string, Place>

/**
 * One setting of the forum.
 *
 * @param name Discourse's name of it
 */
export function settingPlace(name: string): Place {
	return { label: { fr: 'Admin → Paramètres', en: 'Admin → Settings' }, path: `/admin/site_settings/category/all_results?filter=${name}` }
}

/**
 * The admin's page of one account.
 *
 * @param user of the forum
 * @param user.id number
 * @param user.username name of the account
 */
export function userPlace({ id, username }: { id: number, username: string }): Place {
	return { label: { fr: 'Admin → Utilisateurs → le compte → Permissions', en: 'Admin → Users → the account → Permissions' }, path: `/admin/users/${id}/${encodeURIComponent(username)}` }
}

/**
 * Who may do what in a category.
 *
 * @param category of the forum
 * @param category.id number
 * @param category.slug part of its address
 */
export function categorySecurityPlace({ id, slug }: { id: number, slug: string }): Place {
	return { label: { fr: 'La catégorie → Modifier → Sécurité', en: 'The category → Edit → Security' }, path: `/c/${slug}/${id}/edit/security` }
}
