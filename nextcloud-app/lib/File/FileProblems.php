<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\EmancipAsso\File;

use OCA\EmancipAsso\Exception\Problem;
use OCP\Files\EntityTooLargeException;
use OCP\Files\ForbiddenException;
use OCP\Files\InvalidPathException;
use OCP\Files\NotEnoughSpaceException;
use OCP\Files\NotFoundException;
use OCP\Files\NotPermittedException;
use OCP\Files\StorageNotAvailableException;
use OCP\IL10N;
use OCP\Lock\LockedException;

/** What can go wrong with files, in words. */
final class FileProblems {
	public function __construct(
		private IL10N $l,
	) {
	}

	/**
	 * @template Result
	 * @param string $field that a name or path came in
	 * @param callable(): Result $action
	 * @return Result
	 * @throws Problem invalid-input, too-large, forbidden, conflict
	 */
	public function translate(string $field, callable $action): mixed {
		try {
			return $action();
		} catch (NotFoundException) {
			throw new Problem('invalid-input', $this->l->t('This folder does not exist, or no longer does. Choose another one.'), $field);
		} catch (InvalidPathException) {
			throw $this->invalidName($field);
		} catch (NotEnoughSpaceException|EntityTooLargeException) {
			throw $this->noRoom();
		} catch (LockedException) {
			throw new Problem('conflict', $this->l->t('This folder is being changed just now. Wait a few seconds, then try again.'), $field);
		} catch (StorageNotAvailableException) {
			throw new Problem('forbidden', $this->l->t('The storage behind this folder does not answer. Choose another folder, or try again later.'), $field);
		} catch (NotPermittedException|ForbiddenException) {
			throw new Problem('forbidden', $this->l->t('You may not write into this folder. Choose another one.'), $field);
		}
	}

	public function invalidName(string $field): Problem {
		return new Problem('invalid-input', $this->l->t('This name is not possible. Avoid slashes, special characters and very long names.'), $field);
	}

	public function noRoom(): Problem {
		return new Problem('too-large', $this->l->t('There is not enough room left for this file. Make room in your files, or choose another folder.'), 'content');
	}
}
