/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { ForumFacts } from '../categories.ts'
import type { ForumClient } from '../client.ts'
import type { Finding } from './finding.ts'

import { tagFormOf } from '../categories.ts'
import { ForumFailure } from '../outcome.ts'
import { About } from '../replies.ts'

/** What is known of a forum before anything else is asked. */
export interface Introduction {
	/** Null when it is no forum to go on with. */
	facts: ForumFacts | null
	finding: Finding
}

/**
 * Asks the forum which one it is.
 *
 * @param client with any key
 * @throws {ForumFailure}
 */
export async function introduce(client: ForumClient): Promise<Introduction> {
	const { about: { version } } = await readAbout(client)
	return hasExternalIds(version)
		? { facts: { version, tagForm: tagFormOf(version) }, finding: fine(version) }
		: { facts: null, finding: tooOld(version) }
}

/** What everybody may know needs no key, so a refused one does not stand in the way; some forums show nothing without. */
async function readAbout(client: ForumClient) {
	try {
		return await client.request({ method: 'GET', path: '/about.json', anonymous: true }, About)
	} catch (error) {
		if (error instanceof ForumFailure && error.kind === 'forbidden') {
			return await client.request({ method: 'GET', path: '/about.json' }, About)
		}
		throw error
	}
}

/** They came in 2.9.0.beta2. */
function hasExternalIds(version: string): boolean {
	const [major = 0, minor = 0] = version.split('.').map((part) => Number.parseInt(part, 10))
	return !/^2\.9\.0\.beta1$/.test(version) && (major > 2 || (major === 2 && minor >= 9))
}

function tooOld(version: string): Finding {
	return {
		id: 'version',
		mark: 'problem',
		blocks: true,
		sentence: {
			fr: `Ce Discourse est un ${version} ; il faut 2.9 ou plus récent. Avant 2.9 un sujet ne peut pas porter d’identifiant externe, et rien n’empêcherait alors qu’un besoin soit publié deux fois.`,
			en: `This Discourse is ${version}; it must be 2.9 or newer. Before 2.9 a topic cannot carry an external id, and nothing would keep a need from being published twice.`,
		},
	}
}

function fine(version: string): Finding {
	const isRecent = tagFormOf(version) === 'objects'
	return {
		id: 'version',
		mark: 'ok',
		blocks: false,
		sentence: isRecent
			? { fr: `Discourse ${version} a tout ce dont le connecteur a besoin.`, en: `Discourse ${version} has all that the connector needs.` }
			: {
					fr: `Discourse ${version} convient. Plus ancien que 2026, il ne signale pas quand deux personnes changent le même titre ou les mêmes étiquettes au même instant (la dernière écriture gagne), ses webhooks sont moins précis et ses clés moins étroites.`,
					en: `Discourse ${version} will do. Older than 2026, it does not tell when two people change the same title or tags at the same moment (the last one wins), its webhooks are less precise and its keys less narrow.`,
				},
	}
}
