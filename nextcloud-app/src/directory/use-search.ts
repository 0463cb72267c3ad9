/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { FacetName } from '@emancipasso/shared/directory/facet-table'
import type { DirectoryIndex, DirectoryPage } from '@emancipasso/shared/directory/search'
import type { SharedSearch } from '@emancipasso/shared/directory/search-url'
import type { Ref } from 'vue'
import type { Located } from './place.ts'

import { searchDirectory } from '@emancipasso/shared/directory/search'
import { searchFromUrl, searchToUrl } from '@emancipasso/shared/directory/search-url'
import { computed, onScopeDispose, ref, shallowRef, watch } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { locate } from './place.ts'

const pause = 250

/**
 * A search whose whole state is in the address, so that it can be shared, reloaded and gone back to.
 *
 * @param index the directory, once it is there
 */
export function useSearch(index: Readonly<Ref<DirectoryIndex | null>>) {
	const route = useRoute()
	const router = useRouter()
	const search = computed<SharedSearch>(() => searchFromUrl(route.fullPath.split('?')[1] ?? ''))
	const text = ref(search.value.text ?? '')
	const postcode = ref(search.value.postcode ?? '')
	const located = shallowRef<Located>({ state: 'none' })
	const shown = ref(20)
	let timer: ReturnType<typeof setTimeout> | undefined

	const page = computed<DirectoryPage | null>(() => index.value && searchDirectory(index.value, {
		...search.value,
		...(located.value.state === 'found' ? { place: located.value.place } : {}),
		limit: shown.value,
	}))

	function write(change: SharedSearch): void {
		shown.value = 20
		const query = searchToUrl({ ...search.value, ...change })
		void router.replace(query ? `${route.path}?${query}` : route.path)
	}

	function toggle(facet: FacetName, value: string): void {
		const chosen = search.value[facet] ?? []
		write({ [facet]: chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value] })
	}

	/**
	 * Filters where one value replaces the other; an empty one lets everybody through.
	 *
	 * @param facet name of the filter
	 * @param value id of the term
	 */
	function choose(facet: FacetName, value: string): void {
		write({ [facet]: value ? [value] : [], ...(facet === 'country' ? { region: [] } : {}) })
	}

	function clear(): void {
		clearTimeout(timer)
		text.value = ''
		postcode.value = ''
		void router.replace(route.path)
	}

	watch([text, postcode], () => {
		clearTimeout(timer)
		timer = setTimeout(() => write({ text: text.value, postcode: postcode.value }), pause)
	})
	// Someone went back, or followed a link to another search.
	watch(search, (now) => {
		if ((now.text ?? '') !== text.value.trim()) {
			text.value = now.text ?? ''
		}
		if ((now.postcode ?? '') !== postcode.value.trim()) {
			postcode.value = now.postcode ?? ''
		}
	})
	watch(() => search.value.postcode ?? '', async (now) => {
		const found = await locate(now)
		if (now === (search.value.postcode ?? '')) {
			located.value = found
		}
	}, { immediate: true })
	onScopeDispose(() => clearTimeout(timer))

	function more(): void {
		shown.value += 20
	}

	return { search, text, postcode, located, page, toggle, choose, clear, more }
}
