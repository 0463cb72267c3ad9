/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { NeedDraft } from '@emancipasso/shared/community/need'
import type { BrowserContext, Page } from 'playwright-core'
import type { Site } from './site.ts'

import { canonicalText, toPublication } from '@emancipasso/shared/community/publication'
import { newDiagnosis } from '@emancipasso/shared/diagnosis/diagnosis-document'
import { staticPacks } from '@emancipasso/shared/packs/static-packs'
import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import reference from '../../../shared/src/diagnosis/testing/reference-associations.json' with { type: 'json' }
import { ForumPage } from './forum-page.ts'
import { mouse } from './hand.ts'

/** What an association has in its cloud after some weeks. */
export interface ExampleLife {
	/** A full diagnosis that is finished. */
	diagnosis: string
	/** A short one that was just begun. */
	begun: string
	/** A need that nobody approved yet. */
	draft: string
	/** A need on the forum, with a reply. */
	published: string
	/** Address of its topic. */
	topic: string
}

interface Reference {
	id: string
	answers: Record<string, string | string[]>
	inventory: Record<string, unknown>[]
}

/** The pack that the app of these sources has. */
const questionnaire = { id: 'asso-digital-diagnosis', version: staticPacks().find(({ name }) => name === 'questionnaire')!.version }

const organisationName = 'Les Ateliers du Port'

/** A complete need; the draft below says more of people than it should, so that the preview has something to point out. */
const need: NeedDraft = {
	kind: 'shared-development',
	title: 'Un planning de permanences relié aux adhésions',
	context: 'Nous tenons une recyclerie avec quarante bénévoles, ouverte cinq demi-journées par semaine.',
	problem: 'Les inscriptions aux permanences se font par téléphone et dans un tableur que deux personnes modifient en même temps. Chaque mois, une permanence reste sans personne.',
	mustHave: '- s’inscrire depuis un téléphone, sans créer de compte\n- voir qui a les clés\n- prévenir la veille',
	whoBenefits: 'Toutes les associations qui tiennent un lieu avec des bénévoles.',
	toolsConcerned: ['Nextcloud', 'Galette'],
	urgency: 'months',
	signature: { choice: 'descriptor', text: '' },
	showSize: false,
	showRegion: false,
	budgetHint: '500 à 1 000 €',
	language: 'fr',
}

/**
 * Lives the first weeks of an association through the app's API, as the person of the context.
 *
 * @param site with nothing in it
 * @param context of someone who may do everything
 */
export async function liveFirstWeeks(site: Site, context: BrowserContext): Promise<ExampleLife> {
	const page = await context.newPage()
	await page.goto(site.app)
	const call = async (method: string, path: string, body?: unknown): Promise<Record<string, unknown>> => await page.evaluate(async ([verb, url, json]) => {
		const response = await fetch(url!, { method: verb!, headers: { Accept: 'application/json', 'Content-Type': 'application/json', 'OCS-APIRequest': 'true', requesttoken: document.head.dataset.requesttoken ?? '' }, body: json ?? null })
		const text = await response.text()
		if (!response.ok) {
			throw new Error(`${verb} ${url}: ${text.slice(0, 500)}`)
		}
		return (JSON.parse(text) as { ocs: { data: Record<string, unknown> } }).ocs.data
	}, [method, `${new URL('/', site.app).origin}/ocs/v2.php/apps/emancipasso/api/v1${path}`, body === undefined ? null : JSON.stringify(body)])

	const { id: organisation } = await call('POST', '/organisations', { name: organisationName, membersGroup: 'association', managersGroup: 'bureau', publishersGroup: 'bureau', territory: 'FR-PDL', associationSize: 'staff-1-5' })
	const keep = async (kind: string, title: string, status: string, document: object) => {
		const id = randomUUID()
		await call('POST', `/organisations/${String(organisation)}/documents`, { id, kind, title, status, document })
		return id
	}
	await keep('diagnosis', 'Diagnostic du 7 octobre 2025', 'analysed', closedDiagnosis())
	const diagnosis = await keep('diagnosis', 'Diagnostic du 3 octobre 2026', 'done', finishedDiagnosis())
	const begun = await keep('diagnosis', 'Diagnostic du 20 novembre 2026', 'draft', newDiagnosis(questionnaire, 'short'))
	const draft = await keep('need', need.title, 'draft', { ...need, problem: `${need.problem} Voir avec Camille Durand au 02 40 00 00 00 ou camille@example.org.` })
	const published = await keep('need', 'Quel agenda partagé pour une équipe de bénévoles ?', 'published', { ...need, kind: 'tool-advice', title: 'Quel agenda partagé pour une équipe de bénévoles ?' })

	const path = `/organisations/${String(organisation)}/documents/${published}`
	const publication = canonicalText(toPublication({ ...need, kind: 'tool-advice', title: 'Quel agenda partagé pour une équipe de bénévoles ?' }, { name: organisationName }))
	await call('PUT', `${path}/approval`, { publication })
	await call('PUT', `${path}/publication`, { publication })
	const topic = await replyOnForum(page, async () => await call('GET', `/organisations/${String(organisation)}/needs/${published}`))
	await page.close()
	return { diagnosis, begun, draft, published, topic }
}

/** The answers of an association like many. */
function finishedDiagnosis() {
	const music = (reference.associations as Reference[]).find(({ id }) => id === 'amateur-music')!
	const inventory = Object.fromEntries(music.inventory.map((line, position) => [`line-${position}`, { ...line, position }]))
	return { ...newDiagnosis(questionnaire, 'full'), answers: music.answers, inventory }
}

/** The same association a year before. */
function closedDiagnosis(): object {
	const { answers, ...others } = finishedDiagnosis()
	return { ...others, answers: { ...answers, 'gov-lead': 'one-person', 'security-admins': 'one' }, closedAt: '2025-10-07T18:00:00.000Z' }
}

/**
 * Replies to the topic once the forum has it, and waits until the app can read the reply.
 *
 * @param page of the person
 * @param read the need with its replies
 * @return the address of the topic
 */
async function replyOnForum(page: Page, read: () => Promise<Record<string, unknown>>): Promise<string> {
	const until = async <Found>(look: (answer: { need: { link: { topicUrl?: string } }, replies: unknown[] }) => Found | undefined): Promise<Found> => {
		for (let looks = 0; looks < 300; looks++) {
			const found = look(await read() as { need: { link: { topicUrl?: string } }, replies: unknown[] })
			if (found !== undefined) {
				return found
			}
			await wait(200)
		}
		throw new Error('The forum and the connector did not find one another.')
	}
	const topic = await until(({ need: { link } }) => link.topicUrl)
	const tab = await page.context().newPage()
	const forum = new ForumPage(tab, mouse)
	await forum.open(topic)
	await forum.reply('Bonjour ! Chez nous, un agenda partagé et deux personnes référentes suffisent. Venez voir un mardi soir.')
	await tab.close()
	await until(({ replies }) => replies.length > 0 || undefined)
	return topic
}
