/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { z } from 'zod'
import { ForumTag } from '../replies.ts'

// As tolerant as the others: what a generation lacks has a value.

/** An account as its own page shows it. */
export const Account = z.looseObject({
	user: z.looseObject({
		id: z.number().int(),
		username: z.string(),
		admin: z.boolean().nullish(),
		moderator: z.boolean().nullish(),
		suspended_till: z.string().nullish(),
		muted_category_ids: z.array(z.number()).nullish(),
		muted_tags: z.array(z.unknown()).nullish(),
	}),
})

const category = z.looseObject({ id: z.number().int(), name: z.string(), slug: z.string(), permission: z.number().nullish() })

export type SetupCategory = z.output<typeof category>

/** Categories with their rights; those below another one are put beside it. */
export const Categories = z.looseObject({
	category_list: z.looseObject({
		categories: z.array(category.extend({ subcategory_list: z.array(category).nullish() })),
	}),
}).transform(({ category_list: { categories } }): SetupCategory[] => categories.flatMap(({ subcategory_list: below, ...own }) => [own, ...below ?? []]))

export const NewCategory = z.looseObject({ category })

const group = z.looseObject({
	id: z.number().int(),
	name: z.string(),
	one_per_topic: z.boolean().nullish(),
	tags: z.array(ForumTag).nullish(),
	tag_names: z.array(z.string()).nullish(),
	parent_tag: z.array(ForumTag).nullish(),
	parent_tag_name: z.array(z.string()).nullish(),
}).transform((value) => ({
	id: value.id,
	name: value.name,
	onePerTopic: value.one_per_topic ?? false,
	tags: value.tags ?? value.tag_names?.map((name) => ({ id: null, name })) ?? [],
	parent: value.parent_tag ?? value.parent_tag_name?.map((name) => ({ id: null, name })) ?? [],
}))

export type SetupTagGroup = z.output<typeof group>

export const TagGroups = z.looseObject({ tag_groups: z.array(group) })

/** Every setting as text, by name. */
export const SiteSettings = z.looseObject({ site_settings: z.array(z.looseObject({ setting: z.string(), value: z.unknown() })) })
	.transform(({ site_settings: settings }) => new Map(settings.map(({ setting, value }) => [setting, String(value ?? '')])))

/** Those that every browser is told. */
export const BrowserSettings = z.record(z.string(), z.unknown())
	.transform((settings) => new Map(Object.entries(settings).map(([setting, value]) => [setting, String(value ?? '')])))

/** What a key can be given. */
export const KnownScopes = z.looseObject({ scopes: z.record(z.string(), z.array(z.looseObject({ scope_id: z.string() }))) })
	.transform(({ scopes }) => Object.values(scopes).flatMap((some) => some.map(({ scope_id: id }) => id)))

export const Keys = z.looseObject({
	keys: z.array(z.looseObject({ id: z.number().int(), description: z.string().nullish(), truncated_key: z.string().nullish(), revoked_at: z.string().nullish() })),
})

export const NewKey = z.looseObject({ key: z.looseObject({ id: z.number().int(), key: z.string().min(1) }) })

const eventType = z.looseObject({ id: z.number().int(), name: z.string() })

const hook = z.looseObject({
	id: z.number().int(),
	payload_url: z.string(),
	secret: z.string().nullish(),
	active: z.boolean().nullish(),
	wildcard_web_hook: z.boolean().nullish(),
	last_delivery_status: z.number().nullish(),
	web_hook_event_types: z.array(eventType).nullish(),
	categories: z.array(z.unknown()).nullish(),
	tags: z.array(z.unknown()).nullish(),
})

export type SetupHook = z.output<typeof hook>

export const Hooks = z.looseObject({
	web_hooks: z.array(hook),
	extras: z.looseObject({ event_types: z.array(eventType).nullish(), grouped_event_types: z.record(z.string(), z.array(eventType)).nullish() }).nullish(),
}).transform(({ web_hooks: hooks, extras }) => ({
	hooks,
	eventTypes: extras?.event_types ?? Object.values(extras?.grouped_event_types ?? {}).flat(),
}))

export const NewHook = z.looseObject({ web_hook: z.looseObject({ id: z.number().int() }) })

/** Of the journal: the headers that were sent, as JSON. */
export const HookEvents = z.looseObject({ web_hook_events: z.array(z.looseObject({ headers: z.string().nullish() })) })

export const Queries = z.looseObject({ queries: z.array(z.looseObject({ id: z.number().int(), name: z.string() })) })
