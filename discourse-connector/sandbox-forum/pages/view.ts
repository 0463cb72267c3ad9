/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Request } from 'express'
import type { Forum } from '../forum.ts'
import type { Language, Say } from './texts.ts'

import { languageOf, textsIn } from './texts.ts'

/** Who looks at a page, and how. */
export interface View {
	forum: Forum
	language: Language
	say: Say
	path: string
	person: { name: string, role: 'member' | 'moderator' }
}

const COOKIE = 'sandbox_person'

/**
 * @return the reader, from the cookie; somebody new moderates, so that every button is there to try
 */
export function viewOf(forum: Forum, request: Request): View {
	const language = languageOf(request.get('Accept-Language'))
	const cookie = new RegExp(`(?:^|; )${COOKIE}=([^;]*)`).exec(request.get('Cookie') ?? '')?.[1]
	const [name, role] = decoded(cookie).split('|')
	return {
		forum,
		language,
		say: textsIn(language),
		path: request.path,
		person: { name: name === undefined || name === '' ? 'Marie' : name, role: role === 'member' ? 'member' : 'moderator' },
	}
}

/**
 * @return the Set-Cookie value that remembers a person
 */
export function personCookie(name: string, role: string): string {
	const value = encodeURIComponent(`${name.replaceAll('|', ' ').slice(0, 60)}|${role}`)
	return `${COOKIE}=${value}; Path=/; HttpOnly; SameSite=Strict; Max-Age=31536000`
}

function decoded(text = ''): string {
	try {
		return decodeURIComponent(text)
	} catch {
		return ''
	}
}
