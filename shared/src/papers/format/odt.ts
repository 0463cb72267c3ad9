/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Block, Column, Figure, Item, Paper, Words } from '../paper.ts'

import { strToU8, zipSync } from 'fflate'
import { cleanText, escapeLine, escapeXml } from './clean-text.ts'
import { namespaces, odtStyles, usedStyles } from './odt-styles.ts'

/** Media type of an ODT file. */
export const odtType = 'application/vnd.oasis.opendocument.text'

const xml = '<?xml version="1.0" encoding="UTF-8"?>\n'

/**
 * A paper as an OpenDocument text (ODF 1.3) that office programs open without repairing. Figures are SVG pictures inside,
 * with a PNG beside it when there is one. The same paper gives the same bytes.
 *
 * @param paper the paper
 */
export function renderOdt(paper: Paper): Uint8Array {
	const figures = paper.blocks.filter((block) => block.kind === 'figure')
	const pictures = figures.flatMap((figure, at): [string, string, Uint8Array][] => [
		[`Pictures/${at + 1}.svg`, 'image/svg+xml', strToU8(figure.svg)],
		...figure.png ? [[`Pictures/${at + 1}.png`, 'image/png', figure.png] as [string, string, Uint8Array]] : [],
	])
	const parts: [string, string, Uint8Array][] = [
		['content.xml', 'text/xml', strToU8(content(paper))],
		['styles.xml', 'text/xml', strToU8(odtStyles(paper.language, escapeLine(paper.title)))],
		['meta.xml', 'text/xml', strToU8(meta(paper))],
		...pictures,
	]
	const manifest = parts.map(([path, type]) => `<manifest:file-entry manifest:full-path="${path}" manifest:media-type="${type}"/>`).join('')
	// A zip knows no day before 1980.
	const mtime = new Date(`${paper.date > '1980-01-02' ? paper.date : '1980-01-02'}T12:00:00`)
	return zipSync({
		// First and not compressed: that is how programs know the file.
		mimetype: [strToU8(odtType), { level: 0 }],
		'META-INF/manifest.xml': strToU8(`${xml}<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3"><manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="${odtType}"/>${manifest}</manifest:manifest>`),
		...Object.fromEntries(parts.map(([path, , bytes]) => [path, bytes])),
	}, { mtime })
}

function content(paper: Paper): string {
	const tables = paper.blocks.filter((block) => block.kind === 'table')
	const figures = paper.blocks.filter((block) => block.kind === 'figure')
	const columns = tables.map(({ columns }, at) => columnStyles(columns, at + 1)).join('')
	const body = [
		`<text:p text:style-name="Title">${escapeLine(paper.title)}</text:p>`,
		`<text:p text:style-name="Subtitle">${escapeLine(paper.subtitle)}</text:p>`,
		...paper.blocks.map((block, at) => leadsTo(block, paper.blocks[at + 1]) ? `<text:p text:style-name="Lead">${words(block)}</text:p>` : render(block, block.kind === 'table' ? tables.indexOf(block) + 1 : block.kind === 'figure' ? figures.indexOf(block) + 1 : 0)),
		`<text:p text:style-name="Imprint">${escapeLine(paper.imprint)}</text:p>`,
	].join('\n')
	return `${xml}<office:document-content ${namespaces} office:version="1.3"><office:automatic-styles>${usedStyles}${columns}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`
}

function meta(paper: Paper): string {
	return `${xml}<office:document-meta ${namespaces} office:version="1.3"><office:meta><dc:title>${escapeLine(paper.title)}</dc:title><dc:creator>${escapeLine(paper.author)}</dc:creator><dc:date>${escapeXml(paper.date)}T12:00:00</dc:date><dc:language>${paper.language}</dc:language><meta:generator>Émancip’Asso</meta:generator></office:meta></office:document-meta>`
}

/**
 * Line feeds, tabs and runs of spaces have elements of their own.
 *
 * @param text anything that a person could paste
 */
