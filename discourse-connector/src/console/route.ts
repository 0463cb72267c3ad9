/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { LocalisedText } from '@emancipasso/shared/language/localised-text'
import type { Html } from '../platform/html.ts'
import type { StaffVisit } from './visit.ts'

/** What a page shows. */
export interface Page {
	/** In the reader's language. */
	title: string
	content: Html
	/** 200 unless told otherwise. */
	status?: number
}

/** What came of an action; the reader is sent to a page that says so. */
export interface Outcome {
	/** Below the console. */
	to: string
	text: LocalisedText
	/** Whether it was not done. */
	trouble?: boolean
	/** What the audit log says it was done to, when something was changed. */
	target?: string
}

/** A page that may be asked for. */
export interface PageRoute {
	method: 'get'
	/** Below the console. */
	path: string
	show: (visit: StaffVisit) => Promise<Page | undefined>
}

/** Something that may be done. */
export interface ActionRoute {
	method: 'post'
	/** Below the console. */
	path: string
	/** What the audit log calls it. */
	action: string
	act: (visit: StaffVisit) => Promise<Outcome>
}

export type ConsoleRoute = PageRoute | ActionRoute
