/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { LocalisedText } from '@emancipasso/shared/language/localised-text'
import type { GateState } from '../../forum/gate-store.ts'
import type { Html } from '../../platform/html.ts'
import type { StaffVisit } from '../visit.ts'

import { wordsOf } from '../../forum/access-faults.ts'
import { budgetOf } from '../../forum/budget.ts'
import { html } from '../../platform/html.ts'
import { bar } from '../charts.ts'
import { duration, number } from '../words.ts'

const words = {
	title: { fr: 'Appels au forum', en: 'Calls to the forum' },
	left: { fr: 'appels possibles tout de suite', en: 'calls possible at once' },
	of: { fr: 'sur', en: 'of' },
	perMinute: { fr: 'au plus en une minute, tous processus confondus', en: 'at most in a minute, over all processes' },
	paused: { fr: 'Les appels attendent encore', en: 'Calls wait for another' },
	refused: { fr: 'Rien n’est demandé au forum :', en: 'Nothing is asked of the forum:' },
	well: { fr: 'Rien ne retient les appels.', en: 'Nothing keeps calls back.' },
}

const whys: Record<NonNullable<GateState['pauseKind']>, LocalisedText> = {
	away: { fr: 'le forum ne répond pas.', en: 'the forum does not answer.' },
	busy: { fr: 'le forum dit qu’il reçoit trop d’appels.', en: 'the forum says that it gets too many calls.' },
	'read-only': { fr: 'le forum est en lecture seule ; on peut le lire.', en: 'the forum is read-only; it can be read.' },
	moved: { fr: 'le forum renvoie à une autre adresse.', en: 'the forum points to another address.' },
}

/** What may be asked of the forum now. */
export async function budgetCard(visit: StaffVisit): Promise<Html | undefined> {
	const { say, parts: { gate, configuration: { forum } } } = visit
	if (gate === undefined || forum === undefined) {
		return undefined
	}
	const state = await gate.state.read()
	const { burst } = budgetOf(forum.callsPerMinute)
	const tokens = Math.max(0, Math.floor(state.tokens))
	return html`<section class="box" aria-labelledby="budget"><h2 id="budget">${say(words.title)}</h2>
<p class="figure">${number(visit, tokens)} ${say(words.of)} ${number(visit, burst)}</p><p>${say(words.left)}</p>
${bar(tokens, burst)}
<p class="soft">${number(visit, forum.callsPerMinute)} ${say(words.perMinute)}.</p>
${keptBack(visit, state)}</section>`
}

function keptBack(visit: StaffVisit, state: GateState): Html {
	const { say } = visit
	if (state.closedBy !== null) {
		return html`<p class="bad">${say(words.refused)} ${say(wordsOf(state.closedBy))}</p>`
	}
	if (state.pauseKind !== null && state.pauseSeconds > 0) {
		return html`<p class="bad">${say(words.paused)} ${duration(visit, Math.ceil(state.pauseSeconds))} : ${say(whys[state.pauseKind])}</p>`
	}
	return html`<p class="good">${say(words.well)}</p>`
}
