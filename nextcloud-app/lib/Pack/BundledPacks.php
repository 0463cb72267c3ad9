<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\EmancipAsso\Pack;

use OCA\EmancipAsso\AppInfo\Application;
use OCP\App\AppPathNotFoundException;
use OCP\App\IAppManager;

/** The packs that come with the app, so that it works before any connector and without one. */
final class BundledPacks {
	/** @var array<string, PackCopy>|null */
	private ?array $copies = null;

	public function __construct(
		private IAppManager $apps,
	) {
	}

	/** @return array<string, PackCopy> by name */
	public function all(): array {
		if ($this->copies === null) {
			$this->copies = [];
			$index = json_decode((string)$this->contents('index.json'));
			foreach (is_array($index) ? $index : [] as $line) {
				$copy = PackCopy::read($line);
				if ($copy !== null) {
					$this->copies[$copy->name] = $copy;
				}
			}
		}
		return $this->copies;
	}

	/** @return string|null the bytes, when the app was shipped with that version */
	public function bytes(string $name, string $version): ?string {
		return ($this->all()[$name] ?? null)?->version === $version ? $this->contents("$name-$version.json") : null;
	}

	private function contents(string $file): ?string {
		try {
			$path = $this->apps->getAppPath(Application::APP_ID) . '/packs/' . $file;
		} catch (AppPathNotFoundException) {
			return null;
		}
		return is_file($path) ? (string)file_get_contents($path) : null;
	}
}
