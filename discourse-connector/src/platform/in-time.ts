/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/**
 * What a promise comes to, where it does so soon enough. It goes on by itself when nobody waits for it any more.
 *
 * @param work waited for; its failure is thrown
 * @param milliseconds at the most
 * @param otherwise when it takes longer
 */
export async function inTime<Result, Otherwise>(work: Promise<Result>, milliseconds: number, otherwise: Otherwise): Promise<Result | Otherwise> {
	const { promise: tooLate, resolve } = Promise.withResolvers<Otherwise>()
	const timer = setTimeout(() => resolve(otherwise), milliseconds)
	try {
		return await Promise.race([work, tooLate])
	} finally {
		clearTimeout(timer)
	}
}
