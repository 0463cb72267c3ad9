/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { LocalisedText } from '../language/localised-text.ts'

/** What a finding may be; where two overlap, the earlier kind here is kept. */
export const redactionKinds = ['secret', 'internal-link', 'email', 'iban', 'phone', 'amount', 'address', 'name'] as const

export type RedactionKind = typeof redactionKinds[number]

/** What to consider, for each kind. */
export const redactionHints: Record<RedactionKind, LocalisedText> = {
	secret: {
		fr: 'Cela ressemble à un mot de passe ou à une clé. Retirez-le, et changez-le s’il a déjà circulé.',
		en: 'This looks like a password or a key. Remove it, and change it if it has already been passed on.',
	},
	'internal-link': {
		fr: 'Cette adresse mène dans votre réseau ou votre cloud\u00a0: elle n’est pas utile aux autres et peut montrer un document.',
		en: 'This address leads into your network or your cloud: it is of no use to others and may show a document.',
	},
	email: {
		fr: 'Une adresse électronique sera publique et recevra des indésirables. Les réponses vous parviennent sans elle.',
		en: 'An e-mail address will be public and will receive spam. Answers reach you without it.',
	},
	iban: {
		fr: 'Cela ressemble à des coordonnées bancaires. Retirez-les.',
		en: 'This looks like bank details. Remove them.',
	},
	phone: {
		fr: 'Un numéro de téléphone sera public. Les réponses vous parviennent sans lui.',
		en: 'A phone number will be public. Answers reach you without it.',
	},
	amount: {
		fr: 'Un montant sera public et oriente les devis. Est-ce voulu\u202f?',
		en: 'An amount will be public and steers quotes. Is that intended?',
	},
	address: {
		fr: 'Une adresse postale peut désigner votre association ou le domicile d’une personne.',
		en: 'A postal address may identify your association or somebody’s home.',
	},
	name: {
		fr: 'Une personne est nommée. Est-elle d’accord\u202f? Une fonction suffit souvent\u00a0: «\u00a0notre trésorière\u00a0».',
		en: 'A person is named. Do they agree? A role is often enough: “our treasurer”.',
	},
}

const numberWord = '(?:un|une|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingts?|trente|quarante|cinquante|soixante|septante|octante|huitante|nonante|cents?|mille|milliers?|millions?|one|two|three|four|five|six|seven|eight|nine|ten|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million)'
const currency = '(?:€|euros?|eur|k€|keur|m€|\\$|dollars?|usd|£|livres sterling|pounds|gbp|chf|francs(?: suisses)?|lei|leu|ron)'
const capitalised = '\\p{Lu}[\\p{L}’\'-]*\\p{L}'
const towardsPerson = '[Vv]oir avec|[Vv]oyez avec|[Ss]ee with|[Cc]ontacte[rz]|[Cc]ontact|[Aa]ppele[rz]|[Jj]oindre|[Jj]oignez|[Pp]révenir|[Pp]révenez|[Dd]emande[rz] à|[Éé]crire à|[Éé]crivez à|s[’\']adresser à|[Aa]dressez-vous à|[Rr]éférente?|[Cc]all|[Aa]sk|[Tt]alk to|[Ww]rite to'
const privateHost = '(?:localhost|127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}|10\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}|192\\.168\\.\\d{1,3}\\.\\d{1,3}|172\\.(?:1[6-9]|2\\d|3[01])\\.\\d{1,3}\\.\\d{1,3}|169\\.254\\.\\d{1,3}\\.\\d{1,3}|[\\w-]+(?:\\.[\\w-]+)*\\.(?:local|lan|internal|intranet|home\\.arpa))'

