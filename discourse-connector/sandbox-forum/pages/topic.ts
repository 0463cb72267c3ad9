/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Post, Topic } from '../state/model.ts'
import type { View } from './view.ts'

import { cookedOf } from '../posts/serialize-post.ts'
import { tagList } from './home.ts'
import { Html, html } from './html.ts'
import { actionButton, badge, instant, page } from './layout.ts'

/** A topic with its posts and everything a person may do there. */
export function topicPage(view: View, topic: Topic): string {
	const { forum, say } = view
	const moderates = view.person.role === 'moderator'
	const posts = forum.state.postsOf(topic.id).filter((post) => moderates || (post.deletedAt === null && post.postType !== 4))
	const states = [topic.closed && say('closed'), topic.deletedAt !== null && say('deleted'), !topic.visible && say('unlisted')].filter((state) => state !== false)
	return page(view, topic.title, html`
<p><a href="/">${say('home')}</a></p>
<h1>${topic.title}</h1>
<p class="about">${badge(view, forum.state.category(topic.categoryId))} ${tagList(view, topic)} ${states.map((state) => html`<span class="state">${state}</span>`)}</p>
${posts.map((post) => post.postType === 3 ? smallAction(view, post) : postBox(view, post, moderates))}
${replyForm(view, topic, moderates)}
${moderates ? moderation(view, topic) : html`<p class="about">${say('moderatorOnly')}</p>`}`)
}

function postBox(view: View, post: Post, moderates: boolean): Html {
	const { forum, say } = view
	const author = forum.state.user(post.userId)
	const mine = author.name === view.person.name
	const gone = post.deletedAt !== null
	return html`<article class="post${gone && ' gone'}" id="post_${post.postNumber}">
<p class="about"><span class="who">${author.name}</span> <span>@${author.username}</span> ${instant(view, post.createdAt)}
${post.version > 1 && html`<span>${say('edited')}</span>`} ${gone && html`<span class="state">${say('deleted')}</span>`} ${post.hidden && html`<span class="state">${say('hidden')}</span>`}</p>
<div class="cooked">${post.hidden && !moderates ? '…' : new Html(cookedOf(forum, post))}</div>
${(moderates || mine) && html`<details><summary>${say('edit')}</summary><form method="post" action="/p/${post.id}/edit">
<label>${say('text')} <textarea name="raw" required>${post.raw}</textarea></label><button class="main">${say('save')}</button></form></details>`}
${(moderates || mine) && post.postNumber > 1 && actionButton(`/p/${post.id}/${gone || post.userDeleted ? 'recover' : 'delete'}`, say(gone || post.userDeleted ? 'recover' : 'delete'), {}, gone ? '' : 'danger')}
</article>`
}

function smallAction(view: View, post: Post): Html {
	const done = post.actionCode === 'closed.enabled' ? 'didClose' : post.actionCode === 'closed.disabled' ? 'didOpen' : 'didChange'
	return html`<p class="small-action">${view.forum.state.user(post.userId).name} ${view.say(done)}, ${instant(view, post.createdAt)}</p>`
}

function replyForm(view: View, topic: Topic, moderates: boolean): Html {
	const { say } = view
	if (topic.deletedAt !== null) {
		return html``
	}
	if (topic.closed && !moderates) {
		return html`<p class="box">${say('closedHere')}</p>`
	}
	return html`<section class="box"><form method="post" action="/t/${topic.id}/reply">
<p class="about">${say('youAre')} <span class="who">${view.person.name}</span></p>
<label>${say('yourReply')} <textarea name="raw" required></textarea></label>
<button class="main">${say('send')}</button></form></section>`
}

function moderation(view: View, topic: Topic): Html {
	const { forum, say } = view
	const tags = topic.tagIds.map((id) => forum.state.tag(id)?.name).join(', ')
	const status = (name: string, enabled: boolean, label: string) => actionButton(`/t/${topic.id}/status`, label, { status: name, enabled: String(enabled) })
	return html`<section class="box"><h2>${say('moderation')}</h2>
<details><summary>${say('titleAndTags')}</summary><form method="post" action="/t/${topic.id}/change">
<label>${say('topicTitle')} <input class="wide" name="title" value="${topic.title}" required></label>
<label>${say('tags')} <input class="wide" name="tags" value="${tags}"></label>
<label>${say('category')} <select name="category">${forum.state.data.categories.map((category) => html`
<option value="${category.id}"${category.id === topic.categoryId && new Html(' selected')}>${category.name[view.language]}</option>`)}</select></label>
<button class="main">${say('save')}</button></form></details>
${status('closed', !topic.closed, say(topic.closed ? 'open' : 'close'))}
${status('visible', !topic.visible, say(topic.visible ? 'unlist' : 'relist'))}
${topic.deletedAt === null ? actionButton(`/t/${topic.id}/delete`, say('delete'), {}, 'danger') : actionButton(`/t/${topic.id}/recover`, say('recover'))}
</section>`
}