function inline(text: string): string {
	return escapeXml(cleanText(text).trim())
		.replace(/ {2,}/gu, (run) => ` <text:s text:c="${run.length - 1}"/>`)
		.replaceAll('\t', '<text:tab/>')
		.replaceAll('\n', '<text:line-break/>')
}

function words({ lead, text }: Words): string {
	const rest = inline(text)
	return lead === undefined ? rest : `<text:span text:style-name="Strong">${escapeLine(lead)}</text:span>${rest === '' ? '' : ` ${rest}`}`
}

/** Whether words stay on the page of the figure, list or table that they introduce. */
function leadsTo(block: Block, next: Block | undefined): block is Extract<Block, { kind: 'paragraph' }> {
	return block.kind === 'paragraph' && next !== undefined && ['figure', 'list', 'table'].includes(next.kind)
}

function render(block: Block, number: number): string {
	switch (block.kind) {
		case 'heading': return `<text:h text:style-name="Heading_20_${block.level}" text:outline-level="${block.level}">${escapeLine(block.text)}</text:h>`
		case 'paragraph': return `<text:p text:style-name="Text_20_body">${words(block)}</text:p>`
		case 'note': return block.paragraphs.map((paragraph) => `<text:p text:style-name="Note">${words(paragraph)}</text:p>`).join('')
		case 'list': return `<text:list text:style-name="${block.ordered ? 'Numbers' : 'Bullets'}">${block.items.map(item).join('')}</text:list>`
		case 'figure': return figure(block, number)
		case 'table': return `<text:p text:style-name="Caption">${escapeLine(block.caption)}</text:p>${table(block.columns, block.rows, number)}<text:p text:style-name="After_20_table"/>`
	}
}

function item(one: Item): string {
	return `<text:list-item><text:p text:style-name="${one.details?.length ? 'List_20_lead' : 'List'}">${words(one)}</text:p>${(one.details ?? []).map((detail) => `<text:p text:style-name="List">${words(detail)}</text:p>`).join('')}</text:list-item>`
}

function figure({ width, height, description, png }: Figure, number: number): string {
	const image = (ending: string, type: string) => `<draw:image xlink:href="Pictures/${number}.${ending}" xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad" draw:mime-type="${type}"/>`
	return `<text:p text:style-name="Figure"><draw:frame draw:style-name="Picture" draw:name="Figure${number}" text:anchor-type="as-char" svg:width="${width}mm" svg:height="${height}mm">${image('svg', 'image/svg+xml')}${png ? image('png', 'image/png') : ''}<svg:title>${escapeLine(description)}</svg:title></draw:frame></text:p>`
}

function columnStyles(columns: readonly Column[], number: number): string {
	return columns.map(({ share }, at) => `<style:style style:name="T${number}C${at + 1}" style:family="table-column"><style:table-column-properties style:rel-column-width="${Math.round(share * 100)}*"/></style:style>`).join('')
}

function table(columns: readonly Column[], rows: readonly (readonly string[])[], number: number): string {
	const cell = (text: string, style: string, paragraph: string) => `<table:table-cell table:style-name="${style}" office:value-type="string"><text:p text:style-name="${paragraph}">${inline(text)}</text:p></table:table-cell>`
	const head = columns.map(({ label }) => cell(label, 'Head_20_cell', 'Table_20_heading')).join('')
	const body = rows.map((cells) => `<table:table-row table:style-name="Row">${cells.map((text) => cell(text, 'Cell', 'Table_20_contents')).join('')}</table:table-row>`).join('\n')
	return `<table:table table:name="Table${number}" table:style-name="Table">${columns.map((_, at) => `<table:table-column table:style-name="T${number}C${at + 1}"/>`).join('')}<table:table-header-rows><table:table-row table:style-name="Row">${head}</table:table-row></table:table-header-rows>${body}</table:table>`
}