/** What each kind looks like; several expressions may find one kind. Written for texts in French and English. */
export const redactionPatterns: [RedactionKind, RegExp][] = [
	['secret', /(?<![\p{L}\p{N}])(?:mots? de passe|mdp|password|passwd|passphrase|clé (?:d’api|d'api|api|wifi|secrète)|code wifi|api key|token)[ \u00a0]?(?:est|is|:|=)[ \u00a0]?(?=\S*[\p{N}\p{P}\p{S}])\S{4,}/giu],
	// Paths by which a Nextcloud names a shared link, a file or an app's page.
	['internal-link', /https?:\/\/[^\s<>"»]+?\/(?:index\.php\/)?(?:s\/[\w-]{8,}|f\/\d+|apps\/[a-z_]+|remote\.php|public\.php)(?:[/?#][^\s<>"»]*)?(?![\w-])/giu],
	['internal-link', new RegExp(`(?<![\\p{L}\\p{N}.@-])(?:[a-z]+://)?${privateHost}(?![\\p{L}\\p{N}-]|\\.\\p{N})(?::\\d+)?(?:/[^\\s<>"»]*)?`, 'giu')],
	['internal-link', /(?:(?<![\p{L}\p{N}\\])\\\\[\w.-]+\\[^\s]+|(?:file|smb|davs?):\/\/[^\s<>"»]+)/giu],
	['email', /[\p{L}\p{N}._%+-]{1,64}(?:@|[ ]?(?:\(|\[)(?:at|arobase|chez|@)(?:\)|\])[ ]?| arobase )[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,}/giu],
	['iban', /(?<![\p{L}\p{N}])[A-Z]{2}\d{2}(?:[ \u00a0]?[A-Z0-9]{4}){2,7}(?:[ \u00a0]?[A-Z0-9]{1,3})?(?![\p{L}\p{N}])/gu],
	['phone', /(?<![\p{L}\p{N}])(?<!\d[ .,-])(?:(?:\+|00)33[ .\u00a0-]?(?:\(0\)[ .\u00a0-]?)?|0)[1-9](?:[ .\u00a0-]?\d{2}){4}(?![\p{L}\p{N}]|[ .,-]\d)/gu],
	['phone', /(?<![\p{L}\p{N}+])\+\d{1,3}(?:[ .\u00a0()-]{0,2}\d){7,12}(?!\d)/gu],
	['amount', new RegExp(`(?<![\\p{L}\\p{N}])(?:\\d{1,12}(?:[ .,\u00a0\u202f]\\d{1,3}){0,5}|(?:${numberWord}(?:[ -]|(?= ?€))){1,9}(?:(?:d’|d'|de )(?=eur))?)[ \u00a0\u202f]?(?:k|mille |millions? (?:d’|d'|de )?)?${currency}(?![\\p{L}\\p{N}-])`, 'giu')],
	['amount', /(?:€|£|\$)[ \u00a0]?\d+(?:[ .,\u00a0\u202f]\d+)*(?![\p{L}\p{N}])/gu],
	['address', /(?<![\p{L}\p{N}])\d{1,4}(?:[ ]?(?:bis|ter|quater))?,?[ \u00a0](?:rue|avenue|av\.|boulevard|bd|bld|place|chemin|allée|impasse|quai|route|cours|square|passage|faubourg|sentier|venelle|esplanade|carrer|strada)[ \u00a0](?:de |du |des |d’|d'|la |le |les |l’|l')*\p{L}[^,;.!?\n]{1,40}/giu],
	['address', /(?<![\p{L}\p{N}])\d{1,4}[ \u00a0]\p{Lu}\p{L}+(?:[ ]\p{Lu}\p{L}+)?[ ](?:Street|Road|Avenue|Lane|Square|Drive)(?!\p{L})/gu],
	['name', new RegExp(`(?<![\\p{L}\\p{N}.’'])(?:M\\.|Mr\\.?|Mme|Mmes|Mlle|Mrs\\.?|Ms\\.?|Dr\\.?|Me|Monsieur|Madame|Mademoiselle|Maître)[ \u00a0](?!(?:Le|La|Les|Tout|Maire|Président|Présidente|Directeur|Directrice|Ministre)(?!\\p{L}))${capitalised}(?:[ \u00a0-](?:(?:de|du|des|le|la|van|von|da) |d’|d')?${capitalised}){0,3}`, 'gu')],
	// A first name and a family name behind words that lead to a person: “voir avec Camille Durand”.
	['name', new RegExp(`(?<=(?<![\\p{L}\\p{N}])(?:${towardsPerson})[ \u00a0]?:?[ \u00a0])${capitalised}(?:[ \u00a0-](?:(?:de|du|des|le|la|van|von|da) |d’|d')?${capitalised}){1,3}`, 'gu')],
]
