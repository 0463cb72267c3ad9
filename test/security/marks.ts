/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

const pattern = /zq[0-9a-z]{3}qz/g

let made = 0

/** Words that stand nowhere else, one for each place where one is typed, so that they are recognised wherever they went. */
export class Marks {
	readonly #places = new Map<string, string>()
	readonly #lead: string

	/** @param lead said before every mark, where a field wants more than a word */
	constructor(lead = '') {
		this.#lead = lead
	}

	/** How long a text for a field is. */
	get length(): number {
		return this.#lead.length + 7
	}

	/** Every place that got a mark. */
	get places(): string[] {
		return [...this.#places.values()]
	}

	/**
	 * A text for a field.
	 *
	 * @param place what the field is called in a message
	 */
	make(place: string): string {
		const mark = `zq${(made++).toString(36).padStart(3, '0')}qz`
		this.#places.set(mark, place)
		return this.#lead + mark
	}

	/**
	 * The places whose marks stand in a text.
	 *
	 * @param text any text, or the bytes of a file as Latin-1
	 */
	placesIn(text: string): string[] {
		const found = new Set(text.match(pattern))
		return [...this.#places].filter(([mark]) => found.has(mark)).map(([, place]) => place)
	}
}
