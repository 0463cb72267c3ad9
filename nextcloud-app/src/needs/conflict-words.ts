/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { NeedLink } from '@emancipasso/shared/community/need'

import { t } from '../l10n.ts'

type Field = NonNullable<NeedLink['conflict']>['fields'][number]

/**
 * What both sides changed, in a sentence.
 *
 * @param fields of the topic
 */
export function conflictWords(fields: readonly Field[]): string {
	return t('You corrected this need, and people on the forum changed the same: {what}. The forum shows its own version until you say which one stays.', { what: fields.map(fieldName).join(', ') })
}

function fieldName(field: Field): string {
	switch (field) {
		case 'title': return t('the title')
		case 'body': return t('the text')
		case 'category': return t('the category')
		case 'tags': return t('the tags')
		case 'closed': return t('whether it takes replies')
		default: return t('whether it is shown in lists')
	}
}
