/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { CommandContext } from '../platform/command.ts'
import type { Usage } from '../platform/usage.ts'
import type { Instance } from './instance-store.ts'
import type { InstanceState } from './tables.ts'

import { refuse } from '../platform/usage.ts'
import { InstanceStore } from './instance-store.ts'
import { OrganisationStore } from './organisation-store.ts'

/** How `instance …` is called. */
export const instanceUsage: Usage = [
	['add NAME', 'lets a Nextcloud in and shows its token, once'],
	['list', 'every instance, its state and when it last called'],
	['rotate INSTANCE', 'a new token; the one before stays valid'],
	['rotate INSTANCE --end', 'ends every token but the newest'],
	['suspend INSTANCE [ORGANISATION]', 'stops an instance, or one organisation of it'],
	['resume INSTANCE [ORGANISATION]', 'lets it act again'],
	['revoke INSTANCE', 'ends its access for ever'],
	['unbind INSTANCE', 'lets another server use its token, after a planned move'],
]

/**
 * `instance …`: who may call. INSTANCE is an id, the start of one, or a name.
 *
 * @param args after `instance`
 * @param context of the command
 */
export async function instanceCommand(args: readonly string[], context: CommandContext): Promise<number> {
	const { database, print } = context
	const [verb, target, more, ...rest] = args
	const store = new InstanceStore(database)
	if (verb === 'list' && target === undefined) {
		return list(await store.list(), print)
	}
	if (verb === undefined || target === undefined || rest.length > 0) {
		return usage(context)
	}
	if (verb === 'add' && more === undefined) {
		const others = (await store.list()).filter(({ name, state }) => name === target && state !== 'revoked')
		const { id, token } = await store.add(target)
		if (others.length > 0) {
			context.complain(`Another instance is called “${target}” already (${others.map((other) => other.id).join(', ')}). Commands about either now need its id; “instance revoke ${id}” takes the new one back.`)
		}
		print(`Instance ${id} (${target}) may call with this token. It is shown only now:\n${token}`)
		return 0
	}
	const instance = find(await store.list(), target, context)
	if (!instance) {
		return 1
	}
	switch (verb) {
		case 'rotate':
			if (more === '--end') {
				await store.endOlderTokens(instance.id)
				print(`Only the newest token of ${instance.name} is valid now.`)
				return 0
			}
			return more === undefined ? await rotate(store, instance, context) : usage(context)
		case 'suspend':
			return await setState(store, instance, more, 'suspended', context)
		case 'resume':
			return await setState(store, instance, more, 'active', context)
		case 'revoke':
			return more === undefined ? await setState(store, instance, undefined, 'revoked', context) : usage(context)
		case 'unbind':
			await store.unbind(instance.id)
			print(`The next server that uses the token of ${instance.name} becomes this instance.`)
			return 0
		default:
			return usage(context)
	}
}

/**
 * @param context of the command
 */
function usage(context: CommandContext): number {
	return refuse('instance', instanceUsage, context)
}

/**
 * @param instances all of them
 * @param print shows a line
 */
function list(instances: readonly Instance[], print: (line: string) => void): number {
	if (instances.length === 0) {
		print('No instance may call yet: “instance add NAME” lets one in.')
	}
	for (const { id, name, state, nextcloudId, tokens, lastSeenOn } of instances) {
		print([id, name, state, nextcloudId ?? 'not used yet', lastSeenOn ?? 'never', tokens.map((prefix) => `${prefix}…`).join(' ')].join('\t'))
	}
	return 0
}

/**
 * @param instances all of them
 * @param wanted id, start of an id, or name
 * @param context of the command
 */
function find(instances: readonly Instance[], wanted: string, context: CommandContext): Instance | undefined {
	const exact = instances.filter(({ id, name }) => id === wanted || name === wanted)
	const matches = exact.length > 0 ? exact : instances.filter(({ id }) => wanted.length >= 6 && id.startsWith(wanted))
	if (matches.length > 1) {
		context.complain(`Several instances are called “${wanted}”. Say which by its id: ${matches.map(({ id }) => id).join(', ')}`)
		return undefined
	}
	if (!matches[0]) {
		context.complain(`No instance is called “${wanted}”. “instance list” shows all.`)
	}
	return matches[0]
}

/**
 * @param store of instances
 * @param instance that gets a token
 * @param context of the command
 */
async function rotate(store: InstanceStore, instance: Instance, context: CommandContext): Promise<number> {
	const { print, complain } = context
	if (instance.state === 'revoked') {
		complain(`${instance.name} was revoked for ever. “instance add” lets it in anew.`)
		return 1
	}
	print(`New token of ${instance.name}, shown only now; the one before stays valid until “instance rotate ${instance.id} --end”:\n${await store.rotate(instance.id)}`)
	return 0
}

/**
 * @param store of instances
 * @param instance to change, or whose organisation to change
 * @param organisation opaque id
 * @param state to bring it to
 * @param context of the command
 */
async function setState(store: InstanceStore, instance: Instance, organisation: string | undefined, state: InstanceState, context: CommandContext): Promise<number> {
	const { database, configuration, print, complain } = context
	if (organisation !== undefined && state !== 'revoked') {
		if (!await new OrganisationStore(database, configuration.limits.organisationsPerInstance).setState(instance.id, organisation, state)) {
			complain(`Organisation ${organisation} of ${instance.name} was erased for ever at its own request.`)
			return 1
		}
		print(`Organisation ${organisation} of ${instance.name}: ${state}.`)
		return 0
	}
	if (!await store.setState(instance.id, state)) {
		complain(`${instance.name} was revoked for ever. “instance add” lets it in anew.`)
		return 1
	}
	print(`${instance.name}: ${state}.`)
	return 0
}
