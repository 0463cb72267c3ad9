/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { RunFile } from './folder.ts'

import { both } from './options.ts'

/**
 * What is said before anything answers: the first start may take longer than people wait in silence.
 *
 * @param again whether something ran in the folder before
 */
export function starting(again: boolean): string {
	return again
		? both('Démarrage du connecteur, du forum d’exemple et de l’application…', 'Starting the connector, the example forum and the app…')
		: both('Premier démarrage : création de la base de données et des exemples, de 10 à 30 secondes…', 'First start: making the database and the examples, 10 to 30 seconds…')
}

/** What to try, in lines of the screen: with the examples, and without them. */
const tries = {
	examples: {
		fr: `À essayer : cherchez « mediaton nante », ouvrez la fiche, créez une organisation, faites le diagnostic
     court, publiez le besoin proposé, répondez-y sur le forum, puis lisez la réponse dans l’application.
     Deux besoins d’autres associations, inventées elles aussi, attendent votre soutien.`,
		en: `To try: search “mediaton nante”, open the card, create an organisation, make the short diagnosis,
     publish the need that it proposes, answer it on the forum, then read the answer in the app.
     Two needs of other associations, invented as well, wait for your support.`,
	},
	empty: {
		fr: `À essayer : créez une organisation, faites le diagnostic court, publiez un besoin, répondez-y sur le
     forum, puis lisez la réponse dans l’application.`,
		en: `To try: create an organisation, make the short diagnosis, publish a need, answer it on the forum, then
     read the answer in the app.`,
	},
}

/**
 * The one screen that says what runs and what to try.
 *
 * @param run addresses and tokens
 * @param providers how many are in the directory
 * @param runFile where scripts find the same
 */
export function welcome(run: RunFile, providers: number, runFile: string): string {
	const { fr, en } = providers === 0 ? tries.empty : tries.examples
	return `
 Émancip’Asso

 FR  Tout tourne sur cet ordinateur. ${providers === 0 ? 'L’annuaire est vide.' : `L’annuaire contient ${providers} prestataires, tous inventés.`}
       L’application     ${run.preview}/?lang=fr
       Le forum          ${run.forum}/
       La console        ${run.console}
       Le connecteur     ${run.connector}/api/v1/openapi.json
     ${fr}
     Vous êtes Alix. En haut de l’application, devenez Camille (elle gère), Dominique (membre) ou Sasha (ailleurs).
     Un vrai forum : DISCOURSE_URL et DISCOURSE_API_KEY du connecteur (docs/configuration.md).
     Un vrai Nextcloud : « npm run package -w nextcloud-app », puis dans ses paramètres d’administration
     l’adresse du connecteur et un jeton de « npm run connector -- instance add NOM ».
     Adresses et jetons : ${runFile}. Arrêter : Ctrl-C.

 EN  Everything runs on this computer. ${providers === 0 ? 'The directory is empty.' : `The directory holds ${providers} providers, all invented.`}
       The app           ${run.preview}/?lang=en
       The forum         ${run.forum}/
       The console       ${run.console}
       The connector     ${run.connector}/api/v1/openapi.json
     ${en}
     You are Alix. At the top of the app, become Camille (who manages), Dominique (a member) or Sasha (elsewhere).
     A real forum: DISCOURSE_URL and DISCOURSE_API_KEY of the connector (docs/configuration.md).
     A real Nextcloud: “npm run package -w nextcloud-app”, then in its administration settings the address
     of the connector and a token of “npm run connector -- instance add NAME”.
     Addresses and tokens: ${runFile}. Stop: Ctrl-C.
`
}
