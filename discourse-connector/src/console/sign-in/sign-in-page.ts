/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { LocalisedText } from '@emancipasso/shared/language/localised-text'
import type { Page } from '../route.ts'
import type { Visit } from '../visit.ts'
import type { Ways } from './ways.ts'

import { html } from '../../platform/html.ts'
import { backTo } from './back.ts'

/** Why somebody is not in; by what the address says. */
export const refusals = {
	ended: { fr: 'Votre session est terminée. Connectez-vous, puis refaites ce que vous vouliez faire : rien n’a été changé.', en: 'Your session has ended. Sign in, then do again what you wanted to do: nothing was changed.' },
	signature: { fr: 'La réponse du forum n’est pas signée avec le bon secret. Vérifiez que DISCOURSE_CONNECT_SECRET est le même que dans le réglage « discourse connect provider secrets » du forum, puis recommencez.', en: 'The forum’s answer is not signed with the right secret. Check that DISCOURSE_CONNECT_SECRET is the same as in the forum’s setting “discourse connect provider secrets”, then begin again.' },
	nonce: { fr: 'Cette connexion a expiré, a déjà servi ou a été commencée dans un autre navigateur. Recommencez.', en: 'This sign-in has expired, was used already or was begun in another browser. Begin again.' },
	failed: { fr: 'Le forum ne vous a pas reconnu. Connectez-vous au forum, puis recommencez.', en: 'The forum did not recognise you. Sign in to the forum, then begin again.' },
	staff: { fr: 'La console est réservée aux personnes qui administrent ou modèrent le forum, et votre compte n’en fait pas partie. Demandez à l’administration du forum.', en: 'The console is for the forum’s admins and moderators, and your account is not one of them. Ask the forum’s admins.' },
	token: { fr: 'Ce n’est pas le jeton de l’opérateur. Vérifiez ADMIN_TOKEN, sans espace ni retour à la ligne.', en: 'This is not the operator’s token. Check ADMIN_TOKEN, without spaces or line breaks.' },
	often: { fr: 'Trop d’essais depuis votre adresse. Attendez une minute, puis recommencez.', en: 'Too many tries from your address. Wait a minute, then begin again.' },
	origin: { fr: 'Ce formulaire n’a pas été envoyé depuis la console. Recommencez depuis cette page.', en: 'This form was not sent from the console. Begin again from this page.' },
	closed: { fr: 'On ne se connecte plus ainsi à cette console.', en: 'This is no longer a way into this console.' },
} satisfies Record<string, LocalisedText>

const words = {
	title: { fr: 'Se connecter à la console', en: 'Sign in to the console' },
	about: { fr: 'La console montre et répare la synchronisation entre les besoins des associations et le forum.', en: 'The console shows and mends the synchronisation between the associations’ needs and the forum.' },
	forum: { fr: 'Se connecter avec le forum', en: 'Sign in with the forum' },
	forumAbout: { fr: 'Pour les personnes qui administrent ou modèrent', en: 'For those who administer or moderate' },
	tokenLabel: { fr: 'Jeton de l’opérateur', en: 'Operator’s token' },
	tokenAbout: { fr: 'La valeur d’ADMIN_TOKEN, ou le jeton écrit dans admin.json du dossier de données. Il ne sert plus une fois qu’une personne s’est connectée avec le forum.', en: 'The value of ADMIN_TOKEN, or the token written in admin.json of the data folder. It is of no use any more once somebody signed in with the forum.' },
	tokenOnly: { fr: 'La valeur d’ADMIN_TOKEN, ou le jeton écrit dans admin.json du dossier de données. Avec DISCOURSE_CONNECT_SECRET, on se connecte avec son compte du forum.', en: 'The value of ADMIN_TOKEN, or the token written in admin.json of the data folder. With DISCOURSE_CONNECT_SECRET people sign in with their account on the forum.' },
	tokenSend: { fr: 'Se connecter avec le jeton', en: 'Sign in with the token' },
	none: { fr: 'Personne ne peut se connecter : donnez ADMIN_TOKEN ou DISCOURSE_CONNECT_SECRET au connecteur et redémarrez-le.', en: 'Nobody can sign in: give the connector ADMIN_TOKEN or DISCOURSE_CONNECT_SECRET and start it again.' },
	lost: { fr: 'Le forum ne répond plus ? Redémarrez le connecteur sans DISCOURSE_CONNECT_SECRET : le jeton sert à nouveau.', en: 'The forum does not answer any more? Start the connector without DISCOURSE_CONNECT_SECRET: the token counts again.' },
}

/**
 * Where people sign in.
 *
 * @param visit of anyone
 * @param ways how people can sign in now
 */
export function signInPage(visit: Visit, ways: Ways): Page {
	const { forum, adminToken } = ways
	const { say, base, query } = visit
	const back = backTo(query.back)
	const why = Object.entries(refusals).find(([name]) => name === query.why)?.[1]
	return {
		title: say(words.title),
		content: html`
${why === undefined ? undefined : html`<p class="notice trouble" role="alert">${say(why)}</p>`}
<p>${say(words.about)}</p>
${forum === undefined
	? undefined
	: html`<section class="box"><p><a class="button main" href="${base}/sign-in/forum${back === '' ? '' : `?back=${encodeURIComponent(back)}`}">${say(words.forum)}</a></p>
<p>${say(words.forumAbout)} ${forum.url.replace(/^https?:\/\//, '')}.</p>
${adminToken === undefined ? html`<p class="hint">${say(words.lost)}</p>` : undefined}</section>`}
${adminToken === undefined
	? undefined
	: html`<form class="box" method="post" action="${base}/sign-in/token">
<input type="hidden" name="back" value="${back}">
<label for="token">${say(words.tokenLabel)}</label>
<p class="hint" id="token-about">${say(forum === undefined ? words.tokenOnly : words.tokenAbout)}</p>
<input id="token" name="token" type="password" required autocomplete="off" aria-describedby="token-about">
<button class="${forum === undefined ? 'main' : ''}">${say(words.tokenSend)}</button>
</form>`}
${forum === undefined && adminToken === undefined ? html`<p class="notice trouble">${say(words.none)}</p>` : undefined}`,
	}
}
