/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { LocalisedText } from '@emancipasso/shared/language/localised-text'
import type { ForumWishes } from './wishes.ts'

import { LEAST_CONNECT_SECRET } from '../../platform/environment.ts'

/** A setting of the forum that helps the connector. */
export interface WishedSetting {
	/** Discourse's name of it. */
	name: string
	/** As an admin would write it. */
	wished: (wishes: ForumWishes) => LocalisedText
	isFine: (value: string, wishes: ForumWishes) => boolean
	/** What it is good for. */
	why: LocalisedText
	/** Absent for what every connector wants. */
	when?: (wishes: ForumWishes) => boolean
	/** The value has secrets in it: it is never shown. */
	isSecret?: true
	/** Without it the connector cannot work. */
	blocks?: true
}

const on: LocalisedText = { fr: 'qu’il soit activé', en: 'on' }
const isOn = (value: string) => value === 'true' || value === 't'
const hostOf = ({ publicUrl }: ForumWishes) => publicUrl === undefined ? '' : new URL(publicUrl).hostname

function atLeast(least: number): Pick<WishedSetting, 'wished' | 'isFine'> {
	return { wished: () => ({ fr: `au moins ${least}`, en: `at least ${least}` }), isFine: (value) => Number(value) >= least }
}

/** In the order of their use. */
export const wishedSettings: readonly WishedSetting[] = [
	{ name: 'tagging_enabled', wished: () => on, isFine: isOn, why: { fr: 'sinon les besoins n’ont pas d’étiquettes', en: 'needs have no tags otherwise' } },
	{ name: 'max_tags_per_topic', ...atLeast(5), why: { fr: 'le connecteur en pose trois, les autres sont à vous', en: 'the connector sets three, the others are yours' } },
	{ name: 'max_tag_length', ...atLeast(18), why: { fr: 'les étiquettes seraient coupées', en: 'tags would be cut' } },
	{ name: 'max_post_length', ...atLeast(32_000), why: { fr: 'un besoin long serait refusé', en: 'a long need would be refused' } },
	{ name: 'allow_duplicate_topic_titles_category', wished: () => on, isFine: isOn, why: { fr: 'deux associations peuvent avoir le même besoin ; sinon le second titre reçoit un suffixe', en: 'two associations may have the same need; otherwise the second title gets a suffix' } },
	{ name: 'retry_web_hook_events', wished: () => on, isFine: isOn, why: { fr: 'un webhook que le connecteur n’a pas pu prendre revient', en: 'a webhook that the connector could not take comes again' } },
	{ name: 'retain_web_hook_events_period_days', ...atLeast(30), why: { fr: 'le journal répare une longue absence du connecteur', en: 'the journal repairs a long absence of the connector' } },
	{
		name: 'allowed_internal_hosts',
		when: ({ publicUrl, isInternal }) => publicUrl !== undefined && isInternal,
		wished: (wishes) => ({ fr: `qu’il contienne ${hostOf(wishes)}`, en: `a list with ${hostOf(wishes)} in it` }),
		isFine: (value, wishes) => value.split('|').includes(hostOf(wishes)),
		why: { fr: 'le connecteur est sur un réseau privé, que le forum refuse d’appeler ; sans cela il ne fait qu’interroger le forum', en: 'the connector is on a private network, which the forum refuses to call; without it the connector only polls' },
	},
	{ name: 'revoke_api_keys_maxlife_days', wished: () => ({ fr: '0 (jamais)', en: '0 (never)' }), isFine: (value) => Number(value) === 0, why: { fr: 'sinon les clés du connecteur s’éteignent un jour sans prévenir', en: 'the connector’s keys would end one day without a warning' } },
	{ name: 'enable_discourse_connect_provider', wished: () => on, isFine: isOn, why: { fr: 'l’équipe du forum se connecte ainsi à la console du connecteur', en: 'the forum’s staff sign in to the connector’s console with it' } },
	{
		name: 'discourse_connect_provider_secrets',
		when: ({ publicUrl }) => publicUrl !== undefined,
		wished: (wishes) => ({ fr: `qu’il ait une ligne pour ${hostOf(wishes)} avec un secret d’au moins ${LEAST_CONNECT_SECRET} caractères`, en: `a list with a line for ${hostOf(wishes)} and a secret of at least ${LEAST_CONNECT_SECRET} characters` }),
		isFine: (value, wishes) => value.split('\n').some((line) => line.trim().startsWith(`${hostOf(wishes)}|`)),
		why: { fr: 'l’équipe du forum se connecte ainsi à la console du connecteur', en: 'the forum’s staff sign in to the connector’s console with it' },
		isSecret: true,
	},
]
