/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { FaultName } from '../../../sandbox-forum/faults/faults.ts'
import type { TrackedNeed, World } from './world.ts'

import fc from 'fast-check'

/** What the commands go by before they run: how many needs there are. */
export interface Plan { needs: number }

type Command = fc.AsyncCommand<Plan, World>

const FAULTS: FaultName[] = ['lose-reply', 'gateway-after', 'cut-body', 'refuse', 'gateway', 'challenge', 'server-error', 'read-only', 'rate-limit', 'rate-limit-address']
const TITLES = ['Quel agenda partagé pour douze bénévoles ?', 'Remplacer un tableur partagé par un outil libre', 'AIDEZ-NOUS À QUITTER GOOGLE DRIVE !!!']

const need = fc.nat(20)
const tells = fc.boolean()

/** Everything that can happen, on either side and in between. */
export const everything: fc.Arbitrary<Command>[] = [
	fc.tuple(fc.constantFrom(...TITLES), fc.constantFrom('tool-advice' as const, 'technical-help' as const)).map(([title, kind]) => ({
		check: (plan) => plan.needs < 4,
		run: async (plan, world) => {
			plan.needs++
			await world.publish(title, kind)
		},
		toString: () => `publish(${title}, ${kind})`,
	})),
	act('correct', fc.tuple(need, fc.constantFrom('title', 'context', 'problem', 'urgency')), (world, which, [, change]) => world.correct(which, change)),
	act('withdraw', fc.tuple(need), (world, which) => world.withdraw(which)),
	act('erase', fc.tuple(need), (world, which) => world.erase(which)),
	act('support', fc.tuple(need, fc.nat(3)), (world, which, [, organisation]) => world.support(which, organisation)),
	act('answer', fc.tuple(need, fc.constantFrom('ours', 'forum')), (world, which, [, keep]) => world.answer(which, keep)),
	act('people write', fc.tuple(need, tells, fc.nat(12)), (world, which, [, told, line]) => world.onForum(which, told, (topic, first) => {
		if (which.status !== 'erased' && topic.deletedAt === null) {
			const word = world.word()
			const lines = first.raw.split('\n')
			const at = line % lines.length
			// Behind the comment that carries our mark, a word would be a line of its own.
			lines[at] = lines[at]?.includes('-->') ? `${word}\n\n${lines[at]}` : `${lines[at] ?? ''} ${word}`
			which.added.push(word)
			world.marie.edit(first, lines.join('\n'))
		}
	})),
	act('people rename', fc.tuple(need, tells), (world, which, [, told]) => world.onForum(which, told, (topic) => world.marie.change(topic, { title: `Le titre de la modération ${world.word()}` }))),
	act('people move', fc.tuple(need, tells, fc.constantFrom(5, 6, 7)), (world, which, [, told, categoryId]) => world.onForum(which, told, (topic) => world.marie.change(topic, { categoryId }))),
	act('people tag', fc.tuple(need, tells), (world, which, [, told]) => world.onForum(which, told, (topic) => world.marie.change(topic, { tags: ['agenda', 'published'] }))),
	act('people set', fc.tuple(need, tells, fc.constantFrom('closed', 'archived', 'visible'), fc.boolean()), (world, which, [, told, status, enabled]) => world.onForum(which, told, (topic) => world.marie.setStatus(topic, status, enabled))),
	act('people delete', fc.tuple(need, tells), (world, which, [, told]) => world.onForum(which, told, (topic) => topic.deletedAt === null && world.marie.deleteTopic(topic))),
	act('people recover', fc.tuple(need, tells), (world, which, [, told]) => world.onForum(which, told, (topic) => topic.deletedAt !== null && world.marie.recoverTopic(topic))),
	act('people reply', fc.tuple(need, tells), (world, which, [, told]) => world.onForum(which, told, (topic) => topic.deletedAt === null && world.marie.reply(topic, `Nous avons la même question, ${world.word()}.`))),
	act('people whisper', fc.tuple(need, tells), (world, which, [, told]) => world.onForum(which, told, (topic) => topic.deletedAt === null && world.marie.whisper(topic, 'CONFIDENTIEL entre la modération.'))),
	once('people write a personal message', async (world) => {
		world.marie.personalMessage('Un message personnel entre nous', 'CONFIDENTIEL pour toi seul.')
	}),
	fc.tuple(fc.constantFrom(...FAULTS), fc.integer({ min: 1, max: 6 })).map(([name, count]) => ({ check: () => true, run: async (_plan, world) => world.fault(name, count), toString: () => `fault(${name} × ${count})` })),
	fc.tuple(fc.integer({ min: 1, max: 8 }), fc.constantFrom('before' as const, 'after' as const)).map(([call, when]) => ({ check: () => true, run: async (_plan, world) => world.process.killAt(call, when), toString: () => `kill(${when} call ${call})` })),
	fc.constantFrom(5, 40, 400, 4000).map((seconds) => ({ check: () => true, run: async (_plan, world) => world.pass(seconds), toString: () => `pass(${seconds} s)` })),
	once('look', (world) => world.drain()),
	once('look again', (world) => world.drain()),
	once('look once more', (world) => world.drain()),
	once('audit', (world) => world.lookAtAll()),
]

function act<Values extends readonly [number, ...unknown[]]>(name: string, values: fc.Arbitrary<Values>, run: (world: World, which: TrackedNeed, values: Values) => Promise<void>): fc.Arbitrary<Command> {
	return values.map((given) => ({
		check: (plan) => plan.needs > 0,
		run: async (_plan, world) => {
			const which = world.needs[given[0] % world.needs.length]
			if (which !== undefined) {
				await run(world, which, given)
			}
		},
		toString: () => `${name}(${given.join(', ')})`,
	}))
}

function once(name: string, run: (world: World) => Promise<void>): fc.Arbitrary<Command> {
	return fc.constant({ check: () => true, run: async (_plan, world) => await run(world), toString: () => name })
}
