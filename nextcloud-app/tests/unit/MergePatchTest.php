<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\EmancipAsso\Tests;

use OCA\EmancipAsso\Document\JsonText;
use OCA\EmancipAsso\Document\MergePatch;
use PHPUnit\Framework\TestCase;

final class MergePatchTest extends TestCase {
	/** @return array<string, array{string, string, string}> the cases of RFC 7396 whose patch is a map, and those that PHP could bend */
	public function cases(): array {
		return [
			'replaces a value' => ['{"a":"b"}', '{"a":"c"}', '{"a":"c"}'],
			'adds a value' => ['{"a":"b"}', '{"b":"c"}', '{"a":"b","b":"c"}'],
			'removes a value' => ['{"a":"b","b":"c"}', '{"a":null}', '{"b":"c"}'],
			'replaces a list by a value' => ['{"a":["b"]}', '{"a":"c"}', '{"a":"c"}'],
			'replaces a value by a list' => ['{"a":"c"}', '{"a":["b"]}', '{"a":["b"]}'],
			'merges maps' => ['{"a":{"b":"c"}}', '{"a":{"b":"d","c":null}}', '{"a":{"b":"d"}}'],
			'does not merge lists' => ['{"a":[{"b":"c"}]}', '{"a":[1]}', '{"a":[1]}'],
			'keeps a null of the document' => ['{"e":null}', '{"a":1}', '{"e":null,"a":1}'],
			'makes a map of a value' => ['{"a":"foo"}', '{"a":{"b":"c"}}', '{"a":{"b":"c"}}'],
			'drops the nulls of a new map' => ['{}', '{"a":{"bb":{"ccc":null}}}', '{"a":{"bb":{}}}'],
			'keeps an empty map a map' => ['{"a":{}}', '{"b":{}}', '{"a":{},"b":{}}'],
			'keeps an empty list a list' => ['{"a":[]}', '{"b":[]}', '{"a":[],"b":[]}'],
			'keeps keys that are numbers' => ['{"0":"a","1":"b"}', '{"1":null,"2":"c"}', '{"0":"a","2":"c"}'],
			'keeps an empty key' => ['{"":1}', '{"":{"":2}}', '{"":{"":2}}'],
			'keeps nulls in a list' => ['{}', '{"a":[null]}', '{"a":[null]}'],
		];
	}

	/** @dataProvider cases */
	public function testPatches(string $document, string $patch, string $expected): void {
		self::assertSame($expected, JsonText::encode(MergePatch::apply(JsonText::decode($document), JsonText::decode($patch))));
	}

	public function testTwoPatchesJoinedDoWhatTheyDoOneAfterTheOther(): void {
		$documents = ['{}', '{"a":{"b":{"c":1},"d":2},"e":[1],"0":"x"}', '{"a":"text"}'];
		$patches = ['{}', '{"a":null}', '{"a":{}}', '{"a":{"b":null}}', '{"a":{"b":{"c":null,"n":{}}}}', '{"a":7}', '{"e":[],"0":null}', '{"a":{"b":5},"z":{"y":{"x":null}}}'];
		$joinedOnes = 0;
		foreach ($patches as $first) {
			foreach ($patches as $second) {
				$joined = MergePatch::join(JsonText::decode($first), JsonText::decode($second));
				foreach ($joined === null ? [] : $documents as $document) {
					$expected = MergePatch::apply(MergePatch::apply(JsonText::decode($document), JsonText::decode($first)), JsonText::decode($second));
					self::assertTrue(JsonText::sameAs($expected, MergePatch::apply(JsonText::decode($document), $joined)), "$document $first $second");
					$joinedOnes++;
				}
			}
		}
		self::assertGreaterThan(120, $joinedOnes);
		self::assertNull(MergePatch::join(JsonText::decode('{"a":null}'), JsonText::decode('{"a":{"b":1}}')));
	}

	public function testChangesNeitherOfItsArguments(): void {
		$document = JsonText::decode('{"a":{"b":{"c":1}}}');
		$patch = JsonText::decode('{"a":{"b":{"c":2},"d":{}}}');
		MergePatch::apply($document, $patch)->a->d->later = true;
		self::assertSame(['{"a":{"b":{"c":1}}}', '{"a":{"b":{"c":2},"d":{}}}'], [JsonText::encode($document), JsonText::encode($patch)]);
	}
}
