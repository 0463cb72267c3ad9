/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { Provider } from '@emancipasso/shared/directory/provider'
import { cutAtWord, listOf } from './clean-text.ts'

const schemes = /^https?:\/\//i
const contacts = Provider.shape.contacts.shape

/**
 * The contacts of a row of the mednum standard. Nobody asked these people, so all stay hidden; what cannot be a contact is
 * told and not kept anywhere, since it may be personal.
 *
 * @param cells of the row
 * @param note says what was left out
 */
export function contactsOf(cells: Readonly<Record<string, string>>, note: (column: string, what: string) => void) {
	const consent = 'didnotask' as const
	const first = (column: string, field: 'roleEmail' | 'phone' | 'website' | 'form', values: string[]) => {
		const right = values.filter((value) => contacts[field].safeParse({ value, consent }).success)
		const wrong = values.filter((value) => !right.includes(value))
		if (wrong.length > 0) {
			note(column, `${wrong.map((value) => `“${cutAtWord(value, 80)}”`).join(', ')} cannot be used as it is written; left out`)
		}
		if (right.length > 1) {
			note(column, `only the first of ${right.length} is kept`)
		}
		const [value] = right
		return value === undefined ? undefined : { value, consent }
	}
	const roleEmail = first('courriels', 'roleEmail', listOf(cells.courriels ?? ''))
	const phone = first('telephone', 'phone', telephonesOf(cells.telephone ?? ''))
	const website = first('site_web', 'website', addressesOf(cells.site_web ?? ''))
	const form = first('prise_rdv', 'form', addressesOf(cells.prise_rdv ?? ''))
	return {
		...(roleEmail ? { roleEmail } : {}),
		...(phone ? { phone } : {}),
		...(website ? { website } : {}),
		...(form ? { form } : {}),
	}
}

/**
 * @param cell numbers with whatever stands between them
 */
function telephonesOf(cell: string): string[] {
	return listOf(cell.replaceAll('/', '|'))
}

/**
 * @param cell addresses, often without https://
 */
function addressesOf(cell: string): string[] {
	return listOf(cell).map((value) => schemes.test(value) || !/^[\w-]+(\.[\w-]+)+/.test(value) ? value : `https://${value}`)
}
