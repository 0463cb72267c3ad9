/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { AbortableOperationOptions, DatabaseConnection, TransactionBuilder } from 'kysely'
import type { Tables } from './tables.ts'

import { Kysely, PGliteAdapter, PGliteDialect, PGliteDriver, PostgresDialect, PostgresDriver } from 'kysely'
import { AsyncLocalStorage } from 'node:async_hooks'

type PGliteConfig = ConstructorParameters<typeof PGliteDialect>[0]
type PostgresConfig = ConstructorParameters<typeof PostgresDialect>[0]

const current = new AsyncLocalStorage<{ open: boolean, database: unknown }>()

/**
 * Throws when the caller is inside a transaction. The embedded database would wait for ever for the transaction
 * that waits for it, a pool would do so once it is empty, and on both the statement would not be part of the transaction.
 *
 * @param database that a connection is wanted of
 * @throws {Error} always a programming error
 */
function refuseInsideTransaction(database: unknown): void {
	const transaction = current.getStore()
	if (transaction?.open && transaction.database === database) {
		throw new Error('A statement went around the open transaction. Use the transaction that was handed to you.')
	}
}

/** Kysely that knows when it is inside one of its transactions. */
export class GuardedKysely extends Kysely<Tables> {
	readonly #dialect: GuardedPGliteDialect | GuardedPostgresDialect

	constructor(dialect: GuardedPGliteDialect | GuardedPostgresDialect) {
		super({ dialect })
		this.#dialect = dialect
	}

	override transaction(): TransactionBuilder<Tables> {
		const builder = super.transaction()
		const execute = builder.execute.bind(builder)
		builder.execute = (callback, ...rest) => execute(async (transaction) => {
			const mark = { open: true, database: this.#dialect }
			try {
				return await current.run(mark, () => callback(transaction))
			} finally {
				mark.open = false
			}
		}, ...rest)
		return builder
	}
}

// Kysely takes its own lock before it asks the driver, so the check could not run: the driver takes the lock instead.
class ManyConnections extends PGliteAdapter {
	override get supportsMultipleConnections(): boolean {
		return true
	}
}

class GuardedPGliteDriver extends PGliteDriver {
	readonly #dialect: unknown
	#tail: Promise<void> = Promise.resolve()
	#release: () => void = () => {}

	constructor(config: PGliteConfig, dialect: unknown) {
		super(config)
		this.#dialect = dialect
	}

	override async acquireConnection(): Promise<DatabaseConnection> {
		refuseInsideTransaction(this.#dialect)
		const before = this.#tail
		const { promise, resolve } = Promise.withResolvers<void>()
		this.#tail = promise
		await before
		this.#release = resolve
		return await super.acquireConnection()
	}

	override async releaseConnection(): Promise<void> {
		this.#release()
	}
}

class GuardedPostgresDriver extends PostgresDriver {
	readonly #dialect: unknown

	constructor(config: PostgresConfig, dialect: unknown) {
		super(config)
		this.#dialect = dialect
	}

	override async acquireConnection(options?: AbortableOperationOptions): Promise<DatabaseConnection> {
		refuseInsideTransaction(this.#dialect)
		return await super.acquireConnection(options)
	}
}

/** The dialect of the embedded database, one statement or transaction at a time. */
export class GuardedPGliteDialect extends PGliteDialect {
	readonly #config: PGliteConfig

	constructor(config: PGliteConfig) {
		super(config)
		this.#config = config
	}

	override createAdapter(): PGliteAdapter {
		return new ManyConnections()
	}

	override createDriver(): PGliteDriver {
		return new GuardedPGliteDriver(this.#config, this)
	}
}

/** The dialect of a PostgreSQL server. */
export class GuardedPostgresDialect extends PostgresDialect {
	readonly #config: PostgresConfig

	constructor(config: PostgresConfig) {
		super(config)
		this.#config = config
	}

	override createDriver(): PostgresDriver {
		return new GuardedPostgresDriver(this.#config, this)
	}
}
