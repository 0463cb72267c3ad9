/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { Registry } from 'prom-client'
import { expect, it, vi } from 'vitest'
import { withDatabase } from '../../platform/testing.ts'
import { DetectionTally } from './metrics.ts'
import { hearingForum } from './testing.ts'

const database = withDatabase()

it('shows what was heard, found and missed, with labels that have an end', async () => {
	const { published, detect, forum, pass } = await hearingForum(database)
	const tally = new DetectionTally(database)
	const registry = new Registry()
	tally.measure(registry)
	expect(await registry.metrics()).toContain('emancipasso_audit_oldest_seconds 0')
	await published(2)
	await detect('detect-lists')
	Object.assign(forum.state.data.webHooks[0] ?? {}, { active: false })
	pass(4000)
	await detect('detect-journal')
	tally.delivered('hint')
	tally.delivered('unsigned')
	tally.drifted('audit')
	await vi.waitFor(async () => expect(await registry.metrics()).toMatch(/last_timestamp_seconds\{kind="webhook"\} \d{10}/))
	const shown = await registry.metrics()
	expect(shown).toMatch(/last_timestamp_seconds\{kind="lists"\} \d{10}/)
	expect(shown).toContain('emancipasso_webhook_deliveries_total{outcome="unsigned"} 1')
	expect(shown).toContain('emancipasso_drift_found_total{found_by="audit"} 1')
	expect(shown).toContain('emancipasso_detection_trouble{trouble="webhook-switched-off"} 1')
	expect(shown).toContain('emancipasso_detection_trouble{trouble="topics-vanished"} 0')
})
