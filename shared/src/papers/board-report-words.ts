/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

type Counts = Record<'strengths' | 'flags' | 'now', number>

const french = (count: number, one: string, several: string) => `${count}\u00a0${count > 1 ? several : one}`
const english = (count: number, one: string, several: string) => `${count}\u00a0${count === 1 ? one : several}`

/** Nothing is said of what there is none of: it helps nobody. */
const sentence = (counts: [number, string][]) => counts.filter(([count]) => count > 0).map(([, words]) => words).join(', ').concat('.')

/** The fixed texts of the board's report. */
export const boardReportWords = {
	title: { fr: 'Notre numérique\u00a0: où nous en sommes, que faire', en: 'Our digital life: where we stand, what to do' },
	inShort: { fr: 'En bref.', en: 'In short.' },
	counts: {
		fr: ({ strengths, flags, now }: Counts) => sentence([[strengths, french(strengths, 'pratique qui marche déjà', 'pratiques qui marchent déjà')], [flags, french(flags, 'point d’attention', 'points d’attention')], [now, french(now, 'chose à faire maintenant', 'choses à faire maintenant')]]),
		en: ({ strengths, flags, now }: Counts) => sentence([[strengths, english(strengths, 'practice that already works', 'practices that already work')], [flags, english(flags, 'point of attention', 'points of attention')], [now, english(now, 'thing to do now', 'things to do now')]]),
	},
	overall: { fr: 'Tous thèmes réunis\u00a0: {level}.', en: 'All themes together: {level}.' },
	independence: { fr: 'Des outils libres couvrent déjà {percent}\u00a0% de nos usages, d’après l’inventaire et selon leur importance.', en: 'Free (libre) tools already cover {percent}% of our uses, by the inventory and weighted by importance.' },
	short: { fr: 'C’est une première indication, sans niveau par thème\u00a0: le diagnostic complet reprend ces réponses et les complète.', en: 'This is a first indication, without a level for each theme: the full diagnosis takes these answers over and adds to them.' },
	strengths: { fr: 'Ce qui marche déjà', en: 'What already works' },
	more: { fr: 'Et {count} de plus, à lire dans le résultat du diagnostic.', en: 'And {count} more, in the result of the diagnosis.' },
	levels: { fr: 'Où en est chaque thème', en: 'Where each theme stands' },
	levelsLead: { fr: 'Trois niveaux, du centre vers le bord\u00a0: {levels}. Un «\u00a0je ne sais pas\u00a0» ne compte pas comme un mauvais point.', en: 'Three levels, from the centre to the edge: {levels}. “I don’t know” is no bad mark.' },
	radar: { fr: 'Radar des niveaux par thème\u00a0; le tableau qui suit dit la même chose.', en: 'Radar of the levels by theme; the table below says the same.' },
	levelsCaption: { fr: 'Niveau de chaque thème', en: 'Level of each theme' },
	theme: { fr: 'Thème', en: 'Theme' },
	level: { fr: 'Niveau', en: 'Level' },
	basis: { fr: 'D’après', en: 'Based on' },
	answered: { fr: '{answered} réponses sur {all}', en: '{answered} answers of {all}' },
	noLevel: { fr: 'Pas assez de réponses', en: 'Not enough answers' },
	attention: { fr: 'Points d’attention', en: 'Points of attention' },
	attentionLead: { fr: 'Ces points sont à part\u00a0: aucun bon niveau ailleurs ne les compense.', en: 'These stand apart: no good level elsewhere makes up for them.' },
	now: { fr: 'Que faire maintenant, et pourquoi', en: 'What to do now, and why' },
	nothingNow: { fr: 'Rien d’urgent ne ressort des réponses.', en: 'Nothing urgent comes out of the answers.' },
	why: { fr: 'Pourquoi\u00a0:', en: 'Why:' },
	firstGesture: { fr: 'Premier geste\u00a0:', en: 'First step:' },
	effort: { fr: 'Effort\u00a0:', en: 'Effort:' },
	efforts: {
		s: { fr: 'quelques heures', en: 'a few hours' },
		m: { fr: 'quelques jours', en: 'a few days' },
		l: { fr: 'plusieurs semaines', en: 'several weeks' },
	},
	decision: { fr: 'Décision\u00a0:', en: 'Decision:' },
	decided: {
		accepted: { fr: 'acceptée', en: 'accepted' },
		later: { fr: 'pas maintenant', en: 'not now' },
		refused: { fr: 'pas pour nous', en: 'not for us' },
	},
	until: { fr: ', à revoir le {day}', en: ', to be looked at again on {day}' },
	later: { fr: 'Plus tard, si vous le souhaitez', en: 'Later, if you wish' },
	clarify: { fr: 'À éclaircir', en: 'To clarify' },
	decisions: { fr: 'Décisions', en: 'Decisions' },
	plan: { fr: 'Prochaines actions du plan', en: 'Next actions of the plan' },
	planCaption: { fr: 'Actions en cours ou à venir, les plus proches d’abord', en: 'Actions under way or to come, the nearest first' },
	planMore: { fr: 'Et {count} de plus dans le plan.', en: 'And {count} more in the plan.' },
	made: { fr: 'Comment ce rapport a été fait', en: 'How this report was made' },
	method: { fr: 'Méthode\u00a0:', en: 'Method:' },
	shortForm: { fr: ', forme courte', en: ', short form' },
	fullForm: { fr: ', forme complète', en: ', full form' },
	respondents: { fr: 'Personnes qui ont répondu\u00a0:', en: 'People who answered:' },
	answersOf: { fr: 'Réponses du', en: 'Answers of' },
	reportOf: { fr: 'Rapport du', en: 'Report of' },
	versions: { fr: 'Versions\u00a0:', en: 'Versions:' },
	versionsText: { fr: 'questionnaire {questionnaire}, application {app}.', en: 'questionnaire {questionnaire}, application {app}.' },
	reading: { fr: 'L’association a répondu elle-même et a fait ce rapport elle-même, dans son propre espace. Ce n’est ni un audit ni un classement\u00a0: il sert à décider ensemble de la suite.', en: 'The association answered and made this report itself, in its own space. It is neither an audit nor a ranking: it helps to decide together what comes next.' },
}
