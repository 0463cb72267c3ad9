/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import express from 'express'
import { randomUUID } from 'node:crypto'
import { expect, it, onTestFinished, vi } from 'vitest'
import { person } from '../../sandbox-forum/people.ts'
import { forumUnderTest } from '../../sandbox-forum/testing.ts'
import { NeedStore } from '../community/need-store.ts'
import { recordOf } from '../community/tables.ts'
import { serverOf } from '../forum/testing.ts'
import { withDatabase } from '../platform/testing.ts'
import { createSynchronisation } from './synchronisation.ts'
import { PUBLICATION } from './testing.ts'

const SECRET = 'un-secret-assez-long'
const CALLER = { instance: 'instance-1', organisation: 'organisation-1', member: 'member-1' }
const database = withDatabase()

function joined(url: string, callsPerMinute = 600) {
	return createSynchronisation(database, {
		url,
		apiKey: 'sandbox-api-key',
		apiUsername: 'emancipasso',
		webhookSecrets: [SECRET],
		categories: { 'technical-help': 5, 'tool-advice': 6, 'provider-search': 7, 'shared-development': 8 },
		language: 'fr',
		callsPerMinute,
	}, { info: () => {}, warn: () => {}, error: () => {} })
}

it('brings a published need to the forum and its replies back, by itself', async () => {
	const forum = await forumUnderTest()
	const synchronisation = joined(forum.url)
	forum.setWebhook(`${await serverOf(express().use(synchronisation.routes))}/webhooks/discourse`, SECRET)
	await synchronisation.start()
	onTestFinished(() => synchronisation.stop())

	const uuid = randomUUID()
	const needs = new NeedStore(database, { heldPublications: 0, publicationsPerDay: 10 })
	await needs.put(CALLER, uuid, PUBLICATION, { create: true })
	await vi.waitFor(async () => expect((await needs.read(CALLER, uuid)).link.state).toBe('linked'), 10_000)
	const { link } = await needs.read(CALLER, uuid)
	expect((await fetch(link.topicUrl ?? '')).status).toBe(200)

	const [topic] = forum.state.data.topics.filter(({ externalId }) => externalId === recordOf(uuid))
	person(forum.forum, 'Paul').reply(topic ?? Object.create(null), 'Nous utilisons Nextcloud depuis deux ans.')
	await vi.waitFor(async () => expect((await needs.read(CALLER, uuid)).replyCount).toBe(1), 10_000)
})

it('ends quickly although the forum is slow and the budget is spent, and goes on where it was', async () => {
	const forum = await forumUnderTest()
	const needs = new NeedStore(database, { heldPublications: 0, publicationsPerDay: 10 })
	const uuids = Array.from({ length: 6 }, () => randomUUID())
	for (const [index, uuid] of uuids.entries()) {
		await needs.put(CALLER, uuid, { ...PUBLICATION, title: `Quel agenda pour ${index} associations ?` }, { create: true })
	}
	forum.faults.set('slow-body', { count: 1, method: 'POST', seconds: 20 })
	const first = joined(forum.url, 40)
	await first.start()
	await vi.waitFor(() => expect(forum.state.data.topics.length).toBeGreaterThan(0), 10_000)
	const begun = Date.now()
	await first.stop()
	expect(Date.now() - begun).toBeLessThan(2500)
	const second = joined(forum.url)
	await second.start()
	onTestFinished(() => second.stop())
	await vi.waitFor(async () => {
		for (const uuid of uuids) {
			expect((await needs.read(CALLER, uuid)).link.state).toBe('linked')
		}
	}, 15_000)
	expect(forum.state.data.topics).toHaveLength(6)
})
