/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import express from 'express'
import { expect, it, onTestFinished } from 'vitest'
import { serve } from '../../platform/server.ts'
import { HOW_PATH, howRoutes } from './how-page.ts'

it.each([['fr', 'Répondez dans le sujet'], ['en-GB,en;q=0.9', 'Reply in the topic'], ['*', 'Répondez dans le sujet']])('tells a reader of the forum who asks for “%s” how answers from clouds come about', async (languages, words) => {
	const server = await serve(express().use(howRoutes()), { host: '127.0.0.1', port: 0 })
	onTestFinished(() => server.stop())
	const response = await fetch(`http://127.0.0.1:${server.port}${HOW_PATH}`, { headers: { 'Accept-Language': languages } })
	expect(response.headers.get('Vary')).toContain('Accept-Language')
	expect(await response.text()).toContain(words)
})
