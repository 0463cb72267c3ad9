/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Category } from '../state/model.ts'
import type { View } from './view.ts'

import { Html, html } from './html.ts'
import { STYLE } from './style.ts'

/**
 * A whole page: notice, header with the person's name, content.
 *
 * @param view reader and language
 * @param title of the page
 * @param content between header and foot
 */
export function page(view: View, title: string, content: Html): string {
	const { say, person } = view
	return html`<!DOCTYPE html>
<html lang="${view.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="Discourse ${view.forum.features.version} (sandbox)">
<title>${title} · ${say('title')}</title>
<style>${new Html(STYLE)}</style>
</head>
<body>
<a class="skip" href="#content">${say('skip')}</a>
<header>
<p class="notice">${say('notice')}</p>
<div class="bar">
<a class="brand" href="/">${say('title')}</a>
<form method="post" action="/person" class="person">
<input type="hidden" name="back" value="${view.path}">
<label>${say('yourName')} <input name="name" value="${person.name}" required maxlength="60" autocomplete="off"></label>
<label>${say('role')} <select name="role">
<option value="member"${person.role === 'member' && new Html(' selected')}>${say('member')}</option>
<option value="moderator"${person.role === 'moderator' && new Html(' selected')}>${say('moderator')}</option>
</select></label>
<button>${say('change')}</button>
</form>
</div>
</header>
<main id="content">
${content}
</main>
</body>
</html>`.text
}

/** The coloured name of a category. */
export function badge(view: View, category: Category | undefined): Html {
	return category === undefined
		? html``
		: html`<a class="category" href="/c/${category.slug}/${category.id}"><span class="dot" style="background:#${category.color}"></span>${category.name[view.language]}</a>`
}

/** An instant a person can read, with the exact one for machines. */
export function instant(view: View, iso: string): Html {
	const shown = new Intl.DateTimeFormat(view.language, { dateStyle: 'medium', timeStyle: 'short', timeZone: 'Europe/Paris' }).format(new Date(iso))
	return html`<time datetime="${iso}">${shown}</time>`
}

/** A button that does one thing at once. */
export function actionButton(action: string, label: string, fields: Record<string, string> = {}, kind = ''): Html {
	return html`<form method="post" action="${action}" class="inline">
${Object.entries(fields).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
<button class="${kind}">${label}</button></form>`
}
