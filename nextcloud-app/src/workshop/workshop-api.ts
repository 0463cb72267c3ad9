/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Invitation, OpenedWorkshop, Workshop, WorkshopInput, WorkshopResponse } from '@emancipasso/shared/contract/app-workshop'

import { generateUrl } from '@nextcloud/router'
import { ocs } from '../ocs.ts'

const part = encodeURIComponent
const path = (organisation: string, diagnosis: string) => `/organisations/${part(organisation)}/documents/${part(diagnosis)}/workshop`

/**
 * The workshop of a diagnosis; null before it is opened.
 *
 * @param organisation id
 * @param diagnosis id
 */
export async function readWorkshop(organisation: string, diagnosis: string): Promise<Workshop | null> {
	return (await ocs<{ workshop: Workshop | null }>('GET', path(organisation, diagnosis))).workshop
}

/**
 * Opens a workshop, or gives it a new link instead of the one before.
 *
 * @param organisation id
 * @param diagnosis id
 * @param input how it is held
 */
export function openWorkshop(organisation: string, diagnosis: string, input: WorkshopInput): Promise<OpenedWorkshop> {
	return ocs('PUT', path(organisation, diagnosis), { body: input })
}

/**
 * Ends the link.
 *
 * @param organisation id
 * @param diagnosis id
 */
export async function closeWorkshop(organisation: string, diagnosis: string): Promise<Workshop> {
	return (await ocs<{ workshop: Workshop }>('DELETE', path(organisation, diagnosis))).workshop
}

/**
 * Keeps a response that was typed in from a sheet; the same id again replaces it.
 *
 * @param organisation id
 * @param diagnosis id
 * @param id of the response, made here
 * @param response whole
 */
export async function keepResponse(organisation: string, diagnosis: string, id: string, response: WorkshopResponse): Promise<Workshop> {
	return (await ocs<{ workshop: Workshop }>('PUT', `${path(organisation, diagnosis)}/responses/${part(id)}`, { body: response })).workshop
}

/**
 * What the link of a workshop asks. Needs no account.
 *
 * @param token the secret of the link
 */
export function readInvitation(token: string): Promise<Invitation> {
	return ocs('GET', `/workshops/${part(token)}`)
}

/**
 * Keeps one's own response; the same id again replaces it. Needs no account.
 *
 * @param token the secret of the link
 * @param id of the response, made here
 * @param response whole
 */
export async function answerInvitation(token: string, id: string, response: WorkshopResponse): Promise<void> {
	await ocs('PUT', `/workshops/${part(token)}/responses/${part(id)}`, { body: response })
}

/**
 * What a workshop asks a member.
 *
 * @param organisation id
 * @param diagnosis id
 */
export function readOwnInvitation(organisation: string, diagnosis: string): Promise<Invitation> {
	return ocs('GET', `${path(organisation, diagnosis)}/invitation`)
}

/**
 * Keeps a member's own response; the same id again replaces it.
 *
 * @param organisation id
 * @param diagnosis id
 * @param id of the response, made here
 * @param response whole
 */
export async function answerOwnInvitation(organisation: string, diagnosis: string, id: string, response: WorkshopResponse): Promise<void> {
	await ocs('PUT', `${path(organisation, diagnosis)}/invitation/${part(id)}`, { body: response })
}

/**
 * The address that people open or type in.
 *
 * @param token the secret of the link
 */
export function linkAddress(token: string): string {
	return location.origin + generateUrl('/apps/emancipasso/workshop/{token}', { token })
}
