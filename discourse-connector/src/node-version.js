/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import process from 'node:process'

// Plain JavaScript, loaded with --import: a Node that is too old cannot read main.ts far enough to say so itself.
const [major, minor] = process.versions.node.split('.').map(Number)

if (major < 22 || (major === 22 && minor < 18)) {
	process.stderr.write(`Node ${process.versions.node} is too old: this program needs 22.18 or newer. After “npm install” in the repository, its npm commands use the right one.\n`)
	process.exit(1)
}
