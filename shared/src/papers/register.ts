/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { IdentifiedInventoryLine } from '../diagnosis/diagnosis-document.ts'
import type { Names, PaperContext } from './context.ts'

import { localise } from '../language/localised-text.ts'
import { toolName } from '../plan/solution-lookup.ts'
import { fieldLabel, imprintOf, useLabel } from './context.ts'

const toComplete = { fr: 'À compléter', en: 'To be completed' }

const words = {
	columns: [
		{ fr: 'Activité', en: 'Activity' },
		{ fr: 'Outil', en: 'Tool' },
		{ fr: 'À quoi servent les données (finalité)', en: 'What the data are for (purpose)' },
		{ fr: 'Ce qui nous y autorise (base légale)', en: 'What allows it (legal basis)' },
		{ fr: 'Personnes concernées', en: 'People concerned' },
		{ fr: 'Données', en: 'Data' },
		{ fr: 'Données sensibles', en: 'Sensitive data' },
		{ fr: 'Qui les reçoit', en: 'Who receives them' },
		{ fr: 'Chez qui elles sont', en: 'Who keeps them' },
		{ fr: 'Hors de l’Union européenne', en: 'Outside the European Union' },
		{ fr: 'Durée de conservation', en: 'How long they are kept' },
		{ fr: 'Mesures de sécurité', en: 'Security measures' },
		{ fr: 'Personnes qui ont les accès', en: 'People with admin access' },
		{ fr: 'Peut-on récupérer les données', en: 'Can the data be taken out' },
	],
	categories: { fr: 'À compléter (nom, adresse, courriel…)', en: 'To be completed (name, address, e-mail…)' },
	sensitive: { fr: 'Oui, à préciser', en: 'Yes, to be specified' },
	notSaid: { fr: 'Non signalées dans l’inventaire', en: 'None said in the inventory' },
	unknownHost: { fr: 'À vérifier', en: 'To be checked' },
	abroad: { fr: 'Possible\u00a0: à vérifier dans le contrat', en: 'Possible: check the contract' },
	probablyNot: { fr: 'À vérifier', en: 'To be checked' },
	note: {
		fr: 'Point de départ, tiré de l’inventaire des outils\u00a0: une ligne par outil qui contient des données de personnes. Ce n’est pas encore un registre\u00a0: complétez les cases «\u00a0À compléter\u00a0», ajoutez ce qui se fait sur papier, et relisez-le chaque année.',
		en: 'A starting point, made from the inventory of tools: one line for each tool that holds data of people. It is no register yet: complete the cells “To be completed”, add what is done on paper, and read it again each year.',
	},
}

/**
 * The lines of the inventory that say they hold personal or sensitive data.
 *
 * @param lines of the inventory
 */
export function linesWithPersonalData(lines: readonly IdentifiedInventoryLine[]): IdentifiedInventoryLine[] {
	return lines.filter(({ contains }) => contains?.some((id) => id === 'personal-data' || id === 'sensitive-data'))
}

/**
 * The starting point of a register of processing, as rows for a spreadsheet: headings, one row for each tool that holds
 * personal data, then what is still to be done and who made it. What nobody said is said to be missing, never guessed.
 *
 * @param context of the paper
 * @param names of uses, tools and options
 * @param lines of the inventory
 */
export function registerRows(context: PaperContext, names: Names, lines: readonly IdentifiedInventoryLine[]): (string | number)[][] {
	const { language } = context
	const say = (text: { fr: string, en: string }) => localise(text, language)
	const missing = say(toComplete)
	return [
		words.columns.map(say),
		...linesWithPersonalData(lines).map((line) => [
			useLabel(names, line.use, language),
			localise(toolName(names.solutions, line.tool), language),
			missing,
			missing,
			missing,
			say(words.categories),
			say(line.contains!.includes('sensitive-data') ? words.sensitive : words.notSaid),
			missing,
			line.hosting === undefined || line.hosting === 'unknown' ? say(words.unknownHost) : fieldLabel(names, 'hosting', line.hosting, language),
			say(line.hosting === 'giant' ? words.abroad : words.probablyNot),
			missing,
			missing,
			line.admins ?? missing,
			line.exit === undefined || line.exit === 'unknown' ? missing : fieldLabel(names, 'exit', line.exit, language),
		]),
		[say(words.note)],
		[imprintOf(context)],
	]
}
