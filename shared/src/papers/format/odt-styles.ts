/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Language } from '../../language/localised-text.ts'

/** Namespaces of every part, so that a part can use any of them. */
export const namespaces = [
	['office', 'urn:oasis:names:tc:opendocument:xmlns:office:1.0'],
	['style', 'urn:oasis:names:tc:opendocument:xmlns:style:1.0'],
	['text', 'urn:oasis:names:tc:opendocument:xmlns:text:1.0'],
	['table', 'urn:oasis:names:tc:opendocument:xmlns:table:1.0'],
	['draw', 'urn:oasis:names:tc:opendocument:xmlns:drawing:1.0'],
	['fo', 'urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0'],
	['svg', 'urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0'],
	['meta', 'urn:oasis:names:tc:opendocument:xmlns:meta:1.0'],
	['dc', 'http://purl.org/dc/elements/1.1/'],
	['xlink', 'http://www.w3.org/1999/xlink'],
].map(([prefix, uri]) => `xmlns:${prefix}="${uri}"`).join(' ')

const blue = '#1f4e79'
const border = '0.5pt solid #b5b5b5'

/** Styles that only the content uses: of tables, cells, pictures and bold words. */
export const usedStyles = [
	'<style:style style:name="Strong" style:family="text"><style:text-properties fo:font-weight="bold" style:font-weight-asian="bold" style:font-weight-complex="bold"/></style:style>',
	'<style:style style:name="Table" style:family="table"><style:table-properties style:rel-width="100%" table:align="margins" fo:margin-bottom="2mm"/></style:style>',
	'<style:style style:name="Row" style:family="table-row"><style:table-row-properties fo:keep-together="always"/></style:style>',
	`<style:style style:name="Cell" style:family="table-cell"><style:table-cell-properties fo:padding="1.2mm" fo:border="${border}"/></style:style>`,
	`<style:style style:name="Head_20_cell" style:display-name="Head cell" style:family="table-cell"><style:table-cell-properties fo:padding="1.2mm" fo:border="${border}" fo:background-color="#e8eef4"/></style:style>`,
	'<style:style style:name="Picture" style:family="graphic"><style:graphic-properties style:vertical-pos="top" style:vertical-rel="baseline"/></style:style>',
].join('')

/**
 * The part with the styles that a person changes in an office program, and the page: A4, its number at the foot.
 *
 * @param language of the paper
 * @param title escaped, for the foot of the page
 */
