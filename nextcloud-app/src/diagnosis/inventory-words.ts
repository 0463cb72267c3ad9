/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { InventoryLine } from '@emancipasso/shared/diagnosis/answers'
import type { Questionnaire } from '@emancipasso/shared/diagnosis/questionnaire'
import type { Solutions } from '@emancipasso/shared/plan/solution'

import { findToolNamed, toolName } from '@emancipasso/shared/plan/solution-lookup'
import { inOurLanguage, t } from '../l10n.ts'

/**
 * What a line is called: its tool and what it serves.
 *
 * @param line a line of the inventory
 * @param questionnaire names the uses
 * @param solutions names the tools
 */
export function lineTitle(line: InventoryLine, questionnaire: Questionnaire, solutions: Solutions): string {
	const use = questionnaire.uses.find(({ id }) => id === line.use)
	const tool = line.tool === '' ? t('New tool') : inOurLanguage(toolName(solutions, line.tool))
	return use ? `${tool} · ${inOurLanguage(use.label)}` : tool
}

/**
 * Names to propose for a use: what serves it first, then everything else.
 *
 * @param solutions tools and solutions of the catalogue
 * @param use id of a use; may be empty
 */
export function toolNames(solutions: Solutions, use: string): string[] {
	const all = [...solutions.tools, ...solutions.solutions]
	const names = [...all.filter(({ uses }) => uses.includes(use)), ...all.filter(({ uses }) => !uses.includes(use))].map(({ name }) => inOurLanguage(name))
	return [...new Set(names)]
}

/**
 * The id of the catalogue for a typed name, or the typed words when the catalogue does not know them.
 *
 * @param solutions tools and solutions of the catalogue
 * @param typed what a person wrote or picked
 */
export function toolIdOf(solutions: Solutions, typed: string): string {
	return findToolNamed(solutions, typed)?.id ?? typed.trim()
}
