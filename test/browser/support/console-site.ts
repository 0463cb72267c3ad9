/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Browser, BrowserContext, Page } from 'playwright-core'
import type { Stack } from '../../support/stack.ts'

import { randomUUID } from 'node:crypto'
import { vi } from 'vitest'
import { publicationText } from '../../contract/publication-text.ts'
import { callConnector } from '../../security/connector-caller.ts'
import { startStack } from '../../support/stack.ts'
import { desktop, frenchVisitor } from './site.ts'

/** A connector whose console has something to show on each of its pages. */
export interface ConsoleSite {
	/** Address of the console, without a slash at the end. */
	console: string
	/** Needs by what became of them. */
	needs: { held: string, deleted: string, edited: string }
	/** Id of the cloud that published them. */
	instance: string
	openContext(browser: Browser, size?: { width: number, height: number }): Promise<BrowserContext>
	close(): Promise<void>
}

const caller = { instance: 'cloud-of-the-console', organisation: 'organisation-of-the-console' }

/** Starts the programs and lives through what gives a console work: a deletion, a conflict, a first publication. */
export async function openConsoleSite(): Promise<ConsoleSite> {
	const stack = await startStack({ preview: false, env: { HELD_PUBLICATIONS: '0' } })
	const [deleted, edited] = [await publish(stack, 'Un agenda pour la salle du quartier'), await publish(stack, 'Une liste de diffusion pour nos bénévoles')]
	const [gone, changed] = [await topicOf(stack, deleted), await topicOf(stack, edited)]
	await moderate(stack, `/t/${gone}/delete`, {})
	await moderate(stack, `/t/${changed}/change`, { title: 'Quelle liste de diffusion libre pour une association ?', category: '6', tags: '' })
	await correct(stack, edited, 'Une liste de diffusion libre pour nos bénévoles')
	const listed = await stack.command('instance', 'list')
	await stack.killConnector()
	stack.world.connectorEnv = { ...stack.world.connectorEnv, HELD_PUBLICATIONS: '9' }
	await stack.restartConnector()
	const held = await publish(stack, 'Remplacer notre tableur partagé')
	return {
		console: `${stack.connector}/console`,
		needs: { held, deleted, edited },
		instance: /^\S+/.exec(listed)?.[0] ?? '',
		openContext: async (browser, size = desktop) => await browser.newContext({ ...frenchVisitor, viewport: size }),
		close: async () => await stack.close(),
	}

	async function publish(from: Stack, title: string): Promise<string> {
		const id = randomUUID()
		const reply = await callConnector(from, 'putNeed', { ...caller, token: from.instanceToken }, { id, headers: { 'If-None-Match': '*' }, body: publicationText({ title }) })
		if (reply.status !== 201) {
			throw new Error(reply.text)
		}
		return id
	}
}

/**
 * Comes in by the forum, as a moderator would.
 *
 * @param page of the visitor
 * @param site with the console
 */
export async function signInByForum(page: Page, site: ConsoleSite): Promise<void> {
	await page.goto(site.console)
	await page.getByRole('link', { name: 'Se connecter avec le forum' }).click()
	await page.getByRole('main').getByLabel('Votre nom sur ce forum').fill('Zoé Martin')
	await page.getByRole('main').getByRole('button', { name: 'Se connecter' }).click()
	await page.getByRole('heading', { level: 1, name: 'Vue d’ensemble' }).waitFor()
}

async function correct(stack: Stack, id: string, title: string): Promise<void> {
	await callConnector(stack, 'putNeed', { ...caller, token: stack.instanceToken }, { id, headers: { 'If-Match': '"1"' }, body: publicationText({ title }) })
}

/** The number of a need's topic, as soon as the connector knows it. */
async function topicOf(stack: Stack, id: string): Promise<string> {
	return await vi.waitFor(async () => {
		const { text } = await callConnector(stack, 'readNeed', { ...caller, token: stack.instanceToken }, { id })
		const topic = /\/t\/(\d+)"/.exec(text)?.[1]
		if (topic === undefined) {
			throw new Error('The need did not reach the forum.')
		}
		return topic
	}, { timeout: 10_000, interval: 100 })
}

async function moderate(stack: Stack, path: string, fields: Record<string, string>): Promise<void> {
	const response = await fetch(stack.forum + path, { method: 'POST', redirect: 'manual', headers: { Cookie: `sandbox_person=${encodeURIComponent('Marie|moderator')}` }, body: new URLSearchParams(fields) })
	if (response.status !== 303) {
		throw new Error(await response.text())
	}
}
