/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { ImportRemark } from '@emancipasso/shared/papers/portable/plan-import'
import type { PortableProblem } from '@emancipasso/shared/papers/portable/read-portable'

import { n, t } from '../l10n.ts'

/**
 * Why a file cannot be taken in, and what to do.
 *
 * @param problem what reading it said
 */
export function problemWords(problem: PortableProblem): string {
	switch (problem.problem) {
		case 'too-large': return t('This file is too large to be read here. Is it the one that was made under “Everything, to keep or to move”?')
		case 'not-ours': return t('This is not a file that Émancip’Asso made under “Everything, to keep or to move”.')
		case 'newer': return t('This file was made by a newer version of Émancip’Asso. Ask your administrator to update this one, then try again.')
		case 'damaged': return t('Something in this file is not as it was made, at {place}. Make it again where it comes from.', { place: problem.place })
	}
}

/**
 * What becomes of the questionnaire of a diagnosis, and of tools for which there is no room.
 *
 * @param remark what the import says
 */
export function remarkWords(remark: ImportRemark): string {
	if (remark.kind === 'tools-left-out') {
		return n('%n tool is not brought in: your list of tools would be too long.', '%n tools are not brought in: your list of tools would be too long.', remark.count)
	}
	const { title } = remark
	switch (remark.kind) {
		case 'questionnaire-brought': return t('“{title}” was made with a version of the questionnaire that is not here. It brings its own, so that its result stays the same.', { title })
		case 'questionnaire-missing': return t('“{title}” was made with a version of the questionnaire that is neither here nor in the file. Its answers come in; its result is worked out with ours and may differ.', { title })
		case 'catalogue-too-large': return t('“{title}” would be too large together with its catalogue of tools. Its answers come in; its share of free tools is worked out with ours and may differ.', { title })
		case 'pack-differs': return t('The file has other words than this Nextcloud for the same version of the questions or of the catalogue. Ours count: the result of “{title}” may differ.', { title })
		case 'document-too-large': return t('“{title}” is larger than anything that this Nextcloud keeps, and is not brought in.', { title })
		case 'questionnaire-too-large': return t('“{title}” would be too large together with its questionnaire. Its answers come in; its result is worked out with ours and may differ.', { title })
	}
}
