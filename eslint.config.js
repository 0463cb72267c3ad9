/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { recommended } from '@nextcloud/eslint-config'

export default [
	...recommended,
	{
		rules: {
			'max-lines': ['error', { max: 400 }],
		},
	},
	{
		// Programs speak through their output.
		files: ['demo/**', 'scripts/**', 'test/bench/**', 'shared/scripts/**', '**/command*.ts', '**/sandbox-forum/main.ts', 'nextcloud-app/preview/main.ts', 'nextcloud-app/scripts/**'],
		rules: {
			'no-console': 'off',
		},
	},
]
