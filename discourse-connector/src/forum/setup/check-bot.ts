/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Finding } from './finding.ts'
import type { Check, Step } from './situation.ts'

import { ForumFailure } from '../outcome.ts'
import { places, userPlace } from './places.ts'
import { Account } from './replies.ts'

/** Whether the bot has an account that can write everywhere and sees everything. */
export const checkBot: Check = async ({ admin, bot, reader, wishes }): Promise<Step[]> => {
	const name = wishes.botUsername
	if (name.toLowerCase() === 'system') {
		return [{ finding: { id: 'bot', mark: 'problem', blocks: true, place: places.users, sentence: { fr: 'Le compte « system » appartient au forum : donnez au connecteur un compte à lui, pour que chacun voie qui écrit.', en: 'The account “system” is the forum’s own: give the connector an account of its own, so that people see who writes.' } } }]
	}
	const client = admin ?? reader ?? bot
	if (client === null) {
		return []
	}
	try {
		const { user } = await client.request({ method: 'GET', path: `/u/${encodeURIComponent(name)}.json` }, Account)
		const faults = [
			...user.suspended_till ? [suspended(name, userPlace(user))] : [],
			...user.moderator || user.admin ? [] : [notModerator(name, userPlace(user))],
			...user.admin ? [tooMighty(name, userPlace(user))] : [],
			...user.muted_category_ids?.length || user.muted_tags?.length ? [mutes(name)] : [],
		]
		return (faults.length > 0 ? faults : [fine(name)]).map((finding) => ({ finding }))
	} catch (error) {
		if (error instanceof ForumFailure && error.kind === 'not-found') {
			return [{ finding: absent(name) }]
		}
		throw error
	}
}

function fine(name: string): Finding {
	return { id: 'bot', mark: 'ok', blocks: false, sentence: { fr: `Le compte « ${name} » existe, modère, et ne met rien en sourdine.`, en: `The account “${name}” exists, moderates, and mutes nothing.` } }
}

function absent(name: string): Finding {
	return { id: 'bot', mark: 'by-hand', blocks: true, place: places.users, sentence: { fr: `Le compte « ${name} » n’existe pas : créez-le (une adresse électronique que vous relevez suffit), puis donnez-lui la modération.`, en: `There is no account “${name}”: make it (an e-mail address that you read is enough), then grant it moderation.` } }
}

function notModerator(name: string, place: Finding['place'] & object): Finding {
	return { id: 'bot', mark: 'by-hand', blocks: true, place, sentence: { fr: `Le compte « ${name} » ne modère pas : donnez-lui la modération, sinon ses sujets peuvent attendre une relecture et perdre leur identifiant.`, en: `The account “${name}” does not moderate: grant it moderation, or its topics may wait for review and lose their id.` } }
}

function suspended(name: string, place: Finding['place'] & object): Finding {
	return { id: 'bot:suspended', mark: 'problem', blocks: true, place, sentence: { fr: `Le compte « ${name} » est suspendu : le forum refuse tout ce qu’il envoie.`, en: `The account “${name}” is suspended: the forum refuses all that it sends.` } }
}

function tooMighty(name: string, place: Finding['place'] & object): Finding {
	return { id: 'bot:admin', mark: 'by-hand', blocks: false, place, sentence: { fr: `Le compte « ${name} » administre le forum ; la modération suffit, retirez-lui l’administration.`, en: `The account “${name}” administers the forum; moderation is enough, revoke its admin right.` } }
}

function mutes(name: string): Finding {
	return {
		id: 'bot:muted',
		mark: 'by-hand',
		blocks: true,
		place: { label: { fr: 'Préférences du compte → Suivi', en: 'The account’s preferences → Tracking' }, path: `/u/${encodeURIComponent(name)}/preferences/tracking` },
		sentence: { fr: `Le compte « ${name} » met en sourdine des catégories ou des étiquettes : leurs sujets lui échapperaient. Videz ces listes.`, en: `The account “${name}” mutes categories or tags: it would miss their topics. Empty these lists.` },
	}
}
