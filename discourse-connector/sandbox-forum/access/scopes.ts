/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Features } from '../state/versions.ts'

/** What a narrow key may call: methods and paths as in the table of routes. */
interface Scope {
	/** Only the generations with fine scopes know it. */
	fine?: boolean
	/** Every GET, or the listed ones. */
	routes: 'every GET' | readonly string[]
}

const EXPLORER_RUNS = ['/admin/plugins/explorer/queries/:id/run.json', '/admin/plugins/discourse-data-explorer/queries/:id/run.json'].map((path) => `post ${path}`)

const SCOPES: Readonly<Record<string, Scope>> = {
	'global:read': { routes: 'every GET' },
	'topics:write': { routes: ['post /posts.json'] },
	'topics:update': { routes: ['put /t/:slug/:id.json', 'put /t/:id/status.json'] },
	'topics:delete': { fine: true, routes: ['delete /t/:id.json'] },
	'topics:recover': { fine: true, routes: ['put /t/:id/recover.json'] },
	'topics:status': { fine: true, routes: ['put /t/:id/status.json'] },
	'topics:read': { routes: ['get /t/:id.json', 'get /t/:slug/:id.json', 'get /t/:id/posts.json'] },
	'topics:read_lists': { routes: ['get /latest.json', 'get /c/:slug/:id/l/latest.json'] },
	'posts:edit': { routes: ['put /posts/:id.json'] },
	'posts:delete': { fine: true, routes: ['delete /posts/:id.json'] },
	'posts:recover': { fine: true, routes: ['put /posts/:id/recover.json'] },
	'revisions:modify': { fine: true, routes: ['put /posts/:id/revisions/:version/hide.json', 'put /posts/:id/revisions/:version/show.json'] },
	'categories:list': { routes: ['get /categories.json'] },
	'categories:show': { routes: ['get /c/:id/show.json'] },
	'tags:list': { fine: true, routes: ['get /tags.json'] },
	'users:show': { routes: ['get /u/:username.json'] },
	'search:show': { routes: ['get /search.json'] },
	'data_explorer:run_queries': { routes: EXPLORER_RUNS },
}

/**
 * The scopes that keys of this generation can have.
 *
 * @param features of the generation
 */
export function scopesOf(features: Features): string[] {
	return Object.entries(SCOPES).filter(([, { fine }]) => fine !== true || features.fineScopes).map(([name]) => name)
}

/**
 * Whether a key may make a call. Every key may ask what it may.
 *
 * @param scopes of the key; none is no limit
 * @param features of the generation
 * @param method of the call
 * @param path as the table of routes has it
 */
export function permits(scopes: readonly string[], features: Features, method: string, path: string): boolean {
	return scopes.length === 0 || path === '/session/scopes.json' || scopes.some((name) => {
		const routes = SCOPES[name]?.routes ?? []
		const narrowed = features.fineScopes && name === 'topics:update' && path.endsWith('/status.json')
		return routes === 'every GET' ? method === 'get' : routes.includes(`${method} ${path}`) && !narrowed
	})
}
