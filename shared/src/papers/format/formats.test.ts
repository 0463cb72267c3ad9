/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Paper } from '../paper.ts'

import { XMLValidator } from 'fast-xml-parser'
import { strFromU8, unzipSync } from 'fflate'
import MarkdownIt from 'markdown-it'
import { describe, expect, it } from 'vitest'
import { hostileTexts } from '../../community/testing/hostile-texts.ts'
import { renderCsv } from './csv.ts'
import { renderHtml } from './html-page.ts'
import { renderMarkdown } from './markdown.ts'
import { odtType, renderOdt } from './odt.ts'

const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10" width="10" height="10"><path d="M0 0h10"/></svg>'

/** A paper that says one text in every place that takes one. */
function everywhere(text: string): Paper {
	return {
		language: 'fr',
		title: text,
		author: text,
		date: '2026-03-01',
		subtitle: text,
		imprint: text,
		blocks: [
			{ kind: 'heading', level: 1, text },
			{ kind: 'paragraph', lead: text, text },
			{ kind: 'list', items: [{ lead: text, text, details: [{ lead: text, text }] }] },
			{ kind: 'list', ordered: true, items: [{ text }] },
			{ kind: 'note', paragraphs: [{ text }] },
			{ kind: 'table', caption: text, columns: [{ label: text, share: 1 }, { label: text, share: 2 }], rows: [[text, text]] },
			{ kind: 'figure', svg, description: text, width: 10, height: 10 },
		],
	}
}

const texts = Object.entries({
	...hostileTexts,
	'right to left': 'جمعية الحي (اختبار) 123 — ועד',
	emoji: '👩🏽‍🌾 d’accord ✅',
	'XML of our own': '</text:p></office:text><text:p>&amp;]]>"\'',
}).map(([name, text]): [string, string] => [name, text.slice(0, 20_000)])

// Everything that XML 1.0 does not allow in a document.

const forbidden = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u

describe('a paper as an OpenDocument text', () => {
	it('names its type first and uncompressed, where programs look for it', () => {
		const bytes = renderOdt(everywhere('a'))
		const head = strFromU8(bytes.subarray(30, 38 + odtType.length), true)
		expect(head).toBe(`mimetype${odtType}`)
		expect(new DataView(bytes.buffer, bytes.byteOffset).getUint16(8, true)).toBe(0)
	})

	it('lists every part in its manifest, the drawing among them', () => {
		const parts = unzipSync(renderOdt({ ...everywhere('a'), blocks: [{ kind: 'figure', svg, png: new Uint8Array([1]), description: 'a', width: 1, height: 1 }] }))
		const listed = [...strFromU8(parts['META-INF/manifest.xml']!).matchAll(/full-path="([^"]+)"/g)].map(([, path]) => path)
		expect(listed.toSorted()).toEqual(['/', ...Object.keys(parts).filter((path) => path !== 'mimetype' && path !== 'META-INF/manifest.xml')].toSorted())
		expect(strFromU8(parts['Pictures/1.svg']!)).toBe(svg)
		expect(strFromU8(parts['content.xml']!)).toContain('Pictures/1.png')
	})

	it('is the same file when it is made again', () => {
		expect(renderOdt(everywhere('a'))).toEqual(renderOdt(everywhere('a')))
	})

	it.each(texts)('is well-formed for %s', (_, text) => {
		const parts = unzipSync(renderOdt(everywhere(text)))
		for (const path of ['content.xml', 'styles.xml', 'meta.xml', 'META-INF/manifest.xml']) {
			const xml = strFromU8(parts[path]!)
			expect(XMLValidator.validate(xml), path).toBe(true)
			expect(forbidden.test(xml), path).toBe(false)
		}
	})

	it('keeps lines, tabs, runs of spaces and letters of every script', () => {
		const xml = strFromU8(unzipSync(renderOdt(everywhere('un\r\ndeux\ttrois   quatre 👩🏽‍🌾 ועד')))['content.xml']!)
		expect(xml).toContain('un<text:line-break/>deux<text:tab/>trois <text:s text:c="2"/>quatre 👩🏽‍🌾 ועד')
	})
})

