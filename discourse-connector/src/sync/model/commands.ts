/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { FaultName } from '../../../sandbox-forum/faults/faults.ts'
import type { Post, Topic } from '../../../sandbox-forum/state/model.ts'
import type { TrackedNeed, World } from './world.ts'

import fc from 'fast-check'

/** What the commands go by before they run: how many needs there are. */
export interface Plan { needs: number }

type Command = fc.AsyncCommand<Plan, World>

const FAULTS: FaultName[] = ['lose-reply', 'gateway-after', 'cut-body', 'refuse', 'gateway', 'challenge', 'server-error', 'read-only', 'rate-limit', 'rate-limit-address']
const TITLES = ['Quel agenda partagé pour douze bénévoles ?', 'Remplacer un tableur partagé par un outil libre', 'AIDEZ-NOUS À QUITTER GOOGLE DRIVE !!!']

const need = fc.nat(20)
const tells = fc.boolean()

/** Everything that can happen, on either side and in between, as often as it makes for trouble. */
export const anything: fc.Arbitrary<Command> = fc.oneof(
	{
		weight: 2,
		arbitrary: fc.tuple(fc.constantFrom(...TITLES), fc.constantFrom('tool-advice' as const, 'technical-help' as const)).map(([title, kind]): Command => ({
			check: (plan) => plan.needs < 6,
			run: async (plan, world) => {
				plan.needs++
				await world.publish(title, kind)
			},
			toString: () => `publish(${title}, ${kind})`,
		})),
	},
	{ weight: 10, arbitrary: act('correct', fc.tuple(need, fc.constantFrom('title', 'context', 'problem', 'urgency')), (world, which, [, change]) => world.correct(which, change)) },
	{ weight: 1, arbitrary: act('withdraw', fc.tuple(need), (world, which) => world.withdraw(which)) },
	{ weight: 1, arbitrary: act('erase', fc.tuple(need), (world, which) => world.erase(which)) },
	{ weight: 3, arbitrary: act('support', fc.tuple(need, fc.nat(3)), (world, which, [, organisation]) => world.support(which, organisation)) },
	{ weight: 3, arbitrary: always(fc.tuple(fc.constantFrom(1, 1, 1, 2, 3), fc.constantFrom(true, true, false)), ([newest, suspended]) => `suspend(${newest}, ${suspended})`, async (world, [newest, suspended]) => await world.suspend(world.needs.at(-newest), suspended)) },
	{ weight: 3, arbitrary: act('reply from a cloud', fc.tuple(need, fc.nat(2), fc.nat(3)), (world, which, [, answer, chance]) => world.reply(which, answer, chance > 0)) },
	{ weight: 2, arbitrary: act('end the conflict', fc.tuple(need, fc.constantFrom('ours', 'forum')), (world, which, [, keep]) => world.answer(which, keep)) },
	{ weight: 10, arbitrary: act('people write', fc.tuple(need, tells, fc.nat(12)), (world, which, [, told, line]) => world.onForum(which, told, (topic, first) => addWord(world, which, topic, first, line))) },
	{ weight: 3, arbitrary: onForum('people rename', fc.constant(null), (world, topic) => world.marie.change(topic, { title: `Le titre de la modération ${world.word()}` })) },
	{ weight: 1, arbitrary: onForum('people move', fc.constantFrom(5, 6, 7), (world, topic, categoryId) => world.marie.change(topic, { categoryId })) },
	{ weight: 1, arbitrary: onForum('people tag', fc.constantFrom(['agenda', 'published']), (world, topic, tags) => world.marie.change(topic, { tags: [...tags] })) },
	{ weight: 3, arbitrary: onForum('people set', fc.tuple(fc.constantFrom('closed' as const, 'archived' as const, 'visible' as const), fc.boolean()), (world, topic, [status, enabled]) => world.marie.setStatus(topic, status, enabled)) },
	{ weight: 1, arbitrary: onForum('people delete', fc.constant(null), (world, topic) => topic.deletedAt === null && world.marie.deleteTopic(topic)) },
	{ weight: 3, arbitrary: onForum('people recover', fc.constant(null), (world, topic) => topic.deletedAt !== null && world.marie.recoverTopic(topic)) },
	{ weight: 3, arbitrary: onForum('people reply', fc.constant(null), (world, topic) => topic.deletedAt === null && world.marie.reply(topic, `Nous avons la même question, ${world.word()}.`)) },
	{ weight: 1, arbitrary: onForum('people whisper', fc.constant(null), (world, topic) => topic.deletedAt === null && world.marie.whisper(topic, 'CONFIDENTIEL entre la modération.')) },
	{ weight: 1, arbitrary: always(fc.constant(null), () => 'people write a personal message', async (world) => void world.marie.personalMessage('Un message personnel entre nous', 'CONFIDENTIEL pour toi seul.')) },
	{ weight: 4, arbitrary: always(fc.tuple(fc.constantFrom(...FAULTS), fc.integer({ min: 1, max: 4 })), ([name, count]) => `fault(${name} × ${count})`, async (world, [name, count]) => world.fault(name, count)) },
	{ weight: 3, arbitrary: always(fc.tuple(fc.integer({ min: 1, max: 8 }), fc.constantFrom('before' as const, 'after' as const)), ([call, when]) => `kill(${when} call ${call})`, async (world, [call, when]) => world.process.killAt(call, when)) },
	{ weight: 5, arbitrary: always(fc.constantFrom(5, 40, 400, 4000), (seconds) => `pass(${seconds} s)`, async (world, seconds) => world.pass(seconds)) },
	{ weight: 12, arbitrary: always(fc.constant(null), () => 'look', (world) => world.drain()) },
	{ weight: 2, arbitrary: always(fc.constant(null), () => 'look while texts are refused', (world) => world.drainRefused()) },
	{ weight: 3, arbitrary: onForum('people delete a reply', fc.constant(null), (world, topic) => deleteReply(world, topic)) },
	{ weight: 4, arbitrary: always(fc.constant(null), () => 'audit', (world) => world.lookAtAll()) },
)

function addWord(world: World, which: TrackedNeed, topic: Topic, first: Post, line: number): void {
	if (which.status === 'erased' || topic.deletedAt !== null) {
		return
	}
	const word = world.word()
	const lines = first.raw.split('\n')
	const at = line % lines.length
	// Behind the comment that carries our mark, a word would be a line of its own.
	lines[at] = lines[at]?.includes('-->') ? `${word}\n\n${lines[at]}` : `${lines[at] ?? ''} ${word}`
	which.added.push(word)
	world.marie.edit(first, lines.join('\n'))
}

function deleteReply(world: World, topic: Topic): void {
	const reply = world.forum.state.postsOf(topic.id).find((post) => post.postNumber > 1 && post.postType === 1 && post.deletedAt === null)
	if (reply !== undefined && topic.deletedAt === null) {
		world.marie.deletePost(reply)
	}
}

function onForum<Value>(name: string, values: fc.Arbitrary<Value>, run: (world: World, topic: Topic, value: Value) => unknown): fc.Arbitrary<Command> {
	return act(name, fc.tuple(need, tells, values), (world, which, [, told, value]) => world.onForum(which, told, (topic) => {
		run(world, topic, value)
	}))
}

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

function always<Value>(values: fc.Arbitrary<Value>, name: (value: Value) => string, run: (world: World, value: Value) => Promise<void>): fc.Arbitrary<Command> {
	return values.map((value) => ({ check: () => true, run: async (_plan, world) => await run(world, value), toString: () => name(value) }))
}
