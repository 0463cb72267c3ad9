/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { ActionStatus } from './action-status.ts'
import type { Action } from './action.ts'

/**
 * How the statuses count: what is decided, whatever was decided, stands beside what is done, since keeping a tool by
 * choice, living with two, waiting and going back are answers and no failures.
 */
const groupOf: Readonly<Record<ActionStatus, 'done' | 'decided' | 'underway' | 'ahead' | 'blocked'>> = {
	idea: 'ahead',
	planned: 'ahead',
	testing: 'underway',
	partial: 'underway',
	finalising: 'underway',
	done: 'done',
	coexisting: 'decided',
	watching: 'decided',
	kept: 'decided',
	'rolled-back': 'decided',
	blocked: 'blocked',
}

/** Number of actions by how they count. */
export interface PlanProgress {
	readonly total: number
	readonly done: number
	/** Side by side, watching, kept by choice, rolled back. */
	readonly decided: number
	readonly underway: number
	/** Ideas and what is planned. */
	readonly ahead: number
	readonly blocked: number
}

/**
 * How far a plan is.
 *
 * @param actions of the plan
 */
export function planProgress(actions: readonly Pick<Action, 'status'>[]): PlanProgress {
	const progress = { total: actions.length, done: 0, decided: 0, underway: 0, ahead: 0, blocked: 0 }
	for (const { status } of actions) {
		progress[groupOf[status]]++
	}
	return progress
}

/**
 * Whether nothing more is to be done of an action until its day of review, if it has one.
 *
 * @param status of the action
 */
export function isSettled(status: ActionStatus): boolean {
	return groupOf[status] === 'done' || groupOf[status] === 'decided'
}

/**
 * Whether a status wants a reason: whoever reads the plan in a year asks why.
 *
 * @param status of the action
 */
export function wantsReason(status: ActionStatus): boolean {
	return status === 'watching' || status === 'kept' || status === 'rolled-back' || status === 'blocked'
}

/**
 * Whether a status is looked at again on a day.
 *
 * @param status of the action
 */
export function wantsReview(status: ActionStatus): boolean {
	return status === 'watching' || status === 'kept' || status === 'rolled-back'
}
