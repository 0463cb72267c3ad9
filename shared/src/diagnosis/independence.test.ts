/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { describe, expect, it } from 'vitest'
import { independenceOf } from './independence.ts'
import { solutions } from './testing/reference-data.ts'

const line = (tool: string, hosting: string, criticality?: string) => ({ use: 'files', tool, hosting, ...criticality && { criticality } })
const share = (...lines: ReturnType<typeof line>[]) => independenceOf(lines, solutions).share

describe('the independence index', () => {
	it('weighs a tool by its importance, and calls it useful when nobody said', () => {
		expect(share(line('nextcloud-files', 'ethical-host', 'vital'), line('gmail', 'giant', 'minor'), line('zoom', 'company'))).toEqual([3, 6])
	})

	it('does not count a free tool as independent on a giant’s servers or a personal account', () => {
		expect(share(line('peertube', 'giant'))).toEqual([0, 2])
		expect(share(line('wordpress', 'personal-account'))).toEqual([0, 2])
		expect(share(line('wordpress', 'ourselves'))).toEqual([2, 2])
	})

	it('counts a partly free tool, not one whose freedom is disputed or unchecked', () => {
		expect([share(line('rocket-chat', 'ethical-host')), share(line('mattermost', 'ethical-host')), share(line('comchain', 'company'))]).toEqual([[2, 2], [0, 2], [0, 2]])
	})

	it('leaves out what it cannot judge, and says so', () => {
		expect(independenceOf([line('nos classeurs', 'device'), line('nextcloud-files', 'unknown'), { use: 'mail', tool: 'gmail' }], solutions)).toEqual({
			share: null,
			counted: [],
			toClarify: [{ line: 0, missing: 'tool' }, { line: 1, missing: 'hosting' }, { line: 2, missing: 'hosting' }],
		})
	})

	it('says of each line how much it counts and what it depends on', () => {
		expect(independenceOf([line('gmail', 'giant', 'vital'), line('peertube', 'giant'), line('wordpress', 'ourselves', 'minor')], solutions).counted).toEqual([
			{ line: 0, weight: 3, dependsOn: 'tool' },
			{ line: 1, weight: 2, dependsOn: 'hosting' },
			{ line: 2, weight: 1, dependsOn: null },
		])
	})
})
