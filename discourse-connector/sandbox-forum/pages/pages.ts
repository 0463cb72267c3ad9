/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Request, Response } from 'express'
import type { Forum } from '../forum.ts'
import type { View } from './view.ts'

import { Router } from 'express'
import { Refusal } from '../answer.ts'
import { list, record, text } from '../fields.ts'
import { person } from '../people.ts'
import { slugOf } from '../topics/slug.ts'
import { ACTS, formOf } from './actions.ts'
import { askWho, CONNECT_PATH, sayWho } from './connect-page.ts'
import { homePage } from './home.ts'
import { html } from './html.ts'
import { page } from './layout.ts'
import { topicPage } from './topic.ts'
import { personCookie, viewOf } from './view.ts'

const NO_SCRIPTS = 'default-src \'none\'; style-src \'unsafe-inline\'; img-src \'self\'; form-action \'self\'; base-uri \'none\'; frame-ancestors \'none\''

/**
 * The forum as people see it: plain pages and forms, no script.
 *
 * @param forum read and changed
 * @param save called after each act
 */
export function pages(forum: Forum, save: () => void): Router {
	const router = Router()
	router.use((_request, response, next) => {
		response.set({ 'Content-Security-Policy': NO_SCRIPTS, 'Cache-Control': 'no-store' })
		next()
	})
	router.get('/', (request, response) => {
		response.send(homePage(viewOf(forum, request)))
	})
	router.get('/c/:slug/:id', (request, response, next) => {
		const category = forum.state.category(Number(request.params.id))
		if (category === undefined) {
			next()
			return
		}
		response.send(homePage(viewOf(forum, request), category))
	})
	for (const path of ['/t/:id', '/t/:slug/:id', '/t/:slug/:id/:postNumber']) {
		router.get(path, (request, response, next) => showTopic(forum, request, response, next))
	}
	router.post('/{*path}', (request, response, next) => {
		if (comesFromElsewhere(request)) {
			response.status(403).send('403')
			return
		}
		next()
	})
	router.get(CONNECT_PATH, (request, response) => askWho(forum, request, response))
	router.post(CONNECT_PATH, (request, response) => {
		sayWho(forum, request, response)
		save()
	})
	router.post('/person', (request, response) => {
		const form = formOf(request)
		const back = text(form.back) ?? '/'
		response.append('Set-Cookie', personCookie(text(form.name) ?? '', form.role === 'member' ? 'member' : 'moderator'))
		response.redirect(303, /^\/(?![/\\])/.test(back) ? back : '/')
	})
	for (const [path, act] of Object.entries(ACTS)) {
		router.post(path, (request, response) => {
			const view = viewOf(forum, request)
			try {
				const who = person(forum, view.person.name, view.person.role)
				const topic = act({ forum, who, form: formOf(request), id: Number([request.params.id].flat()[0]) })
				save()
				response.redirect(303, `/t/${slugOf(topic.title)}/${topic.id}`)
			} catch (error) {
				refuse(view, response, error)
			}
		})
	}
	router.use((request, response) => {
		const view = viewOf(forum, request)
		response.status(404).send(page(view, view.say('notFound'), html`<h1>${view.say('notFound')}</h1><p><a href="/">${view.say('home')}</a></p>`))
	})
	return router
}

function showTopic(forum: Forum, request: Request, response: Response, next: () => void): void {
	const view = viewOf(forum, request)
	const topic = forum.state.topic(Number(request.params.id ?? request.params.slug))
	if (topic === undefined || topic.archetype !== 'regular' || (topic.deletedAt !== null && view.person.role !== 'moderator')) {
		next()
		return
	}
	response.send(topicPage(view, topic))
}

function refuse(view: View, response: Response, error: unknown): void {
	if (!(error instanceof Refusal)) {
		throw error
	}
	const sentences = (list(record(error.answer.body).errors) ?? []).map(String)
	response.status(error.answer.status === 200 ? 202 : error.answer.status).send(page(view, view.say('refused'), html`
<h1>${view.say('refused')}</h1><ul>${sentences.map((sentence) => html`<li>${sentence}</li>`)}</ul><p><a href="${view.path}">${view.say('back')}</a></p>`))
}

/** A form of another site cannot act here. */
function comesFromElsewhere(request: Request): boolean {
	const site = request.get('Sec-Fetch-Site')
	return site !== undefined && site !== 'same-origin' && site !== 'none'
}
