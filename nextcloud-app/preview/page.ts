/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Language } from '@emancipasso/shared/language/localised-text'
import type { Request, Response } from 'express'
import type { Person } from './people.ts'
import type { Store } from './store.ts'

import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { findPerson, newcomer, people } from './people.ts'
import { showSettings, showStart } from './settings.ts'
import { languageOfRequest, personOf } from './visitor.ts'

/** Which of the app's scripts a page runs. */
export type Entry = 'main' | 'admin' | 'workshop-answer'

const words = {
	fr: { title: 'Émancip’Asso — aperçu', public: 'Aperçu hors de Nextcloud : la page que verrait une personne sans compte.', bar: 'Aperçu hors de Nextcloud : rien de ce que vous écrivez ici ne quitte cet ordinateur.', joined: 'Aperçu hors de Nextcloud, relié à un connecteur : ce que vous publiez y est envoyé.', who: 'Vous êtes', change: 'Changer', other: 'English', admin: 'Réglages', app: 'Application', unbuilt: 'Les écrans ne sont pas encore construits. Lancez « npm run build -w nextcloud-app », puis rechargez cette page.' },
	en: { title: 'Émancip’Asso — preview', public: 'Preview outside Nextcloud: the page that somebody without an account would see.', bar: 'Preview outside Nextcloud: nothing that you write here leaves this computer.', joined: 'Preview outside Nextcloud, joined to a connector: what you publish is sent there.', who: 'You are', change: 'Change', other: 'Français', admin: 'Settings', app: 'App', unbuilt: 'The screens are not built yet. Run “npm run build -w nextcloud-app”, then reload this page.' },
} as const

/**
 * A text that is only text in HTML.
 *
 * @param text any text
 */
function escapeHtml(text: string): string {
	return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}

/**
 * Whether the scripts of the screens are there.
 *
 * @param entry which of the app’s scripts
 */
function isBuilt(entry: Entry): boolean {
	return existsSync(fileURLToPath(new URL(`../js/emancipasso-${entry}.mjs`, import.meta.url)))
}

/**
 * Sends a page of the app in the shell that a Nextcloud would put around it, with the same rules for scripts.
 *
 * @param request as it came
 * @param response to answer on
 * @param entry which of the app’s scripts
 * @param store what is kept
 */
export function sendPage(request: Request, response: Response, entry: Entry, store: Store): void {
	const person = personOf(request) ?? findPerson(newcomer)!
	if (personOf(request) === undefined) {
		response.cookie('user', person.id, { httpOnly: true, sameSite: 'lax' })
	}
	const language = languageOfRequest(request)
	if (typeof request.query.lang === 'string') {
		response.cookie('lang', language, { sameSite: 'lax' })
	}
	if (entry === 'admin' && !person.admin) {
		response.status(403).type('text/plain').send(language === 'fr' ? 'Cette page est réservée à l’administration. Changez de personne : /choose?user=alix' : 'This page is for administrators. Be another person: /choose?user=alix')
		return
	}
	const state = entry === 'main' ? { start: showStart({ store, person, language }) } : { settings: showSettings({ store }) }
	sendShell(response, entry, language, {
		head: ` data-user="${person.id}" data-user-displayname="${escapeHtml(person.displayName)}"${person.admin ? ' data-is-admin="true"' : ''}`,
		body: `<body id="body-${entry === 'main' ? 'user' : 'settings'}" dir="ltr" data-themes="default" data-theme-default>
${Object.entries(state).map(([key, value]) => `<input type="hidden" id="initial-state-emancipasso-${key}" value="${encodeState(value)}">`).join('\n')}
<div id="skip-actions"></div>
${bar(entry, person, language, isOnThisComputer(store.state.settings.connectorUrl))}
${entry === 'main' ? main(language) : admin(language)}
</body>`,
	})
}

/**
 * Sends a page for people without an account, in the plain shell that a Nextcloud gives to public pages.
 *
 * @param request as it came
 * @param response to answer on
 */
export function sendPublicPage(request: Request, response: Response): void {
	const language = languageOfRequest(request)
	sendShell(response, 'workshop-answer', language, {
		head: '',
		body: `<body id="body-public" dir="ltr" data-themes="default" data-theme-default>
<div id="skip-actions"></div>
<header id="header"><p class="preview-bar__sentence">${words[language].public}</p></header>
<div id="content" class="app-public"><h1 class="hidden-visually" id="page-heading-level-1">Émancip’Asso</h1><div id="emancipasso-workshop">${isBuilt('workshop-answer') ? '' : `<p>${words[language].unbuilt}</p>`}</div></div>
</body>`,
	})
}

