/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { z } from 'zod'

import { environment } from './environment.ts'

interface Variable {
	name: string
	description: string
	fallback: string | undefined
}

/** The variables in the order of the schema. */
function variables(): Variable[] {
	return Object.entries<z.ZodType>(environment.shape).map(([name, schema]) => {
		const empty = schema.safeParse(undefined)
		return {
			name,
			description: schema.description ?? '',
			fallback: empty.success && empty.data !== undefined ? String(empty.data) : undefined,
		}
	})
}

/** The text of `.env.example`: every variable, commented out, with its default. */
export function environmentExample(): string {
	const blocks = variables().map(({ name, description, fallback }) => `# ${description}\n#${name}=${fallback ?? ''}\n`)
	return ['# SPDX-FileCopyrightText: 2026 Émancip\'Asso contributors\n# SPDX-License-Identifier: AGPL-3.0-or-later\n', '# Copy to .env and take the # away from what you set. Written from src/platform/environment.ts.\n', ...blocks].join('\n')
}

/** The table of docs/configuration.md. */
export function environmentTable(): string {
	const rows = variables().map(({ name, description, fallback }) => `| \`${name}\` | ${fallback === undefined ? '' : `\`${fallback}\``} | ${description.replaceAll('|', '\\|')} |`)
	return ['| Variable | Default | What it is for |', '|---|---|---|', ...rows, ''].join('\n')
}
