<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\EmancipAsso\Workshop;

use OCA\EmancipAsso\Clock;
use OCA\EmancipAsso\Db\DocumentMapper;
use OCA\EmancipAsso\Db\OrganisationMapper;
use OCA\EmancipAsso\Db\Workshop;
use OCA\EmancipAsso\Db\WorkshopMapper;
use OCA\EmancipAsso\Exception\Problem;
use OCP\AppFramework\Db\DoesNotExistException;
use OCP\IL10N;
use stdClass;

/**
 * Workshops as somebody sees them who answers: by a link, which is the only right there is, or as a member. What one
 * answers is kept in the same way, without the account.
 */
final class Invitations {
	public function __construct(
		private WorkshopMapper $workshops,
		private DocumentMapper $documents,
		private OrganisationMapper $organisations,
		private Responses $responses,
		private Questions $questions,
		private Clock $clock,
		private IL10N $l,
	) {
	}

	/** The workshop of a link, also of one that ended; null for a link that nobody ever made. */
	public function find(string $token): ?Workshop {
		return $this->workshops->findByHash(Workshops::hash($token));
	}

	/**
	 * @return array<string, mixed>
	 * @throws Problem not-found
	 */
	public function show(?Workshop $workshop, string $token): array {
		return $this->describe($this->open($workshop, $token)) ?? throw $this->ended();
	}

	/** @throws Problem not-found, invalid-input, too-large */
	public function answer(?Workshop $workshop, string $token, string $response, stdClass $body): void {
		$this->responses->keep($this->open($workshop, $token), $response, $body);
	}

	/**
	 * What a member is asked, who needs no link.
	 *
	 * @return array<string, mixed>
	 * @throws Problem not-found
	 */
	public function showToMember(Workshop $workshop): array {
		return $this->describe($this->openToMember($workshop)) ?? throw $this->over();
	}

	/** @throws Problem not-found, invalid-input, too-large */
	public function answerAsMember(Workshop $workshop, string $response, stdClass $body): void {
		$this->responses->keep($this->openToMember($workshop), $response, $body);
	}

	/** @return array<string, mixed>|null null when what it is about is gone */
	private function describe(Workshop $workshop): ?array {
		try {
			$document = $this->documents->findById($workshop->getDocumentId());
			$organisation = $this->organisations->findById($document->getOrganisationId());
		} catch (DoesNotExistException) {
			return null;
		}
		$questionnaire = $this->questions->of($workshop);
		return $questionnaire === null ? null : [
			'title' => (string)$document->getTitle(),
			'organisation' => $organisation->getName(),
			'anonymous' => $workshop->isAnonymous(),
			'form' => $workshop->getForm(),
			'until' => Clock::show($workshop->getExpiresAt()),
			'questionnaire' => $questionnaire,
		];
	}

	private function open(?Workshop $workshop, string $token): Workshop {
		if ($workshop === null) {
			throw new Problem('not-found', $this->l->t('This link leads to no workshop. Check the address, or ask the person who leads the workshop for it.'));
		}
		if (!hash_equals($workshop->getTokenHash(), Workshops::hash($token)) || !$workshop->isOpen($this->clock->now())) {
			throw $this->ended();
		}
		return $workshop;
	}

	private function openToMember(Workshop $workshop): Workshop {
		return $workshop->isOpen($this->clock->now()) ? $workshop : throw $this->over();
	}

	private function over(): Problem {
		return new Problem('not-found', $this->l->t('This workshop takes no more answers. Ask the person who leads it to open it again.'));
	}

	private function ended(): Problem {
		return new Problem('not-found', $this->l->t('This link is no longer valid. Ask the person who leads the workshop for a new one.'));
	}
}
