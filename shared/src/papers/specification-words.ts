/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/** The fixed texts of the specification for a provider. */
export const specificationWords = {
	title: { fr: 'Cahier des charges pour un accompagnement numérique', en: 'Specification for digital support' },
	colon: { fr: '\u00a0:', en: ':' },
	toolsCaption: { fr: 'Un outil par usage, d’après notre inventaire', en: 'One tool for each use, from our inventory' },
	use: { fr: 'Usage', en: 'Use' },
	tool: { fr: 'Outil', en: 'Tool' },
	hosting: { fr: 'Chez qui', en: 'Kept by' },
	people: { fr: 'Personnes', en: 'People' },
	importance: { fr: 'Importance', en: 'Importance' },
	exit: { fr: 'Peut-on reprendre les données', en: 'Can the data be taken out' },
	mustHave: { fr: 'Ce dont nous ne pouvons pas nous passer, usage par usage\u00a0:', en: 'What we cannot do without, use by use:' },
	dataCaption: { fr: 'Outils qui contiennent des données de personnes', en: 'Tools that hold data of people' },
	contains: { fr: 'Contient', en: 'Holds' },
	dataLead: { fr: 'Nous demandons de préciser dans la réponse\u00a0:', en: 'We ask that the answer says:' },
	dataAsked: [
		{ fr: 'où les données seront hébergées, par qui, et qui pourra les lire\u00a0;', en: 'where the data will be hosted, by whom, and who will be able to read them;' },
		{ fr: 'le contrat de sous-traitance proposé (article 28 du RGPD), pendant et après la prestation\u00a0;', en: 'the data processing agreement proposed (article 28 of the GDPR), during and after the work;' },
		{ fr: 'les sauvegardes, leur durée et la façon de les essayer\u00a0;', en: 'backups, how long they are kept, and how they are tested;' },
		{ fr: 'comment nos données nous sont rendues, dans quels formats ouverts, et quand elles sont effacées.', en: 'how our data are given back to us, in which open formats, and when they are erased.' },
	],
	movesCaption: { fr: 'D’un outil à l’autre', en: 'From one tool to another' },
	othersCaption: { fr: 'Autres outils, et où en est leur changement', en: 'Other tools, and how far their change is' },
	from: { fr: 'De', en: 'From' },
	to: { fr: 'Vers', en: 'To' },
	status: { fr: 'Où nous en sommes', en: 'Where we stand' },
	open: { fr: 'à choisir ensemble', en: 'to be chosen together' },
	answerLead: { fr: 'Une réponse claire, cadrée et complète dit\u00a0:', en: 'A clear, framed and complete answer says:' },
	answer: [
		{ fr: 'ce qui est compris, et ce qui ne l’est pas\u00a0;', en: 'what is included, and what is not;' },
		{ fr: 'comment les personnes sont associées et formées, avec quels supports réutilisables\u00a0;', en: 'how people are involved and trained, with which material that can be used again;' },
		{ fr: 'la maintenance et l’aide après la mise en place, et à qui s’adresser\u00a0;', en: 'maintenance and help afterwards, and whom to turn to;' },
		{ fr: 'les licences des outils proposés\u00a0;', en: 'the licences of the tools proposed;' },
		{ fr: 'les conditions pour arrêter, et pour passer à quelqu’un d’autre\u00a0;', en: 'the terms for stopping, and for moving to somebody else;' },
		{ fr: 'des exemples d’associations déjà accompagnées.', en: 'examples of associations already supported.' },
	],
	costs: { fr: 'Les outils d’aujourd’hui coûtent environ {total} par an (montant connu pour {count} d’entre eux).', en: 'Today’s tools cost about {total} a year (known for {count} of them).' },
	wished: { fr: 'Dates que nous visons\u00a0:', en: 'Dates that we aim at:' },
}
