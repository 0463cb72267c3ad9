<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\EmancipAsso\Tests;

use JsonException;
use OCA\EmancipAsso\Document\JsonText;
use PHPUnit\Framework\TestCase;

final class JsonTextTest extends TestCase {
	public function testKeepsATextAsItWas(): void {
		$text = '{"a":{},"b":[],"é":"🎺 \u0000 / \\\\ud800","n":[0,-1,0.1,12345678901],"t":true,"z":null}';
		self::assertSame($text, JsonText::encode(JsonText::decode($text)));
	}

	/** @return array<string, array{string}> */
	public function refused(): array {
		return [
			'nothing' => [''], 'a list' => ['[1]'], 'a text' => ['"a"'], 'half a map' => ['{"a":'],
			'what is no UTF-8' => ["{\"a\":\"\xff\"}"], 'a map in a map, for ever' => [str_repeat('{"a":', 200) . '1' . str_repeat('}', 200)],
		];
	}

	/** @dataProvider refused */
	public function testRefuses(string $text): void {
		$this->expectException(JsonException::class);
		JsonText::decode($text);
	}

	public function testReplacesHalfAnEmojiThatAFieldCutOff(): void {
		self::assertSame('{"a":"fête �","b":"🎺","c":"� fin"}', JsonText::encode(JsonText::decode('{"a":"fête \ud83c","b":"\ud83c\udfba","c":"\udfba fin"}')));
	}

	public function testComparesWhateverTheOrderOfKeys(): void {
		$one = JsonText::decode('{"a":{"x":1,"y":[1,2]},"b":"mot "}');
		self::assertTrue(JsonText::sameAs($one, JsonText::decode('{"b":"mot","a":{"y":[1,2],"x":1}}')));
		self::assertFalse(JsonText::sameAs($one, JsonText::decode('{"b":"mot","a":{"y":[2,1],"x":1}}')));
		self::assertFalse(JsonText::sameAs($one, JsonText::decode('{"a":{"x":1,"y":[1,2]}}')));
		self::assertFalse(JsonText::sameAs(JsonText::decode('{"a":0}'), JsonText::decode('{"a":"0"}')));
		self::assertFalse(JsonText::sameAs(null, JsonText::decode('{}')));
	}
}
