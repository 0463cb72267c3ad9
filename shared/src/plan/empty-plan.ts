/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { PlanDocument } from './plan-document.ts'

/** A plan of which nothing is said yet beside its actions. */
export const emptyPlan: PlanDocument = { schemaVersion: 1, goals: {}, meetings: {}, decisions: {} }
