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
 * @param props the text, as the connector gave it
 */
export const ForumText: FunctionalComponent<{ html: string }> = (props) => h('div', { innerHTML: safeHtml(props.html) })
ForumText.props = ['html']

/**
 * Text that was cleaned here already, with marks of our own in it.
 *
 * @param props the text, clean
 */
export const CleanHtml: FunctionalComponent<{ html: string }> = (props) => h('div', { innerHTML: props.html })
CleanHtml.props = ['html']
