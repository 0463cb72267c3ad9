<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\EmancipAsso\Pack;

use OCA\EmancipAsso\Config\Lexicon;
use OCP\AppFramework\Services\IAppConfig;
use OCP\AppFramework\Utility\ITimeFactory;
use OCP\Files\IAppData;
use OCP\Files\NotFoundException;
use OCP\Files\SimpleFS\ISimpleFile;
use OCP\Files\SimpleFS\ISimpleFolder;

/**
 * This Nextcloud's own copies of the packs. A copy is replaced only by bytes that have the announced checksum.
 * Older questionnaires and catalogues stay: a diagnosis ends on the version that it began with, and is read with those
 * that it was closed with.
 */
final class PackStore {
	private const FOLDER = 'packs';
	private const READ_WITH = ['questionnaire', 'solutions'];
	/** Versions kept of the directory, the only large pack: the newest, and the one that open pages still read. */
	private const DIRECTORIES = 2;

	public function __construct(
		private BundledPacks $bundled,
		private IAppData $files,
		private IAppConfig $config,
		private ITimeFactory $time,
	) {
	}

	/** @return array<string, PackCopy> the newest copy of each pack, by name */
	public function newest(): array {
		$newest = $this->bundled->all();
		foreach ($this->copies() as $name => $copy) {
			if (!$copy->isSameAs($newest[$name] ?? null) && $copy->createdAt >= ($newest[$name] ?? null)?->createdAt) {
				$newest[$name] = $copy;
			}
		}
		ksort($newest);
		return $newest;
	}

	/** @return list<array{name: string, version: string, checksum: string, source: string, copiedAt: string|null}> */
	public function show(): array {
		return array_values(array_map(static fn (PackCopy $copy): array => $copy->show(), $this->newest()));
	}

	/** @return string|null the bytes of one version */
	public function bytes(string $name, string $version): ?string {
		$bytes = $this->bundled->bytes($name, $version);
		if ($bytes !== null) {
			return $bytes;
		}
		try {
			return $this->files->getFolder(self::FOLDER)->getFile("$name-$version.json")->getContent();
		} catch (NotFoundException) {
			return null;
		}
	}

	/** Whether a pack of the connector is here already. */
	public function has(PackCopy $announced): bool {
		return $announced->isSameAs($this->bundled->all()[$announced->name] ?? null) || $announced->isSameAs($this->copies()[$announced->name] ?? null);
	}

	/** @return bool false when the bytes are not the announced ones; then everything stays as it was */
	public function keep(PackCopy $announced, string $bytes): bool {
		if (!$announced->matches($bytes)) {
			return false;
		}
		$folder = $this->folder();
		$file = "{$announced->name}-{$announced->version}.json";
		$folder->fileExists($file) ? $folder->getFile($file)->putContent($bytes) : $folder->newFile($file, $bytes);
		$copies = [...$this->copies(), $announced->name => $announced->at($this->time->getTime())];
		$this->config->setAppValueArray(Lexicon::PACK_COPIES, array_map(static fn (PackCopy $copy): array => $copy->toArray(), $copies), lazy: true);
		$this->prune($folder, $file);
		return true;
	}

	/** Keeps the shipped packs that documents are read with, beyond the version of the app that has them. */
	public function keepBundled(): void {
		$folder = $this->folder();
		foreach (array_intersect_key($this->bundled->all(), array_flip(self::READ_WITH)) as $pack) {
			$file = "{$pack->name}-{$pack->version}.json";
			$bytes = $this->bundled->bytes($pack->name, $pack->version);
			if ($bytes !== null && !$folder->fileExists($file)) {
				$folder->newFile($file, $bytes);
			}
		}
	}

	/**
	 * Deletes every copy but those that something is read with, and what the next diagnosis begins with: the shipped ones.
	 *
	 * @param list<string> $needed `name-version` of each
	 */
	public function deleteUnneeded(array $needed): void {
		foreach ($this->folder()->getDirectoryListing() as $file) {
			if (!in_array(basename($file->getName(), '.json'), $needed, true)) {
				$file->delete();
			}
		}
		$this->config->deleteAppValue(Lexicon::PACK_COPIES);
		$this->keepBundled();
	}

	/** @return array<string, PackCopy> what came from the connector, by name */
	private function copies(): array {
		$copies = [];
		foreach ($this->config->getAppValueArray(Lexicon::PACK_COPIES, lazy: true) as $line) {
			$copy = PackCopy::read($line);
			if ($copy?->copiedAt !== null) {
				$copies[$copy->name] = $copy;
			}
		}
		return $copies;
	}

	private function folder(): ISimpleFolder {
		try {
			return $this->files->getFolder(self::FOLDER);
		} catch (NotFoundException) {
			return $this->files->newFolder(self::FOLDER);
		}
	}

	private function prune(ISimpleFolder $folder, string $kept): void {
		$directories = array_filter($folder->getDirectoryListing(), static fn (ISimpleFile $file): bool => str_starts_with($file->getName(), 'directory-') && $file->getName() !== $kept);
		usort($directories, static fn (ISimpleFile $a, ISimpleFile $b): int => $b->getMTime() <=> $a->getMTime());
		foreach (array_slice($directories, self::DIRECTORIES - 1) as $old) {
			$old->delete();
		}
	}
}
