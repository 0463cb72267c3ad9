<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\EmancipAsso\Tests;

use OCA\EmancipAsso\Organisation\Role;
use PHPUnit\Framework\TestCase;

final class RoleTest extends TestCase {
	public function testAStrangerHasNoRole(): void {
		self::assertNull(Role::of('association', 'bureau', 'plume', ['autre-asso', 'admin']));
		self::assertNull(Role::of('association', 'bureau', 'plume', []));
	}

	/** @return array<string, array{list<string>, bool, bool}> */
	public function people(): array {
		return [
			'a member' => [['association'], false, false],
			'a manager who is not in the group of members' => [['bureau'], true, false],
			'a publisher' => [['plume'], false, true],
			'somebody of all three' => [['association', 'bureau', 'plume'], true, true],
		];
	}

	/**
	 * @dataProvider people
	 * @param list<string> $groups
	 */
	public function testEachGroupGivesItsRight(array $groups, bool $manager, bool $publisher): void {
		$role = Role::of('association', 'bureau', 'plume', $groups);
		self::assertSame([$manager, $publisher], [$role?->manager, $role?->publisher]);
	}

	public function testADeletedGroupGivesNothing(): void {
		self::assertNull(Role::of(null, null, '', ['', '0']));
		self::assertFalse(Role::of('association', null, null, ['association', ''])?->manager);
	}

	public function testAGroupWhoseIdLooksLikeANumberIsNoOther(): void {
		self::assertNull(Role::of('7', '07', '7.0', ['007', '7e0']));
	}
}
