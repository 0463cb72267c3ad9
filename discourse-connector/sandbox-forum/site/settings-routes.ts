/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Answer } from '../answer.ts'
import type { Forum } from '../forum.ts'
import type { Settings } from '../state/settings.ts'

import { ok } from '../answer.ts'
import { adminOnly } from '../forum.ts'

/** Discourse's names; those for the browser are told to everybody. */
const NAMES: readonly { name: string, setting: keyof Settings, forBrowser?: true }[] = [
	{ name: 'min_topic_title_length', setting: 'minTopicTitleLength', forBrowser: true },
	{ name: 'max_topic_title_length', setting: 'maxTopicTitleLength', forBrowser: true },
	{ name: 'min_post_length', setting: 'minPostLength', forBrowser: true },
	{ name: 'max_post_length', setting: 'maxPostLength', forBrowser: true },
	{ name: 'tagging_enabled', setting: 'taggingEnabled', forBrowser: true },
	{ name: 'max_tags_per_topic', setting: 'maxTagsPerTopic', forBrowser: true },
	{ name: 'max_tag_length', setting: 'maxTagLength', forBrowser: true },
	{ name: 'allow_duplicate_topic_titles', setting: 'allowDuplicateTopicTitles' },
	{ name: 'allow_duplicate_topic_titles_category', setting: 'allowDuplicateTopicTitlesCategory' },
	{ name: 'detailed_404', setting: 'detailed404' },
	{ name: 'retry_web_hook_events', setting: 'retryWebHookEvents' },
	{ name: 'retain_web_hook_events_period_days', setting: 'retainWebHookEventsPeriodDays' },
	{ name: 'allowed_internal_hosts', setting: 'allowedInternalHosts' },
	{ name: 'revoke_api_keys_maxlife_days', setting: 'revokeApiKeysMaxlifeDays' },
	{ name: 'enable_discourse_connect_provider', setting: 'enableDiscourseConnectProvider' },
	{ name: 'discourse_connect_provider_secrets', setting: 'discourseConnectProviderSecrets' },
	{ name: 'data_explorer_enabled', setting: 'dataExplorerEnabled' },
]

/** GET /admin/site_settings.json: values as text. */
export const getSiteSettings = adminOnly((forum) => ok({
	site_settings: NAMES.map(({ name, setting }) => ({ setting: name, description: name, default: String(forum.settings[setting]), value: String(forum.settings[setting]), category: 'required', preview: null, secret: false, type: typeof forum.settings[setting] })),
}))

/** GET /site/settings.json: what the browser needs, under its own type. */
export function getBrowserSettings(forum: Forum): Answer {
	return ok(Object.fromEntries(NAMES.filter(({ forBrowser }) => forBrowser).map(({ name, setting }) => [name, forum.settings[setting]])))
}
