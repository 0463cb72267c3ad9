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
			// What others call is documented; a parameter gets a line of its own where its name does not say enough.
			'jsdoc/require-jsdoc': ['error', { publicOnly: true, require: { ClassDeclaration: true, FunctionDeclaration: true, MethodDefinition: false } }],
			'jsdoc/require-param': 'off',
			'jsdoc/require-param-description': 'off',
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
