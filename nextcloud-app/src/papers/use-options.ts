/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { PaperOptions } from './make-paper.ts'

import { specificationSections } from '@emancipasso/shared/papers/specification-sections'
import { onUnmounted, ref, shallowRef, watch } from 'vue'

/** A preview that changes with every letter cannot be read. */
const pause = 400

/**
 * What one chose and wrote for papers, kept on this device until the next time, and the same a moment later for previews.
 *
 * @param organisation id
 */
export function useOptions(organisation: string) {
	const key = `emancipasso:papers:${organisation}`
	const options = ref<PaperOptions>({ ...usual(), ...remembered(key) })
	const settled = shallowRef(copyOf(options.value))
	let timer: ReturnType<typeof setTimeout> | undefined

	watch(options, () => {
		clearTimeout(timer)
		timer = setTimeout(() => {
			settled.value = copyOf(options.value)
		}, pause)
		try {
			localStorage.setItem(key, JSON.stringify(options.value))
		} catch {
			// Then it lasts as long as the page.
		}
	}, { deep: true })
	onUnmounted(() => clearTimeout(timer))

	return { options, settled }
}

function usual(): PaperOptions {
	return {
		sections: specificationSections.filter(({ usual: isUsual }) => isUsual).map(({ id }) => id),
		own: {},
		introduction: '',
		approach: '',
		shown: [],
		words: {},
	}
}

function copyOf(options: PaperOptions): PaperOptions {
	return JSON.parse(JSON.stringify(options)) as PaperOptions
}

function remembered(key: string): Partial<PaperOptions> {
	try {
		const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '{}')
		const whole = usual() as object as Record<string, unknown>
		// Another version may have kept something else under this name.
		return Object.fromEntries(Object.entries(kept as object).filter(([name, value]) => Object.hasOwn(whole, name)
			&& typeof value === typeof whole[name] && value !== null && Array.isArray(value) === Array.isArray(whole[name])))
	} catch {
		return {}
	}
}
