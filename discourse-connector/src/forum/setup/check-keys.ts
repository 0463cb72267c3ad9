/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { LocalisedText } from '@emancipasso/shared/language/localised-text'
import type { ForumClient } from '../client.ts'
import type { Finding } from './finding.ts'
import type { Check, Situation, Step } from './situation.ts'

import { ForumFailure } from '../outcome.ts'
import { KeyScopes } from '../replies.ts'
import { botScopes } from '../scopes.ts'
import { places } from './places.ts'
import { Keys, KnownScopes, NewKey } from './replies.ts'
import { keyDescriptions } from './wishes.ts'

const PAGE = 50
const MOST_PAGES = 20

/** One of the two keys that stay. */
interface KeyWish {
	id: 'bot' | 'reader'
	variable: 'DISCOURSE_API_KEY' | 'DISCOURSE_READ_API_KEY'
	name: LocalisedText
	/** The account it acts as. */
	username: string
	needed: readonly string[]
	wanted: readonly string[]
	/** Whether the connector cannot work without it. */
	blocks: boolean
}

/** Whether the connector's keys work, and may do what they must and nothing else. */
export const checkKeys: Check = async (situation): Promise<Step[]> => {
	const { wishes } = situation
	const bot: KeyWish = { id: 'bot', variable: 'DISCOURSE_API_KEY', name: { fr: 'La clé du connecteur', en: 'The connector’s key' }, username: wishes.botUsername, ...botScopes, blocks: true }
	// Only an admin sees the journal; this account is one on every forum.
	const reader: KeyWish = { id: 'reader', variable: 'DISCOURSE_READ_API_KEY', name: { fr: 'La clé qui lit le journal des webhooks', en: 'The key that reads the webhooks’ journal' }, username: 'system', needed: ['global:read'], wanted: ['data_explorer:run_queries', 'discourse_data_explorer:run_queries'], blocks: false }
	return [await stepOf(bot, situation), ...wishes.journal ? [await stepOf(reader, situation)] : []]
}

async function stepOf(wish: KeyWish, situation: Situation): Promise<Step> {
	const client = situation[wish.id]
	const scopes = client === null ? null : await scopesOf(client)
	if (scopes === null) {
		return await renew(wish, situation, client === null)
	}
	if (scopes.length === 0) {
		return await narrow(wish, situation)
	}
	const missing = wish.needed.filter((scope) => !scopes.includes(scope))
	if (missing.length > 0) {
		return { finding: key(wish, 'problem', `n’a pas les droits ${missing.join(', ')} : faites-en une autre qui les ait.`, `lacks the scopes ${missing.join(', ')}: make another one that has them.`, true) }
	}
	const absent = wish.wanted.filter((scope) => !scopes.includes(scope))
	return {
		finding: absent.length === 0 || wish.id === 'reader'
			? key(wish, 'ok', 'fonctionne et ne peut que ce qu’il faut.', 'works and may do only what it must.')
			: key(wish, 'ok', `fonctionne sans ${absent.join(', ')} : une réponse reprise laisse une phrase, et la modération masque les anciennes versions de ce qui est effacé.`, `works without ${absent.join(', ')}: an answer that is taken back leaves one sentence, and moderators hide the earlier versions of what is erased.`),
	}
}

/** Null for a key that the forum does not accept. */
async function scopesOf(client: ForumClient): Promise<string[] | null> {
	try {
		return await client.request({ method: 'GET', path: '/session/scopes.json' }, KeyScopes)
	} catch (error) {
		if (error instanceof ForumFailure && error.kind === 'forbidden') {
			return null
		}
		throw error
	}
}

async function renew(wish: KeyWish, situation: Situation, isAbsent: boolean): Promise<Step> {
	const { admin, wishes } = situation
	const state = isAbsent
		? { fr: 'manque', en: 'is missing' }
		: { fr: 'est refusée par le forum (révoquée, restée 180 jours sans emploi, adresse non autorisée ou compte suspendu)', en: 'is refused by the forum (revoked, unused for 180 days, an address that is not allowed, or a suspended account)' }
	if (admin === null) {
		return { finding: isAbsent && !wish.blocks
			? key(wish, 'ok', 'n’existe pas : le connecteur retrouve ce qu’il a manqué en relisant les listes.', 'does not exist: the connector finds what it missed by reading the lists.')
			: key(wish, isAbsent ? 'by-hand' : 'problem', `${state.fr} : faites-en une (compte ${wish.username}, droits ${wish.needed.join(', ')}) et mettez-la dans ${wish.variable}.`, `${state.en}: make one (account ${wish.username}, scopes ${wish.needed.join(', ')}) and put it into ${wish.variable}.`, wish.blocks || !isAbsent) }
	}
	const known = (await allKeys(admin)).find(({ description, revoked_at: revoked }) => description === keyDescriptions[wish.id] && !revoked)
	if (known !== undefined) {
		return { finding: { ...key(wish, 'by-hand', `${state.fr} ici, mais le forum en a déjà une de ce nom. Elle n’est montrée qu’à sa création : mettez-la dans ${wish.variable}, ou révoquez-la et relancez.`, `${state.en} here, but the forum has one of that name already. It is shown only when it is made: put it into ${wish.variable}, or revoke it and run again.`, wish.blocks), place: { ...places.keys, path: `${places.keys.path}/${known.id}` } } }
	}
	if (!wishes.keepsSecrets) {
		return { finding: key(wish, 'by-hand', `${state.fr} : relancez avec --write-env FICHIER pour qu’elle soit faite et gardée.`, `${state.en}: run again with --write-env FILE so that it is made and kept.`, wish.blocks) }
	}
	return making(wish, situation, admin, key(wish, 'open', `${state.fr} ; elle sera faite.`, `${state.en}; it will be made.`, wish.blocks))
}

