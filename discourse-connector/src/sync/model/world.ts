/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { NeedPublication } from '@emancipasso/shared/community/need'
import type { FaultName } from '../../../sandbox-forum/faults/faults.ts'
import type { Person } from '../../../sandbox-forum/people.ts'
import type { Post, Topic } from '../../../sandbox-forum/state/model.ts'
import type { ForumUnderTest } from '../../../sandbox-forum/testing.ts'
import type { OrganisationCaller } from '../../platform/caller.ts'
import type { TestDatabase } from '../../platform/testing.ts'
import type { ConnectorProcess } from './connector-process.ts'

import { sql } from 'kysely'
import { randomUUID } from 'node:crypto'
import { person } from '../../../sandbox-forum/people.ts'
import { forumUnderTest } from '../../../sandbox-forum/testing.ts'
import { AnswerStore } from '../../community/answers/answer-store.ts'
import { answerRecord } from '../../community/answers/tables.ts'
import { eraseOrganisation } from '../../community/erasure.ts'
import { NeedStore } from '../../community/need-store.ts'
import { SupportStore } from '../../community/support-store.ts'
import { recordOf } from '../../community/tables.ts'
import { OrganisationStore } from '../../instances/organisation-store.ts'
import { leaveHints } from '../../platform/hints.ts'
import { Problem } from '../../platform/problem.ts'
import { acceptConflict, answerConflict } from '../conflict/conflict.ts'
import { PUBLICATION } from '../testing.ts'
import { keepLink, readLink } from '../topics/link-store.ts'
import { connectorProcess } from './connector-process.ts'

/** A need and what must be true of it in the end. */
export interface TrackedNeed {
	uuid: string
	caller: OrganisationCaller
	/** Words of each text that was saved in the cloud. */
	saved: string[]
	/** Words that people put into the text on the forum. */
	added: string[]
	/** The author chose its own version over people's, or had all erased: their words may go. */
	mayOverwrite: boolean
	/** People on the forum changed anything of the topic. */
	touched: boolean
	status: 'published' | 'withdrawn' | 'erased'
	/** The operator stopped its organisation: nothing new of it goes out, and others do not see it. */
	suspended: boolean
	answers: TrackedAnswer[]
}

/** What an association of another cloud answered. */
export interface TrackedAnswer {
	uuid: string
	/** Of the text that it shall have; null once it was taken back. */
	word: string | null
}

/** Who answers. */
const NEIGHBOURS = { instance: 'instance-1', organisation: 'neighbours', member: 'member-2' }

/** A cloud, a connector and a forum on which anything may happen. */
export class World {
	readonly database: TestDatabase
	readonly forum: ForumUnderTest
	readonly needs: TrackedNeed[] = []
	readonly marie: Person
	readonly #clock = { secondsAhead: 0 }
	readonly #store: NeedStore
	readonly #supports: SupportStore
	readonly #answers: AnswerStore
	readonly #organisations: OrganisationStore
	#words = 0
	process: ConnectorProcess
	/** How often the connector was killed. */
	kills = 0

