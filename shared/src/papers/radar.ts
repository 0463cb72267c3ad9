/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { onAxis, radarOutline, radarRing } from '../diagnosis/radar.ts'
import { escapeLine } from './format/clean-text.ts'

/** An axis of the radar: its label, and how far from the centre, from 0 to 1; `null` where nothing is known. */
export interface RadarAxis {
	readonly label: string
	readonly share: number | null
}

const size = { width: 640, height: 440, radius: 140 }
const centre = { x: size.width / 2, y: size.height / 2 }
const blue = '#1f4e79'

/**
 * A radar as SVG that stands alone, black and blue on white, and is read without colour: rings at each third, a point on
 * each axis that is known. The table beside it says the same.
 *
 * @param axes clockwise from the top; at least three
 */
export function radarSvg(axes: readonly RadarAxis[]): string {
	const { points, fields, line } = radarOutline(axes.map(({ share }) => share))
	// The drawing is one unit wide; so are its lines.
	const width = (pixels: number) => round(pixels / size.radius * 1000) / 1000
	const rings = [1 / 3, 2 / 3, 1].map((share) => `<polygon points="${radarRing(axes.length, share)}" fill="none" stroke="#9aa5b1" stroke-width="${width(1)}"/>`).join('')
	const spokes = axes.map((_, index) => onAxis(index, axes.length, 1)).map(({ x, y }) => `<path d="M0,0L${x},${y}" stroke="#c5ccd3" stroke-width="${width(1)}"/>`).join('')
	const area = `<path d="${fields.join('')}" fill="${blue}" fill-opacity="0.2"/><path d="${line}" fill="none" stroke="${blue}" stroke-width="${width(2.5)}" stroke-linecap="round"/>`
	const dots = points.flatMap((point) => point ? [`<circle cx="${point.x}" cy="${point.y}" r="${width(4.5)}" fill="${blue}"/>`] : []).join('')
	const labels = axes.map(({ label }, index) => axisLabel(label, placed(onAxis(index, axes.length, 1.1)))).join('')
	return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size.width} ${size.height}" width="${size.width}" height="${size.height}" font-family="Liberation Sans, Arial, Helvetica, sans-serif" font-size="14"><g transform="translate(${centre.x} ${centre.y}) scale(${size.radius})">${rings}${spokes}${area}${dots}</g>${labels}</svg>`
}

function placed({ x, y }: { x: number, y: number }): { x: number, y: number } {
	return { x: round(centre.x + x * size.radius), y: round(centre.y + y * size.radius) }
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

function round(value: number): number {
	return Math.round(value * 10) / 10
}
