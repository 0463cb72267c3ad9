/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { LocalisedText } from '@emancipasso/shared/language/localised-text'
import type { LinkProblem } from '../../sync/trouble/problems.ts'

/** What happened to a record, shorter than the sentence for its author. */
export const troubles: Readonly<Record<LinkProblem['kind'], LocalisedText>> = {
	'forum-away': { fr: 'Forum absent', en: 'Forum away' },
	'forum-refused-us': { fr: 'Le forum refuse le connecteur', en: 'The forum refuses the connector' },
	'forum-moved': { fr: 'Le forum a déménagé', en: 'The forum moved' },
	'forum-category': { fr: 'Catégorie en cause', en: 'A category is at fault' },
	'forum-unreadable': { fr: 'Réponse incompréhensible', en: 'Answer not understood' },
	'forum-fails': { fr: 'Le forum échoue pour ce besoin', en: 'The forum fails at this need' },
	refused: { fr: 'Texte refusé par le forum', en: 'Text refused by the forum' },
	taken: { fr: 'Le forum a peut-être déjà ce sujet, supprimé', en: 'The forum may have this topic already, deleted' },
	waiting: { fr: 'Attend la modération du forum', en: 'Waits for the forum’s moderators' },
	conflict: { fr: 'Conflit : les deux côtés ont changé', en: 'Conflict: both sides changed' },
	lost: { fr: 'Sujet introuvable', en: 'Topic not found' },
	deleted: { fr: 'Sujet supprimé par la modération', en: 'Topic deleted by moderators' },
	personal: { fr: 'Devenu un message privé', en: 'Became a personal message' },
	foreign: { fr: 'Un autre sujet à sa place', en: 'Another topic in its place' },
	merged: { fr: 'Joint à un autre sujet', en: 'Merged into another topic' },
	erasure: { fr: 'Effacement à finir à la main', en: 'Erasure to be finished by hand' },
}

/** How a record and its topic are joined. */
export const linkStates: Readonly<Record<string, LocalisedText>> = {
	none: { fr: 'pas sur le forum', en: 'not on the forum' },
	queued: { fr: 'attend d’être envoyé', en: 'waits to be sent' },
	sent: { fr: 'envoyé, pas encore revu', en: 'sent, not seen again yet' },
	linked: { fr: 'lié à un sujet', en: 'linked to a topic' },
	gone: { fr: 'sujet disparu', en: 'topic gone' },
}

/** How far an erasure came on the forum. */
export const erasures = {
	waiting: { fr: 'en cours', en: 'under way' },
	'by-hand': { fr: 'à finir à la main', en: 'to be finished by hand' },
	done: { fr: 'terminé', en: 'done' },
} as const satisfies Record<string, LocalisedText>

/** The fields that can be in conflict. */
export const fieldNames: Readonly<Record<string, LocalisedText>> = {
	title: { fr: 'Titre', en: 'Title' },
	body: { fr: 'Texte', en: 'Text' },
	category: { fr: 'Catégorie', en: 'Category' },
	tags: { fr: 'Étiquettes', en: 'Tags' },
	closed: { fr: 'Fermé', en: 'Closed' },
	visible: { fr: 'Visible', en: 'Visible' },
}
