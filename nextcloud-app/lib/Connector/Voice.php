<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\EmancipAsso\Connector;

use OCA\EmancipAsso\Config\Lexicon;
use OCA\EmancipAsso\Organisation\Membership;
use OCP\AppFramework\Services\IAppConfig;
use OCP\Security\ISecureRandom;

/** How the connector knows who speaks: by ids that mean nothing outside this Nextcloud. */
final class Voice {
	public function __construct(
		private IAppConfig $config,
		private ISecureRandom $random,
	) {
	}

	/**
	 * For what is only read: that needs no person, and what one person looks for is nobody's business.
	 *
	 * @return array<string, string> headers
	 */
	public function ofOrganisation(Membership $membership): array {
		return ['Emancipasso-Organisation' => $membership->organisation->getPublicId()];
	}

	/** @return array<string, string> headers */
	public function of(Membership $membership): array {
		return [
			...$this->ofOrganisation($membership),
			'Emancipasso-Member' => $this->memberId($membership->uid),
		];
	}

	/** The same for one person for ever, and of no use to find out who they are. */
	public function memberId(string $uid): string {
		return substr(hash_hmac('sha256', $uid, $this->secret()), 0, 40);
	}

	private function secret(): string {
		$secret = $this->config->getAppValueString(Lexicon::MEMBER_SECRET, lazy: true);
		if ($secret === '') {
			$secret = $this->random->generate(48, ISecureRandom::CHAR_ALPHANUMERIC);
			$this->config->setAppValueString(Lexicon::MEMBER_SECRET, $secret, lazy: true, sensitive: true);
		}
		return $secret;
	}
}
