/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Express, Response } from 'express'
import type { Connector } from './connector.ts'
import type { Store } from './store.ts'

import { appApiBase, appPackPath } from '@emancipasso/shared/contract/app-api'
import express from 'express'
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { apiRouter } from './api.ts'
import { filesRouter } from './files.ts'
import { groupsRouter } from './groups.ts'
import { onlyOwnNames } from './own-names.ts'
import { packText } from './packs.ts'
import { sendPage, sendPublicPage } from './page.ts'
import { people } from './people.ts'
import { languageOfRequest, personOf } from './visitor.ts'

const appFolder = fileURLToPath(new URL('..', import.meta.url))
const shellFolder = fileURLToPath(new URL('./shell', import.meta.url))

/** A year: what has its version in its address never changes. */
const forEver = 'public, max-age=31536000, immutable'

/**
 * The app's screens and its API without a Nextcloud.
 *
 * @param store what is kept
 * @param connector where publications go
 * @param listening the host that it listens on, a name or an address
 */
export function createHost(store: Store, connector: Connector, listening = '127.0.0.1'): Express {
	const host = express()
	host.disable('x-powered-by')
	host.use(onlyOwnNames(listening))
	host.use(appApiBase, apiRouter(store, connector))
	host.use('/ocs/v2.php/cloud', groupsRouter(store))

	host.get(`/index.php${appPackPath.replaceAll(/\{(\w+)\}/g, ':$1')}`, (request, response) => {
		if (personOf(request) === undefined) {
			response.status(401).json({ message: 'Current user is not logged in' })
			return
		}
		const { name, version }: Record<string, unknown> = request.params
		const text = packText(store, String(name), String(version))
		if (text === undefined) {
			response.status(404).json({ message: 'No such pack' })
			return
		}
		response.set('Cache-Control', forEver).type('application/json').send(text)
	})

	// The browser's own language files come from the JSON that people translate: no build is needed to see a text.
	host.get('/apps/emancipasso/l10n/:language.js', (request, response) => {
		sendTranslations(response, request.params.language)
	})
	for (const folder of ['js', 'css', 'img']) {
		host.use(`/apps/emancipasso/${folder}`, express.static(appFolder + folder, { index: false, redirect: false, setHeaders: (response) => response.set('Cache-Control', 'no-cache') }))
	}
	host.use('/preview', express.static(shellFolder, { index: false }))

	host.get('/index.php/csrftoken', (_request, response) => {
		response.json({ token: 'preview' })
	})
	host.get('/', (_request, response) => response.redirect('/index.php/apps/emancipasso/'))
	host.get('/choose', (request, response) => {
		const { user, lang } = request.query
		if (typeof user === 'string' && people.some(({ id }) => id === user)) {
			response.cookie('user', user, { httpOnly: true, sameSite: 'lax' })
		}
		if (lang === 'fr' || lang === 'en') {
			response.cookie('lang', lang, { sameSite: 'lax' })
		}
		response.redirect('/index.php/apps/emancipasso/')
	})
	host.get(/^\/index\.php\/apps\/emancipasso(\/((directory|diagnosis|tools|plan|papers|needs|organisation)(\/.*)?)?)?$/, (request, response) => sendPage(request, response, 'main', store))
	host.get('/index.php/apps/emancipasso/workshop/:token', (request, response) => sendPublicPage(request, response))
	host.use('/index.php/apps/files', filesRouter(store))
	host.get('/index.php/settings/admin/emancipasso', (request, response) => sendPage(request, response, 'admin', store))
	host.use((request, response) => {
		const sentence = languageOfRequest(request) === 'en' ? 'There is no page at this address. The app is at /index.php/apps/emancipasso/.' : 'Il n’y a pas de page à cette adresse. L’application est à /index.php/apps/emancipasso/.'
		response.status(404).type('text/plain').send(sentence)
	})
	return host
}

/**
 * Sends a language as a script, the way Nextcloud does.
 *
 * @param response to answer on
 * @param language of the reader
 */
function sendTranslations(response: Response, language: string): void {
	const file = `${appFolder}l10n/${language}.json`
	if (!/^[a-z]{2}$/.test(language) || !existsSync(file)) {
		response.status(404).end()
		return
	}
	const { translations, pluralForm } = JSON.parse(readFileSync(file, 'utf8')) as { translations: Record<string, unknown>, pluralForm?: string }
	response.type('text/javascript').send(`OC.L10N.register("emancipasso", ${JSON.stringify(translations)}, ${JSON.stringify(pluralForm ?? '')})`)
}
