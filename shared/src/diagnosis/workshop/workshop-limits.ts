/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/** Respondents below which nothing but their number is told: of two, each knows what the other answered. */
export const fewestRespondents = 3

/** Days for which a link can be used, when nothing else is said, and at most. */
export const usualLinkDays = 7
export const longestLinkDays = 60

/** Responses that one workshop takes. */
export const workshopResponseLimit = 300

/** Largest response, in bytes of JSON text of its answers. */
export const responseLimit = 100_000

/** Characters (UTF-16 code units) of the name that a respondent gives. */
export const respondentNameLimit = 80
