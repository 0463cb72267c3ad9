/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Language } from '@emancipasso/shared/language/localised-text'
import type { Router } from 'express'

import express from 'express'
import { html } from '../../platform/html.ts'

/** Where the forum's readers are told how answers from clouds come about, below the connector's address. */
export const HOW_PATH = '/answers'

const words: Record<Language, { title: string, paragraphs: readonly string[] }> = {
	fr: {
		title: 'Des réponses écrites depuis le cloud d’une association',
		paragraphs: [
			'Certaines associations lisent et écrivent ce forum depuis leur propre Nextcloud, avec l’application Émancip’Asso. Leurs réponses sont postées ici par un compte commun, celui du connecteur, parce qu’elles n’ont pas de compte sur ce forum.',
			'Le nom montré en tête du message est celui que la personne a choisi : le sien, celui de l’association ou un rôle. Il est toujours suivi de « (association, via Émancip’Asso) », pour ne pas être confondu avec celui d’un membre du forum.',
			'Répondez dans le sujet, comme d’habitude : votre message est montré à l’association dans son Nextcloud. Un message privé au compte commun ne lui parviendrait pas.',
			'L’association peut corriger ou retirer sa réponse à tout moment. Ce que la modération change, supprime ou ferme reste tel quel, et l’association en est prévenue.',
		],
	},
	en: {
		title: 'Answers written in an association’s cloud',
		paragraphs: [
			'Some associations read and write this forum in their own Nextcloud, with the Émancip’Asso app. Their answers are posted here by one shared account, the connector’s, because they have no account on this forum.',
			'The name at the head of the post is the one that the person chose: their own, the association’s, or a role. It is always followed by “(association, via Émancip’Asso)”, so that nobody takes it for a member of the forum.',
			'Reply in the topic as usual: the association is shown your post in its Nextcloud. A personal message to the shared account would not reach it.',
			'The association can correct its answer or take it back at any time. What moderators change, delete or close stays so, and the association is told.',
		],
	},
}

/** The page that the link in each such answer leads to, for the connector's root. It uses the style sheet of the API's own page. */
export function howRoutes(): Router {
	return express.Router().get(HOW_PATH, (request, response) => {
		const language = request.acceptsLanguages('fr', 'en') === 'en' ? 'en' : 'fr'
		const { title, paragraphs } = words[language]
		response.vary('Accept-Language').type('html').send(html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · Émancip’Asso</title>
<link rel="stylesheet" href="api/v1/docs.css">
</head>
<body>
<main>
<h1>${title}</h1>
${paragraphs.map((paragraph) => html`<p>${paragraph}</p>`)}
</main>
</body>
</html>
`.text)
	})
}