describe('a paper as a page', () => {
	/** Elements and the names of their attributes, in order. */
	const shape = (html: string) => html.match(/<[^>]*>/gu)!.map((tag) => tag.replace(/="[^"]*"/gu, ''))
	const ours = shape(renderHtml(everywhere('a')))

	it.each(texts)('holds no element or attribute of %s', (_, text) => {
		expect(shape(renderHtml(everywhere(text)))).toEqual(ours)
	})

	it('names a drawing, and what scrolls, for those who hear the page', () => {
		const html = renderHtml({ ...everywhere('a'), blocks: [{ kind: 'figure', svg, description: 'Radar & "niveaux"', width: 10, height: 10 }, { kind: 'table', caption: 'Nos outils', columns: [{ label: 'a', share: 1 }], rows: [['b']] }] })
		expect(html).toContain('<figure role="img" aria-label="Radar &amp; &quot;niveaux&quot;">')
		expect(html).toContain('<div class="wide" role="region" aria-label="Nos outils" tabindex="0">')
	})

	it('loads nothing from anywhere', () => {
		expect(renderHtml(everywhere('a')).replace('xmlns="http://www.w3.org/2000/svg"', '')).not.toMatch(/https?:|url\(|@import|<link|<script|<img/u)
	})
})

describe('a paper as Markdown', () => {
	const cook = new MarkdownIt({ html: true })
	const ours = cook.render(renderMarkdown(everywhere('a'))).match(/<\w+/gu)

	it.each(texts)('makes nothing of %s', (_, text) => {
		const tags = cook.render(renderMarkdown(everywhere(text))).match(/<\w+/gu)!.filter((tag) => tag !== '<br')
		expect(tags).toEqual(ours)
	})

	it('is read as it was written', () => {
		const html = cook.render(renderMarkdown(everywhere('1. *a* _b_ <c> [d](e) & f | g\n- h')))
		expect(html).toContain('1. *a* _b_ &lt;c&gt; [d](e) &amp; f | g<br>\n- h')
	})
})

describe('a table for a spreadsheet', () => {
	it.each(['=1+1', '+1', '-1', '@SUM(A1)', ' =1', '\t=1', '\r=1', '\n=1', '\u00a0=1', '＝1', '\u0000=1'])('takes %j for words', (text) => {
		const cells = renderCsv([[text]], 'fr').replace(/^\ufeff"?/u, '')
		expect(cells).not.toMatch(/^\s*[=+\-@＝]/u)
		expect(cells).toMatch(/^'/u)
	})

	it.each(texts)('keeps its shape around %s', (_, text) => {
		const rows = readCsv(renderCsv([[text, 'b'], ['c', text]], 'fr'))
		expect(rows).toHaveLength(2)
		expect(rows[0]![1]).toBe('b')
		expect(rows[1]![0]).toBe('c')
		for (const cell of rows.flat()) {
			expect(cell).not.toMatch(/^\s*[=+\-@]/u)
		}
	})

	it('writes numbers and separators as the reader’s country does', () => {
		expect(renderCsv([['a', 12.5]], 'fr')).toBe('\ufeffa;12,5\r\n')
		expect(renderCsv([['a;b', 12.5]], 'en')).toBe('\ufeff"a;b",12.5\r\n')
	})
})

/** Reads a table with semicolons, as RFC 4180 says. */
function readCsv(text: string): string[][] {
	const rows: string[][] = [[]]
	for (const [, quoted, plain = '', end] of text.slice(1).matchAll(/(?:"((?:[^"]|"")*)"|([^";\r\n]*))(;|\r\n)/gy)) {
		rows.at(-1)!.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'))
		if (end !== ';') {
			rows.push([])
		}
	}
	return rows.filter((row) => row.length > 0)
}
