/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/** Kinds of documents of which an organisation has one each, under an id that follows from its own. */
export const ownKinds = ['inventory', 'plan'] as const

export type OwnKind = (typeof ownKinds)[number]
