/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { describeMetrics, everyMetric } from './metrics-documents.ts'
import { withDatabase } from './platform/testing.ts'

const folder = join(import.meta.dirname, '../../docs/monitoring')
const alerts = readFileSync(join(folder, 'alerts.yml'), 'utf8')
const rules = alerts.split('      - alert: ').slice(1)
const text = (rule: string, key: string): string => z.string().parse(JSON.parse(new RegExp(`^ +${key}: (".*")$`, 'm').exec(rule)?.[1] ?? 'null'))

const Panel = z.object({
	id: z.number(),
	title: z.string().min(1),
	description: z.string().min(1),
	gridPos: z.object({ x: z.number(), y: z.number(), w: z.number(), h: z.number() }),
	datasource: z.object({ uid: z.literal('${datasource}') }),
	targets: z.array(z.object({ expr: z.string(), datasource: z.object({ uid: z.literal('${datasource}') }) })).min(1),
})
const dashboard = z.object({ schemaVersion: z.number().min(39), templating: z.object({ list: z.array(z.object({ name: z.string(), type: z.string() })) }), panels: z.array(Panel) })
	.parse(JSON.parse(readFileSync(join(folder, 'grafana-dashboard.json'), 'utf8')))

const expressions = [
	...rules.map((rule) => ({ of: rule.split('\n')[0] ?? '', expr: text(rule, 'expr') })),
	...dashboard.panels.flatMap(({ title, targets }) => targets.map(({ expr }) => ({ of: title, expr }))),
]

const labelsOf = new Map([...describeMetrics().map(({ name, labels }) => [name, labels] as const), ['up', []] as const])
const words = new Set(['absent', 'and', 'by', 'histogram_quantile', 'increase', 'job', 'le', 'max', 'max_over_time', 'min', 'on', 'or', 'rate', 'sum', 'time'])

/** Names of an expression that are neither words of PromQL, nor metrics, nor labels of its metrics. */
function unknownIn(expr: string): string[] {
	const metrics = [...expr.matchAll(/\b(up|(?:emancipasso|nodejs|process)_\w+)\b/g)].map(([, name]) => labelsOf.has(String(name)) ? String(name) : String(name).replace(/_(bucket|count|sum)$/, ''))
	const labels = new Set(metrics.flatMap((name) => labelsOf.get(name) ?? []))
	const names = [...expr.replaceAll(/"[^"]*"|\[[^\]]*\]/g, '').matchAll(/[a-z_]\w*/g)].map(([name]) => name)
	return [
		...metrics.filter((name) => !labelsOf.has(name)),
		...names.filter((name) => !words.has(name) && !labels.has(name) && !/^(up$|emancipasso_|nodejs_|process_)/.test(name)),
	]
}

function isBalanced(expr: string): boolean {
	const open: string[] = []
	const brackets = expr.replaceAll(/"[^"]*"/g, '').match(/[()[\]{}]/g) ?? []
	return brackets.every((bracket) => '([{'.includes(bracket) ? open.push(bracket) : '([{'.indexOf(open.pop() ?? ' ') === ')]}'.indexOf(bracket)) && open.length === 0
}

describe('the example rules and dashboard', () => {
	const database = withDatabase()

	it.each(expressions)('ask in “$of” only for what exists: $expr', ({ expr }) => {
		expect(unknownIn(expr)).toEqual([])
		expect(isBalanced(expr)).toBe(true)
	})

	it('wait for values that a label can have', async () => {
		const shown = await everyMetric(database).metrics()
		const asked = expressions.flatMap(({ expr }) => [...expr.matchAll(/(emancipasso_(?:drift_found_total|forum_pause_seconds|detection_trouble))\{([^}]+)\}/g)])
			.flatMap(([, metric, matchers]) => [...String(matchers).matchAll(/(\w+)=~?"([^"$]+)"/g)].flatMap(([, label, values]) => String(values).split('|').map((value) => `${metric}{${label}="${value}"}`)))

		expect(asked.length).toBeGreaterThan(5)
		expect(asked.filter((series) => !shown.includes(series))).toEqual([])
	})

	it('are of a YAML and a JSON that every reader understands', () => {
		const lines = alerts.split('\n').filter((line) => line !== '' && !line.startsWith('#'))

		expect(lines.filter((line) => !/^ *(?:- )?[a-z_]+:(?: (?:"(?:[^"\\]|\\.)*"|[A-Za-z0-9]+))?$/.test(line))).toEqual([])
		expect(rules.length).toBeGreaterThan(8)
		expect(dashboard.templating.list).toContainEqual(expect.objectContaining({ name: 'datasource', type: 'datasource' }))
		expect(new Set(dashboard.panels.map(({ id }) => id)).size).toBe(dashboard.panels.length)
	})

	it.each(rules)('say in both languages what is wrong and what to do: %s', (rule) => {
		const said = ['summary', 'summary_en', 'description', 'description_en'].map((key) => text(rule, key))

		expect(new Set(said).size).toBe(4)
		expect(said.every((sentence) => sentence.length > 15)).toBe(true)
		expect(said[0]).not.toMatch(/ [:;?!»]|« /)
		expect(said[2]).not.toMatch(/ [:;?!»]|« /)
		expect(rule).toMatch(/severity: (info|warning|critical)$/m)
	})

	it('lay no panel over another', () => {
		const overlap = dashboard.panels.filter((one) => dashboard.panels.some((other) => one.id < other.id
			&& one.gridPos.x < other.gridPos.x + other.gridPos.w && other.gridPos.x < one.gridPos.x + one.gridPos.w
			&& one.gridPos.y < other.gridPos.y + other.gridPos.h && other.gridPos.y < one.gridPos.y + one.gridPos.h))

		expect(overlap.map(({ title }) => title)).toEqual([])
	})

	it('are accepted by Prometheus itself', ({ skip }) => {
		const promtool = process.env.PROMTOOL ?? 'promtool'
		skip(spawnSync(promtool, ['--version']).status !== 0, 'no promtool on this machine: install Debian’s prometheus')
		const directory = mkdtempSync(join(tmpdir(), 'emancipasso-rules-'))
		const panels = join(directory, 'panels.yml')
		const records = expressions.map(({ expr }, index) => `      - record: panel_${index}\n        expr: ${JSON.stringify(expr.replaceAll('$__rate_interval', '5m'))}\n`)
		writeFileSync(panels, `groups:\n  - name: panels\n    rules:\n${records.join('')}`)
		try {
			expect(execFileSync(promtool, ['check', 'rules', join(folder, 'alerts.yml'), panels], { encoding: 'utf8' })).toContain('SUCCESS')
		} finally {
			rmSync(directory, { recursive: true, force: true })
		}
	})
})
