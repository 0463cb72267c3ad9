/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/**
 * The people of a cloud under test. camille is a member, manager and publisher of what her groups `association` and
 * `bureau` make; dominique is in `association` only; sasha is in `autre-asso`.
 * camille and sasha look after their groups.
 */
export const users = ['admin', 'camille', 'dominique', 'sasha', 'anonymous'] as const
export type User = typeof users[number]

/** The app on some host, with the connector it may be joined to. */
export interface AppUnderTest {
	/** Address of the cloud, without a slash at the end. */
	base: string
	/** Headers that make a request come from someone: a session or a password. */
	headers(user: User): Promise<Record<string, string>>
	/** How to join the app to a real connector; null when there is none here. */
	connector: { url: string, token: string } | null
	/** Id that the cloud gives to the connector, for calls made beside it. */
	instance(): Promise<string>
	/** The cloud no longer finds a group and hears of no deletion: its directory service is switched off. Making it again brings it back. */
	hideGroup(group: string): Promise<void>
	close(): Promise<void>
}
