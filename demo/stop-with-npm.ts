/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

const EVERY_MILLISECONDS = 300

/**
 * Notices that npm has gone. It starts a shell, the shell starts us, and a signal that ends npm ends only those two: what
 * was started would go on for nobody. Who starts the demonstration without npm may leave it alone.
 *
 * @param then is called once, when the parent of this process is another one than at the beginning
 */
export function whenNpmGoes(then: () => void): void {
	const parent = process.ppid
	if (process.env.npm_lifecycle_event === undefined) {
		return
	}
	const timer = setInterval(() => {
		if (process.ppid !== parent) {
			clearInterval(timer)
			then()
		}
	}, EVERY_MILLISECONDS)
	timer.unref()
}