/**
 * Sends the whole page of one of the app's scripts, with Nextcloud's rules for scripts.
 *
 * @param response to answer on
 * @param entry which of the app’s scripts
 * @param language of the reader
 * @param parts HTML that differs
 * @param parts.head attributes of the head that say who reads
 * @param parts.body with its tags
 */
function sendShell(response: Response, entry: Entry, language: Language, parts: { head: string, body: string }): void {
	const nonce = randomBytes(16).toString('base64')
	response.set({
		'Content-Security-Policy': `default-src 'none'; base-uri 'none'; script-src 'nonce-${nonce}' 'strict-dynamic'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; frame-ancestors 'self'; form-action 'self'`,
		'X-Content-Type-Options': 'nosniff',
		'Referrer-Policy': 'no-referrer',
		'Cache-Control': 'no-store',
	})
	response.type('html').send(page(entry, language, nonce, parts))
}

/**
 * A value as Nextcloud hands it to the scripts, which decode it one byte a character: letters beyond ASCII are escaped.
 *
 * @param value anything that JSON can say
 */
function encodeState(value: unknown): string {
	const json = JSON.stringify(value).replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
	return btoa(json)
}

/**
 * The whole page.
 *
 * @param entry which of the app’s scripts
 * @param language of the reader
 * @param nonce that lets a script run
 * @param parts HTML that differs
 * @param parts.head attributes of the head
 * @param parts.body with its tags
 */
function page(entry: Entry, language: Language, nonce: string, { head, body }: { head: string, body: string }): string {
	const script = (source: string, kind = '') => `<script nonce="${nonce}" ${kind} src="${source}"></script>`
	const own = isBuilt(entry) ? script(`/apps/emancipasso/js/emancipasso-${entry}.mjs`, 'type="module"') : ''
	return `<!DOCTYPE html>
<html class="ng-csp" lang="${language}" data-locale="${language}">
<head${head} data-requesttoken="preview">
<meta charset="utf-8">
<title>${words[language].title}</title>
<meta name="csp-nonce" nonce="${nonce}">
<meta name="viewport" content="width=device-width, initial-scale=1.0">
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/preview/theme.css">
<link rel="stylesheet" href="/preview/core.css">
<link rel="stylesheet" href="/preview/shell.css">
<link rel="stylesheet" href="/apps/emancipasso/css/emancipasso-${entry}.css">
${script('/preview/nextcloud-globals.js')}
${language === 'en' ? '' : script(`/apps/emancipasso/l10n/${language}.js`)}
${own}
</head>
${body}
</html>
`
}

/**
 * Whether an address is this computer's own; so is none.
 *
 * @param address of a connector
 */
function isOnThisComputer(address: string): boolean {
	return address === '' || (URL.canParse(address) && /^(127\.|localhost$|\[::1\]$)/.test(new URL(address).hostname))
}

/**
 * The bar that says what this is, and lets one be another person.
 *
 * @param entry which of the app’s scripts
 * @param person who asks
 * @param language of the reader
 * @param isLocal nothing leaves this computer
 */
function bar(entry: Entry, person: Person, language: Language, isLocal: boolean): string {
	const { bar: local, joined, who, change, other, admin: toAdmin, app: toApp } = words[language]
	const options = people.map(({ id, displayName }) => `<option value="${id}"${id === person.id ? ' selected' : ''}>${escapeHtml(displayName)}</option>`).join('')
	const link = entry === 'main' ? `<a href="/index.php/settings/admin/emancipasso">${toAdmin}</a>` : `<a href="/index.php/apps/emancipasso/">${toApp}</a>`
	return `<header id="header">
<p class="preview-bar__sentence">${isLocal ? local : joined}</p>
<form class="preview-bar__form" action="/choose"><label><span class="preview-bar__label">${who}</span> <select name="user">${options}</select></label> <button>${change}</button></form>
${person.admin ? link : ''}
<a href="/choose?lang=${language === 'fr' ? 'en' : 'fr'}" lang="${language === 'fr' ? 'en' : 'fr'}">${other}</a>
</header>`
}

/**
 * Where the screens of the app mount.
 *
 * @param language of the reader
 */
function main(language: Language): string {
	return `<div id="content" class="app-emancipasso"><h1 class="hidden-visually" id="page-heading-level-1">Émancip’Asso</h1><div id="emancipasso">${isBuilt('main') ? '' : `<p>${words[language].unbuilt}</p>`}</div></div>`
}

/**
 * Where the settings mount.
 *
 * @param language of the reader
 */
function admin(language: Language): string {
	return `<div id="content" class="app-settings"><div id="app-content"><h1 class="hidden-visually" id="page-heading-level-1">Émancip’Asso</h1><div id="emancipasso-admin">${isBuilt('admin') ? '' : `<p>${words[language].unbuilt}</p>`}</div></div></div>`
}
