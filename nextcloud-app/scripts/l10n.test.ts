/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

// @vitest-environment node

import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runInNewContext } from 'node:vm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { buildL10n } from './build-l10n.ts'
import { checkL10n } from './check-l10n.ts'

const nbsp = '\u00a0'
const pluralForm = 'nplurals=3; plural=(n == 0 || n == 1) ? 0 : n != 0 && n % 1000000 == 0 ? 1 : 2;'

describe('the texts of the app', () => {
	let app: string

	beforeEach(() => {
		app = mkdtempSync(join(tmpdir(), 'l10n-'))
		mkdirSync(join(app, 'src'))
		mkdirSync(join(app, 'lib'))
		mkdirSync(join(app, 'l10n'))
	})
	afterEach(() => rmSync(app, { recursive: true }))

	function write(source: string, translations: Record<string, string | string[]>): void {
		writeFileSync(join(app, 'src/page.ts'), source)
		writeFileSync(join(app, 'l10n/fr.json'), JSON.stringify({ translations, pluralForm }))
	}

	it('are complete in this app', () => {
		expect(checkL10n(fileURLToPath(new URL('..', import.meta.url)))).toEqual([])
	})

	it.each([
		['a text without French', 't(\'Hello\')', {}, 'has no French text'],
		['French that nobody asks for', '', { Hello: 'Bonjour' }, 'is used nowhere'],
		['a text that is not written in the call', 't(name)', {}, 'nobody can translate it'],
		['a placeholder that was lost', 't(\'Hello {name}\')', { 'Hello {name}': 'Bonjour' }, 'same placeholders'],
		['a missing plural form', 'n(\'%n need\', \'%n needs\', 2)', { '_%n need_::_%n needs_': ['%n besoin', '%n besoins'] }, 'three French forms'],
		['a space that may break before a colon', 't(\'Name:\')', { 'Name:': 'Nom :' }, 'no-break space'],
		['a straight apostrophe', 't(\'App\')', { App: 'L\'application' }, 'apostrophe'],
	])('show %s', (_, source, translations, fault) => {
		write(source, translations as Record<string, string | string[]>)
		expect(checkL10n(app).join('\n')).toContain(fault)
	})

	it('are looked for in PHP too', () => {
		write('', {})
		writeFileSync(join(app, 'lib/Page.php'), '<?php $l->t(\'Former member\');')
		expect(checkL10n(app)).toEqual([`${join('lib', 'Page.php')}: “Former member” has no French text`])
	})

	it('become what a browser registers, in both languages', () => {
		write('', { 'Name:': `Nom${nbsp}:`, '_%n need_::_%n needs_': ['%n besoin', '%n besoins', '%n besoins'] })
		expect(buildL10n(app)).toBe(2)
		const registered: Record<string, unknown> = {}
		for (const language of ['fr', 'en']) {
			const script = readFileSync(join(app, `l10n/${language}.js`), 'utf8')
			runInNewContext(script, { OC: { L10N: { register: (name: string, texts: unknown) => Object.assign(registered, { [`${name} ${language}`]: texts }) } } })
		}
		expect(registered).toEqual({
			'emancipasso fr': { 'Name:': `Nom${nbsp}:`, '_%n need_::_%n needs_': ['%n besoin', '%n besoins', '%n besoins'] },
			'emancipasso en': { 'Name:': 'Name:', '_%n need_::_%n needs_': ['%n need', '%n needs'] },
		})
	})
})
