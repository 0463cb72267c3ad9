/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { z } from 'zod'

/** Text that can be stored: a database refuses NUL and half a character; nobody types the other control characters. */
export const publicText = z.string().refine((text) => text.isWellFormed() && !/(?![\t\n])\p{Cc}/u.test(text), 'holds characters that cannot be stored')
