/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/** The shape of the action document; raised when an older reader could misread a newer one. */
export const actionSchemaVersion = 1

/** The most that each field of an action takes, in characters (UTF-16 code units) or entries. */
export const actionLimits = { title: 200, note: 4000, people: 500, tool: 120, checklist: 100 } as const
