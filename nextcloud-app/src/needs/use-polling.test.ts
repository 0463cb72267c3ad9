/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { EffectScope } from 'vue'
import type { Pace } from './use-polling.ts'

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { effectScope } from 'vue'
import { OcsError } from '../ocs.ts'
import { usePolling } from './use-polling.ts'

describe('what is read again while a page is open', () => {
	let scope: EffectScope
	let pace: Pace
	/** How often it was read. */
	let reads: number
	/** What a reading does, one after the other; an empty list succeeds. */
	let answers: (() => Promise<string>)[]
	let taken: string[]
	beforeEach(() => {
		vi.useFakeTimers()
		scope = effectScope()
		pace = 'still'
		reads = 0
		answers = []
		taken = []
	})
	afterEach(() => {
		scope.stop()
		vi.useRealTimers()
	})

	const open = () => scope.run(() => usePolling(() => {
		reads++
		return answers.shift()?.() ?? Promise.resolve('read')
	}, (answer) => {
		taken.push(answer)
		return pace
	}))!
	const pass = async (seconds: number) => await vi.advanceTimersByTimeAsync(seconds * 1000)

	it('is read often while it moves, now and then while it stands still, and never once it ended', async () => {
		const { load } = open()
		pace = 'moving'
		await load()
		await pass(9)
		expect(reads).toBe(3)
		pace = 'still'
		await pass(60)
		expect(reads).toBe(4)
		pace = 'ended'
		await pass(60)
		expect(reads).toBe(5)
		await pass(600)
		expect(reads).toBe(5)
	})

	it('is read less often once it has moved for a minute without arriving', async () => {
		const { load } = open()
		pace = 'moving'
		await load()
		await pass(60)
		const before = reads
		await pass(120)
		expect(reads - before).toBe(2)
	})

	it('goes on after the network was away, and says so only for as long', async () => {
		const { load, problem } = open()
		await load()
		answers.push(() => Promise.reject(new OcsError(0, 'No network.')))
		await pass(60)
		expect(problem.value).toBe('No network.')
		await pass(60)
		expect(problem.value).toBe(null)
		expect(taken).toHaveLength(2)
	})

	it('is left alone after an answer that trying again cannot better', async () => {
		const { load, problem } = open()
		answers.push(() => Promise.reject(new OcsError(404, 'This was not found.')))
		await load()
		await pass(600)
		expect([reads, problem.value]).toEqual([1, 'This was not found.'])
	})

	it('shows the reading that was begun last, and is not read twice as often since', async () => {
		const { load } = open()
		let finish: (answer: string) => void = vi.fn()
		answers.push(() => new Promise((resolve) => {
			finish = resolve
		}))
		const first = load()
		await load()
		finish('older')
		await first
		expect(taken).toEqual(['read'])
		await pass(60)
		expect(reads).toBe(3)
	})

	it('ends with the page, even while an answer is awaited', async () => {
		const { load } = open()
		const last = load()
		scope.stop()
		await last
		await pass(600)
		expect([reads, taken]).toEqual([1, []])
	})
})
