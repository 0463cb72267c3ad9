/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { Client } from 'pg'
import { findPostgres, startCluster } from '../../discourse-connector/src/platform/testing-cluster.ts'
import { mariadbAvailable, startMariadb } from './mariadb.ts'
import { phpExtensions } from './tree.ts'

/** A kind of database that a Nextcloud can be installed on. */
export interface DatabaseKind {
	/** As Nextcloud calls it. */
	id: 'sqlite' | 'pgsql' | 'mysql'
	/** As people call it. */
	name: string
	/** Why it cannot be used here. */
	missing?: string
	/**
	 * Starts a server where the kind needs one.
	 *
	 * @return options of the installation, and how to end it
	 */
	open(): Promise<{ options: string[], close: () => Promise<void> }>
}

const sqlite: DatabaseKind = {
	id: 'sqlite',
	name: 'SQLite',
	open: async () => ({ options: ['--database=sqlite'], close: async () => {} }),
}

const postgres: DatabaseKind = {
	id: 'pgsql',
	name: 'PostgreSQL',
	...lacking(findPostgres() !== undefined, 'PostgreSQL', 'pdo_pgsql'),
	async open() {
		const { url, stop } = await startCluster()
		const { host, username } = new URL(url)
		// The installer would make the database, but looks for it before it does.
		const client = new Client({ connectionString: url })
		await client.connect()
		await client.query('create database nextcloud')
		await client.end()
		return { options: optionsOf('pgsql', host, username), close: stop }
	},
}

const mariadb: DatabaseKind = {
	id: 'mysql',
	name: 'MariaDB',
	...lacking(mariadbAvailable(), 'MariaDB', 'pdo_mysql'),
	async open() {
		const { socket, stop } = await startMariadb()
		return { options: optionsOf('mysql', `localhost:${socket}`, 'root'), close: stop }
	},
}

/** All of them, as they stand in the titles of tests. */
export const databases = [sqlite, postgres, mariadb].map((kind) => ({ kind, title: kind.missing === undefined ? kind.name : `${kind.name}: ${kind.missing}` }))

/**
 * What a Nextcloud is installed on when a test does not say: SQLite, or what NEXTCLOUD_DATABASE names.
 *
 * @throws {Error} when it names none
 */
export function usualDatabase(): DatabaseKind {
	const id = process.env.NEXTCLOUD_DATABASE ?? 'sqlite'
	const found = databases.find(({ kind }) => kind.id === id)
	if (found === undefined) {
		throw new Error(`NEXTCLOUD_DATABASE is ${databases.map(({ kind }) => kind.id).join(', ')}; not ${id}.`)
	}
	return found.kind
}

function lacking(installed: boolean, name: string, extension: string): { missing?: string } {
	if (!installed) {
		return { missing: `no ${name} on this machine` }
	}
	return phpExtensions().has(extension) ? {} : { missing: `php lacks ${extension}` }
}

function optionsOf(type: string, host: string, user: string): string[] {
	return [`--database=${type}`, `--database-host=${host}`, `--database-user=${user}`, '--database-pass=', '--database-name=nextcloud']
}
