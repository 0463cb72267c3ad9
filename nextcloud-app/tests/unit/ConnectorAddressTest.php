<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\EmancipAsso\Tests;

use OCA\EmancipAsso\Connector\ConnectionTest;
use OCA\EmancipAsso\Connector\ConnectorSettings;
use PHPUnit\Framework\TestCase;

final class ConnectorAddressTest extends TestCase {
	public function testTakesAnAddressAsPeopleCopyIt(): void {
		foreach (['https://c.example.org/asso', ' https://c.example.org/asso/ ', 'https://c.example.org/asso/api/v1', 'https://c.example.org/asso/api/v1/'] as $copied) {
			self::assertSame('https://c.example.org/asso', ConnectorSettings::normalise($copied));
		}
		self::assertSame('', ConnectorSettings::normalise(' '));
	}

	public function testKnowsAnAddressThatTheAppMayCall(): void {
		foreach (['https://c.example.org', 'http://connector:8460', 'http://127.0.0.1:8460/sous/chemin', 'https://[::1]:8460'] as $address) {
			self::assertTrue(ConnectorSettings::isValid($address), $address);
		}
		foreach (['', 'connector', 'ftp://c.example.org', 'file:///etc/passwd', 'javascript:alert(1)', 'https://user:secret@c.example.org', 'https://c.example.org/?a=b', 'https://c.example.org/#a', "https://c.example.org/\r\nHost: x", 'https://' . str_repeat('a', 600)] as $address) {
			self::assertFalse(ConnectorSettings::isValid($address), $address);
		}
	}

	public function testWorksWithOneMinorVersionOlderOrNewer(): void {
		foreach (['1.4.0', '1.3.9', '1.5.0-beta'] as $theirs) {
			self::assertTrue(ConnectionTest::understand('1.4.2', $theirs), $theirs);
		}
		foreach (['1.2.0', '1.6.0', '2.4.0', '0.4.2', 'none'] as $theirs) {
			self::assertFalse(ConnectionTest::understand('1.4.2', $theirs), $theirs);
		}
	}
}
