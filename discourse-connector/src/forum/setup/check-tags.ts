/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { TagForm } from '../topics.ts'
import type { Finding } from './finding.ts'
import type { SetupTagGroup } from './replies.ts'
import type { Check, Situation, Step } from './situation.ts'
import type { WishedTagGroup } from './wishes.ts'

import { readTags } from '../categories.ts'
import { ForumFailure } from '../outcome.ts'
import { Nothing } from '../replies.ts'
import { places, settingPlace } from './places.ts'
import { TagGroups } from './replies.ts'
import { wishedTagGroups } from './wishes.ts'

const switchedOff: Finding = { id: 'tags', mark: 'by-hand', blocks: false, place: settingPlace('tagging_enabled'), sentence: { fr: 'Les étiquettes sont éteintes (tagging_enabled) : allumez-les pour que l’on trouve les besoins par nature, situation et région.', en: 'Tags are switched off (tagging_enabled): switch them on so that people find needs by kind, status and region.' } }

const unseen: Finding = { id: 'tags', mark: 'by-hand', blocks: false, place: places.tagGroups, sentence: { fr: 'Cette clé ne voit pas les groupes d’étiquettes : relancez avec la clé d’un administrateur.', en: 'This key cannot see the tag groups: run again with an admin’s key.' } }

/** Whether our tags are there, in groups that allow one of each on a topic. */
export const checkTags: Check = async (situation): Promise<Step[]> => {
	const client = situation.admin ?? situation.bot
	if (client === null) {
		return []
	}
	try {
		await readTags(client)
		const { tag_groups: groups } = await client.request({ method: 'GET', path: '/tag_groups.json' }, TagGroups)
		return wishedTagGroups.map((wished) => stepOf(wished, groups, situation))
	} catch (error) {
		if (!(error instanceof ForumFailure) || error.isPassing) {
			throw error
		}
		return [{ finding: error.kind === 'not-found' ? switchedOff : unseen }]
	}
}

function stepOf(wished: WishedTagGroup, groups: readonly SetupTagGroup[], situation: Situation): Step {
	const group = closest(wished, groups, situation)
	const missing = wished.tags.filter((name) => group?.tags.some((tag) => tag.name === name) !== true)
	const name = group?.name ?? wished.name[situation.wishes.language]
	if (group?.onePerTopic && missing.length === 0) {
		return { finding: finding(wished, 'ok', `Le groupe d’étiquettes « ${name} » est complet, avec une seule étiquette par sujet.`, `The tag group “${name}” is complete, with one tag per topic.`) }
	}
	const what = {
		fr: `${missing.length === 0 ? '' : `il y manque ${count(missing)} ; `}une seule étiquette par sujet`,
		en: `${missing.length === 0 ? '' : `it lacks ${count(missing)}; `}one tag per topic`,
	}
	const byHand = { ...finding(wished, 'by-hand', `Le groupe d’étiquettes « ${name} » est à compléter : ${what.fr}.`, `The tag group “${name}” is to be completed: ${what.en}.`), place: places.tagGroups }
	const client = situation.admin
	return client === null
		? { finding: byHand }
		: {
				finding: finding(wished, 'open', `Le groupe d’étiquettes « ${name} » sera ${group ? 'complété' : 'créé'} : ${what.fr}.`, `The tag group “${name}” will be ${group ? 'completed' : 'made'}: ${what.en}.`),
				otherwise: byHand,
				mend: async () => {
					const tags = [...group?.tags ?? [], ...missing.map((tag) => ({ id: null, name: tag }))]
					await client.request(group === undefined
						? { method: 'POST', path: '/tag_groups.json', body: written(name, tags, [], situation.facts.tagForm) }
						: { method: 'PUT', path: `/tag_groups/${group.id}.json`, body: written(name, tags, group.parent, situation.facts.tagForm) }, Nothing)
					return finding(wished, 'done', `Le groupe d’étiquettes « ${name} » a été ${group ? 'complété' : 'créé'}.`, `The tag group “${name}” was ${group ? 'completed' : 'made'}.`)
				},
			}
}

/** The group of our name, else the one that has the most of our tags: an admin may have renamed it. */
function closest(wished: WishedTagGroup, groups: readonly SetupTagGroup[], { wishes }: Situation): SetupTagGroup | undefined {
	const shared = (group: SetupTagGroup) => group.tags.filter(({ name }) => wished.tags.includes(name)).length
	return groups.find(({ name }) => name === wished.name[wishes.language])
		?? groups.filter((group) => shared(group) > 0).toSorted((a, b) => shared(b) - shared(a))[0]
}

/** Older forums forget what is not sent again, and know only the word “true”. */
function written(name: string, tags: readonly { id: number | null, name: string }[], parent: readonly { id: number | null, name: string }[], form: TagForm): Record<string, unknown> {
	const objects = (some: typeof tags) => some.map((tag) => tag.id === null ? { name: tag.name } : { id: tag.id, name: tag.name })
	return {
		name,
		one_per_topic: 'true',
		...(form === 'objects'
			? { tags: objects(tags), parent_tag: objects(parent) }
			: { tag_names: tags.map((tag) => tag.name), parent_tag_name: parent.map((tag) => tag.name) }),
	}
}

function count(names: readonly string[]): string {
	return names.length > 5 ? `${names.slice(0, 5).join(', ')}… (${names.length})` : names.join(', ')
}

function finding({ id }: WishedTagGroup, mark: Finding['mark'], fr: string, en: string): Finding {
	return { id: `tags:${id}`, mark, blocks: false, sentence: { fr, en } }
}
