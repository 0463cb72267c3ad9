/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Decision, DiagnosisDocument } from './answers.ts'

type Decisions = DiagnosisDocument['decisions']

/**
 * Whether a decision stands on a day. “Not now” with a day ends on that day: the recommendation is proposed again.
 *
 * @param decision the decision, if any
 * @param today ISO 8601 day
 */
export function stands(decision: Decision | undefined, today: string): decision is Decision {
	return decision !== undefined && !(decision.decision === 'later' && decision.until !== undefined && decision.until <= today)
}

/**
 * The rules that the association does not go along with on a day: refused, or put off. What it accepted is not among them.
 *
 * @param decisions as they are stored
 * @param today ISO 8601 day
 */
export function setAsideRules(decisions: Decisions, today: string): Set<string> {
	return new Set(Object.entries(decisions ?? {}).filter(([, decision]) => decision.decision !== 'accepted' && stands(decision, today)).map(([rule]) => rule))
}

/**
 * The rules that need no decision on a day: those decided about, and those whose advice is in the plan already.
 *
 * @param decisions as they are stored
 * @param planned ids of rules that open actions of the plan come from
 * @param today ISO 8601 day
 */
export function settledRules(decisions: Decisions, planned: ReadonlySet<string>, today: string): Set<string> {
	const decided = Object.entries(decisions ?? {}).filter(([, decision]) => stands(decision, today)).map(([rule]) => rule)
	return new Set([...decided, ...planned])
}
