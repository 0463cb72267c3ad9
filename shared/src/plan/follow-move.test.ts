/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { StoredInventoryLine } from '../diagnosis/answers.ts'
import type { ActionStatus } from './action-status.ts'

import { describe, expect, it } from 'vitest'
import { listLines } from '../diagnosis/diagnosis-document.ts'
import { independenceOf } from '../diagnosis/independence.ts'
import { solutions } from '../diagnosis/testing/reference-data.ts'
import { actionStatuses } from './action-status.ts'
import { linesAfter, listChangeOf, migrationAfter, passedOn } from './follow-move.ts'
import { linesInPlan } from './inventory.ts'

const migration = { line: 'drive', use: 'files', from: 'google-drive', to: 'nextcloud-files' }
const drive: StoredInventoryLine = { use: 'files', tool: 'google-drive', hosting: 'giant', users: 12, criticality: 'vital', satisfaction: 3, 'must-have': 'Folders', cost: 120, contains: ['personal-data'], admins: 1, exit: 'hard', status: 'to-start', position: 4 }
const nextcloud: StoredInventoryLine = { use: 'files', tool: 'nextcloud-files', hosting: 'ethical-host', position: 5 }
const said = { hosting: 'ethical-host', today: '2026-11-28', id: 'new', position: 9 }
const move = (status: ActionStatus, to = migration.to) => ({ status, migration: { ...migration, to } })
const changeOf = (action: Parameters<typeof listChangeOf>[0], lines: Record<string, StoredInventoryLine>) => listChangeOf(action, listLines(lines), [action])
const offered = (status: ActionStatus, lines: Record<string, StoredInventoryLine>, to?: string) => changeOf(move(status, to), lines)

describe('the list of tools after a move', () => {
	it('has the new tool in the place of the old one, with what the work needs and not what was true of the old tool', () => {
		const change = offered('done', { drive })!
		expect(change.kind).toBe('replace')
		expect(linesAfter(change, said)).toEqual({ drive: { use: 'files', tool: 'nextcloud-files', users: 12, criticality: 'vital', 'must-have': 'Folders', contains: ['personal-data'], hosting: 'ethical-host', position: 4, looked: '2026-11-28' } })
		expect(linesAfter(change, { ...said, hosting: undefined }).drive).not.toHaveProperty('hosting')
		expect(migrationAfter(migration, change, [])).toEqual(migration)
		expect(passedOn(drive)).toEqual({ stays: ['users', 'criticality', 'must-have', 'contains'], goes: ['hosting', 'satisfaction', 'cost', 'admins', 'exit'] })
		expect(passedOn(nextcloud)).toEqual({ stays: [], goes: ['hosting'] })
	})

	it('is then counted as free, and line and action still say one thing', () => {
		const lines = { drive, ...linesAfter(offered('done', { drive })!, said) } as Record<string, StoredInventoryLine>
		expect(independenceOf(listLines({ drive }), solutions).share).toEqual([0, 3])
		expect(independenceOf(listLines(lines), solutions).share).toEqual([3, 3])
		expect(linesInPlan(listLines(lines), [move('done')])[0]).toMatchObject({ tool: 'nextcloud-files', status: 'done' })
		expect(changeOf(move('done'), lines)).toBeNull()
	})

	it('loses the old tool when the new one stands there already, and the action goes on with the one that stays', () => {
		const change = offered('done', { drive, nextcloud })!
		expect([change.kind, linesAfter(change, said)]).toEqual(['retire', { drive: undefined }])
		const after = migrationAfter(migration, change, [])
		expect(after.line).toBe('nextcloud')
		expect(changeOf({ status: 'done', migration: after }, { nextcloud })).toBeNull()
		expect(linesInPlan(listLines({ nextcloud }), [{ status: 'done', migration: after }])[0]!.status).toBe('done')
	})

	it('leaves the line that stays to the action that moves it already', () => {
		const change = offered('done', { drive, nextcloud })!
		const onward = (status: ActionStatus) => ({ status, migration: { ...migration, line: 'nextcloud', from: 'nextcloud-files', to: 'seafile' } })
		expect(migrationAfter(migration, change, [onward('testing')])).toEqual(migration)
		expect(migrationAfter(migration, change, [onward('rolled-back')]).line).toBe('nextcloud')
	})

	it('keeps both tools while they are used side by side', () => {
		const change = offered('coexisting', { drive })!
		expect(change.kind).toBe('add')
		const added = linesAfter(change, said)
		expect(added).toEqual({ new: expect.objectContaining({ use: 'files', tool: 'nextcloud-files', users: 12, hosting: 'ethical-host', position: 9 }) as unknown })
		expect(offered('coexisting', { drive, ...added } as Record<string, StoredInventoryLine>)).toBeNull()
		expect(offered('done', { drive, ...added } as Record<string, StoredInventoryLine>)!.kind).toBe('retire')
	})

	it('goes back with an action that was rolled back after the tool had been replaced', () => {
		const after = { ...drive, tool: 'nextcloud-files' }
		expect(offered('rolled-back', { drive: after })).toMatchObject({ kind: 'replace', tool: 'google-drive' })
		expect(offered('rolled-back', { drive })).toBeNull()
	})

	it('loses the new tool with an action that was rolled back after both had been in use, whichever line it moves', () => {
		const change = offered('rolled-back', { drive, nextcloud })!
		expect(change).toMatchObject({ kind: 'retire', tool: 'google-drive' })
		expect(linesAfter(change, said)).toEqual({ nextcloud: undefined })
		expect(migrationAfter(migration, change, [])).toEqual(migration)
		const moved = { status: 'rolled-back', migration: { ...migration, line: 'nextcloud' } } as const
		const other = changeOf(moved, { drive, nextcloud })!
		expect(linesAfter(other, said)).toEqual({ nextcloud: undefined })
		expect(migrationAfter(moved.migration, other, [])).toEqual(migration)
	})

	it('follows the last move of a line, and none that came before it', () => {
		const [before, back] = [move('done'), { status: 'done' as const, migration: { ...migration, from: migration.to, to: migration.from } }]
		expect(listChangeOf(before, listLines({ drive }), [before, back])).toBeNull()
		expect(listChangeOf(back, listLines({ drive }), [before, back])).toBeNull()
		expect(listChangeOf(back, listLines({ drive: { ...drive, tool: 'nextcloud-files' } }), [before, back])).toMatchObject({ kind: 'replace', tool: 'google-drive' })
	})

	it.each(actionStatuses.map(({ id }) => id).filter((id) => !['done', 'coexisting', 'rolled-back'].includes(id)))('stays as it is while the action is %s', (status) => {
		expect(offered(status, { drive })).toBeNull()
	})

	it('stays as it is where members wrote something else, or nobody said to which tool', () => {
		expect(offered('done', { drive: { ...drive, tool: 'Nos fichiers chez Zaclys' } })).toBeNull()
		expect(offered('done', {})).toBeNull()
		expect(offered('done', { drive }, '')).toBeNull()
		expect(offered('done', { drive }, 'google-drive')).toBeNull()
		expect(changeOf({ status: 'done' }, { drive })).toBeNull()
	})

	it('takes a tool that is not in the catalogue in the members’ own words', () => {
		expect(linesAfter(offered('done', { drive }, 'Le serveur de Paul')!, said).drive).toMatchObject({ tool: 'Le serveur de Paul' })
	})

	it('does not mix up two uses of one tool', () => {
		expect(offered('done', { drive, office: { ...nextcloud, use: 'office' } })!.kind).toBe('replace')
	})
})
