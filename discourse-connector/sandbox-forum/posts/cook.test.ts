/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { expect, it } from 'vitest'
import { cook } from './cook.ts'

const everybody = () => true

it.each([
	['Bonjour @marie', 'class="mention"'],
	['Bonjour \\@marie', 'class="mention"'],
	['[poll]\n- un\n- deux\n[/poll]', 'class="poll"'],
	['https://example.org/page', 'class="onebox"'],
	['<img src="https://example.org/a.png">', '<img'],
	['[wrap=need id=5]\ntexte\n[/wrap]', 'data-wrap="need"'],
	['[quote="marie"]\ntexte\n[/quote]', 'class="quote"'],
	['voir #fr', 'hashtag-cooked'],
])('%j leaves its trace', (raw, trace) => {
	expect(cook(raw, everybody)).toContain(trace)
})

it.each([
	['`@marie`', 'class="mention"'],
	['marie@example.org', 'class="mention"'],
	['voir https://example.org/page ici', 'class="onebox"'],
	['<script>alert(1)</script>', 'script'],
	['<a onclick="alert(1)" href="javascript:alert(1)">x</a>', 'alert'],
	['avant <!-- marque --> après', 'marque'],
	['    [poll]\n    - un\n    [/poll]', 'class="poll"'],
])('%j leaves none', (raw, trace) => {
	expect(cook(raw, everybody)).not.toContain(trace)
})

it('only marks a name that nobody has', () => {
	expect(cook('Bonjour @personne', () => false)).toContain('<span class="mention">@personne</span>')
})
