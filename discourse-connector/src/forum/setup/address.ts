/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { lookup } from 'node:dns/promises'
import { BlockList, isIP } from 'node:net'
import { StartError } from '../../platform/start-error.ts'

const internal = new BlockList()
for (const [network, prefix] of [['10.0.0.0', 8], ['127.0.0.0', 8], ['169.254.0.0', 16], ['172.16.0.0', 12], ['192.168.0.0', 16], ['100.64.0.0', 10]] as const) {
	internal.addSubnet(network, prefix)
}
for (const [network, prefix] of [['::1', 128], ['fc00::', 7], ['fe80::', 10]] as const) {
	internal.addSubnet(network, prefix, 'ipv6')
}

/**
 * The forum's address as the connector uses it. A key is only sent over TLS, except on this very machine.
 *
 * @param given by the operator
 * @return without a slash at the end
 * @throws {StartError} in words
 */
export function forumAddress(given: string): string {
	const url = URL.canParse(given) ? new URL(given) : undefined
	if (url === undefined || !['http:', 'https:'].includes(url.protocol) || url.search !== '' || url.hash !== '') {
		throw new StartError(`“${given}” is no address of a forum: it looks like https://forum.example.org.`)
	}
	if (url.username !== '' || url.password !== '') {
		throw new StartError('The forum’s address has a password in it. Leave it out; the connector signs in with its key.')
	}
	if (url.protocol === 'http:' && !isLoopback(url.hostname)) {
		throw new StartError(`${url.origin} is not encrypted, so anybody on the way could read the key. Use the forum’s https address.`)
	}
	return url.href.replace(/\/+$/, '')
}

/**
 * Whether a forum elsewhere would take the address for one of its own network.
 *
 * @param url of the connector
 */
export async function isInternalAddress(url: string): Promise<boolean> {
	const host = new URL(url).hostname.replace(/^\[|\]$/g, '')
	if (isLoopback(host)) {
		return true
	}
	const addresses = isIP(host) > 0 ? [host] : await lookup(host, { all: true }).then((found) => found.map(({ address }) => address), () => [])
	return addresses.some((address) => internal.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4'))
}

function isLoopback(host: string): boolean {
	return /^(localhost|.*\.localhost|127(\.\d+){3}|\[?::1\]?)$/.test(host)
}
