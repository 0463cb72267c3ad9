/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { ListChange } from '@emancipasso/shared/plan/follow-move'

import { t } from '../l10n.ts'

/** A change of the list of tools in words. */
export interface FollowWords {
	/** What the list says now. */
	readonly now: string
	/** What would change, sentence by sentence. */
	readonly changes: readonly string[]
	/** On the button that does it. */
	readonly action: string
	/** Once it is done. */
	readonly said: string
}

/**
 * What the list of tools says, and what it would say after a move.
 *
 * @param change what it does not say yet
 * @param nameOf how a tool is called
 * @param use what the tool serves, in words
 */
export function followWords(change: ListChange, nameOf: (tool: string) => string, use: string): FollowWords {
	const [old, tool] = [nameOf(change.line.tool), nameOf(change.tool)]
	switch (change.kind) {
		case 'replace': return {
			now: t('Our list still says {old} for “{use}”. If you agree, this changes there:', { old, use }),
			changes: [t('{old} leaves the list, and {tool} takes its place.', { old, tool })],
			action: t('Replace {old} with {tool} in our tools', { old, tool }),
			said: t('{tool} is in our tools now, in the place of {old}.', { old, tool }),
		}
		case 'retire': return {
			now: t('Our list has both {old} and {tool} for “{use}”. If you agree, this changes there:', { old, tool, use }),
			changes: [t('{old} leaves the list. {tool} stays as it is.', { old, tool })],
			action: t('Take {old} off our tools', { old }),
			said: t('{old} is off our tools. {tool} stays.', { old, tool }),
		}
		case 'add': return {
			now: t('You use both, and our list says {old} alone for “{use}”. If you agree, this changes there:', { old, use }),
			changes: [t('{tool} joins the list. {old} stays as it is.', { old, tool })],
			action: t('Add {tool} to our tools', { tool }),
			said: t('{tool} is in our tools now, beside {old}.', { old, tool }),
		}
	}
}
