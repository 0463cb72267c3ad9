/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/** The fixed texts of the plan as a paper. */
export const planWords = {
	title: { fr: 'Notre plan d’action numérique', en: 'Our digital action plan' },
	columns: [
		{ fr: 'Action', en: 'Action' },
		{ fr: 'État', en: 'Status' },
		{ fr: 'Raison', en: 'Reason' },
		{ fr: 'Étape', en: 'Step' },
		{ fr: 'Responsable', en: 'Owner' },
		{ fr: 'Avec', en: 'With' },
		{ fr: 'Début', en: 'Start' },
		{ fr: 'Échéance', en: 'Due' },
		{ fr: 'À revoir le', en: 'Review on' },
		{ fr: 'Effort', en: 'Effort' },
		{ fr: 'Coût en euros', en: 'Cost in euros' },
		{ fr: 'Usage', en: 'Use' },
		{ fr: 'De', en: 'From' },
		{ fr: 'Vers', en: 'To' },
		{ fr: 'Points faits', en: 'Points done' },
		{ fr: 'Description', en: 'Description' },
		{ fr: 'Risques', en: 'Risks' },
		{ fr: 'Retour possible', en: 'Way back' },
	],
	efforts: {
		s: { fr: 'quelques heures', en: 'a few hours' },
		m: { fr: 'quelques jours', en: 'a few days' },
		l: { fr: 'plusieurs semaines', en: 'several weeks' },
	},
	ticked: { fr: '{done} sur {all}', en: '{done} of {all}' },
	goals: { fr: 'Nos objectifs', en: 'Our goals' },
	measure: { fr: '(nous le saurons ainsi\u00a0: {measure})', en: '(how we will know: {measure})' },
	decisions: { fr: 'Décisions', en: 'Decisions' },
	moves: { fr: 'D’un outil à l’autre', en: 'From one tool to another' },
	movesCaption: { fr: 'Les changements d’outils et où ils en sont', en: 'The changes of tools and how far they are' },
	use: { fr: 'Usage', en: 'Use' },
	from: { fr: 'De', en: 'From' },
	to: { fr: 'Vers', en: 'To' },
	status: { fr: 'État', en: 'Status' },
	open: { fr: 'à choisir', en: 'to be chosen' },
	empty: { fr: 'Le plan n’a pas encore d’action.', en: 'The plan has no action yet.' },
	begins: { fr: 'à partir du {day}', en: 'from {day}' },
	due: { fr: 'pour le {day}', en: 'by {day}' },
	review: { fr: 'à revoir le {day}', en: 'review on {day}' },
	reason: { fr: 'Raison\u00a0:', en: 'Reason:' },
	risks: { fr: 'Risques\u00a0:', en: 'Risks:' },
	wayBack: { fr: 'Retour possible\u00a0:', en: 'Way back:' },
}
