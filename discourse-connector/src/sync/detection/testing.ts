/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Person } from '../../../sandbox-forum/people.ts'
import type { Topic } from '../../../sandbox-forum/state/model.ts'
import type { DetectionConfiguration } from '../../platform/configuration.ts'
import type { TestDatabase } from '../../platform/testing.ts'
import type { JoinedForum } from '../testing.ts'
import type { Delivered } from '../webhooks/webhook-inbox.ts'

import express from 'express'
import { person } from '../../../sandbox-forum/people.ts'
import { serverOf } from '../../forum/testing.ts'
import { hintIntake } from '../../platform/hint-intake.ts'
import { leaveHint, Priority } from '../../platform/hints.ts'
import { problemHandler } from '../../platform/problem.ts'
import { joinForum, RENDERING } from '../testing.ts'
import { knownContent } from '../webhooks/known-content.ts'
import { webhookInbox } from '../webhooks/webhook-inbox.ts'
import { beginDetection } from './detect.ts'

const SECRET = 'un-secret-assez-long'
const SETTLED_SECONDS = 5

export const SETTINGS: DetectionConfiguration = {
	pollingOnly: false,
	webhookUrl: '',
	journalSeconds: 300,
	listsSeconds: 900,
	pollingSeconds: 60,
	sweepQuery: 'emancipasso: what changed',
	auditCallsPerDay: 4320,
}

/** A community joined to a forum whose webhooks it hears. */
export interface HearingForum extends JoinedForum {
	marie: Person
	/** What became of each delivery. */
	delivered: Delivered[]
	/** Publishes needs whose topics are agreed; nothing is on its way. */
	published(count: number): Promise<{ uuid: string, topic: Topic }[]>
	/** Waits for webhooks and looks at what they led to. */
	settle(): Promise<void>
	/** One run of detection, and the looks that it led to; returns the calls without numbers. */
	detect(name: 'detect-journal' | 'detect-lists' | 'detect-explorer' | 'audit-topics'): Promise<string[]>
	/** Lets nothing through any more. */
	goDeaf(): void
	hearAgain(): void
}

/**
 * Joins the test's database to a forum whose webhooks come to it.
 *
 * @param database of the test
 * @param options of the forum
 * @param settings otherwise than usual
 * @param bornSince when people's own topics become needs; never without
 */
export async function hearingForum(database: TestDatabase, options: Parameters<typeof joinForum>[1] = {}, settings: Partial<DetectionConfiguration> = {}, bornSince?: Date): Promise<HearingForum> {
	const delivered: Delivered[] = []
	const routes = webhookInbox({
		secrets: [SECRET],
		intake: hintIntake(database),
		isKnown: knownContent(database, RENDERING),
		onDelivery: (outcome) => delivered.push(outcome),
	})
	const url = `${await serverOf(express().use(routes).use(problemHandler(() => {})))}/webhooks/discourse`
	const joined = await joinForum(database, { ...options, webhookUrl: url, webhookSecret: SECRET }, {}, { ...SETTINGS, webhookUrl: url, ...settings }, bornSince)
	const { forum, drain, calls, pass } = joined
	const settle = async () => {
		await forum.webhooks.idle()
		pass(SETTLED_SECONDS)
		await drain()
		await forum.webhooks.idle()
		pass(SETTLED_SECONDS)
		await drain()
	}
	return {
		...joined,
		marie: person(forum.forum, 'Marie', 'moderator'),
		delivered,
		settle,
		published: async (count) => {
			const uuids: string[] = []
			for (let index = 0; index < count; index++) {
				uuids.push(await joined.publish({ title: `Quel agenda pour l’association numéro ${index} ?` }))
			}
			await drain()
			await settle()
			delivered.length = 0
			calls.length = 0
			return uuids.flatMap((uuid) => joined.topics(uuid).map((topic) => ({ uuid, topic })))
		},
		detect: async (name) => {
			calls.length = 0
			await leaveHint(database.kysely, name, 'test', Priority.detection)
			await drain()
			return calls.map((call) => call.replaceAll(/\d+/g, 'N'))
		},
		goDeaf: () => forum.setWebhook('http://127.0.0.1:9/closed', SECRET),
		hearAgain: () => forum.setWebhook(url, SECRET),
	}
}

/**
 * The forum runs detection as the connector does: each kind when it is due.
 *
 * @param database of the test
 * @param forum joined
 * @param seconds how long
 * @param step between two glances
 */
export async function letTimePass(database: TestDatabase, forum: JoinedForum, seconds: number, step = 60): Promise<void> {
	await beginDetection(database.kysely)
	for (let passed = 0; passed < seconds; passed += step) {
		await forum.drain()
		forum.pass(step)
	}
}
