/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { NeedDraft } from '@emancipasso/shared/community/need'
import type { InventoryLine, StoredInventoryLine } from '@emancipasso/shared/diagnosis/answers'
import type { Action } from '@emancipasso/shared/plan/action'
import type { BrowserContext, Page } from 'playwright-core'
import type { Site } from './site.ts'

import { canonicalText, toPublication } from '@emancipasso/shared/community/publication'
import questions from '@emancipasso/shared/data/questionnaire.json' with { type: 'json' }
import solutions from '@emancipasso/shared/data/solutions.json' with { type: 'json' }
import { newDiagnosis } from '@emancipasso/shared/diagnosis/diagnosis-document'
import { staticPacks } from '@emancipasso/shared/packs/static-packs'
import { newAction, newMove } from '@emancipasso/shared/plan/new-action'
import { solutionsSchema } from '@emancipasso/shared/plan/solution'
import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { hashId } from '../../../nextcloud-app/src/documents/hash-id.ts'
import reference from '../../../shared/src/diagnosis/testing/reference-associations.json' with { type: 'json' }
import { holdWorkshop } from './example-workshop.ts'
import { ForumPage } from './forum-page.ts'
import { mouse } from './hand.ts'

/** What an association has in its cloud after some weeks. */
export interface ExampleLife {
	/** A full diagnosis that is finished. */
	diagnosis: string
	/** An action of the plan: the move of a tool. */
	action: string
	/** One that people answer in a workshop, and the secret of its link. */
	workshop: { diagnosis: string, token: string }
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
	const keep = async (kind: string, title: string, status: string, document: object, id: string = randomUUID()) => {
		await call('POST', `/organisations/${String(organisation)}/documents`, { id, kind, title, status, document, dueDate: 'dueDate' in document ? document.dueDate : null })
		return id
	}
	await keep('diagnosis', 'Autodiagnostic du 7 octobre 2025 (forme complète)', 'analysed', closedDiagnosis())
	const diagnosis = await keep('diagnosis', 'Autodiagnostic du 3 octobre 2026 (forme complète)', 'done', finishedDiagnosis())
	const together = await keep('diagnosis', 'Atelier du 12 novembre 2026 (forme courte)', 'draft', { ...newDiagnosis(questionnaire, 'short'), method: 'group' })
	const workshop = { diagnosis: together, token: await holdWorkshop(call, `/organisations/${String(organisation)}/documents/${together}`, questionnaire.version) }
	const begun = await keep('diagnosis', 'Autodiagnostic du 20 novembre 2026 (forme courte)', 'draft', newDiagnosis(questionnaire, 'short'))
	await keep('inventory', 'Nos outils', 'living', { schemaVersion: 1, lines: tools() }, hashId(`inventory ${String(organisation)}`))
	const action = await keepPlan(keep)
	const draft = await keep('need', need.title, 'draft', { ...need, problem: `${need.problem} Voir avec Camille Durand au 02 40 00 00 00 ou camille@example.org.` })
	const published = await keep('need', 'Quel agenda partagé pour une équipe de bénévoles ?', 'published', { ...need, kind: 'tool-advice', title: 'Quel agenda partagé pour une équipe de bénévoles ?' })

	const path = `/organisations/${String(organisation)}/documents/${published}`
	const publication = canonicalText(toPublication({ ...need, kind: 'tool-advice', title: 'Quel agenda partagé pour une équipe de bénévoles ?' }, { name: organisationName }))
	await call('PUT', `${path}/approval`, { publication })
	await call('PUT', `${path}/publication`, { publication })
	const topic = await replyOnForum(page, async () => await call('GET', `/organisations/${String(organisation)}/needs/${published}`))
	await page.close()
	return { diagnosis, workshop, begun, action, draft, published, topic }
}

const music = (reference.associations as Reference[]).find(({ id }) => id === 'amateur-music')!

/** The answers of an association like many. */
function finishedDiagnosis() {
	return { ...newDiagnosis(questionnaire, 'full'), answers: music.answers, inventory: tools() }
}

function tools(): Record<string, StoredInventoryLine> {
	return Object.fromEntries(music.inventory.map((line, position) => [`line-${position}`, { ...line as InventoryLine, position }]))
}

/**
 * A move that is tried, one that is a choice not to move, and something without a day.
 *
 * @param keep keeps a document, and says its id
 * @return the id of the move
 */
async function keepPlan(keep: (kind: string, title: string, status: string, document: object) => Promise<string>): Promise<string> {
	const [first, second] = Object.entries(tools()).map(([id, line]) => ({ ...line, id }))
	const words = { questionnaire: questions, solutions: solutionsSchema.parse(solutions), language: 'fr' } as const
	const move: Action = { ...newMove(first!, 'zulip', words), status: 'testing', startDate: '2026-10-12', dueDate: '2027-01-31', checklist: { a: { text: 'Inviter trois bénévoles', done: true, position: 1 } } }
	const kept: Action = { ...newMove(second!, '', words), status: 'kept', reason: 'Nos partenaires l’utilisent', reviewDate: '2027-09-01' }
	const backup = newAction('Mettre en place une sauvegarde avant tout changement', 'planned')
	const [action] = [await keep('action', move.title, move.status, move), await keep('action', kept.title, kept.status, kept), await keep('action', backup.title, backup.status, backup)]
	return action!
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
