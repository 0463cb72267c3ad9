/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/** The most characters of an answer, and of the name under which it is given. */
export const answerLimits = { name: 60, text: 5000 } as const
