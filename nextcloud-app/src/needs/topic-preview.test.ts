/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { NeedPublication } from '@emancipasso/shared/community/need'

import { findRedactions } from '@emancipasso/shared/community/redact'
import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import TopicPreview from './TopicPreview.vue'

const text = 'Il faut :\n- prévenir Camille Durand la veille\n- appeler le 06 12 34 56 78\n\n1. lire\n2. écrire à Camille'
const publication: NeedPublication = {
	schemaVersion: 1,
	kind: 'tool-advice',
	title: 'Un planning',
	sections: [{ id: 'mustHave', text }],
	toolsConcerned: [],
	urgency: 'none',
	signature: { choice: 'anonymous', text: '' },
	language: 'fr',
}

describe('the need as it will be read', () => {
	it('shows lists as the forum does, with every finding marked where it stands', () => {
		const wrapper = mount(TopicPreview, { props: { publication, redactions: findRedactions({ mustHave: text }, { knownNames: ['Camille Durand'] }) } })
		expect(wrapper.findAll('ul li').map((item) => item.text())).toEqual(['prévenir Camille Durand la veille', 'appeler le 06 12 34 56 78'])
		expect(wrapper.findAll('ol li').map((item) => item.text())).toEqual(['lire', 'écrire à Camille'])
		expect(wrapper.findAll('li mark').map((mark) => mark.text())).toEqual(['Camille Durand', '06 12 34 56 78', 'Camille'])
	})

	it('shows what looks like HTML as the letters it is', () => {
		const wrapper = mount(TopicPreview, { props: { publication: { ...publication, sections: [{ id: 'problem', text: '- <img src=x onerror=alert(1)>' }] } } })
		expect(wrapper.find('img').exists()).toBe(false)
		expect(wrapper.find('li').text()).toBe('<img src=x onerror=alert(1)>')
	})
})
