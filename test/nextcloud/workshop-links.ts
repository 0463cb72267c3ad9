/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Nextcloud } from './server.ts'

import { staticPacks } from '@emancipasso/shared/packs/static-packs'
import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { Association } from './association.ts'

const run = promisify(execFile)

const questionnaire = staticPacks().find(({ name }) => name === 'questionnaire')

/** As a real server has them: the tests run without. Guesses are few, so that the test needs few. */
const brakes = `<?php
$CONFIG = [
	'auth.bruteforce.protection.enabled' => true,
	'auth.bruteforce.max-attempts' => 3,
	'ratelimit.protection.enabled' => true,
];
`

/**
 * The link of a workshop, which anyone may try: it ends by itself, and guessing is slowed down.
 *
 * @param nextcloud under test
 */
export function workshopLinks(nextcloud: () => Nextcloud): void {
	describe('the link of a workshop', () => {
		let association: Association
		let diagnosis: string
		let token: string

		beforeEach(async () => {
			association = await new Association(nextcloud()).found('Les Ateliers du Port')
			const { id } = await association.keep({ kind: 'diagnosis', title: 'Diagnostic', status: 'draft' })
			diagnosis = `/organisations/${association.id}/documents/${id}`
			const { data } = await association.call<{ token: string }>('camille', 'PUT', `${diagnosis}/workshop`, { anonymous: true, form: 'short', days: 7, questionnaire: questionnaire!.version })
			token = data.token
		})

		/** Runs a script of this folder on the server. */
		async function php(script: string, ...args: string[]): Promise<void> {
			await run('php', [fileURLToPath(new URL(script, import.meta.url)), nextcloud().root, ...args], { cwd: nextcloud().root })
		}

		/** Somebody without an account opens a link, or answers by it. */
		async function visit(secret: string, response?: string) {
			const answered = await fetch(`${nextcloud().url}/ocs/v2.php/apps/emancipasso/api/v1/workshops/${secret}${response === undefined ? '' : `/responses/${response}`}`, {
				method: response === undefined ? 'GET' : 'PUT',
				headers: { 'OCS-APIRequest': 'true', 'Content-Type': 'application/json', Accept: 'application/json', 'Accept-Language': 'fr' },
				body: response === undefined ? null : JSON.stringify({ answers: {} }),
			})
			const text = await answered.text()
			// Nextcloud turns a flood away without a word.
			const { ocs } = JSON.parse(text || '{}') as { ocs?: { data: { message?: string } } }
			return { status: answered.status, message: ocs?.data.message, slowed: answered.headers.has('X-Nextcloud-Bruteforce-Throttled') }
		}

		test('is over past its day, by link and by account, and says whom to ask; what was answered stays', async () => {
			expect((await visit(token, randomUUID())).status).toBe(200)
			await php('age-workshops.php', '7')
			for (const { status, message } of [await visit(token), await visit(token, randomUUID())]) {
				expect([status, message]).toEqual([404, 'Ce lien n’est plus valable. Demandez-en un nouveau à la personne qui anime l’atelier.'])
			}
			const own = `${diagnosis}/workshop/invitation`
			for (const { status, data } of [await association.call('dominique', 'GET', own), await association.call('dominique', 'PUT', `${own}/${randomUUID()}`, { answers: {} })]) {
				expect([status, data.message]).toEqual([404, expect.stringMatching(/ne reçoit plus de réponses|no more answers/)])
			}
			const { data } = await association.call<{ workshop: object }>('dominique', 'GET', `${diagnosis}/workshop`)
			expect(data.workshop).toMatchObject({ open: false, respondents: 1 })
		})

		describe('with the brakes of a real server', () => {
			const file = () => join(nextcloud().root, 'config/zz-brakes.config.php')

			beforeEach(() => writeFileSync(file(), brakes))
			afterEach(async () => {
				await nextcloud().occ('security:bruteforce:reset', '127.0.0.1')
				rmSync(file())
			})

			test('slows down who guesses, and then refuses them; who holds the link, or held it, is not taken for one', async () => {
				expect(await visit(token)).toMatchObject({ status: 200, slowed: false })
				await association.call('camille', 'DELETE', `${diagnosis}/workshop`)
				for (let visits = 0; visits < 6; visits++) {
					expect(await visit(token)).toMatchObject({ status: 404, slowed: false })
				}
				for (let guess = 0; guess < 3; guess++) {
					expect(await visit(`guess${guess}`.padEnd(32, 'x'))).toMatchObject({ status: 404, slowed: true })
				}
				// The guess that reaches the limit gets an answer of its own from Nextcloud; all after it are turned away.
				await php('knock.php', 'guess', '1')
				for (const response of [undefined, randomUUID()]) {
					expect((await visit('another guess'.padEnd(32, 'x'), response)).status).toBe(429)
				}
			})

			test('takes a room full of people who share an address, and no flood', async () => {
				await php('knock.php', 'InvitationController::read', '250')
				expect((await visit(token)).status).toBe(200)
				await php('knock.php', 'InvitationController::read', '50')
				expect((await visit(token)).status).toBe(429)
				await php('knock.php', 'InvitationController::keep', '1150')
				expect((await visit(token, randomUUID())).status).toBe(200)
				await php('knock.php', 'InvitationController::keep', '50')
				expect((await visit(token, randomUUID())).status).toBe(429)
			})
		})
	})
}
