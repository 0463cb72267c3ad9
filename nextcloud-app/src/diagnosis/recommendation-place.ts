/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/** Where a recommendation stands in a result: among the few for now, or among the folded ones. */
export type RecommendationPlace = 'now' | 'later'
