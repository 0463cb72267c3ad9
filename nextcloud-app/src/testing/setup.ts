/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

// Tests of what needs no page run without one.
if (globalThis.document !== undefined) {
	// Nextcloud's page has this place for the links that skip to the content.
	const skipActions = document.createElement('div')
	skipActions.id = 'skip-actions'
	document.body.append(skipActions)
	document.documentElement.lang = 'en'
}
