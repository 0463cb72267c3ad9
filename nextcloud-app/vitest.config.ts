/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'

export default defineConfig({
	plugins: [vue()],
	define: { appName: '"emancipasso"', appVersion: '"0.0.0"' },
	test: {
		name: 'app',
		include: ['src/**/*.test.ts', 'scripts/**/*.test.ts'],
		environment: 'happy-dom',
		setupFiles: ['src/testing/setup.ts'],
		server: { deps: { inline: [/@nextcloud\/vue/] } },
	},
})
