/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { LocalisedText } from '@emancipasso/shared/language/localised-text'

/** What only the connector's operator can mend. */
export type AccessFault
	/** The key is none of the forum's, or may not be used from here. */
	= | { kind: 'key-refused' }
		| { kind: 'bot-unknown', username: string }
		| { kind: 'bot-suspended', username: string }
		/** Neither moderator nor admin. */
		| { kind: 'bot-not-staff', username: string }
		| { kind: 'scope-missing', scopes: string[] }
		/** Nothing says which of these it is. */
		| { kind: 'access-refused', username: string }
		| { kind: 'category-missing', variable: string, category: number }
		/** The bot sees it and may not write there. */
		| { kind: 'category-closed', variable: string, category: number, username: string }
		/** The forum points to another address. */
		| { kind: 'address-moved', to: string }
		| { kind: 'address-unknown', url: string }
		| { kind: 'certificate', code: string }

export type AccessFaultKind = AccessFault['kind']

/** With these nothing can be asked of the forum: every call would be refused. */
const CLOSING = new Set<AccessFaultKind>(['key-refused', 'bot-unknown', 'bot-suspended', 'access-refused', 'scope-missing'])

/**
 * Whether every call is in vain until the fault is mended.
 *
 * @param fault that was found
 */
export function closesForum(fault: AccessFault): boolean {
	return CLOSING.has(fault.kind)
}

/**
 * What is wrong and what to do, for the operator.
 *
 * @param fault that was found
 */
export function wordsOf(fault: AccessFault): LocalisedText {
	switch (fault.kind) {
		case 'key-refused': return {
			fr: 'Le forum refuse la clé d’API (DISCOURSE_API_KEY)\u00a0: elle a été révoquée, est restée inutilisée trop longtemps, est mal copiée, ou n’est pas permise depuis l’adresse de ce serveur. Créez une clé dans l’administration du forum (Avancé, Clés d’API), mettez-la dans DISCOURSE_API_KEY et redémarrez le connecteur.',
			en: 'The forum refuses the API key (DISCOURSE_API_KEY): it was revoked, was not used for too long, was copied wrongly, or is not allowed from this server’s address. Make a key in the forum’s admin (Advanced, API keys), put it into DISCOURSE_API_KEY and restart the connector.',
		}
		case 'bot-unknown': return {
			fr: `Le forum n’a pas de compte «\u00a0${fault.username}\u00a0» (DISCOURSE_API_USERNAME)\u00a0: il a été renommé ou supprimé, ou le nom est mal écrit. Corrigez DISCOURSE_API_USERNAME et redémarrez le connecteur.`,
			en: `The forum has no account “${fault.username}” (DISCOURSE_API_USERNAME): it was renamed or deleted, or the name is misspelt. Correct DISCOURSE_API_USERNAME and restart the connector.`,
		}
		case 'bot-suspended': return {
			fr: `Le compte «\u00a0${fault.username}\u00a0» (DISCOURSE_API_USERNAME) est suspendu sur le forum. Demandez à l’administration du forum de lever la suspension\u00a0; le connecteur reprendra tout seul.`,
			en: `The account “${fault.username}” (DISCOURSE_API_USERNAME) is suspended on the forum. Ask the forum’s admins to end the suspension; the connector goes on by itself.`,
		}
		case 'bot-not-staff': return {
			fr: `Le compte «\u00a0${fault.username}\u00a0» (DISCOURSE_API_USERNAME) n’est plus modérateur du forum\u00a0: ses sujets peuvent attendre une relecture et ceux des autres lui échappent. Demandez à l’administration du forum de lui rendre la modération.`,
			en: `The account “${fault.username}” (DISCOURSE_API_USERNAME) is no moderator of the forum: its topics may wait for review and it cannot see all it must. Ask the forum’s admins to make it a moderator.`,
		}
		case 'scope-missing': return {
			fr: `Il manque des droits à la clé d’API (DISCOURSE_API_KEY)\u00a0: ${fault.scopes.join(', ')}. Les droits d’une clé ne se changent pas\u00a0: créez-en une nouvelle qui les a, mettez-la dans DISCOURSE_API_KEY et redémarrez le connecteur.`,
			en: `The API key (DISCOURSE_API_KEY) lacks scopes: ${fault.scopes.join(', ')}. The scopes of a key cannot be changed: make a new one that has them, put it into DISCOURSE_API_KEY and restart the connector.`,
		}
		case 'access-refused': return {
			fr: `Le forum refuse le connecteur\u00a0: soit la clé d’API (DISCOURSE_API_KEY) a été révoquée, soit le compte «\u00a0${fault.username}\u00a0» (DISCOURSE_API_USERNAME) a été suspendu ou renommé. Vérifiez les deux dans l’administration du forum.`,
			en: `The forum refuses the connector: either the API key (DISCOURSE_API_KEY) was revoked, or the account “${fault.username}” (DISCOURSE_API_USERNAME) was suspended or renamed. Check both in the forum’s admin.`,
		}
		case 'category-missing': return {
			fr: `Le forum n’a pas de catégorie ${fault.category} que le robot puisse voir (${fault.variable}). Mettez le numéro d’une catégorie qui existe, ou ouvrez-la au robot, et redémarrez le connecteur.`,
			en: `The forum has no category ${fault.category} that the bot can see (${fault.variable}). Put in the number of a category that exists, or open it to the bot, and restart the connector.`,
		}
		case 'category-closed': return {
			fr: `Le compte «\u00a0${fault.username}\u00a0» n’a pas le droit de créer des sujets dans la catégorie ${fault.category} du forum (${fault.variable}). Donnez-lui ce droit dans les réglages de la catégorie (Sécurité)\u00a0; le connecteur reprendra tout seul.`,
			en: `The account “${fault.username}” may not create topics in category ${fault.category} of the forum (${fault.variable}). Give it that right in the category’s settings (Security); the connector goes on by itself.`,
		}
		case 'address-moved': return {
			fr: `Le forum répond désormais à une autre adresse, ${fault.to}. Mettez-la dans DISCOURSE_URL et redémarrez le connecteur\u00a0: par prudence, la clé n’est jamais envoyée à une adresse non configurée.`,
			en: `The forum now answers at another address, ${fault.to}. Put it into DISCOURSE_URL and restart the connector: to be safe, the key is never sent to an address that was not configured.`,
		}
		case 'address-unknown': return {
			fr: `L’adresse ${fault.url} (DISCOURSE_URL) n’existe pas, ou ce serveur ne peut pas la résoudre. Vérifiez-la, ainsi que le DNS de ce serveur.`,
			en: `The address ${fault.url} (DISCOURSE_URL) does not exist, or this server cannot resolve it. Check it, and this server’s DNS.`,
		}
		case 'certificate': return {
			fr: `Le certificat du forum (DISCOURSE_URL) n’est pas valable (${fault.code}). L’administration du forum doit le renouveler\u00a0; le connecteur reprendra tout seul.`,
			en: `The certificate of the forum (DISCOURSE_URL) is not valid (${fault.code}). The forum’s admins must renew it; the connector goes on by itself.`,
		}
	}
}