export function odtStyles(language: Language, title: string): string {
	const country = language === 'fr' ? 'FR' : 'GB'
	const styles = [
		`<style:default-style style:family="paragraph"><style:paragraph-properties fo:orphans="2" fo:widows="2" style:writing-mode="page"/><style:text-properties style:font-name="Liberation Sans" fo:font-size="10.5pt" fo:language="${language}" fo:country="${country}" style:font-size-complex="10.5pt" style:font-size-asian="10.5pt"/></style:default-style>`,
		paragraph('Standard', ''),
		paragraph('Text_20_body', 'fo:margin-bottom="2mm" fo:line-height="120%"'),
		paragraph('Lead', 'fo:margin-bottom="2mm" fo:line-height="120%" fo:keep-with-next="always"'),
		paragraph('Title', 'fo:margin-bottom="1mm" fo:keep-with-next="always"', `fo:font-size="20pt" fo:font-weight="bold" fo:color="${blue}"`),
		paragraph('Subtitle', `fo:margin-bottom="5mm" fo:padding-bottom="2mm" fo:border-bottom="1pt solid ${blue}"`, 'fo:font-size="11pt" fo:color="#444444"'),
		paragraph('Heading_20_1', 'fo:margin-top="6mm" fo:margin-bottom="2mm" fo:keep-with-next="always"', `fo:font-size="15pt" fo:font-weight="bold" fo:color="${blue}"`, 1),
		paragraph('Heading_20_2', 'fo:margin-top="4mm" fo:margin-bottom="1mm" fo:keep-with-next="always"', 'fo:font-size="12pt" fo:font-weight="bold"', 2),
		paragraph('List', 'fo:margin-bottom="1mm" fo:line-height="115%"'),
		paragraph('List_20_lead', 'fo:margin-top="2mm" fo:margin-bottom="1mm" fo:line-height="115%" fo:keep-with-next="always"'),
		paragraph('Note', `fo:margin-bottom="0mm" fo:padding="2.5mm" fo:border-left="3pt solid ${blue}" fo:background-color="#f1f5f9" style:join-border="true"`),
		paragraph('Caption', 'fo:margin-top="2mm" fo:margin-bottom="1mm" fo:keep-with-next="always"', 'fo:font-size="9.5pt" fo:color="#444444"'),
		paragraph('Table_20_contents', '', 'fo:font-size="9pt"'),
		paragraph('Table_20_heading', '', 'fo:font-size="9pt" fo:font-weight="bold"'),
		paragraph('After_20_table', 'fo:margin-bottom="0mm"', 'fo:font-size="5pt"'),
		paragraph('Figure', 'fo:text-align="center" fo:margin-bottom="2mm"'),
		paragraph('Imprint', `fo:margin-top="8mm" fo:padding-top="2mm" fo:border-top="${border}"`, 'fo:font-size="9pt" fo:color="#444444"'),
		paragraph('Footer', '', 'fo:font-size="8.5pt" fo:color="#444444"', undefined, '<style:tab-stops><style:tab-stop style:position="174mm" style:type="right"/></style:tab-stops>'),
		listStyle('Bullets', '<text:list-level-style-bullet text:level="1" text:bullet-char="•">', '</text:list-level-style-bullet>'),
		listStyle('Numbers', '<text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix=".">', '</text:list-level-style-number>'),
	].join('')
	const page = '<style:page-layout style:name="A4"><style:page-layout-properties fo:page-width="210mm" fo:page-height="297mm" style:print-orientation="portrait" fo:margin-top="20mm" fo:margin-bottom="15mm" fo:margin-left="18mm" fo:margin-right="18mm"/><style:footer-style><style:header-footer-properties fo:min-height="8mm" fo:margin-top="4mm"/></style:footer-style></style:page-layout>'
	const foot = `<style:footer><text:p text:style-name="Footer">${title}<text:tab/><text:page-number text:select-page="current">1</text:page-number> / <text:page-count>1</text:page-count></text:p></style:footer>`
	return `<?xml version="1.0" encoding="UTF-8"?>\n<office:document-styles ${namespaces} office:version="1.3"><office:font-face-decls><style:font-face style:name="Liberation Sans" svg:font-family="'Liberation Sans', Arial, Helvetica" style:font-family-generic="swiss"/></office:font-face-decls><office:styles>${styles}</office:styles><office:automatic-styles>${page}</office:automatic-styles><office:master-styles><style:master-page style:name="Standard" style:page-layout-name="A4">${foot}</style:master-page></office:master-styles></office:document-styles>`
}

function paragraph(name: string, layout: string, text = '', outline?: number, inner = ''): string {
	const display = name.includes('_20_') ? ` style:display-name="${name.replaceAll('_20_', ' ')}"` : ''
	const parent = name === 'Standard' ? '' : ' style:parent-style-name="Standard"'
	const level = outline === undefined ? '' : ` style:default-outline-level="${outline}"`
	const complex = [...text.matchAll(/fo:(font-size|font-weight)="([^"]+)"/gu)].map(([, property, value]) => ` style:${property}-complex="${value}"`).join('')
	return `<style:style style:name="${name}"${display} style:family="paragraph"${parent} style:class="text"${level}><style:paragraph-properties ${layout}>${inner}</style:paragraph-properties><style:text-properties ${text}${complex}/></style:style>`
}

function listStyle(name: string, open: string, close: string): string {
	return `<text:list-style style:name="${name}">${open}<style:list-level-properties text:list-level-position-and-space-mode="label-alignment"><style:list-level-label-alignment text:label-followed-by="listtab" text:list-tab-stop-position="7mm" fo:text-indent="-7mm" fo:margin-left="7mm"/></style:list-level-properties>${close}</text:list-style>`
}
