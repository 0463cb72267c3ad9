/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
/** Something that keeps the program from starting or a command from running, in words for the operator; shown without a stack. */
export class StartError extends Error {
	override name = 'StartError'
}

/** Another process holds the embedded database. */
export class DatabaseInUse extends StartError {
	override name = 'DatabaseInUse'
}
