/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { ForumClient } from '../client.ts'
import type { Finding } from './finding.ts'
import type { SetupHook } from './replies.ts'
import type { Check, Situation, Step } from './situation.ts'
import type { ForumWishes } from './wishes.ts'

import { randomBytes } from 'node:crypto'
import { ForumFailure } from '../outcome.ts'
import { Nothing } from '../replies.ts'
import { places } from './places.ts'
import { HookEvents, Hooks, NewHook } from './replies.ts'
import { wishedEvents } from './wishes.ts'

const FAILED = 2
const VARIABLE = 'DISCOURSE_WEBHOOK_SECRETS'

interface EventType { id: number, name: string }

/** Whether the forum tells the connector what happens, and only that. */
export const checkWebhook: Check = async (situation): Promise<Step[]> => {
	const { admin, reader, wishes } = situation
	if (wishes.publicUrl === undefined) {
		return [{ finding: { id: 'webhook', mark: 'by-hand', blocks: false, sentence: { fr: 'Le connecteur n’a pas d’adresse publique (PUBLIC_URL) : le forum ne peut pas l’appeler, il interrogera le forum.', en: 'The connector has no public address (PUBLIC_URL): the forum cannot call it, it will poll.' } } }]
	}
	const payloadUrl = `${wishes.publicUrl}/webhooks/discourse`
	const client = admin ?? reader
	const found = client === null ? null : await readHooks(client)
	if (client === null || found === null) {
		return [{ finding: { ...unseen(payloadUrl), place: places.webhooks } }]
	}
	const types = wishedTypes(found.eventTypes)
	const hook = found.hooks.find(({ payload_url: url }) => url === payloadUrl)
	return hook === undefined
		? [missing(payloadUrl, types, situation)]
		: [existing(hook, payloadUrl, types, situation), ...await nameOf(client, hook)]
}

async function readHooks(client: ForumClient): Promise<{ hooks: SetupHook[], eventTypes: EventType[] } | null> {
	try {
		return await client.request({ method: 'GET', path: '/admin/api/web_hooks.json' }, Hooks)
	} catch (error) {
		if (error instanceof ForumFailure && (error.kind === 'not-found' || error.kind === 'forbidden')) {
			return null
		}
		throw error
	}
}

function wishedTypes(types: readonly EventType[]): EventType[] {
	const fine = types.filter(({ name }) => wishedEvents.fine.some((wished) => wished === name))
	return fine.length > 0 ? fine : types.filter(({ name }) => wishedEvents.coarse.some((wished) => wished === name))
}

function missing(payloadUrl: string, types: readonly EventType[], situation: Situation): Step {
	const { admin, wishes } = situation
	const [known] = wishes.webhookSecrets
	const byHand = { ...webhook('by-hand', `Le webhook vers ${payloadUrl} est à faire à la main : type application/json, un secret à mettre aussi dans ${VARIABLE}, événements ${listed(types)}, aucune catégorie choisie.`, `The webhook to ${payloadUrl} is to be made by hand: content type application/json, a secret to put into ${VARIABLE} too, events ${listed(types)}, no category chosen.`), place: places.webhooks }
	if (admin === null) {
		return { finding: byHand }
	}
	if (known === undefined && !wishes.keepsSecrets) {
		return { finding: webhook('by-hand', `Le webhook vers ${payloadUrl} manque : relancez avec --write-env FICHIER pour qu’il soit fait et que son secret soit gardé.`, `The webhook to ${payloadUrl} is missing: run again with --write-env FILE so that it is made and its secret kept.`) }
	}
	return {
		finding: webhook('open', `Le webhook vers ${payloadUrl} sera fait, pour ${listed(types)}.`, `The webhook to ${payloadUrl} will be made, for ${listed(types)}.`),
		otherwise: wishes.isInternal
			? { ...byHand, sentence: { fr: `${byHand.sentence.fr} Le forum refuse d’abord une adresse de réseau privé : ajoutez ${new URL(payloadUrl).hostname} à son paramètre allowed_internal_hosts. Sans webhook, le connecteur interroge le forum.`, en: `${byHand.sentence.en} The forum refuses an address on a private network at first: add ${new URL(payloadUrl).hostname} to its setting allowed_internal_hosts. Without a webhook, the connector polls.` } }
			: byHand,
		mend: async ({ keep }) => {
			const secret = known ?? randomBytes(24).toString('hex')
			// The secret first: a webhook whose secret nobody knows would be refused for ever.
			if (known === undefined) {
				await keep({ [VARIABLE]: secret })
			}
			const { web_hook: made } = await admin.request({ method: 'POST', path: '/admin/api/web_hooks.json', body: { web_hook: written(payloadUrl, secret, types) } }, NewHook)
			await admin.request({ method: 'POST', path: `/admin/api/web_hooks/${made.id}/ping.json` }, Nothing)
			return webhook('done', `Le webhook vers ${payloadUrl} a été fait, pour ${listed(types)}, et le forum l’essaie.`, `The webhook to ${payloadUrl} was made, for ${listed(types)}, and the forum tries it.`)
		},
	}
}

