/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Invitation, Workshop } from '@emancipasso/shared/contract/app-workshop'
import type { Questionnaire } from '@emancipasso/shared/diagnosis/questionnaire'
import type { Call, Handler } from './call.ts'
import type { Store, WorkshopRow } from './store.ts'

import { WorkshopInput, WorkshopResponse } from '@emancipasso/shared/contract/app-workshop'
import { offeredAnswers, tally } from '@emancipasso/shared/diagnosis/workshop/tally'
import { responseLimit, workshopResponseLimit } from '@emancipasso/shared/diagnosis/workshop/workshop-limits'
import { createHash, randomBytes } from 'node:crypto'
import { valid } from './call.ts'
import { documentOf } from './documents.ts'
import { packText } from './packs.ts'
import { Problem } from './problem.ts'

const sentences = {
	version: { fr: 'Cette version du questionnaire n’est plus sur ce serveur.', en: 'This version of the questionnaire is no longer on this server.' },
	kind: { fr: 'Un atelier se fait sur un diagnostic.', en: 'A workshop is about a diagnosis.' },
	answered: { fr: 'Des personnes ont déjà répondu\u00a0: l’anonymat et les questions ne changent plus.', en: 'Some people have answered already: anonymity and questions stay as they are.' },
	unopened: { fr: 'Cet atelier n’est pas encore ouvert.', en: 'This workshop is not open yet.' },
	link: { fr: 'Ce lien ne mène à aucun atelier. Vérifiez l’adresse, ou demandez-la à la personne qui anime l’atelier.', en: 'This link leads to no workshop. Check the address, or ask the person who leads the workshop for it.' },
	over: { fr: 'Ce lien n’est plus valable. Demandez-en un nouveau à la personne qui anime l’atelier.', en: 'This link is no longer valid. Ask the person who leads the workshop for a new one.' },
	closed: { fr: 'Cet atelier ne reçoit plus de réponses. Demandez à la personne qui l’anime de le rouvrir.', en: 'This workshop takes no more answers. Ask the person who leads it to open it again.' },
	large: { fr: 'Ces réponses sont trop longues.', en: 'These answers are too long.' },
	full: { fr: 'Cet atelier a déjà reçu autant de réponses qu’il peut en garder. Parlez-en à la personne qui l’anime.', en: 'This workshop has received as many responses as it can keep. Tell the person who leads it.' },
} as const

const hash = (token: string) => createHash('sha256').update(token).digest('hex')

const isOpen = ({ closed, until }: WorkshopRow) => !closed && Date.parse(until) > Date.now()

/**
 * A version of the questionnaire.
 *
 * @param store what is kept
 * @param version of its pack
 */
function questionnaireOf(store: Store, version: string): Questionnaire | undefined {
	const text = packText(store, 'questionnaire', version)
	return text === undefined ? undefined : JSON.parse(text) as Questionnaire
}

/**
 * A workshop as its organisation sees it.
 *
 * @param store what is kept
 * @param row the workshop
 */
function show(store: Store, row: WorkshopRow): Workshop {
	const { anonymous, form, until, questionnaire, responses } = row
	return {
		anonymous,
		form,
		open: isOpen(row),
		until,
		respondents: responses.length,
		names: responses.flatMap(({ name }) => name === null ? [] : [name]).sort((a, b) => a.localeCompare(b, 'fr')),
		tallies: tally(questionnaireOf(store, questionnaire)?.questions ?? [], responses.map(({ answers }) => answers)),
	}
}

/**
 * The workshop of the path's diagnosis.
 *
 * @param call the request, let through
 * @throws {Problem} not-found
 */
function workshopOf(call: Call): WorkshopRow {
	const { stored } = documentOf(call)
	const row = call.store.workshop(stored.id)
	if (row === undefined) {
		throw new Problem('not-found', { sentence: sentences.unopened })
	}
	return row
}

/**
 * The workshop that a link leads to.
 *
 * @param call the request
 * @throws {Problem} not-found, which says whom to ask
 */
function invitedTo(call: Call): WorkshopRow {
	const secret = hash(call.parameters.token ?? '')
	const row = call.store.workshopByHash(secret)
	if (row === undefined) {
		throw new Problem('not-found', { sentence: sentences.link })
	}
	if (row.tokenHash !== secret || !isOpen(row)) {
		throw new Problem('not-found', { sentence: sentences.over })
	}
	return row
}

