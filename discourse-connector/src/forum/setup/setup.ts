/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { ForumFailure as Failure } from '../outcome.ts'
import type { Finding } from './finding.ts'
import type { Check, ForumClients, RepairTools, Situation } from './situation.ts'
import type { ForumWishes } from './wishes.ts'

import { ForumFailure } from '../outcome.ts'
import { checkBot } from './check-bot.ts'
import { checkCategories } from './check-categories.ts'
import { checkExplorer } from './check-explorer.ts'
import { checkAdminKey, checkKeys } from './check-keys.ts'
import { checkLimits } from './check-limits.ts'
import { checkSettings } from './check-settings.ts'
import { checkTags } from './check-tags.ts'
import { introduce } from './check-version.ts'
import { checkWebhook } from './check-webhook.ts'
import { typeset } from './finding.ts'
import { places } from './places.ts'

/** Keys come before what the bot itself has to be asked about. */
const checks: readonly Check[] = [checkBot, checkKeys, checkCategories, checkTags, checkWebhook, checkExplorer, checkSettings, checkLimits, checkAdminKey]

const noKey: Finding = { id: 'key:bot', mark: 'problem', blocks: true, place: places.keys, sentence: { fr: 'Il n’y a pas de clé pour parler au forum.', en: 'There is no key to speak to the forum with.' } }

/**
 * Looks at all that the connector needs of the forum. Changes nothing.
 *
 * @param clients the keys at hand, at least one
 * @param wishes what is to be there
 * @return never empty; a forum that cannot be asked is a finding too
 */
export async function checkForum(clients: ForumClients, wishes: ForumWishes): Promise<Finding[]> {
	return await run(clients, wishes)
}

/**
 * Makes what is missing and can be made with these keys. What is there already stays as it is.
 *
 * @param clients the keys at hand, at least one
 * @param wishes what is to be there
 * @param tools to store what was made
 */
export async function repairForum(clients: ForumClients, wishes: ForumWishes, tools: RepairTools): Promise<Finding[]> {
	return await run(clients, wishes, tools)
}

async function run(clients: ForumClients, wishes: ForumWishes, tools?: RepairTools): Promise<Finding[]> {
	const client = clients.admin ?? clients.bot ?? clients.reader
	if (client === null) {
		return [noKey]
	}
	const findings: Finding[] = []
	try {
		const { facts, finding } = await introduce(client)
		findings.push(finding)
		if (facts !== null) {
			const situation: Situation = { ...clients, wishes, categories: { ...wishes.categories }, facts }
			for (const check of checks) {
				findings.push(...await outcomeOf(check, situation, tools))
			}
		}
	} catch (error) {
		if (!(error instanceof ForumFailure)) {
			throw error
		}
		findings.push(failed(error))
	}
	// One refused key is refused at each subject.
	return findings.filter(({ sentence }, index) => findings.findIndex((other) => other.sentence.en === sentence.en) === index).map(typeset)
}

async function outcomeOf(check: Check, situation: Situation, tools: RepairTools | undefined): Promise<Finding[]> {
	const findings: Finding[] = []
	try {
		for (const { finding, mend, otherwise } of await check(situation)) {
			findings.push(tools === undefined || mend === undefined ? finding : await mended(mend(tools), otherwise))
		}
	} catch (error) {
		// A forum that is away answers nothing else either.
		if (!(error instanceof ForumFailure) || error.isPassing || error.kind === 'moved') {
			throw error
		}
		findings.push(failed(error))
	}
	return findings
}

async function mended(repair: Promise<Finding>, otherwise: Finding | undefined): Promise<Finding> {
	try {
		return await repair
	} catch (error) {
		if (error instanceof ForumFailure && !error.isPassing && error.kind !== 'moved' && otherwise !== undefined) {
			const said = error.sentences.length === 0 ? '' : ` (“${error.sentences.join(' ')}”)`
			return { ...otherwise, sentence: { fr: `${otherwise.sentence.fr}${said}`, en: `${otherwise.sentence.en}${said}` } }
		}
		throw error
	}
}

/**
 * A forum that could not be asked, or that refused.
 *
 * @param failure of a call
 */
export function failed(failure: Failure): Finding {
	const sentence = sentenceOf(failure)
	return { id: 'forum', mark: 'problem', blocks: true, sentence, ...(failure.kind === 'forbidden' ? { place: places.keys } : {}) }
}

function sentenceOf({ kind, waitSeconds, message, location }: Failure): Finding['sentence'] {
	switch (kind) {
		case 'busy': return { fr: `Le forum demande d’attendre ${waitSeconds ?? 60} secondes : relancez ensuite, ce qui est fait reste fait.`, en: `The forum asks to wait ${waitSeconds ?? 60} seconds: run again then, what is done stays done.` }
		case 'read-only': return { fr: 'Le forum est en lecture seule (sauvegarde ou mise à jour) : relancez plus tard.', en: 'The forum is read-only (a backup or an upgrade): run again later.' }
		case 'away': return { fr: 'Le forum ne répond pas comme un Discourse : vérifiez l’adresse, ou relancez plus tard.', en: 'The forum does not answer like a Discourse: check the address, or run again later.' }
		case 'moved': return { fr: `Le forum renvoie vers une autre adresse (${originOf(location)}) : donnez celle-là, la clé n’est jamais envoyée ailleurs.`, en: `The forum redirects to another address (${originOf(location)}): give that one, the key is never sent elsewhere.` }
		case 'unreadable': return { fr: `Le forum a répondu autrement qu’attendu (${message}) : une extension ou sa version en est peut-être la cause.`, en: `The forum answered otherwise than expected (${message}): a plugin or its version may be the cause.` }
		case 'forbidden': return { fr: 'Le forum refuse cette clé : révoquée, restée 180 jours sans emploi, trop étroite, d’une adresse non autorisée, ou d’un compte suspendu.', en: 'The forum refuses this key: revoked, unused for 180 days, too narrow, from an address that is not allowed, or of a suspended account.' }
		default: return { fr: `Le forum a refusé : ${message}.`, en: `The forum refused: ${message}.` }
	}
}

function originOf(location: string | null): string {
	return URL.parse(location ?? '')?.origin ?? '?'
}
