/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'

// Loaded with --import by the npm commands of an operator. Node's own --env-file-if-exists complains each time there is
// no file, and the demonstration and the tests, which say all they mean, must not read what an operator wrote here.
const file = join(import.meta.dirname, '../.env')

if (existsSync(file)) {
	process.loadEnvFile(file)
}
