/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/**
 * The least that an intake of webhooks can do and be correct: check the signature, store one row for each, then answer.
 * A program of its own, beside which the connector is measured.
 */
import express from 'express'
import { createHmac, timingSafeEqual } from 'node:crypto'
import { Pool } from 'pg'
import { startPGlite } from '../../discourse-connector/src/platform/database-embedded.ts'

const { PORT, SECRET = '', DATABASE_URL = '', DATA_DIRECTORY } = process.env

const query = await open()
await query('create table if not exists delivery (id bigserial primary key, topic_id bigint not null, event text not null, received_at timestamptz not null default now())')

express()
	.disable('x-powered-by')
	.get('/healthz', (_request, response) => {
		response.end()
	})
	.post('/webhooks/discourse', express.raw({ type: () => true, limit: '5mb' }), async (request, response) => {
		const body = request.body as Buffer
		const given = Buffer.from(request.get('X-Discourse-Event-Signature')?.replace('sha256=', '') ?? '', 'hex')
		const signature = createHmac('sha256', SECRET).update(body).digest()
		if (given.length !== signature.length || !timingSafeEqual(given, signature)) {
			response.status(403).end()
			return
		}
		const { post } = JSON.parse(body.toString('utf8')) as { post: { topic_id: number } }
		await query('insert into delivery (topic_id, event) values ($1, $2)', [post.topic_id, request.get('X-Discourse-Event')])
		response.json({ ok: true })
	})
	.listen(Number(PORT), '127.0.0.1')

/** @return runs one statement on the kind of database that the connector uses too */
async function open(): Promise<(text: string, values?: unknown[]) => Promise<unknown>> {
	if (DATABASE_URL !== '') {
		const pool = new Pool({ connectionString: DATABASE_URL, max: 10 })
		return async (text, values) => await pool.query(text, values)
	}
	const lite = await startPGlite(DATA_DIRECTORY)
	return async (text, values) => await lite.query(text, values)
}
