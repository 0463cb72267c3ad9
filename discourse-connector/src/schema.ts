/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Migrations } from './platform/migrations.ts'

import { answerMigrations } from './community/answers/migrations.ts'
import { communityMigrations } from './community/migrations.ts'
import { consoleMigrations } from './console/migrations.ts'
import { directoryMigrations } from './directory/migrations.ts'
import { forumMigrations } from './forum/migrations.ts'
import { instanceMigrations } from './instances/migrations.ts'
import { platformMigrations } from './platform/migrations.ts'
import { syncMigrations } from './sync/migrations.ts'

/** Every change of the tables, of every room. */
export const migrations: Migrations = {
	...platformMigrations,
	...instanceMigrations,
	...directoryMigrations,
	...communityMigrations,
	...answerMigrations,
	...forumMigrations,
	...syncMigrations,
	...consoleMigrations,
}
