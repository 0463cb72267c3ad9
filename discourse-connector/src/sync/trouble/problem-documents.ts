/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { LocalisedText } from '@emancipasso/shared/language/localised-text'
import type { AccessFault, AccessFaultKind } from '../../forum/access-faults.ts'
import type { AnswerProblem } from '../answers/answer-problems.ts'
import type { LinkProblem } from './problems.ts'

import { wordsOf } from '../../forum/access-faults.ts'
import { ForumFailure } from '../../forum/outcome.ts'
import { answerConflict, gonePost, problemOfAnswer, topicClosed, topicGone, waitingAnswer } from '../answers/answer-problems.ts'
import { failingProblem, forbiddenProblem, operatorProblem, unreadableProblem } from './operator-problems.ts'
import { conflictProblem, erasureProblem, goneProblem, mergedProblem, problemOf, takenProblem, waitingProblem } from './problems.ts'

/** A message with what the forum's admins can do about it. */
interface Explained {
	text: LocalisedText
	/** In plain words. */
	advice: string
}

const SAID = '…'
const failure = (kind: 'away' | 'refused' | 'forbidden') => new ForumFailure('PUT /posts/1.json', { kind, effect: 'did-not-happen', status: null, sentences: kind === 'refused' ? [SAID] : [] })

/** One of each fault; that none is missing is checked by its type. */
const faults: Readonly<Record<AccessFaultKind, AccessFault>> = {
	'key-refused': { kind: 'key-refused' },
	'scope-missing': { kind: 'scope-missing', scopes: ['posts:edit'] },
	'bot-unknown': { kind: 'bot-unknown', username: 'emancipasso' },
	'bot-suspended': { kind: 'bot-suspended', username: 'emancipasso' },
	'bot-not-staff': { kind: 'bot-not-staff', username: 'emancipasso' },
	'access-refused': { kind: 'access-refused', username: 'emancipasso' },
	'category-missing': { kind: 'category-missing', variable: 'DISCOURSE_CATEGORY_TOOL_ADVICE', category: 6 },
	'category-closed': { kind: 'category-closed', variable: 'DISCOURSE_CATEGORY_TOOL_ADVICE', category: 6, username: 'emancipasso' },
	'address-moved': { kind: 'address-moved', to: 'https://new.example.org' },
	'address-unknown': { kind: 'address-unknown', url: 'https://forum.example.org' },
	certificate: { kind: 'certificate', code: 'CERT_HAS_EXPIRED' },
}

const GONE = 'A topic that comes back is linked again by itself. With a backup restored, ask the operator to look at the record in the console: *Attach to this topic*, or *Forget this topic*, which makes a new one when the forum has none.'
const OPERATOR = 'Tell the operator, who reads the same in the connector’s log. What it says is listed below.'

