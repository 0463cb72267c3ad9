/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { actionStatuses } from '@emancipasso/shared/plan/action-status'
import { isSettled } from '@emancipasso/shared/plan/progress'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const source = fileURLToPath(new URL('../../nextcloud-app/lib/Plan/ActionStatus.php', import.meta.url))

test('the server reminds of the very actions that the plan counts as open', () => {
	const list = /SETTLED = \[([^\]]+)\]/.exec(readFileSync(source, 'utf8'))?.[1] ?? ''
	const settled = [...list.matchAll(/'([^']+)'/g)].map(([, id]) => id)
	expect(settled.sort()).toEqual(actionStatuses.map(({ id }) => id).filter(isSettled).sort())
})
