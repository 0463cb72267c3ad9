/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { NeedKind } from '@emancipasso/shared/community/need-vocabulary'
import type { ForumCategory } from '../../forum/replies.ts'
import type { Html } from '../../platform/html.ts'
import type { Page } from '../route.ts'
import type { StaffVisit } from '../visit.ts'
import type { DraftMapping } from './mapping-form.ts'

import { needKinds, needStatusLabels } from '@emancipasso/shared/community/need-vocabulary'
import { communityKinds } from '@emancipasso/shared/vocabulary/community-kinds'
import { html } from '../../platform/html.ts'
import { mappedTags, readMapping } from '../../sync/topics/mapping.ts'
import { knownCategories } from '../forum/categories.ts'
import { LONGEST_TAG, readMappingForm } from './mapping-form.ts'
import { topicPreview } from './topic-preview.ts'

const words = {
	title: { fr: 'Catégories et étiquettes', en: 'Categories and tags' },
	about: { fr: 'Où va chaque type de besoin sur le forum, et comment y sont nommées les étiquettes du connecteur. Tant que rien n’est enregistré ici, la configuration du connecteur décide.', en: 'Where each kind of need goes on the forum, and what the connector’s tags are called there. As long as nothing is saved here, the connector’s configuration decides.' },
	noForum: { fr: 'Aucun forum n’est configuré (DISCOURSE_URL).', en: 'No forum is configured (DISCOURSE_URL).' },
	categories: { fr: 'Catégories', en: 'Categories' },
	away: { fr: 'Le forum ne dit pas ses catégories pour l’instant : donnez leurs numéros.', en: 'The forum does not tell its categories for now: give their numbers.' },
	hidden: { fr: 'le robot ne la voit pas', en: 'the bot does not see it' },
	kindTags: { fr: 'Étiquettes des types', en: 'Tags of the kinds' },
	statusTags: { fr: 'Étiquettes de l’état', en: 'Tags of the status' },
	tagHint: { fr: 'Lettres, chiffres, tirets. Vide : pas d’étiquette.', en: 'Letters, digits, hyphens. Empty: no tag.' },
	example: { fr: 'Type montré dans l’aperçu', en: 'Kind shown in the preview' },
	preview: { fr: 'Aperçu', en: 'Preview' },
	save: { fr: 'Enregistrer', en: 'Save' },
	saveAbout: { fr: 'Les sujets qui existent déjà changent de catégorie et d’étiquettes peu à peu, sauf là où la modération les a déplacés.', en: 'Topics that exist already change category and tags little by little, except where moderators moved them.' },
	wrong: { fr: 'Ces champs ne conviennent pas :', en: 'These fields do not fit:' },
}

/** GET /mapping: as it stands, or with what the address says, for the preview. */
export async function mappingPage(visit: StaffVisit): Promise<Page> {
	const { say, base, parts, query, session } = visit
	const { forum } = parts.configuration
	if (forum === undefined) {
		return { title: say(words.title), content: html`<p class="notice">${say(words.noForum)}</p>` }
	}
	const draft = readMappingForm(query, await readMapping(parts.database.kysely, forum))
	const categories = await knownCategories(parts)
	return {
		title: say(words.title),
		content: html`<p>${say(words.about)}</p>
${draft.wrong.length === 0 ? undefined : html`<p class="notice trouble" role="alert">${say(words.wrong)} ${draft.wrong.map(labelOf).join(', ')}. ${say(words.tagHint)}</p>`}
<form method="get" action="${base}/mapping" data-preview="${base}/mapping">
<fieldset class="fields"><legend>${say(words.categories)}</legend>
${categories === undefined ? html`<p class="hint">${say(words.away)}</p>` : undefined}
${needKinds.map((kind) => html`<div><label for="category-${kind}">${labelOf(kind)}</label>${categoryField(kind, draft, categories)}</div>`)}</fieldset>
<fieldset class="fields"><legend>${say(words.kindTags)}</legend>${needKinds.map(tagField)}</fieldset>
<fieldset class="fields"><legend>${say(words.statusTags)}</legend>${mappedTags.filter((tag) => !needKinds.some((kind) => kind === tag)).map(tagField)}</fieldset>
<p class="hint" id="tag-hint">${say(words.tagHint)}</p>
<label for="example">${say(words.example)}</label><select id="example" name="example">${needKinds.map((kind) => html`<option value="${kind}"${kind === draft.example ? html` selected` : undefined}>${labelOf(kind)}</option>`)}</select>
<p><button>${say(words.preview)}</button></p>
${topicPreview(visit, draft, forum, categories)}
<p class="hint">${say(words.saveAbout)}</p>
<p><button class="main" name="token" value="${session.formToken}" formmethod="post" formaction="${base}/mapping">${say(words.save)}</button></p>
</form>`,
	}

	function labelOf(field: string): string {
		const name = field.replace(/^(category|tag)\./, '')
		const label = communityKinds.find(({ id }) => id === name)?.label ?? Object.entries(needStatusLabels).find(([status]) => status === name)?.[1]
		return label === undefined ? name : say(label)
	}

	function tagField(tag: string): Html {
		return html`<div><label for="tag-${tag}">${labelOf(tag)}</label><input id="tag-${tag}" name="tag.${tag}" value="${draft.tags[tag] ?? tag}" maxlength="${LONGEST_TAG}" autocomplete="off" autocapitalize="none" spellcheck="false" aria-describedby="tag-hint"></div>`
	}

	function categoryField(kind: NeedKind, { categories: chosen }: DraftMapping, known: readonly ForumCategory[] | undefined): Html {
		const value = chosen[kind]
		if (known === undefined) {
			return html`<input id="category-${kind}" name="category.${kind}" type="number" min="1" max="999999999" required value="${value}">`
		}
		const options = known.map(({ id, name }) => ({ id, name: `${name} (${id})` }))
		const all = options.some(({ id }) => id === value) ? options : [{ id: value, name: `${value} (${say(words.hidden)})` }, ...options]
		return html`<select id="category-${kind}" name="category.${kind}">${all.map(({ id, name }) => html`<option value="${id}"${id === value ? html` selected` : undefined}>${name}</option>`)}</select>`
	}
}
