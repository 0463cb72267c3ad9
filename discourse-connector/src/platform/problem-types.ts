/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/** What a problem says: an HTTP status and one sentence, in each language, that says what happened and what to do. */
interface ProblemType {
	status: number
	fr: string
	en: string
}

/** Every problem that a route may answer, by id. Ids are part of the contract: never reuse one for another meaning. */
export const problemTypes = {
	'invalid-input': {
		status: 422,
		fr: 'Certains champs ne sont pas valides. Corrigez-les puis recommencez.',
		en: 'Some fields are not valid. Correct them and try again.',
	},
	'malformed-request': {
		status: 400,
		fr: 'La requête ne peut pas être lue. Vérifiez son format.',
		en: 'The request cannot be read. Check its format.',
	},
	'unsupported-media-type': {
		status: 415,
		fr: 'Ce type de contenu n’est pas accepté. Envoyez du JSON (application/json).',
		en: 'This type of content is not accepted. Send JSON (application/json).',
	},
	'too-large': {
		status: 413,
		fr: 'Le contenu envoyé est trop volumineux. Raccourcissez-le.',
		en: 'What was sent is too large. Shorten it.',
	},
	'not-found': {
		status: 404,
		fr: 'Rien ne se trouve à cette adresse.',
		en: 'There is nothing at this address.',
	},
	'token-missing': {
		status: 401,
		fr: 'Il manque le jeton de cette instance. Vérifiez les réglages de la connexion.',
		en: 'The token of this instance is missing. Check the settings of the connection.',
	},
	'token-unknown': {
		status: 401,
		fr: 'Ce jeton n’est pas connu. Demandez-en un à l’opérateur du connecteur.',
		en: 'This token is not known. Ask the operator of the connector for one.',
	},
	'instance-missing': {
		status: 400,
		fr: 'L’instance ne dit pas qui elle est (en-tête Emancipasso-Instance). Mettez l’application à jour.',
		en: 'The instance does not say which one it is (header Emancipasso-Instance). Update the app.',
	},
	'organisation-missing': {
		status: 400,
		fr: 'La requête ne dit pas pour quelle organisation et quel membre elle agit (en-têtes Emancipasso-Organisation et Emancipasso-Member).',
		en: 'The request does not say for which organisation and member it acts (headers Emancipasso-Organisation and Emancipasso-Member).',
	},
	'instance-suspended': {
		status: 403,
		fr: 'Cette instance est suspendue. Écrivez à l’opérateur du connecteur.',
		en: 'This instance is suspended. Write to the operator of the connector.',
	},
	'instance-revoked': {
		status: 403,
		fr: 'L’accès de cette instance a été retiré. Écrivez à l’opérateur du connecteur pour un nouveau jeton.',
		en: 'The access of this instance was withdrawn. Write to the operator of the connector for a new token.',
	},
	'cloned-instance': {
		status: 403,
		fr: 'Ce jeton appartient à un autre serveur. Si ce serveur est une copie, demandez un nouveau jeton à l’opérateur du connecteur.',
		en: 'This token belongs to another server. If this server is a copy, ask the operator of the connector for a new token.',
	},
	'organisation-suspended': {
		status: 403,
		fr: 'Cette organisation est suspendue. Écrivez à l’opérateur du connecteur.',
		en: 'This organisation is suspended. Write to the operator of the connector.',
	},
	'organisation-erased': {
		status: 410,
		fr: 'Cette organisation a demandé son effacement\u00a0: rien ne peut plus être publié en son nom. Pour publier à nouveau, créez une organisation.',
		en: 'This organisation asked to be erased: nothing more can be published in its name. To publish again, create an organisation.',
	},
	'not-allowed': {
		status: 403,
		fr: 'Cette action n’est pas permise avec cet accès.',
		en: 'This action is not allowed with this access.',
	},
	'signature-wrong': {
		status: 403,
		fr: 'La signature ne correspond pas. Vérifiez le secret du webhook des deux côtés.',
		en: 'The signature does not match. Check the secret of the webhook on both sides.',
	},
	stale: {
		status: 412,
		fr: 'Ce contenu a changé entre-temps. Relisez-le avant de l’enregistrer.',
		en: 'This was changed in the meantime. Read it again before you save it.',
	},
	'precondition-required': {
		status: 428,
		fr: 'La requête doit dire si elle crée (If-None-Match: *) ou corrige (If-Match).',
		en: 'The request must say whether it creates (If-None-Match: *) or corrects (If-Match).',
	},
	withdrawn: {
		status: 409,
		fr: 'Ce besoin a été retiré et ne peut plus changer.',
		en: 'This need was withdrawn and can no longer change.',
	},
	'answer-withdrawn': {
		status: 409,
		fr: 'Cette réponse a été retirée. Écrivez-en une nouvelle.',
		en: 'This answer was taken back. Write a new one.',
	},
	'topic-closed': {
		status: 409,
		fr: 'Le sujet de ce besoin n’accepte plus de réponses sur le forum\u00a0: il a été fermé, archivé ou enlevé.',
		en: 'The topic of this need takes no more replies on the forum: it was closed, archived or removed.',
	},
	'answers-wait': {
		status: 403,
		fr: 'Les premières publications d’un nouveau cloud sont relues avant de paraître. Vous pourrez répondre d’ici dès que celles du vôtre auront été relues\u00a0; d’ici là, répondez sur le forum.',
		en: 'The first publications of a new cloud are reviewed before they appear. You can answer from here once those of yours have been reviewed; until then, reply on the forum.',
	},
	'too-many-publications': {
		status: 429,
		fr: 'Votre organisation a beaucoup publié aujourd’hui. Réessayez demain.',
		en: 'Your organisation published much today. Try again tomorrow.',
	},
	'too-many-organisations': {
		status: 403,
		fr: 'Cette instance a atteint le nombre d’organisations permis. Écrivez à l’opérateur du connecteur.',
		en: 'This instance has reached the number of organisations allowed. Write to the operator of the connector.',
	},
	'too-many-requests': {
		status: 429,
		fr: 'Trop de requêtes en peu de temps. Patientez une minute.',
		en: 'Too many requests in a short time. Wait a minute.',
	},
	'unknown-cursor': {
		status: 410,
		fr: 'Ce point de reprise n’est plus connu. Recommencez la lecture depuis le début.',
		en: 'This cursor is no longer known. Read again from the start.',
	},
	'not-ready': {
		status: 503,
		fr: 'Le service démarre ou s’arrête. Réessayez dans un instant.',
		en: 'The service is starting or stopping. Try again in a moment.',
	},
	'no-forum': {
		status: 503,
		fr: 'Ce connecteur n’est pas encore relié à un forum. Écrivez à son opérateur.',
		en: 'This connector is not joined to a forum yet. Write to its operator.',
	},
	internal: {
		status: 500,
		fr: 'Une erreur inattendue s’est produite. Réessayez, puis signalez le numéro de la requête à l’opérateur.',
		en: 'Something unexpected happened. Try again, then tell the operator the number of the request.',
	},
} as const satisfies Record<string, ProblemType>

export type ProblemId = keyof typeof problemTypes

/**
 * The stable `type` of a problem, for programs.
 *
 * @param id of the problem
 */
export function problemType(id: ProblemId): string {
	return `urn:emancipasso:problem:${id}`
}
