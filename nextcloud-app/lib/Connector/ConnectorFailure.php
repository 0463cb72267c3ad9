<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\EmancipAsso\Connector;

/**
 * Why the connector did not do what it was asked. The cause is stable; {@see ConnectorSentences} has the words.
 */
final class ConnectorFailure extends \RuntimeException {
	/** What the connector's own problems mean for this Nextcloud as a whole. */
	private const CAUSES_BY_PROBLEM = [
		'token-missing' => 'token-refused',
		'token-unknown' => 'token-refused',
		'instance-revoked' => 'token-revoked',
		'instance-suspended' => 'instance-suspended',
		'cloned-instance' => 'cloned-instance',
		'instance-missing' => 'version',
	];

	/**
	 * @param string $cause one of the causes of a connection test, or `refused` for this one request
	 * @param string $detail the connector's own sentence, or the address it redirects to
	 */
	public function __construct(
		public readonly string $cause,
		public readonly int $status = 0,
		public readonly string $problem = '',
		public readonly string $detail = '',
	) {
		parent::__construct(trim("$cause $status $problem"));
	}

	/** Names the cause of an answer that is neither good nor "nothing changed". */
	public static function ofReply(ConnectorReply $reply): self {
		if ($reply->status >= 300 && $reply->status < 400) {
			return new self('not-a-connector', $reply->status, detail: mb_substr(mb_scrub($reply->header('Location'), 'UTF-8'), 0, 200));
		}
		$problem = $reply->problem();
		if ($problem === null) {
			return new self($reply->status >= 500 ? 'error' : 'not-a-connector', $reply->status);
		}
		$cause = self::CAUSES_BY_PROBLEM[$problem['id']] ?? ($reply->status >= 500 ? 'error' : 'refused');
		return new self($cause, $reply->status, $problem['id'], $problem['sentence']);
	}

	/** Names the cause when there was no answer. The HTTP client's own exceptions are not public, their words are stable. */
	public static function ofException(\Throwable $exception): self {
		$code = preg_match('/cURL error (\d+)/', $exception->getMessage(), $found) === 1 ? (int)$found[1] : 0;
		return new self(match (true) {
			$exception instanceof ReplyTooLarge => 'error',
			$code === 28 => 'timeout',
			in_array($code, [1, 3], true) => 'invalid-address',
			in_array($code, [35, 51, 53, 54, 58, 59, 60, 64, 66, 77, 80, 82, 83, 90, 91], true) => 'tls',
			default => 'unreachable',
		});
	}

	/** Whether a connector, and nothing else on the way to it, refused this one request with that status. */
	public function isRefusal(int $status): bool {
		return $this->cause === 'refused' && $this->status === $status;
	}

	/** Whether it says something about the connection, and not only about one request. */
	public function concernsConnection(): bool {
		return $this->cause !== 'refused';
	}
}
