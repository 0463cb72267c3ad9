/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

// The few globals of a Nextcloud page that the app and its libraries read.
window._oc_webroot = ''
window._oc_appswebroots = { emancipasso: '/apps/emancipasso' }
window._oc_l10n_registry_translations = {}
window._oc_l10n_registry_plural_functions = {}
window.OCA = {}
window.OCP = { Accessibility: { disableKeyboardShortcuts: () => false } }
window.OC = {
	appswebroots: window._oc_appswebroots,
	config: { modRewriteWorking: false },
	coreApps: [],
	filePath: (app, type, file) => [`/apps/${app}`, type, file].filter(Boolean).join('/'),
	L10N: {
		register(app, bundle) {
			window._oc_l10n_registry_translations[app] = { ...window._oc_l10n_registry_translations[app], ...bundle }
			// French files hold one, many and other; two of them are told apart here, as Nextcloud does in a browser.
			window._oc_l10n_registry_plural_functions[app] = (number) => document.documentElement.lang === 'fr' ? Number(number > 1) : Number(number !== 1)
		},
	},
}
