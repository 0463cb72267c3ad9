/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { createAppConfig } from '@nextcloud/vite-config'
import { fileURLToPath } from 'node:url'

const source = (path: string) => fileURLToPath(new URL(path, import.meta.url))

export default createAppConfig({
	main: source('src/main.ts'),
	admin: source('src/admin.ts'),
	'workshop-answer': source('src/workshop-answer.ts'),
}, {
	appName: 'emancipasso',
	createEmptyCSSEntryPoints: true,
	emptyOutputDirectory: { additionalDirectories: ['css'] },
	extractLicenseInformation: { includeSourceMaps: true },
	nodePolyfills: false,
	config: {
		build: {
			rollupOptions: {
				// Without it a lazy view imports the entry itself, under another address, and the app starts twice.
				preserveEntrySignatures: 'strict',
			},
		},
	},
})
