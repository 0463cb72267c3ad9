/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { escapeLine } from './format/clean-text.ts'

/** An axis of the radar: its label, and how far from the centre, from 0 to 1; `null` where nothing is known. */
export interface RadarAxis {
	readonly label: string
	readonly share: number | null
}

const size = { width: 640, height: 440, radius: 140 }
const centre = { x: size.width / 2, y: size.height / 2 }

/**
 * A radar as SVG, black and blue on white, that is read without colour: rings at each third, a point on each axis that
 * is known. The table beside it says the same.
 *
 * @param axes clockwise from the top; at least three
 */
export function radarSvg(axes: readonly RadarAxis[]): string {
	const at = (index: number, share: number) => {
		const angle = 2 * Math.PI * index / axes.length - Math.PI / 2
		return { x: round(centre.x + Math.cos(angle) * share * size.radius), y: round(centre.y + Math.sin(angle) * share * size.radius) }
	}
	const polygon = (share: number) => axes.map((_, index) => point(at(index, share))).join(' ')
	const known = axes.flatMap(({ share }, index) => share === null ? [] : [at(index, share)])
	const rings = [1 / 3, 2 / 3, 1].map((share) => `<polygon points="${polygon(share)}" fill="none" stroke="#9aa5b1"/>`).join('')
	const spokes = axes.map((_, index) => `<path d="M${point(centre)} L${point(at(index, 1))}" stroke="#c5ccd3"/>`).join('')
	const area = known.length > 2 ? `<polygon points="${known.map(point).join(' ')}" fill="#1f4e79" fill-opacity="0.2" stroke="#1f4e79" stroke-width="2.5"/>` : ''
	const dots = known.map(({ x, y }) => `<circle cx="${x}" cy="${y}" r="4.5" fill="#1f4e79"/>`).join('')
	const labels = axes.map(({ label }, index) => axisLabel(label, at(index, 1.1))).join('')
	return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size.width} ${size.height}" width="${size.width}" height="${size.height}" font-family="Liberation Sans, Arial, Helvetica, sans-serif" font-size="14">${rings}${spokes}${area}${dots}${labels}</svg>`
}

function axisLabel(label: string, { x, y }: { x: number, y: number }): string {
	const anchor = Math.abs(x - centre.x) < 20 ? 'middle' : x > centre.x ? 'start' : 'end'
	const lines = wrapped(label, 22)
	const top = y + 5 - (y < centre.y - size.radius ? (lines.length - 1) * 17 : y > centre.y + size.radius ? -6 : (lines.length - 1) * 8.5)
	return lines.map((line, at) => `<text x="${x}" y="${round(top + at * 17)}" text-anchor="${anchor}" fill="#1b1b1b">${escapeLine(line)}</text>`).join('')
}

function wrapped(text: string, longest: number): string[] {
	const lines: string[] = []
	for (const word of text.split(' ')) {
		const last = lines.at(-1)
		if (last !== undefined && last.length + word.length < longest) {
			lines[lines.length - 1] = `${last} ${word}`
		} else {
			lines.push(word)
		}
	}
	return lines.slice(0, 3)
}

function point({ x, y }: { x: number, y: number }): string {
	return `${x} ${y}`
}

function round(value: number): number {
	return Math.round(value * 10) / 10
}
