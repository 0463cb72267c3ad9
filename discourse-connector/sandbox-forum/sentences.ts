/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Settings } from './state/settings.ts'

type Two = { fr: string, en: string }

/** What the forum says. The words differ by language on purpose: nobody may decide by them. */
const SENTENCES = {
	externalIdTaken: { en: 'External has already been taken', fr: 'External est déjà utilisé' },
	externalIdInvalid: { en: 'External is invalid', fr: 'External n’est pas valide' },
	titleTaken: { en: 'Title has already been used', fr: 'Le titre a déjà été utilisé' },
	titleShort: { en: 'Title is too short (minimum is {n} characters)', fr: 'Le titre est trop court (au moins {n} caractères)' },
	titleLong: { en: 'Title is too long (maximum is {n} characters)', fr: 'Le titre est trop long (au plus {n} caractères)' },
	titleUnclear: { en: 'Title seems unclear, is it a complete sentence?', fr: 'Le titre ne semble pas clair, est-ce une phrase complète ?' },
	bodyShort: { en: 'Body is too short (minimum is {n} characters)', fr: 'Le corps du message est trop court (au moins {n} caractères)' },
	bodyLong: { en: 'Body is limited to {n} characters', fr: 'Le corps du message est limité à {n} caractères' },
	bodyUnclear: { en: 'Body seems unclear, is it a complete sentence?', fr: 'Le corps du message ne semble pas clair' },
	tooManyTags: { en: 'You can only add {n} tags to a topic', fr: 'Un sujet porte au plus {n} étiquettes' },
	staffTag: { en: 'The tag {n} may only be applied by staff', fr: 'Seule l’équipe peut poser l’étiquette {n}' },
	tagGroupConflict: { en: 'Only one tag of the group {n} is allowed', fr: 'Une seule étiquette du groupe {n} est permise' },
	topicNotFound: { en: 'The requested topic was not found.', fr: 'Ce sujet est introuvable.' },
	notFound: { en: 'The requested URL or resource could not be found.', fr: 'La page ou la ressource demandée est introuvable.' },
	gone: { en: 'That topic was deleted.', fr: 'Ce sujet a été supprimé.' },
	invalidAccess: { en: 'You are not permitted to view the requested resource.', fr: 'Vous n’êtes pas autorisé à voir cette ressource.' },
	invalidKey: { en: 'You are not permitted to view the requested resource. The API username or key is invalid.', fr: 'Vous n’êtes pas autorisé à voir cette ressource. Le nom ou la clé d’API est invalide.' },
	notLoggedIn: { en: 'You need to be logged in to do that.', fr: 'Il faut être connecté pour faire cela.' },
	invalidParameter: { en: 'You supplied invalid parameters to the request: {n}', fr: 'Paramètres non valides : {n}' },
	conflict: { en: 'That was edited by another user and your changes can no longer be saved.', fr: 'Ce texte a été modifié par quelqu’un d’autre et vos changements ne peuvent plus être enregistrés.' },
	categoryTaken: { en: 'Category Name has already been taken', fr: 'Le nom de la catégorie est déjà pris' },
	payloadUrlBlocked: { en: 'Payload URL cannot be used because it resolves to a blocked or internal IP', fr: 'L’URL de charge utile ne peut pas être utilisée car elle mène à une adresse bloquée ou interne' },
	categoryNotFound: { en: 'Category could not be found', fr: 'La catégorie est introuvable' },
	rateLimited: { en: 'You have performed this action too many times, please try again later.', fr: 'Vous avez fait cela trop souvent, réessayez plus tard.' },
	readOnly: { en: 'The site is in read only mode. Interactions are disabled.', fr: 'Le site est en lecture seule. Les interactions sont désactivées.' },
} satisfies Record<string, Two>

export type Sentence = keyof typeof SENTENCES

/**
 * @param settings give the language
 * @param sentence which one
 * @param value replaces `{n}`
 */
export function say(settings: Settings, sentence: Sentence, value: string | number = ''): string {
	return SENTENCES[sentence][settings.locale].replace('{n}', String(value))
}
