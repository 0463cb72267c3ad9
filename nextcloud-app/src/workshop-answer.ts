/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { createApp } from 'vue'
import AnswerPage from './workshop/answer/AnswerPage.vue'
import { t } from './l10n.ts'

import './styles/fallback.css'
import './styles/reset.css'
import './styles/page.css'
import './styles/parts.css'

document.title = t('Émancip’Asso')
const token = location.pathname.split('/').at(-1) ?? ''
createApp(AnswerPage, { token: decodeURIComponent(token) }).mount('#emancipasso-workshop')
