<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\EmancipAsso\Connector;

use OCA\EmancipAsso\Config\Lexicon;
use OCP\AppFramework\Services\IAppConfig;
use OCP\IConfig;

/**
 * Where this Nextcloud stands. A copy brings its database along, with the token and the instance id, but seldom its
 * address and its folders: where these differ from the day it was joined, nobody but an administrator can say whether
 * it was moved or is a copy. Kept as hashes; the same for the command line and the web server.
 */
final class Place {
	private const PARTS = ['address', 'server-folder', 'data-folder'];

	public function __construct(
		private IAppConfig $config,
		private IConfig $system,
	) {
	}

	/** This is the place of the Nextcloud that was joined. */
	public function remember(): void {
		$this->config->setAppValueArray(Lexicon::PLACE, $this->hashes(), lazy: true);
	}

	/** The same, when no place is known: the settings were written by other means than the app's. */
	public function rememberFirst(): void {
		if ($this->config->getAppValueArray(Lexicon::PLACE, lazy: true) === []) {
			$this->remember();
		}
	}

	public function forget(): void {
		$this->config->deleteAppValue(Lexicon::PLACE);
	}

	/** @return list<value-of<self::PARTS>> what differs; empty also while no place is known */
	public function changes(): array {
		$known = $this->config->getAppValueArray(Lexicon::PLACE, lazy: true);
		$present = $this->hashes();
		return array_values(array_filter(self::PARTS, static fn (string $part): bool => isset($known[$part]) && $known[$part] !== $present[$part]));
	}

	public function isElsewhere(): bool {
		return $this->changes() !== [];
	}

	/** @return array<value-of<self::PARTS>, string> */
	private function hashes(): array {
		$file = (string)(new \ReflectionClass(IConfig::class))->getFileName();
		$root = dirname((string)realpath($file), 3);
		return array_map(static fn (string $value): string => hash('sha256', rtrim($value, '/')), [
			'address' => $this->system->getSystemValueString('overwrite.cli.url'),
			'server-folder' => $root,
			'data-folder' => $this->system->getSystemValueString('datadirectory', "$root/data"),
		]);
	}
}
