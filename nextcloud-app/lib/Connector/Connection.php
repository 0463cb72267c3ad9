<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\EmancipAsso\Connector;

/** An address and a token: those that are set, or those that somebody wants to try. */
final class Connection {
	public function __construct(
		public readonly string $url,
		#[\SensitiveParameter]
		public readonly string $token,
	) {
	}

	public function isComplete(): bool {
		return $this->url !== '' && $this->token !== '';
	}
}