/**
 * The workshop of the path's diagnosis, for a member who answers in it.
 *
 * @param call the request, let through
 * @throws {Problem} not-found, which says whom to ask
 */
function openToMember(call: Call): WorkshopRow {
	const row = workshopOf(call)
	if (!isOpen(row)) {
		throw new Problem('not-found', { sentence: sentences.closed })
	}
	return row
}

/**
 * What somebody is shown who answers.
 *
 * @param store what is kept
 * @param row the workshop
 */
function invitationOf(store: Store, row: WorkshopRow): Invitation {
	const { document, organisation, anonymous, form, until, questionnaire } = row
	const { questions, shortForm, dimensions } = questionnaireOf(store, questionnaire)!
	return {
		title: store.document(document)!.stored.title,
		organisation: store.organisation(organisation)!.name,
		anonymous,
		form,
		until,
		questionnaire: { questions, shortForm: { questions: shortForm.questions }, dimensions },
	}
}

/**
 * Keeps one response, in the place of an earlier one of the same id.
 *
 * @param call the request
 * @param row the workshop
 */
function keep(call: Call, row: WorkshopRow): void {
	const id = call.parameters.response!
	const { answers, name } = valid(WorkshopResponse, call.body)
	if (Buffer.byteLength(JSON.stringify(answers)) > responseLimit) {
		throw new Problem('too-large', { sentence: sentences.large })
	}
	const others = row.responses.filter((response) => response.id !== id)
	if (others.length >= workshopResponseLimit) {
		throw new Problem('too-large', { sentence: sentences.full })
	}
	const { questions } = questionnaireOf(call.store, row.questionnaire)!
	row.responses = [...others, { id, answers: offeredAnswers(questions, answers), name: row.anonymous ? null : name?.trim() || null, day: new Date().toISOString().slice(0, 10) }]
	call.store.save()
}

/** Handlers of workshops, by operation. */
export const workshopHandlers: Record<string, Handler> = {
	readWorkshop(call) {
		const row = call.store.workshop(documentOf(call).stored.id)
		return { data: { workshop: row === undefined ? null : show(call.store, row) } }
	},

	openWorkshop(call) {
		const { organisation, stored } = documentOf(call)
		if (stored.kind !== 'diagnosis') {
			throw new Problem('invalid-input', { field: 'id', sentence: sentences.kind })
		}
		const { anonymous, form, questionnaire, days } = valid(WorkshopInput, call.body)
		if (questionnaireOf(call.store, questionnaire) === undefined) {
			throw new Problem('invalid-input', { field: 'questionnaire', sentence: sentences.version })
		}
		const known = call.store.workshop(stored.id)
		const same = known?.anonymous === anonymous && known.form === form && known.questionnaire === questionnaire
		if (known && known.responses.length > 0 && !same) {
			throw new Problem('conflict', { sentence: sentences.answered })
		}
		const token = randomBytes(16).toString('hex')
		const until = new Date(Date.now() + days * 86_400_000).toISOString()
		const row = { document: stored.id, organisation, anonymous, form, questionnaire, until, tokenHash: hash(token), formerHash: known?.tokenHash ?? null, closed: false, responses: known?.responses ?? [] }
		call.store.putWorkshop(row)
		return { data: { workshop: show(call.store, row), token } }
	},

	closeWorkshop(call) {
		const row = workshopOf(call)
		row.closed = true
		call.store.save()
		return { data: { workshop: show(call.store, row) } }
	},

	keepResponse(call) {
		const row = workshopOf(call)
		keep(call, row)
		return { data: { workshop: show(call.store, row) } }
	},

	readOwnInvitation(call) {
		return { data: invitationOf(call.store, openToMember(call)) }
	},

	answerOwnInvitation(call) {
		keep(call, openToMember(call))
		return { data: { kept: true } }
	},

	readInvitation(call) {
		return { data: invitationOf(call.store, invitedTo(call)) }
	},

	answerInvitation(call) {
		keep(call, invitedTo(call))
		return { data: { kept: true } }
	},
}
