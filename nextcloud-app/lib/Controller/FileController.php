<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\EmancipAsso\Controller;

use OCA\EmancipAsso\Connector\ConnectorSentences;
use OCA\EmancipAsso\Exception\Problem;
use OCA\EmancipAsso\Fields;
use OCA\EmancipAsso\File\FilePath;
use OCA\EmancipAsso\File\FileProblems;
use OCA\EmancipAsso\File\PersonalFiles;
use OCA\EmancipAsso\Organisation\Rights;
use OCP\AppFramework\Http;
use OCP\AppFramework\Http\Attribute\ApiRoute;
use OCP\AppFramework\Http\Attribute\NoAdminRequired;
use OCP\AppFramework\Http\DataResponse;
use OCP\IL10N;
use OCP\IRequest;

final class FileController extends ApiController {
	/** Characters of a path. */
	private const PATH = 1000;

	public function __construct(
		IRequest $request,
		IL10N $l,
		ConnectorSentences $sentences,
		?string $userId,
		private Rights $rights,
		private PersonalFiles $files,
		private FileProblems $problems,
	) {
		parent::__construct($request, $l, $sentences, $userId);
	}

	/** The folders in a folder of the user's own files */
	#[NoAdminRequired]
	#[ApiRoute(verb: 'GET', url: '/api/v1/organisations/{organisation}/folders')]
	public function list(): DataResponse {
		return $this->answer(function (): array {
			$uid = $this->rights->asMember($this->uid(), $this->part('organisation'))->uid;
			$names = FilePath::names($this->asked('path')->optionalText('path', self::PATH) ?? '/');
			return $this->files->folders($uid, $names ?? throw $this->problems->invalidName('path'));
		});
	}

	/** Keep a paper in the user's own files; a name that is taken gets a number */
	#[NoAdminRequired]
	#[ApiRoute(verb: 'POST', url: '/api/v1/organisations/{organisation}/files')]
	public function save(): DataResponse {
		return $this->answer(function (): DataResponse {
			$uid = $this->rights->asMember($this->uid(), $this->part('organisation'))->uid;
			$tooLarge = new Problem('too-large', $this->l->t('This file is too large: two million bytes at most.'), 'content');
			$fields = new Fields($this->l, $this->body($tooLarge));
			$folder = $fields->text('folder', self::PATH, 1);
			$path = str_starts_with($folder, '/') ? FilePath::names($folder) : null;
			$name = $fields->trimmed('name', 200, 1);
			$content = $fields->bytes('content');
			if (strlen($content) > PersonalFiles::LIMIT) {
				throw $tooLarge;
			}
			if ($path === null || !FilePath::isName($name)) {
				throw $this->problems->invalidName($path === null ? 'folder' : 'name');
			}
			return new DataResponse($this->files->save($uid, $path, $name, $content), Http::STATUS_CREATED);
		});
	}
}
