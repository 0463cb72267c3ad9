/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { generateKeyPairSync, sign } from 'node:crypto'

const INTEGER = 0x02
const BITS = 0x03
const OBJECT = 0x06
const TEXT = 0x0C
const SEQUENCE = 0x30
const SET = 0x31
const TIME = 0x17
const VERSION = 0xA0

/** ecdsa-with-SHA256 */
const SIGNED_WITH = part(SEQUENCE, part(OBJECT, Buffer.from('2a8648ce3d040302', 'hex')))
/** commonName */
const NAME = part(OBJECT, Buffer.from('550403', 'hex'))

/**
 * A certificate for localhost that nobody vouches for, and its key, in PEM: what a forum with a broken certificate shows.
 *
 * @return for a server of node:https
 */
export function selfSigned(): { cert: string, key: string } {
	const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
	const name = part(SEQUENCE, part(SET, part(SEQUENCE, NAME, part(TEXT, Buffer.from('localhost')))))
	const unsigned = part(
		SEQUENCE,
		part(VERSION, part(INTEGER, Buffer.from([2]))),
		part(INTEGER, Buffer.from([1])),
		SIGNED_WITH,
		name,
		part(SEQUENCE, part(TIME, Buffer.from('200101000000Z')), part(TIME, Buffer.from('490101000000Z'))),
		name,
		publicKey.export({ type: 'spki', format: 'der' }),
	)
	const signed = part(SEQUENCE, unsigned, SIGNED_WITH, part(BITS, Buffer.from([0]), sign('sha256', unsigned, privateKey)))
	return {
		cert: `-----BEGIN CERTIFICATE-----\n${signed.toString('base64')}\n-----END CERTIFICATE-----\n`,
		key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
	}
}

/**
 * One value in DER.
 *
 * @param tag of the value
 * @param contents one after the other
 */
function part(tag: number, ...contents: Buffer[]): Buffer {
	const content = Buffer.concat(contents)
	const size = content.length
	const length = size < 0x80 ? [size] : size < 0x1_00 ? [0x81, size] : [0x82, size >> 8, size & 0xFF]
	return Buffer.concat([Buffer.from([tag, ...length]), content])
}
