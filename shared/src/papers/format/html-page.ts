/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Block, Item, Paper, Words } from '../paper.ts'

import { escapeLine, escapeXml } from './clean-text.ts'

/** Nothing is loaded and nothing runs, wherever the file is opened. */
const policy = 'default-src \'none\'; style-src \'unsafe-inline\'; img-src data:'

const style = `
@page { size: A4; margin: 20mm 18mm 22mm; @bottom-right { content: counter(page) " / " counter(pages); font: 9pt sans-serif; color: #444; } }
* { box-sizing: border-box; }
html { color-scheme: light; }
body { max-width: 44rem; margin: 0 auto; padding: 1.5rem 1rem 3rem; background: #fff; color: #1b1b1b; font: 1rem/1.5 "Liberation Sans", Arial, Helvetica, sans-serif; overflow-wrap: anywhere; }
header { margin-bottom: 1.5rem; padding-bottom: .75rem; border-bottom: 2px solid #1f4e79; }
h1 { margin: 0 0 .25rem; font-size: 1.7rem; line-height: 1.25; }
h2 { margin: 1.8rem 0 .5rem; color: #1f4e79; font-size: 1.25rem; line-height: 1.3; }
h3 { margin: 1.2rem 0 .25rem; font-size: 1.05rem; line-height: 1.35; }
p, ul, ol, table, figure, aside { margin: 0 0 .8rem; }
ul, ol { padding-inline-start: 1.4rem; }
li { margin-bottom: .35rem; }
li > p { margin: .1rem 0; }
.lines { white-space: pre-line; }
.quiet { color: #444; }
table { width: calc(100% - 1px); border-collapse: collapse; font-size: .9em; }
.wide { overflow-x: auto; margin-bottom: .8rem; }
.wide table { min-width: 34rem; margin: 0; overflow-wrap: break-word; }
caption { padding-bottom: .3rem; color: #444; text-align: start; }
th, td { padding: .3rem .45rem; border: 1px solid #b5b5b5; text-align: start; vertical-align: top; }
thead th { background: #e8eef4; }
tbody th { font-weight: 600; }
aside { padding: .7rem .9rem; border-inline-start: 4px solid #1f4e79; background: #f1f5f9; }
aside > :last-child { margin-bottom: 0; }
figure { text-align: center; }
figure svg { max-width: 100%; height: auto; }
footer { margin-top: 2rem; padding-top: .6rem; border-top: 1px solid #b5b5b5; color: #444; font-size: .9em; }
@media print {
body { max-width: none; padding: 0; font-size: 10.5pt; }
.wide { overflow: visible; }
.wide table { min-width: 0; overflow-wrap: anywhere; }
h1, h2, h3, caption, p:has(+ figure), p:has(+ ul), p:has(+ .wide) { break-after: avoid; }
li, tr, figure, aside, footer { break-inside: avoid; }
footer { break-before: avoid; margin-top: 1rem; }
thead { display: table-header-group; }
thead th, aside, svg { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
p, li { orphans: 3; widows: 3; }
}
`

/**
 * A paper as a page that prints well on A4. It loads nothing, runs nothing, and every text in it is inert.
 *
 * @param paper the paper
 */
export function renderHtml(paper: Paper): string {
	return `<!DOCTYPE html>
<html lang="${paper.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="author" content="${escapeLine(paper.author)}">
<title>${escapeLine(paper.title)}</title>
<style>${style}</style>
</head>
<body>
<header>
<h1 dir="auto">${escapeLine(paper.title)}</h1>
<p class="quiet" dir="auto">${escapeLine(paper.subtitle)}</p>
</header>
<main>
${paper.blocks.map(block).join('\n')}
<footer><p dir="auto">${escapeLine(paper.imprint)}</p></footer>
</main>
</body>
</html>
`
}

function words({ lead, text }: Words): string {
	const rest = escapeXml(text)
	return lead === undefined ? rest : `<strong>${escapeLine(lead)}</strong>${rest === '' ? '' : ` ${rest}`}`
}

function block(one: Block): string {
	switch (one.kind) {
		case 'heading': return `<h${one.level + 1} dir="auto">${escapeLine(one.text)}</h${one.level + 1}>`
		case 'paragraph': return paragraph(one)
		case 'list': return one.ordered ? `<ol>\n${one.items.map(item).join('\n')}\n</ol>` : `<ul>\n${one.items.map(item).join('\n')}\n</ul>`
		case 'note': return `<aside>\n${one.paragraphs.map(paragraph).join('\n')}\n</aside>`
		case 'figure': return `<figure role="img" aria-label="${escapeLine(one.description)}">${one.svg}</figure>`
		case 'table': return `<div class="wide" role="region" aria-label="${escapeLine(one.caption)}" tabindex="0"><table>
<caption dir="auto">${escapeLine(one.caption)}</caption>
<thead><tr>${one.columns.map(({ label, share }) => `<th scope="col" style="width:${width(share, one.columns)}%" dir="auto">${escapeLine(label)}</th>`).join('')}</tr></thead>
<tbody>
${one.rows.map((cells) => `<tr>${cells.map((cell, at) => at === 0 ? `<th scope="row" class="lines" dir="auto">${escapeXml(cell)}</th>` : `<td class="lines" dir="auto">${escapeXml(cell)}</td>`).join('')}</tr>`).join('\n')}
</tbody>
</table></div>`
	}
}

function paragraph(one: Words): string {
	return `<p class="lines" dir="auto">${words(one)}</p>`
}

function item(one: Item): string {
	const details = (one.details ?? []).map(paragraph).join('\n')
	return `<li dir="auto"><span class="lines">${words(one)}</span>${details}</li>`
}

function width(share: number, columns: readonly { share: number }[]): number {
	return Math.round(1000 * share / columns.reduce((sum, column) => sum + column.share, 0)) / 10
}
