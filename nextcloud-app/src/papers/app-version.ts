/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/** Put in by the build. */
declare const appVersion: string

/** The version of the application, which every paper says. */
export const version = appVersion
