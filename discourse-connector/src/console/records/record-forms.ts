/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Html } from '../../platform/html.ts'
import type { StaffVisit } from '../visit.ts'
import type { WholeRecord } from './record-data.ts'

import { GONE_BY_MODERATORS } from '../../community/link-view.ts'
import { html } from '../../platform/html.ts'
import { actionForm, textArea } from '../forms.ts'
import { RETRY } from './records-page.ts'

export const MOST_REASON = 1000

const words = {
	what: { fr: 'Que faire ?', en: 'What to do?' },
	retryAbout: { fr: 'Compare à nouveau le besoin et son sujet, tout de suite.', en: 'Compares the need and its topic again, at once.' },
	erased: { fr: 'Finir l’effacement', en: 'Finish the erasure' },
	erasedAbout: { fr: 'Enlevez du forum ce qui reste : masquez les anciennes versions, ou supprimez le sujet pour de bon. Le connecteur voit de lui-même que les versions sont masquées, au plus tard quand il relit le sujet ; un sujet supprimé pour de bon, il ne peut pas le distinguer d’un sujet caché. Dites-le alors ici.', en: 'Remove what is left on the forum: hide the earlier versions, or delete the topic for good. The connector sees by itself that versions are hidden, at the latest when it reads the topic again; a topic that was deleted for good it cannot tell from one that is hidden from it. Then say so here.' },
	erasedSend: { fr: 'Il n’en reste rien sur le forum', en: 'Nothing of it is left on the forum' },
	reason: { fr: 'Raison de la suppression', en: 'Reason of the deletion' },
	reasonHint: { fr: 'L’association la lira dans son application. Écrivez-la comme vous le diriez en face ; laissez vide pour la retirer.', en: 'The association reads it in its app. Write it as you would say it face to face; leave it empty to take it back.' },
	reasonSend: { fr: 'Dire cette raison', en: 'Say this reason' },
	choose: { fr: 'Choisir le sujet', en: 'Choose the topic' },
	chooseHint: { fr: 'Numéro ou adresse du sujet sur le forum. Un sujet qui n’est pas celui du connecteur est seulement suivi : rien n’y est écrit.', en: 'Number or address of the topic on the forum. A topic that is not the connector’s own is only followed: nothing is written to it.' },
	topic: { fr: 'Sujet du forum', en: 'Topic of the forum' },
	chooseSend: { fr: 'Rattacher à ce sujet', en: 'Attach to this topic' },
	forget: { fr: 'Oublier le sujet', en: 'Forget the topic' },
	forgetAbout: { fr: 'Le connecteur ne sait plus quel est le sujet, et le cherche par sa marque. S’il n’en trouve aucun et que le besoin est publié, il en crée un nouveau.', en: 'The connector no longer knows which topic it is, and looks for it by its mark. When it finds none and the need is published, it makes a new one.' },
	forgetSend: { fr: 'Oublier ce sujet', en: 'Forget this topic' },
}

/** What can be done about a record. */
export function recordForms(visit: StaffVisit, { uuid, link, moderatorReason }: WholeRecord): Html {
	const { say } = visit
	const isGone = GONE_BY_MODERATORS.includes(link.problem?.kind ?? '') || moderatorReason !== null
	return html`<h2>${say(words.what)}</h2>
<p>${say(words.retryAbout)}</p>
${actionForm(visit, `/records/${uuid}/retry`, RETRY, link.conflict === null ? { kind: 'main' } : {})}
${link.erasure === 'by-hand' ? html`<section class="box"><h3>${say(words.erased)}</h3><p>${say(words.erasedAbout)}</p>${actionForm(visit, `/records/${uuid}/erased`, words.erasedSend, { kind: 'danger' })}</section>` : undefined}
${isGone
	? html`<section class="box">${actionForm(visit, `/records/${uuid}/reason`, words.reasonSend, {
		content: textArea('reason', 'reason', say(words.reason), { value: moderatorReason ?? '', hint: say(words.reasonHint), most: MOST_REASON, optional: true }),
	})}</section>`
	: undefined}
<section class="box"><h3>${say(words.choose)}</h3>
${actionForm(visit, `/records/${uuid}/topic`, words.chooseSend, { content: html`<label for="topic">${say(words.topic)}</label><p class="hint" id="topic-hint">${say(words.chooseHint)}</p><input id="topic" name="topic" required maxlength="300" aria-describedby="topic-hint" value="${link.topicId ?? ''}">` })}</section>
${link.topicId === null && link.reviewableId === null
	? undefined
	: html`<section class="box"><h3>${say(words.forget)}</h3><p>${say(words.forgetAbout)}</p>${actionForm(visit, `/records/${uuid}/unlink`, words.forgetSend, { kind: 'danger' })}</section>`}`
}
