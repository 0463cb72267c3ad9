<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\EmancipAsso\Pack;

use OCA\EmancipAsso\Clock;

/** What is known of one pack of reference data: its version, and where this Nextcloud has it from. */
final class PackCopy {
	public const NAMES = ['directory', 'questionnaire', 'solutions', 'vocabularies'];

	public function __construct(
		public readonly string $name,
		public readonly string $version,
		public readonly string $checksum,
		public readonly string $createdAt,
		/** In seconds; null for what is shipped with the app. */
		public readonly ?int $copiedAt = null,
	) {
	}

	/** Reads a line of the connector's list or of our own; null when it is none. */
	public static function read(mixed $line): ?self {
		$line = is_object($line) ? get_object_vars($line) : $line;
		if (!is_array($line)) {
			return null;
		}
		[$name, $version, $checksum, $createdAt] = array_map(static fn (string $key): string => is_string($line[$key] ?? null) ? $line[$key] : '', ['name', 'version', 'checksum', 'createdAt']);
		if (!in_array($name, self::NAMES, true) || preg_match('/^[A-Za-z0-9.-]{1,60}$/D', $version) !== 1 || preg_match('/^sha256-[0-9a-f]{64}$/D', $checksum) !== 1) {
			return null;
		}
		return new self($name, $version, $checksum, $createdAt, is_int($line['copiedAt'] ?? null) ? $line['copiedAt'] : null);
	}

	public function at(int $seconds): self {
		return new self($this->name, $this->version, $this->checksum, $this->createdAt, $seconds);
	}

	public function isSameAs(?self $other): bool {
		return $other !== null && $this->name === $other->name && $this->version === $other->version && $this->checksum === $other->checksum;
	}

	public function matches(string $bytes): bool {
		return hash_equals($this->checksum, 'sha256-' . hash('sha256', $bytes));
	}

	/** @return array{name: string, version: string, checksum: string, source: string, copiedAt: string|null} */
	public function show(): array {
		return [
			'name' => $this->name,
			'version' => $this->version,
			'checksum' => $this->checksum,
			'source' => $this->copiedAt === null ? 'bundled' : 'connector',
			'copiedAt' => $this->copiedAt === null ? null : Clock::show($this->copiedAt * 1000),
		];
	}

	/** @return array<string, string|int|null> */
	public function toArray(): array {
		return ['name' => $this->name, 'version' => $this->version, 'checksum' => $this->checksum, 'createdAt' => $this->createdAt, 'copiedAt' => $this->copiedAt];
	}
}
