/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import examples from '@emancipasso/shared/data/example-providers.json' with { type: 'json' }
import { Provider } from '@emancipasso/shared/directory/provider'
import { portableShape } from '@emancipasso/shared/papers/portable/portable'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import manifest from '../discourse-connector/package.json' with { type: 'json' }
import { csvSample } from '../discourse-connector/src/directory/import/csv-sample.ts'
import { metricsTable } from '../discourse-connector/src/metrics-documents.ts'
import { environmentExample, environmentTable } from '../discourse-connector/src/platform/configuration-documents.ts'
import { describeRoutes } from '../discourse-connector/src/platform/openapi.ts'
import { allRoutes } from '../discourse-connector/src/platform/operations-api.ts'
import { messageTables } from '../discourse-connector/src/sync/trouble/problem-documents.ts'

const root = join(import.meta.dirname, '..')

/** Files of the repository that are written by this script alone, from the sources that they describe. */
const files: Readonly<Record<string, () => string>> = {
	'discourse-connector/.env.example': environmentExample,
	'docs/connector-api.json': () => `${JSON.stringify(describeRoutes(allRoutes, manifest.version), undefined, '\t')}\n`,
	'docs/providers-example.csv': () => csvSample(Provider.parse(examples[0]), Provider.parse(examples[1])),
	'docs/configuration.md': () => between('docs/configuration.md', 'variables', environmentTable()),
	'docs/forum-admin.md': () => between('docs/forum-admin.md', 'messages', messageTables()),
	'shared/data/portable.schema.json': () => `${JSON.stringify(portableShape())}\n`,
	'docs/metrics.md': () => between('docs/metrics.md', 'metrics', metricsTable()),
}

/**
 * Replaces a part of a page that people write.
 *
 * @param file of the page
 * @param name of the part, between `<!-- name -->` and `<!-- /name -->`
 * @param content to put there
 */
function between(file: string, name: string, content: string): string {
	const page = readFileSync(join(root, file), 'utf8')
	const [before, rest] = page.split(`<!-- ${name} -->`)
	const after = rest?.split(`<!-- /${name} -->`)[1]
	if (before === undefined || after === undefined) {
		throw new Error(`${file} has no part between <!-- ${name} --> and <!-- /${name} -->.`)
	}
	return `${before}<!-- ${name} -->\n${content}<!-- /${name} -->${after}`
}

const check = process.argv.includes('--check')
const stale = Object.entries(files).filter(([file, write]) => {
	const path = join(root, file)
	const content = write()
	if (existsSync(path) && readFileSync(path, 'utf8') === content) {
		return false
	}
	if (!check) {
		writeFileSync(path, content)
	}
	return true
}).map(([file]) => file)

if (check && stale.length > 0) {
	console.error(`Written from older sources: ${stale.join(', ')}. Run “node scripts/generate.ts” and commit what changes.`)
	process.exit(1)
}
for (const file of stale) {
	console.log(`${file} written`)
}
