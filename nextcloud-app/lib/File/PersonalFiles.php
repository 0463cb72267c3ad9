<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\EmancipAsso\File;

use OCA\EmancipAsso\Exception\Problem;
use OCP\Files\Folder;
use OCP\Files\IRootFolder;
use OCP\Files\NotFoundException;
use OCP\IL10N;
use OCP\IURLGenerator;
use OCP\Util;

/** A person's own files: the folders to choose from, and papers that are kept there. Nothing is ever written over. */
final class PersonalFiles {
	/** Bytes of a paper. */
	public const LIMIT = 2_000_000;
	/** Folders that a person can still choose from. */
	private const LISTED = 1000;

	public function __construct(
		private IRootFolder $root,
		private FileProblems $problems,
		private IURLGenerator $urls,
		private IL10N $l,
	) {
	}

	/**
	 * @param list<string> $path names from the root of the person's files
	 * @return array{path: string, folders: list<string>}
	 * @throws Problem invalid-input, forbidden, conflict
	 */
	public function folders(string $uid, array $path): array {
		return $this->problems->translate('path', function () use ($uid, $path): array {
			$node = $this->root->getUserFolder($uid)->get(implode('/', $path));
			if (!$node instanceof Folder) {
				throw new NotFoundException();
			}
			$names = [];
			foreach ($node->getDirectoryListing() as $child) {
				if ($child instanceof Folder) {
					$names[] = $child->getName();
				}
			}
			usort($names, Util::naturalSortCompare(...));
			return ['path' => '/' . implode('/', $path), 'folders' => array_slice($names, 0, self::LISTED)];
		});
	}

	/**
	 * Keeps a paper. Folders of the path that are missing are made.
	 *
	 * @param list<string> $path names from the root of the person's files
	 * @return array{path: string, url: string} where it is
	 * @throws Problem invalid-input, too-large, forbidden, conflict
	 */
	public function save(string $uid, array $path, string $name, string $content): array {
		$own = $this->root->getUserFolder($uid);
		$folder = $this->problems->translate('folder', fn (): Folder => $this->open($own, $path));
		return $this->problems->translate('name', function () use ($own, $folder, $name, $content): array {
			if (!$folder->isCreatable()) {
				throw new Problem('forbidden', $this->l->t('You may not write into this folder. Choose another one.'), 'folder');
			}
			$room = $folder->getFreeSpace();
			// A negative number is not known, or without a limit.
			if ($room >= 0 && $room < strlen($content)) {
				throw $this->problems->noRoom();
			}
			$file = $folder->newFile($folder->getNonExistingName($name), $content);
			return ['path' => $own->getRelativePath($file->getPath()) ?? '/', 'url' => $this->urls->linkToRoute('files.view.showFile', ['fileid' => $file->getId()])];
		});
	}

	/** @param list<string> $path */
	private function open(Folder $folder, array $path): Folder {
		foreach ($path as $name) {
			$next = $folder->nodeExists($name) ? $folder->get($name) : $folder->newFolder($name);
			// A part of the path may be a file.
			$folder = $next instanceof Folder ? $next : throw new NotFoundException();
		}
		return $folder;
	}
}
