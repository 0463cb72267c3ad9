/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { ContractDocument } from './openapi.ts'

import { Html, html } from './html.ts'
import { problemType, problemTypes } from './problem-types.ts'

type Operation = NonNullable<NonNullable<NonNullable<ContractDocument['paths']>[string]>['get']>

/** The style sheet of the page; it has no other asset. */
export const contractStyle = `
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 60rem; margin: 0 auto; padding: 1rem; color: #1a1a1a; background: #fff }
h2 { margin-top: 2.5rem; border-top: 1px solid #ccc; padding-top: 1rem; overflow-wrap: anywhere }
code, pre { font-family: ui-monospace, monospace; font-size: .9em }
pre { background: #f4f4f4; padding: .75rem; overflow: auto; max-height: 24rem }
table { border-collapse: collapse; width: 100%; display: block; overflow-x: auto }
th, td { text-align: left; vertical-align: top; padding: .25rem .75rem .25rem 0; border-bottom: 1px solid #ddd }
@media (prefers-color-scheme: dark) {
	body { color: #eee; background: #181818 } a { color: #8cf } pre { background: #262626 } th, td, h2 { border-color: #444 }
}
`

/**
 * A readable page from the description of the routes.
 *
 * @param document to show
 */
export function contractPage(document: ContractDocument): string {
	const operations = Object.entries(document.paths ?? {}).flatMap(([path, item]) => (['get', 'put', 'post', 'patch', 'delete'] as const).flatMap((method) => {
		const operation = item[method]
		return operation ? [{ path, method: method.toUpperCase(), operation }] : []
	}))
	const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${document.info.title}</title>
<link rel="stylesheet" href="docs.css">
</head>
<body>
<main>
<h1>${document.info.title} ${document.info.version}</h1>
<p>${document.info.description} The same <a href="openapi.json">for programs</a>.</p>
<nav aria-label="Routes"><ul>
${operations.map(({ path, method, operation }) => html`<li><a href="#${operation.operationId}"><code>${method} ${path}</code></a> ${operation.summary}</li>`)}
<li><a href="#problems">Problems</a></li>
<li><a href="#schemas">Schemas</a></li>
</ul></nav>
${operations.map(({ path, method, operation }) => showOperation(path, method, operation))}
<h2 id="problems">Problems</h2>
<table>
<thead><tr><th scope="col">type</th><th scope="col">status</th><th scope="col">title, fr</th><th scope="col">title, en</th></tr></thead>
<tbody>${(Object.keys(problemTypes) as (keyof typeof problemTypes)[]).map((id) => html`<tr><td><code>${problemType(id)}</code></td><td>${problemTypes[id].status}</td><td lang="fr">${problemTypes[id].fr}</td><td>${problemTypes[id].en}</td></tr>`)}</tbody>
</table>
<h2 id="schemas">Schemas</h2>
${Object.entries(document.components?.schemas ?? {}).map(([name, schema]) => html`<h3 id="schema-${name}">${name}</h3>${showSchema(schema)}`)}
</main>
</body>
</html>
`
	return page.text
}

/**
 * @param path of the route
 * @param method of the route
 * @param operation that it does
 */
function showOperation(path: string, method: string, operation: Operation): Html {
	const parameters = (operation.parameters ?? []).flatMap((parameter) => 'name' in parameter ? [parameter] : [])
	const body = operation.requestBody && 'content' in operation.requestBody ? operation.requestBody.content['application/json']?.schema : undefined
	return html`<h2 id="${operation.operationId}"><code>${method} ${path}</code></h2>
<p>${operation.summary}. ${operation.description}</p>
${parameters.length === 0
	? undefined
	: html`<table>
<thead><tr><th scope="col">parameter</th><th scope="col">in</th><th scope="col">form</th><th scope="col">meaning</th></tr></thead>
<tbody>${parameters.map((parameter) => html`<tr><td><code>${parameter.name}</code>${parameter.required ? ' (required)' : ''}</td><td>${parameter.in}</td><td><code>${JSON.stringify(parameter.schema)}</code></td><td>${parameter.description}</td></tr>`)}</tbody>
</table>`}
${body === undefined ? undefined : html`<p>Body:</p>${showSchema(body)}`}
<table>
<thead><tr><th scope="col">answer</th><th scope="col">meaning</th></tr></thead>
<tbody>${Object.entries(operation.responses ?? {}).map(([status, response]) => html`<tr><td>${status}</td><td>${String('description' in response ? response.description : '').split('\n').map((line) => html`${line}<br>`)}</td></tr>`)}</tbody>
</table>
`
}

/**
 * @param schema as JSON Schema; a reference becomes a link
 */
function showSchema(schema: unknown): Html {
	const text = html`${JSON.stringify(schema, undefined, 2)}`.text
	return new Html(`<pre tabindex="0">${text.replace(/#\/components\/schemas\/([\w-]+)/g, '<a href="#schema-$1">$1</a>')}</pre>`)
}
