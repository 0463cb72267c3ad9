/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

// crypto.subtle exists on HTTPS only, and small associations have a Nextcloud on plain HTTP at home.

const primes = [...Array(312).keys()].slice(2).filter((number) => {
	for (let divisor = 2; divisor * divisor <= number; divisor++) {
		if (number % divisor === 0) {
			return false
		}
	}
	return true
})
const fraction = (root: number) => Math.floor((root - Math.floor(root)) * 2 ** 32)
const roundConstants = primes.slice(0, 64).map((prime) => fraction(Math.cbrt(prime)))
const start = primes.slice(0, 8).map((prime) => fraction(Math.sqrt(prime)))

const rotate = (word: number, by: number) => (word >>> by) | (word << (32 - by))

/**
 * SHA-256 over the UTF-8 bytes of a text, as 64 hexadecimal digits.
 *
 * @param text any text
 */
export function sha256(text: string): string {
	const bytes = new TextEncoder().encode(text)
	const padded = new DataView(new ArrayBuffer((bytes.length + 72) & ~63))
	bytes.forEach((byte, at) => padded.setUint8(at, byte))
	padded.setUint8(bytes.length, 0x80)
	padded.setUint32(padded.byteLength - 8, Math.floor(bytes.length / 2 ** 29))
	padded.setUint32(padded.byteLength - 4, bytes.length * 8)
	const state = Uint32Array.from(start)
	for (let block = 0; block < padded.byteLength; block += 64) {
		compress(state, padded, block)
	}
	return Array.from(state, (word) => word.toString(16).padStart(8, '0')).join('')
}

function compress(state: Uint32Array, data: DataView, block: number): void {
	const words = new Uint32Array(64)
	for (let at = 0; at < 64; at++) {
		if (at < 16) {
			words[at] = data.getUint32(block + at * 4)
			continue
		}
		const [early, late] = [words[at - 15]!, words[at - 2]!]
		words[at] = words[at - 16]! + words[at - 7]!
			+ (rotate(early, 7) ^ rotate(early, 18) ^ (early >>> 3))
			+ (rotate(late, 17) ^ rotate(late, 19) ^ (late >>> 10))
	}
	let [a, b, c, d, e, f, g, h] = [...state] as [number, number, number, number, number, number, number, number]
	for (let at = 0; at < 64; at++) {
		const first = h + (rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)) + ((e & f) ^ (~e & g)) + roundConstants[at]! + words[at]!
		const second = (rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
		[h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + second) | 0]
	}
	for (const [at, word] of [a, b, c, d, e, f, g, h].entries()) {
		state[at] = state[at]! + word
	}
}
