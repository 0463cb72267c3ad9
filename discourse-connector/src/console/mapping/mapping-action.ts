/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Outcome } from '../route.ts'
import type { StaffVisit } from '../visit.ts'

import { keepMapping, readMapping } from '../../sync/topics/mapping.ts'
import { readMappingForm } from './mapping-form.ts'

/** POST /mapping */
export async function saveMapping({ parts, form }: StaffVisit): Promise<Outcome> {
	const { configuration: { forum }, database } = parts
	if (forum === undefined) {
		return { to: '/mapping', trouble: true, text: { fr: 'Aucun forum n’est configuré.', en: 'No forum is configured.' } }
	}
	const before = await readMapping(database.kysely, forum)
	const draft = readMappingForm(form, before)
	if (draft.wrong.length > 0) {
		const fields = new URLSearchParams(form)
		fields.delete('token')
		return { to: `/mapping?${fields.toString()}`, trouble: true, text: { fr: 'Rien n’a été enregistré.', en: 'Nothing was saved.' } }
	}
	const changes = describeChanges(before, draft)
	if (changes === '') {
		return { to: '/mapping', text: { fr: 'Rien n’a changé\u00A0: tout était déjà ainsi.', en: 'Nothing changed: all was like this already.' } }
	}
	const topics = await keepMapping(database.kysely, forum, draft)
	return {
		to: '/mapping',
		target: changes,
		text: topics === 0
			? { fr: 'Enregistré. Aucun sujet existant n’est concerné.', en: 'Saved. No existing topic is concerned.' }
			: { fr: `Enregistré. Sujets à mettre à jour : ${topics}.`, en: `Saved. Topics to bring up to date: ${topics}.` },
	}
}

function describeChanges(before: Awaited<ReturnType<typeof readMapping>>, after: Awaited<ReturnType<typeof readMapping>>): string {
	const changes = (['categories', 'tags'] as const).flatMap((part) => {
		const [old, now]: Record<string, string | number>[] = [before[part], after[part]]
		return Object.entries(now ?? {}).filter(([name, value]) => value !== (old?.[name] ?? name)).map(([name, value]) => `${name} = ${value}`)
	})
	return changes.join(', ')
}