	/**
	 * @param database of the connector
	 * @param forum that it keeps in step
	 */
	constructor(database: TestDatabase, forum: ForumUnderTest) {
		this.database = database
		this.forum = forum
		this.marie = person(forum.forum, 'Marie', 'moderator')
		this.#store = new NeedStore(database, { heldPublications: 0, publicationsPerDay: 1000 })
		this.#supports = new SupportStore(database)
		this.#answers = new AnswerStore(database, { heldPublications: 0, publicationsPerDay: 1000 })
		this.#organisations = new OrganisationStore(database, 1000)
		this.process = connectorProcess(database, forum, this.#clock, (seconds) => this.pass(seconds))
	}

	/** A word that is nowhere else. */
	word(): string {
		return `mot${++this.#words}x`
	}

	async publish(title: string, kind: NeedPublication['kind']): Promise<void> {
		const word = this.word()
		const caller = { instance: 'instance-1', organisation: `organisation-${this.needs.length}`, member: 'member-1' }
		const need: TrackedNeed = { uuid: randomUUID(), caller, saved: [word], added: [], mayOverwrite: false, touched: false, status: 'published', suspended: false, answers: [] }
		this.needs.push(need)
		await this.#store.put(caller, need.uuid, { ...PUBLICATION, title, kind, sections: [{ id: 'context', text: `Nous sommes une petite association, ${word}.` }, { id: 'problem', text: 'Nous nous marchons sur les pieds.' }] }, { create: true })
	}

	async correct(need: TrackedNeed, change: 'title' | 'context' | 'problem' | 'urgency'): Promise<void> {
		if (need.status !== 'published' || need.suspended) {
			return
		}
		const word = this.word()
		const { publication, revision } = await this.#store.read(need.caller, need.uuid)
		const { conflict } = await readLink(this.database.kysely, recordOf(need.uuid))
		need.mayOverwrite ||= conflict !== null
		need.saved.push(word)
		await this.#store.put(need.caller, need.uuid, {
			...publication,
			...(change === 'title' ? { title: `Quel agenda partagé choisir, ${word} ?` } : {}),
			...(change === 'urgency' ? { urgency: publication.urgency === 'now' ? 'months' : 'now', toolsConcerned: [word] } : {}),
			sections: publication.sections.map((section) => section.id === change ? { ...section, text: `Un autre texte de cette partie, ${word}.` } : section),
		}, { revision })
	}

	async withdraw(need: TrackedNeed): Promise<void> {
		if (need.status === 'published') {
			need.status = 'withdrawn'
			await this.#store.withdraw(need.caller, need.uuid)
		}
	}

	async erase(need: TrackedNeed): Promise<void> {
		need.status = 'erased'
		need.mayOverwrite = true
		await eraseOrganisation(this.database, need.caller.instance, need.caller.organisation)
	}

	async support(need: TrackedNeed, organisation: number): Promise<void> {
		if (need.status === 'published' && !need.suspended) {
			await this.#supports.support({ ...need.caller, organisation: `supporter-${organisation}` }, need.uuid)
		}
	}

	async suspend(need: TrackedNeed | undefined, suspended: boolean): Promise<void> {
		if (need !== undefined && await this.#organisations.setState(need.caller.instance, need.caller.organisation, suspended ? 'suspended' : 'active')) {
			need.suspended = suspended
		}
	}

	/**
	 * A member of another association answers, corrects the answer, or takes it back; or is told that it cannot be.
	 *
	 * @param need that is answered
	 * @param which of its answers; a new one when it has not so many
	 * @param isWanted whether it shall be there
	 */
	async reply(need: TrackedNeed, which: number, isWanted: boolean): Promise<void> {
		const known = need.answers[which]
		const answer = known ?? { uuid: randomUUID(), word: null }
		const place = { need: need.uuid, reply: answer.uuid }
		const word = isWanted ? this.word() : null
		const row = await this.database.kysely.selectFrom('posted_reply').select('revision').where('id', '=', answer.uuid).executeTakeFirst()
		if (known === undefined && !isWanted) {
			return
		}
		try {
			await (word === null
				? this.#answers.withdraw(NEIGHBOURS, place)
				: this.#answers.put(NEIGHBOURS, place, { name: 'La Ressourcerie', text: `Nous connaissons cela, ${word}.` }, row === undefined ? { create: true } : { revision: row.revision }))
		} catch (error) {
			if (error instanceof Problem) {
				return
			}
			throw error
		}
		answer.word = word
		if (known === undefined) {
			need.answers.push(answer)
		}
	}

	async answer(need: TrackedNeed, keep: 'ours' | 'forum'): Promise<void> {
		await this.database.kysely.transaction().execute(async (transaction) => {
			const link = await readLink(transaction, recordOf(need.uuid))
			if (link.conflict === null) {
				return
			}
			need.mayOverwrite ||= keep === 'ours'
			await keepLink(transaction, link, keep === 'ours' ? answerConflict(link) : acceptConflict(link))
			await leaveHints(transaction, [{ record: recordOf(need.uuid), reason: 'answered' }])
		})
	}

	topicsOf(need: TrackedNeed): Topic[] {
		return this.forum.state.data.topics.filter((topic) => topic.externalId === recordOf(need.uuid))
	}

	/**
	 * Something that a person does with a topic of ours; the forum tells of it or not.
	 *
	 * @param need whose topic it is
	 * @param tells whether its webhook arrives
	 * @param act what is done
	 */
	async onForum(need: TrackedNeed, tells: boolean, act: (topic: Topic, first: Post) => void): Promise<void> {
		const [topic] = this.topicsOf(need)
		const first = this.forum.state.postsOf(topic?.id ?? 0).find((post) => post.postNumber === 1)
		if (topic === undefined || first === undefined) {
			return
		}
		need.touched = true
		act(topic, first)
		if (tells) {
			await leaveHints(this.database.kysely, [{ record: `topic-${topic.id}`, reason: 'webhook' }])
		}
	}

	fault(name: FaultName, count: number): void {
		this.forum.faults.set(name, { count, seconds: 0.01 })
	}

	/** All is looked at while the forum takes no text as long as ours. */
	async drainRefused(): Promise<void> {
		const { settings } = this.forum
		const { maxPostLength } = settings
		settings.maxPostLength = 100
		await this.drain()
		settings.maxPostLength = maxPostLength
	}

	pass(seconds: number): void {
		this.#clock.secondsAhead += seconds
		this.forum.pass(seconds)
	}

	async drain(): Promise<void> {
		await this.process.drain()
		if (this.process.isKilled) {
			this.restart()
		}
	}

	/** What a process held when it was killed is free after its lease, and the forum is tried again. */
	restart(): void {
		this.kills++
		const { faults } = this.process
		this.process = connectorProcess(this.database, this.forum, this.#clock, (seconds) => this.pass(seconds))
		this.process.faults.push(...faults)
		this.pass(46)
	}

	/** Nothing fails any more, and all is looked at until nothing is left to do. */
	async settle(): Promise<void> {
		this.forum.faults.clear()
		for (let round = 0; round < 6; round++) {
			this.pass(4000)
			// Whether an answer was posted is waited for by the database's clock.
			await this.database.kysely.updateTable('posted_reply').set({ sent_at: sql<Date>`sent_at - interval '4000 seconds'` }).where('sent_at', 'is not', null).execute()
			await this.lookAtAll()
			await this.rest()
		}
	}

	/** A few minutes in which nothing happens, so that what waits for calls has its turn. */
	async rest(): Promise<void> {
		for (let minute = 0; minute < 3; minute++) {
			this.pass(60)
			await this.drain()
		}
	}

	async lookAtAll(): Promise<void> {
		const answers = this.needs.flatMap((need) => need.answers)
		await leaveHints(this.database.kysely, [...this.needs.map(({ uuid }) => recordOf(uuid)), ...answers.map(({ uuid }) => answerRecord(uuid))].map((record) => ({ record, reason: 'audit' })))
		await this.drain()
	}
}

/**
 * A world of its own, with a forum that ends with the test and two needs whose topics are there.
 *
 * @param database of the connector, emptied
 */
export async function newWorld(database: TestDatabase): Promise<World> {
	await database.kysely.insertInto('instance').values({ id: 'instance-1', name: 'Un cloud' }).execute()
	const world = new World(database, await forumUnderTest())
	await world.publish('Un besoin dont le sujet est déjà là', 'tool-advice')
	await world.publish('Un autre besoin dont le sujet est déjà là', 'technical-help')
	await world.drain()
	return world
}
