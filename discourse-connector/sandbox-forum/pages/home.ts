/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Category, Topic } from '../state/model.ts'
import type { Html } from './html.ts'
import type { View } from './view.ts'

import { livingPosts } from '../topics/serialize-topic.ts'
import { slugOf } from '../topics/slug.ts'
import { html } from './html.ts'
import { badge, instant, page } from './layout.ts'

/** The first page: categories, then topics, the most recent first. With a category only its own. */
export function homePage(view: View, only?: Category): string {
	const { forum, say } = view
	const topics = forum.state.data.topics
		.filter((topic) => topic.archetype === 'regular' && topic.deletedAt === null && topic.visible && (only === undefined || topic.categoryId === only.id))
		.sort((a, b) => a.bumpedAt < b.bumpedAt ? 1 : -1)
		.slice(0, 100)
	return page(view, only?.name[view.language] ?? say('home'), html`
${only === undefined ? categories(view) : html`<p><a href="/">${say('allCategories')}</a></p><h1>${only.name[view.language]}</h1><p>${only.description[view.language]}</p>`}
<h2>${say('topics')}</h2>
${topics.length === 0 ? html`<p class="box">${say('noTopics')}</p>` : html`<ul class="topics">${topics.map((topic) => row(view, topic))}</ul>`}
${newTopicForm(view, only)}`)
}

/** Tags of a topic, each in its frame. */
export function tagList(view: View, topic: Topic): Html[] {
	return topic.tagIds.map((id) => html`<span class="tag">${view.forum.state.tag(id)?.name}</span>`)
}

function categories(view: View): Html {
	return html`<h1>${view.say('categories')}</h1><ul class="categories">${view.forum.state.data.categories.map((category) => html`
<li>${badge(view, category)}<p>${category.description[view.language]}</p></li>`)}</ul>`
}

function row(view: View, topic: Topic): Html {
	const { forum, say } = view
	const replies = livingPosts(forum, topic).filter((post) => post.postType === 1).length - 1
	return html`<li><a class="title" href="/t/${slugOf(topic.title)}/${topic.id}">${topic.title}</a>
<p class="about">${badge(view, forum.state.category(topic.categoryId))} ${tagList(view, topic)}
<span>${replies} ${say(replies > 1 ? 'replies' : 'reply')}</span> <span>${say('lastActivity')} ${instant(view, topic.bumpedAt)}</span>
${topic.closed && html`<span class="state">${say('closed')}</span>`}</p></li>`
}

function newTopicForm(view: View, only?: Category): Html {
	const { say, forum } = view
	const options = forum.state.data.categories.filter((category) => only === undefined || only === category)
	return html`<details class="box"><summary>${say('newTopic')}</summary><form method="post" action="/new-topic">
<label>${say('topicTitle')} <input class="wide" name="title" required minlength="15" maxlength="255"></label>
<label>${say('category')} <select name="category">${options.map((category) => html`<option value="${category.id}">${category.name[view.language]}</option>`)}</select></label>
<label>${say('tags')} <input class="wide" name="tags"></label>
<label>${say('text')} <textarea name="raw" required minlength="20"></textarea></label>
<button class="main">${say('create')}</button></form></details>`
}
