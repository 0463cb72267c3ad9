/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Finding } from './finding.ts'
import type { Check, Situation, Step } from './situation.ts'
import type { WishedSetting } from './wished-settings.ts'

import { ForumFailure } from '../outcome.ts'
import { settingPlace } from './places.ts'
import { BrowserSettings, SiteSettings } from './replies.ts'
import { wishedSettings } from './wished-settings.ts'

/** Whether the forum's settings suit the connector. They are its admins' choice: nothing is changed here. */
export const checkSettings: Check = async (situation): Promise<Step[]> => {
	const { wishes } = situation
	const values = await readSettings(situation)
	const wanted = wishedSettings.filter(({ when }) => when?.(wishes) ?? true)
	const seen = wanted.filter(({ name }) => values.all.has(name))
	const unfit = seen.filter(({ name, isFine }) => !isFine(values.all.get(name) ?? '', wishes))
	const unseen = values.isWhole ? [] : wanted.filter((setting) => !seen.includes(setting)).map(({ name }) => name)
	return [
		...unfit.map((setting) => wish(setting, values.all.get(setting.name) ?? '', situation)),
		...unfit.length === 0 && seen.length > 0 ? [fine(seen.length)] : [],
		...unseen.length === 0 ? [] : [unread(unseen)],
	].map((finding) => ({ finding }))
}

async function readSettings({ admin, reader, bot }: Situation): Promise<{ all: Map<string, string>, isWhole: boolean }> {
	const client = admin ?? reader
	if (client !== null) {
		try {
			return { all: await client.request({ method: 'GET', path: '/admin/site_settings.json' }, SiteSettings), isWhole: true }
		} catch (error) {
			if (!(error instanceof ForumFailure) || error.isPassing) {
				throw error
			}
		}
	}
	const anyone = client ?? bot
	return { all: anyone === null ? new Map() : await anyone.request({ method: 'GET', path: '/site/settings.json' }, BrowserSettings), isWhole: false }
}

function wish({ name, wished, why, isSecret, blocks }: WishedSetting, value: string, { wishes }: Situation): Finding {
	const now = isSecret ? { fr: ' :', en: ':' } : { fr: ` ${/^\d/.test(value) ? 'vaut' : 'est'} ${shown(value, 'fr')} ;`, en: ` is ${shown(value, 'en')};` }
	const { fr, en } = wished(wishes)
	return {
		id: `setting:${name}`,
		mark: 'by-hand',
		blocks: blocks ?? false,
		place: settingPlace(name),
		sentence: { fr: `Le paramètre ${name}${now.fr} il faudrait ${fr} (${why.fr}).`, en: `The setting ${name}${now.en} it should be ${en} (${why.en}).` },
	}
}

function shown(value: string, language: 'fr' | 'en'): string {
	const words: Record<string, Record<'fr' | 'en', string>> = { true: { fr: 'activé', en: 'on' }, false: { fr: 'désactivé', en: 'off' }, '': { fr: 'vide', en: 'empty' } }
	return words[value]?.[language] ?? value
}

function fine(count: number): Finding {
	return { id: 'settings', mark: 'ok', blocks: false, sentence: { fr: `Les ${count} paramètres du forum que cette clé peut lire conviennent.`, en: `The ${count} settings of the forum that this key can read are fine.` } }
}

function unread(names: readonly string[]): Finding {
	return { id: 'settings:unread', mark: 'ok', blocks: false, sentence: { fr: `Cette clé ne peut pas lire ${names.join(', ')} ; « forum setup » avec la clé d’un administrateur les vérifie.`, en: `This key cannot read ${names.join(', ')}; “forum setup” with an admin’s key checks them.` } }
}
