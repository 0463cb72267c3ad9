/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { LocalisedText } from '@emancipasso/shared/language/localised-text'
import type { Outcome } from '../route.ts'
import type { StaffVisit } from '../visit.ts'
import type { WholeRecord } from './record-data.ts'

import { lockNeed } from '../../community/need-topic.ts'
import { leaveHint } from '../../platform/hints.ts'
import { Problem } from '../../platform/problem.ts'
import { chooseTopic, confirmErased, endConflict, explainDeletion, forgetTopic } from '../../sync/operator-actions.ts'
import { readRecord } from './record-data.ts'
import { MOST_REASON } from './record-forms.ts'

const LOOKED_AT: LocalisedText = { fr: 'C’est demandé : le besoin et son sujet vont être comparés. Rechargez cette page dans un instant.', en: 'Asked for: the need and its topic will be compared. Reload this page in a moment.' }

/** POST /records/:uuid/retry */
export async function retry(visit: StaffVisit): Promise<Outcome> {
	const { uuid, record } = await recordIn(visit)
	await leaveHint(visit.parts.database.kysely, record, 'asked for in the console')
	return done(uuid, LOOKED_AT)
}

/** POST /records/:uuid/topic */
export async function chooseRecordTopic(visit: StaffVisit): Promise<Outcome> {
	const { uuid, record } = await recordIn(visit)
	const topicId = topicIn(visit.form.topic ?? '')
	if (topicId === undefined) {
		return refused(uuid, { fr: 'Ce n’est ni un numéro ni l’adresse d’un sujet : écrivez par exemple 123 ou https://forum.example.org/t/titre/123.', en: 'This is neither a number nor the address of a topic: write for example 123 or https://forum.example.org/t/title/123.' })
	}
	const other = await chooseTopic(visit.parts.database.kysely, record, topicId)
	return other === null
		? { ...done(uuid, { fr: `Ce besoin est maintenant rattaché au sujet nº ${topicId}, qui va être lu.`, en: `This need is now attached to topic no. ${topicId}, which will be read.` }), target: `${uuid} → ${topicId}` }
		: refused(uuid, { fr: `Le sujet nº ${topicId} est déjà celui d’un autre besoin (${other}). Rien n’a été changé.`, en: `Topic no. ${topicId} is already that of another need (${other}). Nothing was changed.` })
}

/** POST /records/:uuid/unlink */
export async function forgetRecordTopic(visit: StaffVisit): Promise<Outcome> {
	const { uuid, record } = await recordIn(visit)
	await forgetTopic(visit.parts.database.kysely, record)
	return done(uuid, { fr: 'Le sujet est oublié. Le connecteur le cherche maintenant par sa marque.', en: 'The topic is forgotten. The connector now looks for it by its mark.' })
}

/** POST /records/:uuid/accept-theirs */
export async function acceptTheirs(visit: StaffVisit): Promise<Outcome> {
	return await choose(visit, 'forum', { fr: 'La version du forum est gardée ; le conflit est terminé.', en: 'The forum’s version is kept; the conflict has ended.' })
}

/** POST /records/:uuid/send-ours */
export async function sendOurs(visit: StaffVisit): Promise<Outcome> {
	return await choose(visit, 'ours', { fr: 'La version de l’association va être renvoyée au forum.', en: 'The association’s version will be sent to the forum again.' })
}

/** POST /records/:uuid/reason */
export async function explain(visit: StaffVisit): Promise<Outcome> {
	const { uuid, record } = await recordIn(visit)
	const reason = (visit.form.reason ?? '').slice(0, MOST_REASON)
	if (!await explainDeletion(visit.parts.database.kysely, record, reason === '' ? null : reason)) {
		return refused(uuid, { fr: 'Ce besoin a été effacé : plus rien n’en est gardé, pas même une raison.', en: 'This need was erased: nothing of it is kept any more, not even a reason.' })
	}
	return done(uuid, reason === '' ? { fr: 'La raison est retirée.', en: 'The reason was taken back.' } : { fr: 'L’association lira cette raison dans son application.', en: 'The association will read this reason in its app.' })
}

/** POST /records/:uuid/erased */
export async function confirmErasure(visit: StaffVisit): Promise<Outcome> {
	const { uuid, record } = await recordIn(visit)
	return await confirmErased(visit.parts.database.kysely, record)
		? done(uuid, { fr: 'L’effacement est terminé ; l’association le lira dans son application.', en: 'The erasure is done; the association will read so in its app.' })
		: refused(uuid, { fr: 'Rien n’attendait la modération : rien n’a été changé.', en: 'Nothing waited for moderators: nothing was changed.' })
}

async function choose(visit: StaffVisit, keep: 'ours' | 'forum', text: LocalisedText): Promise<Outcome> {
	const { uuid, record } = await recordIn(visit)
	const wasOpen = await visit.parts.database.kysely.transaction().execute(async (transaction) => {
		await lockNeed(transaction, uuid)
		return await endConflict(transaction, record, keep)
	})
	return wasOpen ? done(uuid, text) : refused(uuid, { fr: 'Ce conflit était déjà terminé : rien n’a été changé.', en: 'This conflict had ended already: nothing was changed.' })
}

async function recordIn({ parts, params }: StaffVisit): Promise<WholeRecord> {
	const whole = await readRecord(parts.database.kysely, params.uuid)
	if (whole === undefined) {
		throw new Problem('not-found')
	}
	return whole
}

function topicIn(given: string): number | undefined {
	const [, id] = /^(?:nº|#)?\s*(\d{1,10})$/u.exec(given) ?? /^https?:\/\/\S+\/t\/(?:[^/\s]+\/)?(\d{1,10})(?:[/?#]\S*)?$/u.exec(given) ?? []
	const number = Number(id ?? 0)
	return number > 0 ? number : undefined
}

function done(uuid: string, text: LocalisedText): Outcome {
	return { to: `/records/${uuid}`, text, target: uuid }
}

function refused(uuid: string, text: LocalisedText): Outcome {
	return { to: `/records/${uuid}`, text, trouble: true }
}
