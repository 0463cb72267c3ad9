/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { ErrorRequestHandler, Request, RequestHandler, Response, Router } from 'express'
import type { SignedIn } from './layout.ts'
import type { ConsoleParts } from './parts.ts'
import type { Page } from './route.ts'
import type { StaffVisit, Visit } from './visit.ts'

import express from 'express'
import { noteAction } from '../platform/action-log.ts'
import { html } from '../platform/html.ts'
import { asProblem, Problem } from '../platform/problem.ts'
import { layout } from './layout.ts'
import { countsOf } from './navigation.ts'
import { consoleRoutes } from './routes.ts'
import { script } from './script.ts'
import { cookieOf, setCookie } from './session/cookies.ts'
import { isFromOwnPage } from './session/same-origin.ts'
import { isSame } from './session/secret.ts'
import { SessionStore } from './session/session-store.ts'
import { signInPage } from './sign-in/sign-in-page.ts'
import { SESSION_COOKIE, SignIn } from './sign-in/sign-in.ts'
import { credentialsOf, waysIn } from './sign-in/ways.ts'
import { style } from './style.ts'
import { LANGUAGE_COOKIE, visitOf } from './visit.ts'

const POLICY = 'default-src \'none\'; style-src \'self\'; script-src \'self\'; connect-src \'self\'; img-src \'self\' data:; form-action \'self\'; base-uri \'none\'; frame-ancestors \'none\''

const words = {
	notFound: { fr: 'Cette page n’existe pas, ou plus.', en: 'This page does not exist, or not any more.' },
	failed: { fr: 'Quelque chose n’a pas marché. Réessayez ; si cela continue, regardez le journal du connecteur.', en: 'Something went wrong. Try again; if it goes on, look at the connector’s log.' },
	away: { fr: 'La base de données ne répond pas. Réessayez dans un instant.', en: 'The database does not answer. Try again in a moment.' },
	stale: { fr: 'Ce formulaire venait d’une page trop ancienne : rien n’a été changé. Recommencez.', en: 'This form came from a page that is too old: nothing was changed. Begin again.' },
	elsewhere: { fr: 'Ce formulaire n’a pas été envoyé depuis la console : rien n’a été changé.', en: 'This form was not sent from the console: nothing was changed.' },
	back: { fr: 'Retour à la vue d’ensemble', en: 'Back to the overview' },
}

/** What can be asked for without being signed in. */
export const openRoutes = ['get /style.css', 'get /console.js', 'get /sign-in', 'get /sign-in/forum', 'get /sign-in/return', 'post /sign-in/token'] as const

/**
 * The console for the community's admins, for the path /console of the connector's root.
 *
 * @param parts that it shows and commands
 */
