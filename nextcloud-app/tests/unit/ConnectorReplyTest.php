<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\EmancipAsso\Tests;

use OCA\EmancipAsso\Connector\ConnectorFailure;
use OCA\EmancipAsso\Connector\ConnectorReply;
use PHPUnit\Framework\TestCase;

final class ConnectorReplyTest extends TestCase {
	public function testReadsAProblemWithItsFields(): void {
		$reply = new ConnectorReply(422, '{"type":"urn:emancipasso:problem:invalid-input","title":"Corrigez.","errors":[{"path":"body.title","message":"trop court"},"?"]}', []);
		self::assertSame(['id' => 'invalid-input', 'sentence' => 'Corrigez. body.title: trop court'], $reply->problem());
		$failure = ConnectorFailure::ofReply($reply);
		self::assertSame(['refused', 422, 'invalid-input', false], [$failure->cause, $failure->status, $failure->problem, $failure->concernsConnection()]);
	}

	public function testTakesNothingElseForAProblem(): void {
		foreach (['', '<html>', '[]', '{}', '{"type":7}', '{"type":"about:blank#"}'] as $body) {
			self::assertNull((new ConnectorReply(400, $body, []))->problem(), $body);
		}
		self::assertSame('not-a-connector', ConnectorFailure::ofReply(new ConnectorReply(404, '<html>', []))->cause);
		self::assertSame('error', ConnectorFailure::ofReply(new ConnectorReply(503, '<html>', []))->cause);
	}

	public function testFindsAHeaderWhateverItsCase(): void {
		self::assertSame('"3"', (new ConnectorReply(200, '', ['etag' => ['"3"']]))->header('ETag'));
		self::assertSame('', (new ConnectorReply(200, '', []))->header('ETag'));
	}

	/** @return array<string, array{string, string}> */
	public function exceptions(): array {
		return [
			'a name that does not exist' => ['cURL error 6: Could not resolve host', 'unreachable'],
			'a port where nothing listens' => ['cURL error 7: Failed to connect', 'unreachable'],
			'a certificate of another' => ['cURL error 60: SSL certificate problem', 'tls'],
			'patience at its end' => ['cURL error 28: Operation timed out', 'timeout'],
			'what cURL does not name' => ['Connection reset', 'unreachable'],
		];
	}

	/** @dataProvider exceptions */
	public function testNamesWhyThereWasNoAnswer(string $message, string $cause): void {
		self::assertSame($cause, ConnectorFailure::ofException(new \Exception($message))->cause);
	}
}
