/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { hostileTexts } from '@emancipasso/shared/community/testing/hostile-texts'
import { renderTopic } from '@emancipasso/shared/community/topic'
import { expect, it } from 'vitest'
import { cook } from '../../../sandbox-forum/posts/cook.ts'
import { replyHtml } from '../replies/reply-html.ts'
import { PUBLICATION } from '../testing.ts'

const UUID = '0190aaaa-0000-4000-8000-000000000000'
const everybody = () => true
/** What only comes about when a text acts on the forum. */
const ACTS = /class="(?:mention|poll|onebox|d-wrap|quote|hashtag|emoji)|<(?:a|img|video|iframe|script|style|details|table|pre|form|aside)\b|<[^>]*\son\w+=/i

it.each(Object.entries(hostileTexts))('E19 makes a topic of “%s” in which nothing acts', (_name, hostile) => {
	const text = `Un début bien assez long. ${hostile}`.slice(0, 4000)
	const topic = renderTopic({
		...PUBLICATION,
		title: hostile.slice(0, 150),
		sections: [{ id: 'problem', text }],
		toolsConcerned: [hostile.slice(0, 80)],
		signature: { choice: 'name', text: hostile.slice(0, 120) },
	}, { uuid: UUID, language: 'fr', status: 'published', supports: 0 })
	expect(cook(topic.body, everybody)).not.toMatch(ACTS)
	expect(topic.body.match(/<!--/g)).toHaveLength(1)
})

it.each(Object.entries(hostileTexts))('shows “%s” as a reply in which nothing runs or loads', (_name, hostile) => {
	for (const html of [replyHtml(cook(hostile, everybody), 'https://forum.example'), replyHtml(hostile, 'https://forum.example')]) {
		expect(html).not.toMatch(/<(?!\/?(?:a|b|blockquote|br|code|del|em|h[4-6]|hr|i|kbd|li|ol|p|pre|s|span|strong|sub|sup|table|tbody|td|th|thead|tr|ul)\b)\/?[a-z!]/i)
		expect(html).not.toMatch(/<[^>]*\s(?!href=|rel=|start=)[a-z-]+=/i)
		expect(html.match(/href="[^"]*"/g) ?? []).toSatisfy((links: string[]) => links.every((link) => /^href="(?:https?:|mailto:)/.test(link)))
	}
})
