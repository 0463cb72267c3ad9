/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/** The shape of the diagnosis document; raised when an older reader could misread a newer one. */
export const diagnosisSchemaVersion = 1

/** The most that each field of a diagnosis takes: characters (UTF-16 code units), entries, or units. */
export const diagnosisLimits = {
	id: 60,
	text: 2000,
	chosenOptions: 40,
	answers: 300,
	inventoryLines: 200,
	tool: 120,
	mustHave: 1000,
	note: 2000,
	count: 1_000_000,
	cost: 100_000_000,
} as const
