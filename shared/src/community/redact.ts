/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { LocalisedText } from '../language/localised-text.ts'
import type { RedactionKind } from './redaction-patterns.ts'

import { redactionHints, redactionKinds, redactionPatterns } from './redaction-patterns.ts'

/** A place in a text that may say more than was meant. */
export interface Redaction {
	/** The key of the text in which it was found. */
	field: string
	/** Offsets in UTF-16 code units; `end` is the first one after it. */
	start: number
	end: number
	kind: RedactionKind
	/** The words that were found, at most 80 characters of them. */
	excerpt: string
	hint: LocalisedText
}

/** What the house knows about itself; all of it may be absent. */
export interface RedactionContext {
	/** The display names of the organisation's members. */
	knownNames?: readonly string[]
	/** The host of the association's own cloud, such as `cloud.example.org`. */
	ownHost?: string
}

type Found = Pick<Redaction, 'start' | 'end' | 'kind'>

// Parts of display names that are no person's name.
const ordinary = new Set(['admin', 'administrateur', 'administration', 'accueil', 'asso', 'association', 'bureau', 'collectif', 'compta', 'comptabilite', 'compte', 'contact', 'equipe', 'info', 'invite', 'president', 'presidente', 'secretariat', 'support', 'test', 'tresorier', 'tresoriere', 'utilisateur', 'user'])

// Parts of family names that also begin a sentence.
const particles = new Set(['das', 'del', 'della', 'den', 'der', 'des', 'dos', 'las', 'les', 'los', 'van', 'von'])

// One unit in, one unit out, so that offsets in the folded text are offsets in the text.
function folded(text: string): string {
	return [...Array(text.length).keys()].map((at) => {
		const unit = text.charAt(at)
		const plain = unit.normalize('NFD').charAt(0).toLowerCase()
		return plain.length === 1 ? plain : unit
	}).join('')
}

function escaped(text: string): string {
	return text.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&')
}

function matches(text: string, pattern: RegExp, kind: RedactionKind): Found[] {
	return [...text.matchAll(pattern)].map((match) => ({ start: match.index, end: match.index + match[0].trimEnd().length, kind }))
}

function namesIn(text: string, names: readonly string[]): Found[] {
	const plain = folded(text)
	// Of hundreds of colleagues a text names few: only their names are worth a pattern.
	const words = new Set(plain.split(/[^\p{L}\p{N}]+/u))
	const sources = new Set<string>()
	for (const name of names) {
		const parts = folded(name.normalize('NFC')).split(/[^\p{L}\p{N}]+/u).filter((part) => part.length > 1 && !ordinary.has(part))
		// “Jeanne Le Goff” is also written “Le Goff Jeanne”.
		const whole = parts.length > 1 && parts.every((part) => words.has(part)) ? parts.map((_, at) => [...parts.slice(at), ...parts.slice(0, at)].join('[ \u00a0.-]+')) : []
		const alone = parts.filter((part) => words.has(part) && part.length > 2 && !particles.has(part) && !/^\d+$/u.test(part))
		for (const source of [...whole, ...alone]) {
			sources.add(source)
		}
	}
	const found = [...sources].flatMap((source) => matches(plain, new RegExp(`(?<![\\p{L}\\p{N}])${source}(?![\\p{L}\\p{N}])`, 'gu'), 'name'))
	// “rose” is a flower; “Rose” may be a member.
	return found.filter(({ start }) => /\p{Lu}/u.test(text.charAt(start)))
}

// The remainder of the number that an IBAN's letters and digits spell, its first four moved to the end, is 1.
function isIban(text: string): boolean {
	const compact = text.replace(/\s/gu, '')
	const digits = `${compact.slice(4)}${compact.slice(0, 4)}`.replace(/[A-Z]/gu, (letter) => String(letter.charCodeAt(0) - 55))
	return [...digits].reduce((remainder, digit) => (remainder * 10 + Number(digit)) % 97, 0) === 1
}

function ownLinks(text: string, host: string): Found[] {
	const source = `(?<![\\p{L}\\p{N}.-])(?:https?://)?${escaped(host)}(?![\\p{L}\\p{N}-]|\\.\\p{L})(?::\\d+)?(?:/[^\\s<>"»]*)?`
	return matches(text, new RegExp(source, 'giu'), 'internal-link')
}

function withoutOverlaps(found: Found[]): Found[] {
	const rank = ({ kind }: Found) => redactionKinds.indexOf(kind)
	const kept: Found[] = []
	for (const one of found.toSorted((a, b) => rank(a) - rank(b) || (b.end - b.start) - (a.end - a.start))) {
		if (!kept.some(({ start, end }) => one.start < end && start < one.end)) {
			kept.push(one)
		}
	}
	return kept.toSorted((a, b) => a.start - b.start)
}

/**
 * What a person should look at before these texts become public: e-mail addresses, phone numbers, amounts,
 * links into the house, bank details, passwords, addresses and names of people. It points out and changes
 * nothing; it cannot find everything. Results are in the order of the fields, then of the text.
 *
 * @param fields the texts by the names of their fields
 * @param context the names and the host that the house knows
 */
export function findRedactions(fields: Record<string, string>, context: RedactionContext = {}): Redaction[] {
	return Object.entries(fields).flatMap(([field, text]) => {
		const found = [
			...redactionPatterns.flatMap(([kind, pattern]) => matches(text, pattern, kind)),
			...namesIn(text, context.knownNames ?? []),
			...(context.ownHost ? ownLinks(text, context.ownHost) : []),
		].filter(({ start, end, kind }) => kind !== 'iban' || isIban(text.slice(start, end)))
		return withoutOverlaps(found).map((one) => ({
			field,
			...one,
			excerpt: text.slice(one.start, Math.min(one.end, one.start + 80)),
			hint: redactionHints[one.kind],
		}))
	})
}
