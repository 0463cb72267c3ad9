<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\EmancipAsso\Connector;

use JsonException;
use OCA\EmancipAsso\Document\JsonText;
use stdClass;

/** What the connector answered. */
final class ConnectorReply {
	/** @param array<string, array<string>|string> $headers */
	public function __construct(
		public readonly int $status,
		public readonly string $body,
		private array $headers,
	) {
	}

	public function header(string $name): string {
		foreach ($this->headers as $known => $values) {
			if (strcasecmp((string)$known, $name) === 0) {
				return is_array($values) ? implode(', ', $values) : $values;
			}
		}
		return '';
	}

	/** @throws ConnectorFailure not-a-connector */
	public function json(): stdClass {
		try {
			return JsonText::decode($this->body);
		} catch (JsonException) {
			throw new ConnectorFailure('not-a-connector', $this->status);
		}
	}

	/**
	 * The same, when it is about a need: a page on the way that answers everything with 200 took nothing.
	 *
	 * @throws ConnectorFailure not-a-connector
	 */
	public function ofNeed(): self {
		$this->json();
		return preg_match('#^(?:W/)?"[\x21\x23-\x7e]{1,200}"$#D', $this->header('ETag')) === 1 ? $this : throw new ConnectorFailure('not-a-connector', $this->status);
	}

	/** @return array{id: string, sentence: string}|null the problem (RFC 9457) that it is */
	public function problem(): ?array {
		try {
			$body = JsonText::decode($this->body);
		} catch (JsonException) {
			return null;
		}
		$type = $body->type ?? null;
		if (!is_string($type) || preg_match('/([a-z-]+)$/D', $type, $found) !== 1) {
			return null;
		}
		$sentence = $body->detail ?? $body->title ?? '';
		$fields = [];
		foreach (is_array($body->errors ?? null) ? $body->errors : [] as $error) {
			if ($error instanceof stdClass && is_string($error->path ?? null) && is_string($error->message ?? null)) {
				$fields[] = "$error->path: $error->message";
			}
		}
		return ['id' => $found[1], 'sentence' => mb_substr(trim((is_string($sentence) ? $sentence : '') . ' ' . implode(' ; ', $fields)), 0, 500)];
	}
}
