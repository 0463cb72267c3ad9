/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { ConsoleRoute } from './route.ts'

import { checkNow } from './forum/check-action.ts'
import { forumPage } from './forum/forum-page.ts'
import { resumeInstance, resumeOrganisation, suspendInstance, suspendOrganisation } from './instances/instance-actions.ts'
import { instancePage } from './instances/instance-page.ts'
import { instancesPage } from './instances/instances-page.ts'
import { logPage } from './log/log-page.ts'
import { saveMapping } from './mapping/mapping-action.ts'
import { mappingPage } from './mapping/mapping-page.ts'
import { confirmVanished, pause, resume } from './overview/overview-actions.ts'
import { overviewPage } from './overview/overview-page.ts'
import { refusePublication, releasePublication } from './publications/publication-actions.ts'
import { publicationPage } from './publications/publication-page.ts'
import { publicationsPage } from './publications/publications-page.ts'
import { acceptTheirs, chooseRecordTopic, confirmErasure, explain, forgetRecordTopic, retry, sendOurs } from './records/record-actions.ts'
import { recordPage } from './records/record-page.ts'
import { recordsPage } from './records/records-page.ts'
import { signOut } from './sign-out.ts'

/** Every page and action for who is signed in: what is not here does not exist. */
export const consoleRoutes: readonly ConsoleRoute[] = [
	{ method: 'get', path: '/', show: overviewPage },
	{ method: 'post', path: '/pause', action: 'pause', act: pause },
	{ method: 'post', path: '/resume', action: 'resume', act: resume },
	{ method: 'post', path: '/vanished', action: 'confirm-vanished', act: confirmVanished },
	{ method: 'get', path: '/records', show: recordsPage },
	{ method: 'get', path: '/records/:uuid', show: recordPage },
	{ method: 'post', path: '/records/:uuid/retry', action: 'record-retry', act: retry },
	{ method: 'post', path: '/records/:uuid/topic', action: 'record-topic', act: chooseRecordTopic },
	{ method: 'post', path: '/records/:uuid/unlink', action: 'record-unlink', act: forgetRecordTopic },
	{ method: 'post', path: '/records/:uuid/accept-theirs', action: 'record-accept-theirs', act: acceptTheirs },
	{ method: 'post', path: '/records/:uuid/send-ours', action: 'record-send-ours', act: sendOurs },
	{ method: 'post', path: '/records/:uuid/erased', action: 'record-erased', act: confirmErasure },
	{ method: 'post', path: '/records/:uuid/reason', action: 'record-reason', act: explain },
	{ method: 'get', path: '/publications', show: publicationsPage },
	{ method: 'get', path: '/publications/:uuid', show: publicationPage },
	{ method: 'post', path: '/publications/:uuid/release', action: 'publication-release', act: releasePublication },
	{ method: 'post', path: '/publications/:uuid/refuse', action: 'publication-refuse', act: refusePublication },
	{ method: 'get', path: '/instances', show: instancesPage },
	{ method: 'get', path: '/instances/:id', show: instancePage },
	{ method: 'post', path: '/instances/:id/suspend', action: 'instance-suspend', act: suspendInstance },
	{ method: 'post', path: '/instances/:id/resume', action: 'instance-resume', act: resumeInstance },
	{ method: 'post', path: '/instances/:id/organisation/suspend', action: 'organisation-suspend', act: suspendOrganisation },
	{ method: 'post', path: '/instances/:id/organisation/resume', action: 'organisation-resume', act: resumeOrganisation },
	{ method: 'get', path: '/mapping', show: mappingPage },
	{ method: 'post', path: '/mapping', action: 'mapping', act: saveMapping },
	{ method: 'get', path: '/forum', show: forumPage },
	{ method: 'post', path: '/forum/check', action: 'forum-check', act: checkNow },
	{ method: 'get', path: '/log', show: logPage },
	{ method: 'post', path: '/sign-out', action: 'sign-out', act: signOut },
]
