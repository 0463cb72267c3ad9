/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/** The events a hook can ask for, by name, and on older forums by family. */
const NAMES = [
	'topic_created',
	'topic_revised',
	'topic_edited',
	'topic_destroyed',
	'topic_recovered',
	'post_created',
	'post_edited',
	'post_destroyed',
	'post_recovered',
]

export interface EventType { id: number, name: string, group: string }

const FINE: EventType[] = NAMES.map((name, index) => ({ id: 101 + index, name, group: name.split('_')[0] ?? name }))
const COARSE: EventType[] = [{ id: 1, name: 'topic', group: 'topic' }, { id: 2, name: 'post', group: 'post' }]

/**
 * @return the types of this generation
 */
export function eventTypes(fineHooks: boolean): EventType[] {
	return fineHooks ? FINE : COARSE
}

/**
 * Whether a hook that asked for these types hears the event. Status changes count as topic_edited.
 *
 * @param typeIds of the hook
 * @param fineHooks which generation
 * @param family topic or post
 * @param name exact event
 */
export function hears(typeIds: number[], fineHooks: boolean, family: string, name: string): boolean {
	const wanted = fineHooks && name.endsWith('_status_updated') ? 'topic_edited' : name
	return eventTypes(fineHooks).some((type) => typeIds.includes(type.id) && (type.name === wanted || type.name === family))
}
