/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { inTime } from './in-time.ts'

beforeEach(() => {
	vi.useFakeTimers()
})
afterEach(() => {
	vi.useRealTimers()
})

it('gives what comes in time, and keeps no timer', async () => {
	expect(await inTime(Promise.resolve('soon'), 1000, 'never')).toBe('soon')
	expect(vi.getTimerCount()).toBe(0)
})

it('throws what fails in time', async () => {
	await expect(inTime(Promise.reject(new Error('away')), 1000, 'never')).rejects.toThrow('away')
	expect(vi.getTimerCount()).toBe(0)
})

it('waits no longer than it is told, and bears a failure afterwards', async () => {
	const { promise, reject } = Promise.withResolvers<string>()
	const waited = inTime(promise, 1000, 'otherwise')
	await vi.advanceTimersByTimeAsync(1000)
	expect(await waited).toBe('otherwise')
	reject(new Error('late'))
	await expect(promise).rejects.toThrow('late')
})
