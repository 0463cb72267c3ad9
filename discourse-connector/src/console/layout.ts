/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Html } from '../platform/html.ts'
import type { Counts } from './navigation.ts'
import type { Page } from './route.ts'
import type { Session } from './session/session-store.ts'
import type { Notice } from './tables.ts'
import type { Visit } from './visit.ts'

import { html } from '../platform/html.ts'
import { tokenField } from './forms.ts'
import { parts } from './navigation.ts'
import { personName } from './words.ts'

const words = {
	console: { fr: 'Console Émancip’Asso', en: 'Émancip’Asso console' },
	skip: { fr: 'Aller au contenu', en: 'Skip to content' },
	navigation: { fr: 'Parties de la console', en: 'Parts of the console' },
	signOut: { fr: 'Se déconnecter', en: 'Sign out' },
	signedIn: { fr: 'Connecté·e :', en: 'Signed in:' },
	waiting: { fr: 'en attente', en: 'waiting' },
}

/** What a page shows of who is signed in. */
export interface SignedIn {
	session: Session
	/** What the last action came to. */
	notice: Notice | null
	counts: Counts
}

/**
 * A whole page.
 *
 * @param visit of the reader
 * @param page title and content
 * @param signedIn undefined for strangers
 */
export function layout(visit: Visit, page: Page, signedIn?: SignedIn): string {
	const { say, base, language } = visit
	const other = language === 'fr' ? { code: 'en', name: 'English' } : { code: 'fr', name: 'Français' }
	return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${page.title} · ${say(words.console)}</title>
<link rel="stylesheet" href="${base}/style.css">
<script src="${base}/console.js" defer></script>
</head>
<body>
<a class="skip" href="#content">${say(words.skip)}</a>
<header>
<div class="bar">
<a class="brand" href="${base}">${say(words.console)}</a>
<a href="?lang=${other.code}" lang="${other.code}" hreflang="${other.code}">${other.name}</a>
${signedIn && html`<span class="who">${say(words.signedIn)} ${personName(visit, signedIn.session.who)}</span>
<form method="post" action="${base}/sign-out">${tokenField(signedIn.session)}<button class="plain">${say(words.signOut)}</button></form>`}
</div>
${signedIn && navigation(visit, signedIn.counts)}
</header>
<main id="content">
<h1>${page.title}</h1>
${signedIn === undefined || signedIn.notice === null ? undefined : html`<p class="notice ${signedIn.notice.trouble ? 'trouble' : 'done'}" role="${signedIn.notice.trouble ? 'alert' : 'status'}">${say(signedIn.notice.text)}</p>`}
${page.content}
</main>
</body>
</html>
`.text
}

function navigation({ say, base, path }: Visit, counts: Counts): Html {
	const isHere = (part: string) => part === '' ? path === '/' || path === '' : path === part || path.startsWith(`${part}/`)
	return html`<nav aria-label="${say(words.navigation)}"><ul>
${parts.map((part) => html`<li><a href="${base}${part.path}"${isHere(part.path) ? html` aria-current="page"` : undefined}>${say(part.name)}${'count' in part && counts[part.count] > 0 ? html` <span class="count">${counts[part.count]}<span class="hidden"> ${say(words.waiting)}</span></span>` : undefined}</a></li>`)}
</ul></nav>`
}
