/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/**
 * @return the title as the forum writes it in an address
 */
export function slugOf(title: string): string {
	const slug = title.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
		.replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '')
	return slug === '' ? 'topic' : slug
}
