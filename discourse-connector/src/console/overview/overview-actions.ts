/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Outcome } from '../route.ts'
import type { StaffVisit } from '../visit.ts'

import { pauseHints, resumeHints } from '../../platform/hint-pause.ts'
import { confirmGone } from '../../sync/detection/vanished.ts'

/** POST /pause */
export async function pause({ parts, session }: StaffVisit): Promise<Outcome> {
	await pauseHints(parts.database.kysely, session.who)
	return { to: '', target: '', text: { fr: 'La synchronisation est en pause : plus rien n’est envoyé au forum ni lu. Ce qui arrive attend et n’est pas perdu.', en: 'The synchronisation is paused: nothing more is sent to the forum or read. What comes waits and is not lost.' } }
}

/** POST /resume */
export async function resume({ parts }: StaffVisit): Promise<Outcome> {
	await resumeHints(parts.database.kysely)
	return { to: '', target: '', text: { fr: 'La synchronisation a repris.', en: 'The synchronisation goes on.' } }
}

/** POST /vanished */
export async function confirmVanished({ parts }: StaffVisit): Promise<Outcome> {
	const count = await confirmGone(parts.database.kysely)
	return count === null
		? { to: '', trouble: true, text: { fr: 'Il n’y a plus d’alerte : rien n’a été changé.', en: 'There is no alarm any more: nothing was changed.' } }
		: { to: '', target: String(count), text: { fr: `Confirmé : ${count} sujets seront marqués comme disparus.`, en: `Confirmed: ${count} topics will be marked as gone.` } }
}
