/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Memo } from './access/memo.ts'
import type { Handler } from './forum.ts'
import type { WebhookSender } from './webhooks/sender.ts'

import { getKeys, getKeyScopes, getScopes, postKey, postRevokeKey } from './access/key-routes.ts'
import { getPost, getRevision, putLocked, putPost, putRevisionHidden } from './posts/change-routes.ts'
import { postPosts } from './posts/create-routes.ts'
import { putPostRecover, removePost } from './posts/delete-routes.ts'
import { getCategories, getCategory, postCategory } from './site/categories.ts'
import { getQueries, postQuery, postRun } from './site/explorer-routes.ts'
import { getBrowserSettings, getSiteSettings } from './site/settings-routes.ts'
import { getAbout, getCurrent, getSearch, getSite, getUser } from './site/site-routes.ts'
import { getTagGroups, getTags, postTagGroup, putTagGroup } from './tags/tag-routes.ts'
import { putRecover, putStatus, putTags, putTopic, removeTopic } from './topics/change-routes.ts'
import { getLatest, getPosts } from './topics/list-routes.ts'
import { getPostIds, getTopic, getTopicByExternalId, getTopicPosts } from './topics/read-routes.ts'
import { webhookRoutes } from './webhooks/webhook-routes.ts'

export type Method = 'get' | 'post' | 'put' | 'delete'

/**
 * Every call the forum answers, in the order in which paths are tried.
 *
 * @param remember the memory of created posts
 * @param sender delivers webhooks
 */
export function apiRoutes(remember: Memo, sender: WebhookSender): [Method, string, Handler][] {
	const hooks = webhookRoutes(sender)
	return [
		['post', '/posts.json', (forum, call) => remember(call, () => postPosts(forum, call))],
		['get', '/posts.json', getPosts],
		['get', '/posts/:id.json', getPost],
		['put', '/posts/:id.json', putPost],
		['delete', '/posts/:id.json', removePost],
		['put', '/posts/:id/recover.json', putPostRecover],
		['put', '/posts/:id/locked.json', putLocked],
		['get', '/posts/:id/revisions/:version.json', getRevision],
		['put', '/posts/:id/revisions/:version/hide.json', putRevisionHidden(true)],
		['put', '/posts/:id/revisions/:version/show.json', putRevisionHidden(false)],
		['get', '/t/external_id/:external_id.json', getTopicByExternalId],
		['get', '/t/:id.json', getTopic],
		['get', '/t/:id/posts.json', getTopicPosts],
		['get', '/t/:id/post_ids.json', getPostIds],
		['put', '/t/:id/status.json', putStatus],
		['put', '/t/:id/recover.json', putRecover],
		['put', '/t/:id/tags.json', putTags],
		['get', '/t/:slug/:id.json', getTopic],
		['put', '/t/:slug/:id.json', putTopic],
		['delete', '/t/:id.json', removeTopic],
		['get', '/latest.json', getLatest],
		['get', '/c/:slug/:id/l/latest.json', getLatest],
		['get', '/c/:id/show.json', getCategory],
		['get', '/c/:slug/:id.json', getLatest],
		['get', '/categories.json', getCategories],
		['post', '/categories.json', postCategory],
		['get', '/site.json', getSite],
		['get', '/site/settings.json', getBrowserSettings],
		['get', '/admin/site_settings.json', getSiteSettings],
		['get', '/about.json', getAbout],
		['get', '/search.json', getSearch],
		['get', '/u/:username.json', getUser],
		['get', '/session/current.json', getCurrent],
		['get', '/session/scopes.json', getScopes],
		['get', '/tags.json', getTags],
		['get', '/tag_groups.json', getTagGroups],
		['post', '/tag_groups.json', postTagGroup],
		['put', '/tag_groups/:id.json', putTagGroup],
		['get', '/admin/api/keys.json', getKeys],
		['get', '/admin/api/keys/scopes.json', getKeyScopes],
		['post', '/admin/api/keys.json', postKey],
		['post', '/admin/api/keys/:id/revoke.json', postRevokeKey],
		['get', '/admin/plugins/explorer/queries.json', getQueries('old')],
		['post', '/admin/plugins/explorer/queries.json', postQuery('old')],
		['post', '/admin/plugins/explorer/queries/:id/run.json', postRun('old')],
		['get', '/admin/plugins/discourse-data-explorer/queries.json', getQueries('new')],
		['post', '/admin/plugins/discourse-data-explorer/queries.json', postQuery('new')],
		['post', '/admin/plugins/discourse-data-explorer/queries/:id/run.json', postRun('new')],
		['get', '/admin/api/web_hooks.json', hooks.list],
		['post', '/admin/api/web_hooks.json', hooks.create],
		['get', '/admin/api/web_hooks/:id.json', hooks.show],
		['put', '/admin/api/web_hooks/:id.json', hooks.change],
		['delete', '/admin/api/web_hooks/:id.json', hooks.remove],
		['post', '/admin/api/web_hooks/:id/ping.json', hooks.ping],
		['get', '/admin/api/web_hook_events/:id.json', hooks.events],
		['post', '/admin/api/web_hooks/:id/events/failed_redeliver.json', hooks.redeliverFailed],
		['post', '/admin/api/web_hooks/:id/events/:event_id/redeliver.json', hooks.redeliver],
	]
}