async function narrow(wish: KeyWish, situation: Situation): Promise<Step> {
	const { admin, wishes } = situation
	return admin === null || !wishes.keepsSecrets
		? { finding: key(wish, 'by-hand', 'fonctionne mais peut tout faire : « forum setup --write-env FICHIER » avec la clé d’un administrateur en fait une plus étroite.', 'works but may do everything: “forum setup --write-env FILE” with an admin’s key makes a narrower one.') }
		: making(wish, situation, admin, key(wish, 'open', 'peut tout faire ; une plus étroite la remplacera.', 'may do everything; a narrower one will replace it.'))
}

function making(wish: KeyWish, situation: Situation, admin: ForumClient, finding: Finding): Step {
	return {
		finding,
		otherwise: key(wish, 'by-hand', `est à faire à la main (compte ${wish.username}, droits ${[...wish.needed, ...wish.wanted].join(', ')}), puis à mettre dans ${wish.variable}.`, `is to be made by hand (account ${wish.username}, scopes ${[...wish.needed, ...wish.wanted].join(', ')}), then put into ${wish.variable}.`, wish.blocks),
		mend: async ({ keep, clientWith }) => {
			const known = await admin.request({ method: 'GET', path: '/admin/api/keys/scopes.json' }, KnownScopes)
			const scopes = [...wish.needed, ...wish.wanted.filter((scope) => known.includes(scope))]
			const made = await admin.request({
				method: 'POST',
				path: '/admin/api/keys.json',
				body: { key: { description: keyDescriptions[wish.id], username: wish.username, scope_mode: 'granular', scopes: scopes.map((scope) => ({ scope_id: scope })) } },
			}, NewKey)
			await keep({ [wish.variable]: made.key.key })
			situation[wish.id] = clientWith(made.key.key, wish.username)
			return key(wish, 'done', `a été faite : compte ${wish.username}, droits ${scopes.join(', ')}.`, `was made: account ${wish.username}, scopes ${scopes.join(', ')}.`)
		},
	}
}

/** Reminds of the key that set everything up. */
export const checkAdminKey: Check = async ({ admin, wishes: { adminKeyStart } }): Promise<Step[]> => {
	if (admin === null) {
		return []
	}
	const known = adminKeyStart === undefined ? [] : (await allKeys(admin)).filter(({ truncated_key: start, revoked_at: revoked }) => start === adminKeyStart && !revoked)
	return [{
		finding: {
			id: 'admin-key',
			mark: 'by-hand',
			blocks: false,
			place: known.length === 1 ? { ...places.keys, path: `${places.keys.path}/${known[0]?.id}` } : places.keys,
			sentence: { fr: 'La clé d’administrateur donnée pour cette commande n’est gardée nulle part : une fois tout en ordre, révoquez-la.', en: 'The admin’s key given to this command is kept nowhere: once all is well, revoke it.' },
		},
	}]
}

async function allKeys(admin: ForumClient) {
	const keys: { id: number, description?: string | null | undefined, truncated_key?: string | null | undefined, revoked_at?: string | null | undefined }[] = []
	for (let page = 0; page < MOST_PAGES; page++) {
		const { keys: some } = await admin.request({ method: 'GET', path: '/admin/api/keys.json', query: { offset: page * PAGE, limit: PAGE } }, Keys)
		keys.push(...some)
		if (some.length < PAGE) {
			break
		}
	}
	return keys
}

function key({ id, name }: KeyWish, mark: Finding['mark'], fr: string, en: string, blocks = false): Finding {
	return { id: `key:${id}`, mark, blocks, sentence: { fr: `${name.fr} ${fr}`, en: `${name.en} ${en}` }, ...(mark === 'by-hand' || mark === 'problem' ? { place: places.keys } : {}) }
}
