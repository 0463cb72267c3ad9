/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/** How far from the centre something is on each axis, from 0 to 1; `null` where nothing is known. */
export type Shares = readonly (number | null)[]

/** A place in a drawing that is as wide as high, with the centre at 0 0 and axes of length 1. */
export interface Point {
	readonly x: number
	readonly y: number
}

/** What is drawn for one set of shares. Where a neighbour is unknown the outline is open: nothing is made up between. */
export interface RadarOutline {
	/** By axis. */
	readonly points: readonly (Point | null)[]
	/** Whole fields between the centre and two neighbouring points, as SVG paths. */
	readonly fields: readonly string[]
	/** The outline, as one SVG path; empty when no two neighbours are known. */
	readonly line: string
}

/**
 * A place on an axis. The first axis points up, the others follow clockwise.
 *
 * @param axis index
 * @param axes how many there are
 * @param share from the centre (0) to the end (1); more lies beyond, for labels
 */
export function onAxis(axis: number, axes: number, share: number): Point {
	const angle = 2 * Math.PI * axis / axes - Math.PI / 2
	return { x: round(Math.cos(angle) * share), y: round(Math.sin(angle) * share) }
}

/**
 * The ring at one distance from the centre, as the points of an SVG polygon.
 *
 * @param axes how many there are
 * @param share distance from the centre
 */
export function radarRing(axes: number, share: number): string {
	return Array.from({ length: axes }, (_, axis) => onAxis(axis, axes, share)).map(({ x, y }) => `${x},${y}`).join(' ')
}

/**
 * What is drawn for one set of shares.
 *
 * @param shares by axis, at least three
 */
export function radarOutline(shares: Shares): RadarOutline {
	const points = shares.map((share, axis) => share === null ? null : onAxis(axis, shares.length, share))
	const sides = points.flatMap((point, axis) => {
		const next = points[(axis + 1) % points.length]
		return point && next ? [{ point, next }] : []
	})
	return {
		points,
		fields: sides.map(({ point, next }) => `M0,0L${point.x},${point.y}L${next.x},${next.y}Z`),
		line: sides.map(({ point, next }) => `M${point.x},${point.y}L${next.x},${next.y}`).join(''),
	}
}

/**
 * A number short enough for a drawing. Never minus zero, which would be written “-0”.
 *
 * @param value any
 */
function round(value: number): number {
	return Math.round(value * 1000) / 1000 + 0
}
