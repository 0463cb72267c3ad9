/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { recommended } from '@nextcloud/eslint-config'

// What others call is documented; a parameter gets a line of its own where its name does not say enough.
const documentation = {
	'jsdoc/require-jsdoc': ['error', { publicOnly: true, require: { ClassDeclaration: true, FunctionDeclaration: true, MethodDefinition: false } }],
	'jsdoc/require-param': 'off',
	'jsdoc/require-param-description': 'off',
}

export default [
	// Nextcloud's configuration sets these rules where it loads their plugin, so that is where they change.
	...recommended.map((config) => config.rules && 'jsdoc/require-jsdoc' in config.rules
		? { ...config, rules: { ...config.rules, ...documentation } }
		: config),
	{
		rules: {
			'max-lines': ['error', { max: 400 }],
		},
	},
	{
		// Programs speak through their output.
		files: ['demo/**', 'scripts/**', 'test/bench/**', 'test/browser/screenshots.ts', 'shared/scripts/**', '**/command*.ts', '**/sandbox-forum/main.ts', 'nextcloud-app/preview/main.ts', 'nextcloud-app/scripts/**'],
		rules: {
			'no-console': 'off',
		},
	},
]
