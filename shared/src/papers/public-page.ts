/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Names, PaperContext } from './context.ts'
import type { Paper } from './paper.ts'

import { localise } from '../language/localised-text.ts'
import { findTool, toolName } from '../plan/solution-lookup.ts'
import { frameOf, termLabel } from './context.ts'
import { section } from './paper.ts'

/** A tool that the association chose to show. */
export interface ShownTool {
	/** Id of a use, and id of the catalogue or own words. */
	readonly use: string
	readonly tool: string
	/** Why it was chosen, in the association’s words. */
	readonly words: string
}

/** What the public page is made from. Only this can be read in it. */
export interface PublicPageInput {
	readonly context: PaperContext
	readonly names: Names
	readonly introduction: string
	readonly tools: readonly ShownTool[]
	/** Why the association makes these choices, and what it still looks for. */
	readonly approach: string
}

const words = {
	title: { fr: 'Nos outils, nos choix', en: 'Our tools, our choices' },
	tools: { fr: 'Nos outils', en: 'Our tools' },
	approach: { fr: 'Notre démarche', en: 'Our approach' },
	free: { fr: 'logiciel libre', en: 'free (libre) software' },
	thanks: { fr: 'Merci aux personnes qui font ces logiciels libres et à celles qui les hébergent.', en: 'Thanks to the people who make this free (libre) software, and to those who host it.' },
	colon: { fr: '\u00a0:', en: ':' },
}

/**
 * The page with which an association shows its tools and says why: the chosen tools, its own words, and nothing else of
 * what it keeps.
 *
 * @param input what it is made from
 */
export function publicPage(input: PublicPageInput): Paper {
	const { context, names, tools } = input
	const { language } = context
	const say = (text: { fr: string, en: string }) => localise(text, language)
	const free = new Set(names.solutions.solutions.filter(({ freeStatus, notSoftware }) => freeStatus === undefined && !notSoftware).map(({ id }) => id))
	const items = tools.map(({ use, tool, words: own }) => {
		const known = findTool(names.solutions, tool)
		const name = localise(toolName(names.solutions, tool), language)
		const facts = [termLabel(names.questionnaire.uses, use, language), known && free.has(known.id) ? say(words.free) : ''].filter((fact) => fact !== '').join(', ')
		return { lead: facts ? `${name} (${facts})${own.trim() ? say(words.colon) : ''}` : name, text: own.trim() }
	})
	return {
		...frameOf(context, words.title),
		blocks: [
			...input.introduction.trim() ? [{ kind: 'paragraph' as const, text: input.introduction.trim() }] : [],
			...section(say(words.tools), { kind: 'list', items }),
			...section(say(words.approach), { kind: 'paragraph', text: input.approach.trim() }),
			...tools.some(({ tool }) => free.has(tool)) ? [{ kind: 'paragraph' as const, text: say(words.thanks) }] : [],
		],
	}
}
