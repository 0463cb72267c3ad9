/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Check } from './situation.ts'

/** What the forum allows to all keys together unless its operator changed it; it does not tell. */
const USUAL_LIMIT = 60

/** Whether the connector leaves the forum's other programs some room. */
export const checkLimits: Check = async ({ wishes: { callsPerMinute } }) => [{
	finding: callsPerMinute < USUAL_LIMIT
		? { id: 'limits', mark: 'ok', blocks: false, sentence: { fr: `Le connecteur fait au plus ${callsPerMinute} appels par minute (FORUM_CALLS_PER_MINUTE) sur les ${USUAL_LIMIT} qu’un forum accorde d’ordinaire à toutes ses clés ensemble.`, en: `The connector makes at most ${callsPerMinute} calls a minute (FORUM_CALLS_PER_MINUTE) of the ${USUAL_LIMIT} that a forum usually grants to all its keys together.` } }
		: { id: 'limits', mark: 'by-hand', blocks: false, sentence: { fr: `Le connecteur peut faire ${callsPerMinute} appels par minute (FORUM_CALLS_PER_MINUTE) ; un forum en accorde d’ordinaire ${USUAL_LIMIT} à toutes ses clés ensemble. Baissez ce nombre, ou élevez DISCOURSE_MAX_ADMIN_API_REQS_PER_MINUTE dans containers/app.yml du forum.`, en: `The connector may make ${callsPerMinute} calls a minute (FORUM_CALLS_PER_MINUTE); a forum usually grants ${USUAL_LIMIT} to all its keys together. Lower this number, or raise DISCOURSE_MAX_ADMIN_API_REQS_PER_MINUTE in the forum’s containers/app.yml.` } },
}]
