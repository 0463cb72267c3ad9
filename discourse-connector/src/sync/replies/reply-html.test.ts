/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { expect, it } from 'vitest'
import { replyHtml } from './reply-html.ts'

const FORUM = 'https://forum.example/community'

it.each([
	['<p>Bonjour <b>à tous</b></p>', '<p>Bonjour <b>à tous</b></p>'],
	['<script>alert(1)</script><p onclick="x()">a</p>', '<p>a</p>'],
	['<p><img src="https://spy.example/p.gif" alt="un chat">!</p>', '<p><span>un chat</span>!</p>'],
	['<a href="javascript:alert(1)">x</a>', '<a rel="nofollow noopener noreferrer ugc">x</a>'],
	['<a class="mention" href="/u/marie">@marie</a>', '<a href="https://forum.example/u/marie" rel="nofollow noopener noreferrer ugc">@marie</a>'],
	['<a href="//spy.example/">x</a>', '<a href="https://spy.example/" rel="nofollow noopener noreferrer ugc">x</a>'],
	['<aside class="quote"><blockquote>a</blockquote></aside>', '<blockquote><blockquote>a</blockquote></blockquote>'],
	['<iframe src="https://spy.example"></iframe><style>p{}</style><form><input></form><video src="x"></video>', ''],
	['<p style="background:url(https://spy.example)">a</p>', '<p>a</p>'],
	['<svg><a xlink:href="javascript:alert(1)">x</a></svg>', '<a rel="nofollow noopener noreferrer ugc">x</a>'],
	['<h1>Grand</h1>', '<h4>Grand</h4>'],
])('makes %j fit to be shown', (cooked, shown) => {
	expect(replyHtml(cooked, FORUM)).toBe(shown)
})

it('cuts what no cloud could take, and leaves no tag open', () => {
	const html = replyHtml(`<p>${'<em>mot</em> '.repeat(40_000)}</p>`, FORUM)
	expect(html.length).toBeLessThan(200_000)
	expect(html).toMatch(/^<p>.*…<\/p>$/)
})