/** Of the topic of a need, by kind; that none is missing is checked by its type. */
const topicMessages: Readonly<Record<LinkProblem['kind'], Explained>> = {
	waiting: { text: waitingProblem.text, advice: 'Approve or reject it under *Review*. A bot that is a moderator waits in no queue. After three days the need is listed in the console, since the forum tells nobody of a rejection: *Forget this topic* there sends it again.' },
	'forum-away': { text: problemOf(failure('away')).text, advice: 'Nothing, unless your forum is down. It is tried again after 5 seconds, then ever more rarely, at most 5 minutes apart, or as late as the forum asks.' },
	refused: { text: problemOf(failure('refused')).text, advice: 'The forum gives its reason between the quotation marks, for example a watched word or a title that is too long. The author corrects the text; when you change the setting instead, it is tried again within an hour.' },
	taken: { text: takenProblem(failure('refused')).text, advice: 'Look for the topic among the deleted ones and recover it: the link returns within an hour. Or give its number in the console, *Attach to this topic*. If there is none, the author corrects the text as for a refusal.' },
	conflict: { text: conflictProblem(['body']).text, advice: 'Nothing: the author decides. You can do it for them in the console: *keep the forum’s version* or *send the association’s*.' },
	deleted: { text: goneProblem('deleted').text, advice: 'If you like, write the reason in the console: the association reads it. Recover the topic and the link returns; the connector never recovers or repeats it.' },
	personal: { text: goneProblem('personal').text, advice: 'Make it a public topic again, and it is followed again.' },
	merged: { text: mergedProblem('https://forum.example.org/t/12').text, advice: 'In the console, *Attach to this topic* with the number of the other one: its replies are then shown, and nothing is written there.' },
	lost: { text: goneProblem('lost').text, advice: `See that the bot may read the category, and whether the topic was deleted for good. ${GONE}` },
	foreign: { text: goneProblem('foreign').text, advice: `The number belongs to another topic now, as after a restored backup. ${GONE}` },
	erasure: { text: erasureProblem('https://forum.example.org/t/12').text, advice: 'A moderator removes what is left: an admin deletes the topic for good, or hides its earlier versions (the pencil above the post). The connector lists these records in its console. It sees by itself that the versions are hidden, at the latest when the audit reads the topic again; of a topic that was deleted for good, say so there.' },
	'forum-refused-us': { text: forbiddenProblem(failure('forbidden')).text, advice: `Give the bot its rights in that category, or on that topic, back. ${OPERATOR}` },
	'forum-category': { text: operatorProblem(faults['category-closed']).text, advice: `Open the category to the bot: *create, reply, see*. ${OPERATOR}` },
	'forum-moved': { text: operatorProblem(faults['address-moved']).text, advice: `See *Moving the forum*. ${OPERATOR}` },
	'forum-fails': { text: failingProblem.text, advice: 'Look for the error in */logs* at the times that the connector’s log names. Once its cause is mended, *Try again now* in the console sends it at once.' },
	'forum-unreadable': { text: unreadableProblem.text, advice: 'Often a page of a proxy or of an upgrade in the place of the forum. If it stays, tell the operator.' },
}

const refusedAnswer = (kind: 'away' | 'refused' | 'forbidden') => problemOfAnswer(failure(kind))?.text ?? { fr: '', en: '' }

/** Of an answer from Nextcloud, by kind. */
const answerMessages: Readonly<Record<AnswerProblem['kind'], Explained>> = {
	waiting: { text: waitingAnswer.text, advice: 'Approve or reject it under *Review*.' },
	'forum-away': { text: refusedAnswer('away'), advice: 'Nothing.' },
	refused: { text: refusedAnswer('refused'), advice: 'As for a topic.' },
	conflict: { text: answerConflict.text, advice: 'Nothing: your words stay unless the author changes the answer once more.' },
	'topic-closed': { text: topicClosed.text, advice: 'Nothing, or open the topic again. The bot could write in a closed topic, and does not.' },
	'topic-gone': { text: topicGone.text, advice: 'Nothing.' },
	deleted: { text: gonePost('deleted').text, advice: 'Nothing. Recover the post and it is shown again.' },
	hidden: { text: gonePost('hidden').text, advice: 'Decide under *Review*.' },
	lost: { text: gonePost('lost').text, advice: 'As for a topic.' },
	foreign: { text: gonePost('foreign').text, advice: 'As for a topic. Nothing is written to somebody else’s post.' },
	'forum-refused-us': { text: refusedAnswer('forbidden'), advice: 'As for a topic.' },
}

/** The tables of docs/forum-admin.md, from the very texts that people are shown. */
export function messageTables(): string {
	const parts = {
		'About a topic': table(topicMessages),
		'About an answer from Nextcloud': table(answerMessages),
		'What the operator must know': faultTable(),
	}
	return Object.entries(parts).map(([heading, rows]) => `\n### ${heading}\n\n${rows}\n`).join('') + '\n'
}

function table(messages: Readonly<Record<string, Explained>>): string {
	const rows = Object.entries(messages).map(([kind, { text, advice }]) => `| \`${kind}\` | *${cell(text.fr)}*<br>${cell(text.en)} | ${cell(advice)} |`)
	return ['| Kind | What the author reads | What you can do |', '|---|---|---|', ...rows].join('\n')
}

function faultTable(): string {
	const rows = Object.values(faults).map(wordsOf).map(({ fr, en }) => `| *${cell(fr)}* | ${cell(en)} |`)
	return ['| In French | In English |', '|---|---|', ...rows].join('\n')
}

function cell(text: string): string {
	return text.replaceAll('|', '\\|')
}
