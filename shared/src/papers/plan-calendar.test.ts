/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { CalendarAs } from './plan-calendar.ts'

import { describe, expect, it } from 'vitest'
import { hostileTexts } from '../community/testing/hostile-texts.ts'
import { planCalendar } from './plan-calendar.ts'
import { actions, contextIn, planned } from './testing/example.ts'

const context = contextIn('fr')
const kinds: CalendarAs[] = ['tasks', 'events']

/** A property as it was written, its name without parameters. */
interface Read {
	name: string
	parameters: string
	value: string
}

/**
 * Reads a calendar as RFC 5545 says, and fails on what it forbids.
 *
 * @param text the file
 */
function readIcs(text: string): Read[][] {
	expect(text.endsWith('\r\n')).toBe(true)
	expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/u)
	for (const line of text.split('\r\n')) {
		expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75)
	}
	const lines = text.replaceAll('\r\n ', '').trimEnd().split('\r\n')
	const components: Read[][] = []
	const open: string[] = []
	for (const line of lines) {
		const [, name = '', parameters = '', value = ''] = /^([A-Z-]+)((?:;[A-Z-]+=[A-Z-]+)*):(.*)$/u.exec(line) ?? []
		expect(name, line).not.toBe('')
		if (name === 'BEGIN') {
			open.push(value)
			components.push([])
		} else if (name === 'END') {
			expect(open.pop()).toBe(value)
		} else {
			(open.length === 1 ? components[0]! : components.at(-1)!).push({ name, parameters, value })
		}
	}
	expect(open).toEqual([])
	return components
}

const valueOf = (component: Read[], name: string) => component.find((property) => property.name === name)?.value
const unescaped = (value: string) => value.replace(/\\(.)/gu, (_, letter: string) => letter === 'n' ? '\n' : letter)

describe('the days of the plan in a calendar', () => {
	it.each(kinds)('as %s: each action that has a day, as a whole day, with an id that stays', (as) => {
		const [calendar, ...entries] = readIcs(planCalendar(context, actions, as))
		expect(valueOf(calendar!, 'VERSION')).toBe('2.0')
		expect(entries.map((entry) => valueOf(entry, 'SUMMARY'))).toEqual(['Faire une sauvegarde', 'Essayer OnlyOffice à trois', 'Passer les fichiers de Google Drive à Nextcloud', 'À revoir\u00a0: Garder le logiciel de monnaie'])
		expect(new Set(entries.map((entry) => valueOf(entry, 'UID'))).size).toBe(4)
		for (const entry of entries) {
			expect(entry.filter(({ name }) => ['DUE', 'DTSTART', 'DTEND'].includes(name)).every(({ parameters, value }) => parameters === ';VALUE=DATE' && /^\d{8}$/u.test(value))).toBe(true)
			for (const name of ['UID', 'DTSTAMP', 'SUMMARY']) {
				expect(entry.filter((property) => property.name === name)).toHaveLength(1)
			}
		}
		const later = readIcs(planCalendar({ ...context, date: '2027-01-01' }, actions.map((one) => ({ ...one, revision: one.revision + 1 })), as))
		expect(later.slice(1).map((entry) => valueOf(entry, 'UID'))).toEqual(entries.map((entry) => valueOf(entry, 'UID')))
	})

	it('says of tasks how far they are, and of events on which day they end', () => {
		const [, done, testing, partial] = readIcs(planCalendar(context, actions, 'tasks'))
		expect([done, testing, partial].map((entry) => valueOf(entry!, 'STATUS'))).toEqual(['COMPLETED', 'IN-PROCESS', 'IN-PROCESS'])
		expect(valueOf(partial!, 'DTSTART')).toBe('20260302')
		const [, event] = readIcs(planCalendar(context, [planned(1, { title: 'a', status: 'planned', dueDate: '2026-02-28' })], 'events'))
		expect([valueOf(event!, 'DTSTART'), valueOf(event!, 'DTEND')]).toEqual(['20260228', '20260301'])
	})

	it('leaves out a start that is not before the due day', () => {
		const [, task] = readIcs(planCalendar(context, [planned(1, { title: 'a', status: 'planned', startDate: '2026-05-01', dueDate: '2026-04-01' })], 'tasks'))
		expect(valueOf(task!, 'DTSTART')).toBeUndefined()
	})

	it.each(['watching', 'kept', 'rolled-back'] as const)('has the day on which what is %s is looked at again, as something to do', (status) => {
		const [, task] = readIcs(planCalendar(context, [planned(1, { title: 'a', status, dueDate: '2026-04-01', reviewDate: '2027-04-01' })], 'tasks'))
		expect([valueOf(task!, 'SUMMARY'), valueOf(task!, 'DUE'), valueOf(task!, 'STATUS')]).toEqual(['À revoir\u00a0: a', '20270401', 'NEEDS-ACTION'])
	})

	it.each([['tasks', 'DUE'], ['events', 'DTSTART']] as const)('cancels among %s what was rolled back for good', (as, day) => {
		const [, entry] = readIcs(planCalendar(context, [planned(1, { title: 'a', status: 'rolled-back', dueDate: '2026-04-01' })], as))
		expect([valueOf(entry!, 'SUMMARY'), valueOf(entry!, day), valueOf(entry!, 'STATUS')]).toEqual(['a', '20260401', 'CANCELLED'])
	})

	it('has the meetings', () => {
		const components = readIcs(planCalendar(context, [], 'tasks', [{ id: 'm1', date: '2026-12-31', title: 'Point, de fin d’année' }]))
		expect(valueOf(components[1]!, 'SUMMARY')).toBe('Point\\, de fin d’année')
		expect(valueOf(components[1]!, 'DTEND')).toBe('20270101')
	})

	it.each(Object.entries(hostileTexts).filter(([, text]) => text.length < 100_000))('is one entry for %s', (_, text) => {
		for (const as of kinds) {
			const components = readIcs(planCalendar({ ...context, organisation: text }, [planned(1, { title: text, status: 'planned', dueDate: '2026-04-01', description: text, people: text }, text)], as))
			expect(components).toHaveLength(2)
			expect(components[1]!.map(({ name }) => name).toSorted().join(' ')).toBe(as === 'tasks' ? 'DESCRIPTION DTSTAMP DUE LAST-MODIFIED SEQUENCE STATUS SUMMARY UID' : 'DESCRIPTION DTEND DTSTAMP DTSTART LAST-MODIFIED SEQUENCE SUMMARY TRANSP UID')
		}
	})

	it('keeps a text as it was written', () => {
		const [, task] = readIcs(planCalendar(context, [planned(1, { title: 'a', status: 'planned', dueDate: '2026-04-01', description: 'Un; deux, trois\\quatre\n👩🏽‍🌾'.repeat(9) })], 'tasks'))
		expect(unescaped(valueOf(task!, 'DESCRIPTION')!)).toBe('Un; deux, trois\\quatre\n👩🏽‍🌾'.repeat(9))
	})
})
