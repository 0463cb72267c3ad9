/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { OwnKind } from '@emancipasso/shared/contract/own-kinds'

import { hashId } from './hash-id.ts'

/**
 * The id of the one document that an organisation has of a kind. Everybody finds it without asking, so that two people
 * who open it first make one document; the server keeps it for them.
 *
 * @param organisation id
 * @param kind kind
 */
export function ownDocumentId(organisation: string, kind: OwnKind): string {
	return hashId(`${kind} ${organisation}`)
}
