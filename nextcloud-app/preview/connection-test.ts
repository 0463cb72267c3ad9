/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { ConnectionTest } from '@emancipasso/shared/contract/app-api'
import type { LocalisedText } from '@emancipasso/shared/language/localised-text'
import type { Connector } from './connector.ts'

import { z } from 'zod'
import { Problem } from './problem.ts'

export type Cause = ConnectionTest['cause']

const sentences: Partial<Record<Cause, LocalisedText>> & { error: LocalisedText } = {
	ok: { fr: 'La connexion fonctionne.', en: 'The connection works.' },
	'not-configured': { fr: 'Indiquez l’adresse du connecteur et le jeton que son opérateur vous a donné.', en: 'Enter the address of the connector and the token that its operator gave you.' },
	unreachable: { fr: 'Aucune réponse à cette adresse. Vérifiez-la, et que le connecteur tourne.', en: 'No answer at this address. Check it, and that the connector runs.' },
	'not-a-connector': { fr: 'Quelque chose répond à cette adresse, mais ce n’est pas un connecteur Émancip’Asso. Vérifiez l’adresse.', en: 'Something answers at this address, but it is not an Émancip’Asso connector. Check the address.' },
	'token-refused': { fr: 'Le connecteur ne connaît pas ce jeton. Demandez-en un à son opérateur.', en: 'The connector does not know this token. Ask its operator for one.' },
	'token-revoked': { fr: 'Ce jeton a été retiré. Demandez-en un nouveau à l’opérateur du connecteur.', en: 'This token was withdrawn. Ask the operator of the connector for a new one.' },
	'instance-suspended': { fr: 'Cette instance est suspendue. Écrivez à l’opérateur du connecteur.', en: 'This instance is suspended. Write to the operator of the connector.' },
	'cloned-instance': { fr: 'Ce jeton appartient à un autre serveur. Si celui-ci est une copie, demandez un nouveau jeton.', en: 'This token belongs to another server. If this one is a copy, ask for a new token.' },
	error: { fr: 'Le connecteur a répondu par une erreur. Réessayez, puis prévenez son opérateur.', en: 'The connector answered with an error. Try again, then tell its operator.' },
}

const causes: Record<string, Cause> = {
	'token-missing': 'token-refused',
	'token-unknown': 'token-refused',
	'instance-revoked': 'token-revoked',
	'instance-suspended': 'instance-suspended',
	'cloned-instance': 'cloned-instance',
}

const Changes = z.object({ cursor: z.string(), version: z.string() })

/**
 * Tries the connection with the call that background work makes, and names the cause when it fails.
 *
 * @param connector the way to the connector
 * @param language of the message
 */
export async function testConnection(connector: Connector, language: keyof LocalisedText): Promise<ConnectionTest> {
	const finding = (cause: Cause, version: string | null = null): ConnectionTest => ({ ok: cause === 'ok', cause, message: (sentences[cause] ?? sentences.error)[language], version })
	try {
		const { status, json, problem } = await connector.send('GET', '/changes?limit=1')
		const changes = Changes.safeParse(json)
		if (status === 200 && changes.success) {
			return finding('ok', changes.data.version)
		}
		return finding(problem === null ? 'not-a-connector' : causes[problem] ?? 'error')
	} catch (error) {
		return finding(error instanceof Problem && error.id === 'not-configured' ? 'not-configured' : 'unreachable')
	}
}
