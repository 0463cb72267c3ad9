/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

const block = 512

/** A file of an archive. */
export interface TarFile {
	/** With `/` between its parts. */
	path: string
	content: Uint8Array
}

/**
 * An archive (ustar) that depends on nothing but its files: the same order, owner, rights and time on every machine.
 *
 * @param files to put into it
 * @param time of every file, in seconds
 * @throws {Error} for a path of more than 100 bytes, which this form cannot say
 */
export function tar(files: readonly TarFile[], time: number): Buffer {
	const sorted = [...files].sort((a, b) => a.path < b.path ? -1 : 1)
	const parts = sorted.flatMap(({ path, content }) => [header(path, content.length, time), content, Buffer.alloc((block - content.length % block) % block)])
	return Buffer.concat([...parts, Buffer.alloc(2 * block)])
}

/**
 * The block before a file's content.
 *
 * @param path of the file
 * @param size of its content, in bytes
 * @param time in seconds
 */
function header(path: string, size: number, time: number): Buffer {
	if (Buffer.byteLength(path) > 100) {
		throw new Error(`The path is too long for the archive: ${path}`)
	}
	const octal = (value: number, length: number) => `${value.toString(8).padStart(length - 1, '0')}\0`
	const bytes = Buffer.alloc(block)
	bytes.write(path, 0)
	bytes.write(octal(0o644, 8), 100)
	bytes.write(octal(0, 8), 108)
	bytes.write(octal(0, 8), 116)
	bytes.write(octal(size, 12), 124)
	bytes.write(octal(time, 12), 136)
	bytes.write(' '.repeat(8), 148)
	bytes.write('0', 156)
	bytes.write('ustar\x0000', 257)
	bytes.write('root', 265)
	bytes.write('root', 297)
	const sum = bytes.reduce((total, byte) => total + byte, 0)
	bytes.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148)
	return bytes
}
