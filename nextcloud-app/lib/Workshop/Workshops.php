<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\EmancipAsso\Workshop;

use OCA\EmancipAsso\Clock;
use OCA\EmancipAsso\Db\Document;
use OCA\EmancipAsso\Db\Workshop;
use OCA\EmancipAsso\Db\WorkshopMapper;
use OCA\EmancipAsso\Db\WorkshopResponseMapper;
use OCA\EmancipAsso\Document\DocumentStore;
use OCA\EmancipAsso\Exception\Problem;
use OCA\EmancipAsso\Fields;
use OCA\EmancipAsso\Organisation\Membership;
use OCP\DB\Exception as DatabaseException;
use OCP\IL10N;
use OCP\Security\ISecureRandom;
use stdClass;

/** Workshops as their organisation sees and leads them. */
final class Workshops {
	private const DAY = 86_400_000;
	private const LONGEST_DAYS = 60;
	private const TOKEN_LENGTH = 32;

	public function __construct(
		private DocumentStore $documents,
		private WorkshopMapper $workshops,
		private WorkshopResponseMapper $responses,
		private Responses $kept,
		private Questions $questions,
		private ISecureRandom $random,
		private Clock $clock,
		private IL10N $l,
	) {
	}

	/**
	 * @return array<string, mixed>|null null before it was opened
	 * @throws Problem not-found
	 */
	public function read(Membership $membership, string $uuid): ?array {
		$workshop = $this->workshops->findByDocument($this->documents->find($membership, $uuid)->getId());
		return $workshop === null ? null : $this->show($workshop);
	}

	/**
	 * Opens a workshop, or gives it a new link instead of the one before.
	 *
	 * @return array{workshop: array<string, mixed>, token: string} the token is told only now
	 * @throws Problem not-found, invalid-input, conflict
	 */
	public function open(Membership $membership, string $uuid, stdClass $body): array {
		$document = $this->documents->find($membership, $uuid);
		$workshop = $this->readInput($document, new Fields($this->l, $body));
		$token = $this->random->generate(self::TOKEN_LENGTH, ISecureRandom::CHAR_HUMAN_READABLE);
		$isNew = !$workshop->wasOpened();
		$workshop->setFormerHash($isNew ? null : $workshop->getTokenHash());
		$workshop->setTokenHash(self::hash($token));
		$workshop->setClosed(false);
		try {
			$saved = $isNew ? $this->workshops->insert($workshop) : $this->workshops->update($workshop);
		} catch (DatabaseException $exception) {
			if (!$isNew || $exception->getReason() !== DatabaseException::REASON_UNIQUE_CONSTRAINT_VIOLATION) {
				throw $exception;
			}
			// Somebody opened it in the same moment; this is the link after theirs.
			return $this->open($membership, $uuid, $body);
		}
		return ['workshop' => $this->show($saved), 'token' => $token];
	}

	/**
	 * Ends the link; the responses stay.
	 *
	 * @return array<string, mixed>
	 * @throws Problem not-found
	 */
	public function close(Membership $membership, string $uuid): array {
		$workshop = $this->find($membership, $uuid);
		$workshop->setClosed(true);
		return $this->show($this->workshops->update($workshop));
	}

	/**
	 * Keeps a response that a member typed in.
	 *
	 * @return array<string, mixed>
	 * @throws Problem not-found, invalid-input, too-large
	 */
	public function keep(Membership $membership, string $uuid, string $response, stdClass $body): array {
		$workshop = $this->find($membership, $uuid);
		$this->kept->keep($workshop, $response, $body);
		return $this->show($workshop);
	}

	public static function hash(string $token): string {
		return hash('sha256', $token);
	}

	/** @throws Problem not-found, also for one that was never opened */
	public function find(Membership $membership, string $uuid): Workshop {
		return $this->workshops->findByDocument($this->documents->find($membership, $uuid)->getId())
			?? throw new Problem('not-found', $this->l->t('This workshop is not open yet.'));
	}

	private function readInput(Document $document, Fields $fields): Workshop {
		if ($document->getKind() !== 'diagnosis') {
			throw new Problem('invalid-input', $this->l->t('A workshop is about a diagnosis.'), 'id');
		}
		$workshop = $this->workshops->findByDocument($document->getId()) ?? new Workshop();
		$before = [$workshop->isAnonymous(), $workshop->getForm(), $workshop->getQuestionnaire()];
		$workshop->setDocumentId($document->getId());
		$workshop->setAnonymous($fields->flag('anonymous'));
		$workshop->setForm($fields->oneOf('form', ['short', 'full']));
		$workshop->setQuestionnaire($fields->text('questionnaire', 60, 1));
		$days = $fields->positiveNumber('days');
		if ($days > self::LONGEST_DAYS) {
			throw $fields->invalid('days');
		}
		$workshop->setExpiresAt($this->clock->now() + $days * self::DAY);
		if ($this->questions->of($workshop) === null) {
			throw new Problem('invalid-input', $this->l->t('This version of the questionnaire is no longer on this server.'), 'questionnaire');
		}
		if ($workshop->wasOpened() && $before !== [$workshop->isAnonymous(), $workshop->getForm(), $workshop->getQuestionnaire()] && $this->responses->countByWorkshop($workshop->getId()) > 0) {
			throw new Problem('conflict', $this->l->t('Some people have answered already: anonymity and questions stay as they are.'));
		}
		return $workshop;
	}

	/** @return array<string, mixed> */
	private function show(Workshop $workshop): array {
		$responses = $this->responses->findByWorkshop($workshop->getId());
		return [
			'anonymous' => $workshop->isAnonymous(),
			'form' => $workshop->getForm(),
			'open' => $workshop->isOpen($this->clock->now()),
			'until' => Clock::show($workshop->getExpiresAt()),
			'respondents' => count($responses),
			'names' => Responses::names($responses),
			'tallies' => Tally::of($this->questions->of($workshop)->questions ?? [], Responses::answers($responses)),
		];
	}
}
