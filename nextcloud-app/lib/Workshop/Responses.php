<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\EmancipAsso\Workshop;

use OCA\EmancipAsso\Clock;
use OCA\EmancipAsso\Db\Workshop;
use OCA\EmancipAsso\Db\WorkshopResponse;
use OCA\EmancipAsso\Db\WorkshopResponseMapper;
use OCA\EmancipAsso\Document\JsonText;
use OCA\EmancipAsso\Exception\Problem;
use OCP\DB\Exception as DatabaseException;
use OCP\IL10N;
use OCP\Util;
use stdClass;

/** What the people of a workshop answered. */
final class Responses {
	/** That one workshop takes. */
	private const LIMIT = 300;

	public function __construct(
		private WorkshopResponseMapper $responses,
		private Questions $questions,
		private Clock $clock,
		private IL10N $l,
	) {
	}

	/**
	 * Keeps one response, in the place of an earlier one of the same id. Who sent it is not noted, and of what they
	 * sent only what the questions offer: words that nobody can see would still tell who wrote them.
	 *
	 * @throws Problem invalid-input, too-large
	 */
	public function keep(Workshop $workshop, string $uuid, stdClass $body): void {
		$input = ResponseInput::read($this->l, $body);
		$known = $this->responses->findByUuid($workshop->getId(), $uuid);
		if ($known === null && $this->responses->countByWorkshop($workshop->getId()) >= self::LIMIT) {
			throw new Problem('too-large', $this->l->t('This workshop has received as many responses as it can keep. Tell the person who leads it.'));
		}
		$response = $known ?? new WorkshopResponse();
		$response->setWorkshopId($workshop->getId());
		$response->setUuid($uuid);
		$response->setAnswers(JsonText::encode(Offered::of($this->questions->of($workshop)->questions ?? [], $input->answers)));
		$response->setName($workshop->isAnonymous() ? null : $input->name);
		$response->setSavedOn(substr(Clock::show($this->clock->now()), 0, 10));
		if ($known !== null) {
			$this->responses->update($response);
			return;
		}
		try {
			$this->responses->insert($response);
		} catch (DatabaseException $exception) {
			if ($exception->getReason() !== DatabaseException::REASON_UNIQUE_CONSTRAINT_VIOLATION) {
				throw $exception;
			}
			// The same response came twice at once; the other one has a row by now.
			$this->keep($workshop, $uuid, $body);
		}
	}

	/**
	 * @param list<WorkshopResponse> $responses
	 * @return list<string> sorted
	 */
	public static function names(array $responses): array {
		$names = array_values(array_filter(array_map(static fn (WorkshopResponse $response): ?string => $response->getName(), $responses), is_string(...)));
		usort($names, Util::naturalSortCompare(...));
		return $names;
	}

	/**
	 * @param list<WorkshopResponse> $responses
	 * @return list<stdClass>
	 */
	public static function answers(array $responses): array {
		return array_map(static fn (WorkshopResponse $response): stdClass => JsonText::decode($response->getAnswers()), $responses);
	}
}