function existing(hook: SetupHook, payloadUrl: string, types: readonly EventType[], { admin, wishes }: Situation): Step {
	const faults = faultsOf(hook, types)
	const place = { ...places.webhooks, path: `${places.webhooks.path}/${hook.id}` }
	const hasSecret = (hook.secret ?? '') !== '' && /[^*•]/.test(hook.secret ?? '')
	if (hasSecret && !wishes.webhookSecrets.includes(hook.secret ?? '')) {
		return wrongSecret(hook, place, wishes)
	}
	if (faults.en.length === 0) {
		return { finding: hook.last_delivery_status === FAILED
			? { ...webhook('by-hand', `Le dernier envoi du webhook a échoué : regardez pourquoi le forum n’atteint pas ${payloadUrl}, puis essayez « Ping ».`, `The webhook’s last delivery failed: see why the forum does not reach ${payloadUrl}, then try “Ping”.`), place }
			: webhook('ok', `Le webhook vers ${payloadUrl} est en ordre.`, `The webhook to ${payloadUrl} is in order.`) }
	}
	const byHand = { ...webhook('by-hand', `Le webhook vers ${payloadUrl} est à corriger : ${faults.fr.join(' ; ')}.`, `The webhook to ${payloadUrl} is to be corrected: ${faults.en.join('; ')}.`), place }
	return admin === null
		? { finding: byHand }
		: {
				finding: webhook('open', `Le webhook vers ${payloadUrl} sera corrigé : ${faults.fr.join(' ; ')}.`, `The webhook to ${payloadUrl} will be corrected: ${faults.en.join('; ')}.`),
				otherwise: byHand,
				mend: async () => {
					await admin.request({ method: 'PUT', path: `/admin/api/web_hooks/${hook.id}.json`, body: { web_hook: written(payloadUrl, wishes.webhookSecrets[0], types) } }, Nothing)
					return webhook('done', `Le webhook vers ${payloadUrl} a été corrigé : ${faults.fr.join(' ; ')}.`, `The webhook to ${payloadUrl} was corrected: ${faults.en.join('; ')}.`)
				},
			}
}

function wrongSecret(hook: SetupHook, place: NonNullable<Finding['place']>, { webhookSecrets, keepsSecrets }: ForumWishes): Step {
	const problem = { ...webhook('problem', `Le secret du webhook n’est pas dans ${VARIABLE} : ses envois sont refusés. Mettez le même des deux côtés.`, `The webhook’s secret is not in ${VARIABLE}: its deliveries are refused. Put the same one on both sides.`), place }
	return webhookSecrets.length > 0 || !keepsSecrets
		? { finding: problem }
		: {
				finding: webhook('open', `Le secret du webhook sera repris du forum dans ${VARIABLE}.`, `The webhook’s secret will be taken from the forum into ${VARIABLE}.`),
				mend: async ({ keep }) => {
					await keep({ [VARIABLE]: hook.secret ?? '' })
					return webhook('done', `Le secret du webhook a été repris du forum dans ${VARIABLE}.`, `The webhook’s secret was taken from the forum into ${VARIABLE}.`)
				},
			}
}

function faultsOf(hook: SetupHook, types: readonly EventType[]): { fr: string[], en: string[] } {
	const heard = hook.web_hook_event_types?.map(({ name }) => name) ?? []
	const unheard = hook.wildcard_web_hook === true ? [] : types.filter(({ name }) => !heard.includes(name))
	const faults: [isFault: boolean, fr: string, en: string][] = [
		[hook.active === false, 'il est inactif', 'it is inactive'],
		[unheard.length > 0, `il lui manque ${listed(unheard)}`, `it lacks ${listed(unheard)}`],
		// Every kind of event, accounts with their e-mail addresses included.
		[hook.wildcard_web_hook === true, 'il envoie tous les événements, même ceux qui ne regardent pas le connecteur', 'it sends every event, even those that are none of the connector’s business'],
		[(hook.categories?.length ?? 0) > 0 || (hook.tags?.length ?? 0) > 0, 'il est limité à des catégories ou des étiquettes, or un sujet peut changer de place', 'it is limited to categories or tags, yet a topic can move'],
		[hook.secret === '', 'il n’a pas de secret', 'it has no secret'],
	]
	const real = faults.filter(([isFault]) => isFault)
	return { fr: real.map(([, fr]) => fr), en: real.map(([, , en]) => en) }
}

/** Whether the forum calls itself what we call it: from the headers of what it sent. */
async function nameOf(client: ForumClient, hook: SetupHook): Promise<Step[]> {
	const { web_hook_events: [newest] } = await client.request({ method: 'GET', path: `/admin/api/web_hook_events/${hook.id}.json` }, HookEvents)
	const instance = /"X-Discourse-Instance":\s*"([^"]+)"/i.exec(newest?.headers ?? '')?.[1]?.replace(/\/+$/, '')
	return instance === undefined || instance === client.url
		? []
		: [{ finding: { id: 'instance', mark: 'problem', blocks: false, sentence: { fr: `Le forum se nomme ${instance}, pas ${client.url} : donnez cette adresse-là, pour que rien ne passe par une redirection.`, en: `The forum calls itself ${instance}, not ${client.url}: give that address, so that nothing goes through a redirect.` } } }]
}

function written(payloadUrl: string, secret: string | undefined, types: readonly EventType[]): Record<string, unknown> {
	return {
		payload_url: payloadUrl,
		content_type: 1,
		...(secret === undefined ? {} : { secret }),
		wildcard_web_hook: false,
		active: true,
		verify_certificate: true,
		web_hook_event_type_ids: types.map(({ id }) => id),
		category_ids: [],
		tag_ids: [],
		tag_names: [],
		group_ids: [],
	}
}

function unseen(payloadUrl: string): Finding {
	return webhook('ok', `Cette clé ne voit pas les webhooks ; celui vers ${payloadUrl} se vérifie avec la clé d’un administrateur.`, `This key cannot see the webhooks; the one to ${payloadUrl} is checked with an admin’s key.`)
}

function listed(types: readonly EventType[]): string {
	return types.map(({ name }) => name).join(', ')
}

function webhook(mark: Finding['mark'], fr: string, en: string): Finding {
	return { id: 'webhook', mark, blocks: false, sentence: { fr, en } }
}
