/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { createApp } from 'vue'
import AdminPage from './settings/AdminPage.vue'

import './styles/fallback.css'
import './styles/reset.css'
import './styles/page.css'
import './styles/parts.css'

createApp(AdminPage).mount('#emancipasso-admin')
