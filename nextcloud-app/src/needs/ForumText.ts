/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { FunctionalComponent } from 'vue'

import { h } from 'vue'
import { safeHtml } from './safe-html.ts'

/**
 * Text of the forum, cleaned by the connector and once more here.
 *
 * @param root0
 * @param root0.html
 */
export const ForumText: FunctionalComponent<{ html: string }> = ({ html }) => h('div', { innerHTML: safeHtml(html) })
ForumText.props = ['html']
