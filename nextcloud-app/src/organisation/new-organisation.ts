/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { reactive } from 'vue'

const empty = { name: '', membersGroup: '', managersGroup: '', publishersGroup: '', territory: '', associationSize: '' }

/** What was typed of an organisation that is not sent yet: it outlives a look at another page. */
export const newOrganisation = reactive({ ...empty })

/** The organisation is there: the next one starts empty. */
export function forgetNewOrganisation(): void {
	Object.assign(newOrganisation, empty)
}
