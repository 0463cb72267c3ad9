/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { AbortableOperationOptions, DatabaseConnection, TransactionBuilder } from 'kysely'
import type { Tables } from './tables.ts'

import { Kysely, PGliteAdapter, PGliteDialect, PGliteDriver, PostgresDialect, PostgresDriver } from 'kysely'
import { AsyncLocalStorage } from 'node:async_hooks'

const current = new AsyncLocalStorage<{ open: boolean }>()

/**
 * Throws when the caller is inside a transaction. The embedded database would wait for ever for the transaction
 * that waits for it, a pool would do so once it is empty, and on both the statement would not be part of the transaction.
 *
 * @throws {Error} always a programming error
 */
export function refuseInsideTransaction(): void {
	if (current.getStore()?.open) {
		throw new Error('A statement went around the open transaction. Use the transaction that was handed to you.')
	}
}

/** Kysely that knows when it is inside one of its transactions. */
export class GuardedKysely extends Kysely<Tables> {
	override transaction(): TransactionBuilder<Tables> {
		const builder = super.transaction()
		const execute = builder.execute.bind(builder)
		builder.execute = (callback, ...rest) => execute(async (transaction) => {
			const mark = { open: true }
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
	#tail: Promise<void> = Promise.resolve()
	#release: () => void = () => {}

	override async acquireConnection(): Promise<DatabaseConnection> {
		refuseInsideTransaction()
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
	override async acquireConnection(options?: AbortableOperationOptions): Promise<DatabaseConnection> {
		refuseInsideTransaction()
		return await super.acquireConnection(options)
	}
}

type PGliteConfig = ConstructorParameters<typeof PGliteDialect>[0]
type PostgresConfig = ConstructorParameters<typeof PostgresDialect>[0]

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
		return new GuardedPGliteDriver(this.#config)
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
		return new GuardedPostgresDriver(this.#config)
	}
}