export function createConsole(parts: ConsoleParts): Router {
	const sessions = new SessionStore(parts.database)
	const signIn = new SignIn(parts)
	const router = express.Router()
	router.use((_request, response, next) => {
		response.set({ 'Content-Security-Policy': POLICY, 'Cache-Control': 'no-store' })
		next()
	})
	router.use(switchLanguage(parts), express.urlencoded({ extended: false, limit: '100kb' }))
	const open: Readonly<Record<typeof openRoutes[number], RequestHandler>> = {
		'get /style.css': (_request, response) => {
			response.set('Cache-Control', 'max-age=600').type('text/css').send(style)
		},
		'get /console.js': (_request, response) => {
			response.set('Cache-Control', 'max-age=600').type('text/javascript').send(script)
		},
		'get /sign-in': async (request, response) => {
			const visit = visitOf(parts, request)
			send(response, visit, signInPage(visit, await waysIn(parts)))
		},
		'get /sign-in/forum': async (request, response) => await signIn.toForum(request, response),
		'get /sign-in/return': async (request, response) => await signIn.fromForum(request, response),
		'post /sign-in/token': async (request, response) => await signIn.withToken(request, response),
	}
	for (const [name, handle] of Object.entries(open)) {
		const [method, path = ''] = name.split(' ')
		router[method === 'post' ? 'post' : 'get'](path, handle)
	}
	for (const route of consoleRoutes) {
		if (route.method === 'get') {
			router.get(route.path, staff(async (_request, response, visit) => {
				const page = await route.show(visit)
				if (page === undefined) {
					throw new Problem('not-found')
				}
				const { notice } = visit.session
				if (notice !== null) {
					await sessions.keepNotice(visit.session, null)
				}
				send(response, visit, page, { session: visit.session, notice, counts: await countsOf(parts.database.kysely) })
			}))
		} else {
			router.post(route.path, staff(async (_request, response, visit) => {
				const { to, text, trouble = false, target } = await route.act(visit)
				if (target !== undefined) {
					await noteAction(parts.database.kysely, { who: visit.session.who, action: route.action, target })
				}
				await sessions.keepNotice(visit.session, { text, trouble })
				response.redirect(303, `${visit.base}${to}`)
			}))
		}
	}
	const showError: ErrorRequestHandler = (error, request, response, next) => {
		if (response.headersSent) {
			next(error)
			return
		}
		const problem = asProblem(error)
		if (problem === undefined) {
			request.log.error({ err: error }, 'The console failed in a way nobody expected')
		}
		const status = problem?.status ?? 500
		sendError(response, visitOf(parts, request), status, status === 404 ? words.notFound : status === 503 ? words.away : words.failed)
	}
	router.use(() => {
		throw new Problem('not-found')
	})
	router.use(showError)
	return router

	/**
	 * Lets through who is signed in and, for what changes something, came from one of their own forms.
	 *
	 * @param handle what they asked for
	 */
	function staff(handle: (request: Request, response: Response, visit: StaffVisit) => Promise<void>): RequestHandler {
		return async (request, response) => {
			const visit = visitOf(parts, request)
			const token = cookieOf(request, SESSION_COOKIE)
			const session = token ? await sessions.find(token, credentialsOf(parts)) : undefined
			const isChange = request.method === 'POST'
			if (session === undefined) {
				const query = new URLSearchParams({ ...(token ? { why: 'ended' } : {}), ...(isChange ? {} : { back: request.path }) }).toString()
				response.redirect(303, `${visit.base}/sign-in${query === '' ? '' : `?${query}`}`)
				return
			}
			if (isChange && !isFromOwnPage(request, parts)) {
				return sendError(response, visit, 403, words.elsewhere)
			}
			if (isChange && !isSame(visit.form.token ?? '', session.formToken)) {
				return sendError(response, visit, 403, words.stale)
			}
			await handle(request, response, { ...visit, session })
		}
	}
}

function send(response: Response, visit: Visit, page: Page, signedIn?: SignedIn): void {
	response.status(page.status ?? 200).type('text/html').send(layout(visit, page, signedIn))
}

function sendError(response: Response, visit: Visit, status: number, text: { fr: string, en: string }): void {
	const { say, base } = visit
	send(response, visit, { title: say(text), status, content: html`<p><a href="${base}">${say(words.back)}</a></p>` })
}

/**
 * Remembers the language that the address names.
 *
 * @param parts of the console
 */
function switchLanguage(parts: ConsoleParts): RequestHandler {
	return (request, response, next) => {
		const { lang, ...rest } = request.query
		if (request.method !== 'GET' || (lang !== 'fr' && lang !== 'en')) {
			next()
			return
		}
		setCookie(response, parts, LANGUAGE_COOKIE, lang, 365 * 86_400)
		const query = new URLSearchParams(Object.entries(rest).flatMap(([name, value]) => typeof value === 'string' ? [[name, value]] : [])).toString()
		const { base } = visitOf(parts, request)
		response.redirect(303, `${base}${request.path === '/' ? '' : request.path}${query === '' ? '' : `?${query}`}`)
	}
}
