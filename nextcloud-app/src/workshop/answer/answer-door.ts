/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Invitation, WorkshopResponse } from '@emancipasso/shared/contract/app-workshop'

import { answerInvitation, answerOwnInvitation, readInvitation, readOwnInvitation } from '../workshop-api.ts'

/** The way by which somebody comes to a workshop: both ask the same and keep the same. */
export interface AnswerDoor {
	/** What the tab keeps the response under. */
	key: string
	read(): Promise<Invitation>
	/** Keeps the whole response; the same id again replaces it. */
	answer(id: string, response: WorkshopResponse): Promise<void>
}

/**
 * By the link, without an account.
 *
 * @param token the secret of the link
 */
export function linkDoor(token: string): AnswerDoor {
	return {
		key: token.slice(0, 16),
		read: () => readInvitation(token),
		answer: (id, response) => answerInvitation(token, id, response),
	}
}

/**
 * As a member. The id of the response is made in the browser and stays in the tab, as with the link: the server is not
 * told whose it is.
 *
 * @param organisation id
 * @param diagnosis id
 */
export function memberDoor(organisation: string, diagnosis: string): AnswerDoor {
	return {
		key: diagnosis,
		read: () => readOwnInvitation(organisation, diagnosis),
		answer: (id, response) => answerOwnInvitation(organisation, diagnosis, id, response),
	}
}
