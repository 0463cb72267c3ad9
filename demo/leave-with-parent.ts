/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

// Loaded before a program that a demonstration starts: it ends with its parent, however that ends.
process.once('disconnect', () => {
	setTimeout(() => process.exit(1), 2500).unref()
	process.kill(process.pid, 'SIGTERM')
})
// Waiting for the parent's end is no reason to go on running.
process.channel?.unref()
