/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { LocalisedText } from '../language/localised-text.ts'
import type { Replacement, Solution, Solutions, Tool } from './solution.ts'

import { normalise } from '../language/normalise.ts'

type Named = Pick<Solutions, 'tools' | 'solutions'>

/** A free solution that can take the place of a tool, for one use. */
export interface Alternative {
	readonly solution: Solution
	readonly fit: Replacement['to'][number]['fit']
	readonly replacement: Replacement
}

/**
 * A tool in use or a free solution, by id.
 *
 * @param catalogue the catalogue
 * @param id what an inventory line says; may be free text
 */
export function findTool(catalogue: Named, id: string): Tool | Solution | undefined {
	return catalogue.tools.find((tool) => tool.id === id) ?? catalogue.solutions.find((solution) => solution.id === id)
}

/**
 * What a tool is for, when the catalogue knows it and gives one use only. It tells no more: who makes a tool does not
 * say who keeps its data, which may be on a personal account or on a device.
 *
 * @param catalogue the catalogue
 * @param id what an inventory line says; may be free text
 */
export function onlyUseOf(catalogue: Named, id: string): string | undefined {
	const uses = findTool(catalogue, id)?.uses
	return uses?.length === 1 ? uses[0] : undefined
}

/**
 * The name to show for what an inventory line says: the catalogue's, or the members' own words.
 *
 * @param catalogue the catalogue
 * @param idOrText an id of the catalogue or free text
 */
export function toolName(catalogue: Named, idOrText: string): LocalisedText | string {
	return findTool(catalogue, idOrText)?.name ?? idOrText
}

/**
 * The tool or solution that people call so: by its id or a whole name, or else by one of the names that a name is made
 * of. What the catalogue calls “Etherpad (Framapad)” or “Outlook / Exchange” is written by either.
 *
 * @param catalogue the catalogue
 * @param written what a person wrote or picked
 */
export function findToolNamed(catalogue: Named, written: string): Tool | Solution | undefined {
	const wanted = normalise(written)
	const all = [...catalogue.tools, ...catalogue.solutions]
	const isCalled = (names: readonly string[]) => names.some((name) => normalise(name) === wanted)
	return wanted === '' ? undefined : all.find(({ id, name }) => isCalled([id, ...languagesOf(name)])) ?? all.find(({ name }) => isCalled(languagesOf(name).flatMap(partsOf)))
}

function languagesOf(name: LocalisedText | string): string[] {
	return typeof name === 'string' ? [name] : [name.fr, name.en]
}

function partsOf(name: string): string[] {
	return name.split(/ \/ |, |[()]/u).filter((part) => part.trim() !== '')
}

/**
 * What can take the place of a tool, in the order of the catalogue.
 *
 * @param catalogue the catalogue
 * @param toolId the tool in use
 * @param use only for this use; every use when left out
 */
export function alternativesTo(catalogue: Solutions, toolId: string, use?: string): Alternative[] {
	return catalogue.replacements
		.filter((replacement) => replacement.from.includes(toolId) && (use === undefined || replacement.use === use))
		.flatMap((replacement) => replacement.to.flatMap(({ solution: id, fit }) => {
			const solution = catalogue.solutions.find((candidate) => candidate.id === id)
			return solution ? [{ solution, fit, replacement }] : []
		}))
}

/**
 * The first and the last day on which licences of the catalogue were checked, as ISO days; `undefined` when none was.
 *
 * @param catalogue the catalogue
 */
export function licencesChecked(catalogue: Pick<Solutions, 'solutions'>): { first: string, last: string } | undefined {
	const days = catalogue.solutions.flatMap(({ licenceChecked }) => licenceChecked?.date ?? []).sort()
	const [first, last] = [days[0], days.at(-1)]
	return first && last ? { first, last } : undefined
}

/**
 * The free solutions that serve a use. Those whose freedom is disputed are left out.
 *
 * @param catalogue the catalogue
 * @param use the id of a use
 */
export function solutionsFor(catalogue: Pick<Solutions, 'solutions'>, use: string): Solution[] {
	return catalogue.solutions.filter((solution) => solution.freeStatus !== 'disputed' && solution.uses.includes(use))
}
