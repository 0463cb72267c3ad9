<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\EmancipAsso\Connector;

use OCA\EmancipAsso\Config\Lexicon;
use OCP\AppFramework\Services\IAppConfig;

/** Where the connector is, and the token that it knows this Nextcloud by. */
final class ConnectorSettings {
	public function __construct(
		private IAppConfig $config,
		private Place $place,
	) {
	}

	public function url(): string {
		return self::normalise($this->config->getAppValueString(Lexicon::CONNECTOR_URL, lazy: true));
	}

	public function token(): string {
		return $this->config->getAppValueString(Lexicon::CONNECTOR_TOKEN, lazy: true);
	}

	public function current(): Connection {
		return new Connection($this->url(), $this->token());
	}

	public function isComplete(): bool {
		return $this->current()->isComplete();
	}

	/** A token belongs to one connector: with another address it is forgotten, so that it is shown to nobody else. */
	public function setUrl(string $url): void {
		if ($url !== $this->url()) {
			$this->config->setAppValueString(Lexicon::CONNECTOR_URL, $url, lazy: true);
			$this->setToken('');
			$this->forgetProgress();
		}
	}

	/** With a token, the connection is this Nextcloud's, at the place where it stands now. */
	public function setToken(#[\SensitiveParameter] string $token): void {
		if ($token === '') {
			$this->config->deleteAppValue(Lexicon::CONNECTOR_TOKEN);
			$this->place->forget();
		} else {
			$this->config->setAppValueString(Lexicon::CONNECTOR_TOKEN, $token, lazy: true, sensitive: true);
			$this->place->remember();
		}
	}

	/** What is known of the connector's changes is of no use any more. */
	public function forgetProgress(): void {
		foreach ([Lexicon::CHANGES_CURSOR, Lexicon::CHANGES_ETAG, Lexicon::CONNECTOR_PROBLEM, Lexicon::LAST_CONTACT] as $key) {
			$this->config->deleteAppValue($key);
		}
	}

	/** Without the slash at the end, and without the API's own path when somebody copied it along. */
	public static function normalise(string $url): string {
		return (string)preg_replace('#/(?:api/v1/?)?$#D', '', rtrim(trim($url), '/') . '/');
	}

	/** Whether it is an address that the app may call: http or https, without a name, a query or a fragment in it. */
	public static function isValid(string $url): bool {
		$parts = strlen($url) <= 500 && filter_var($url, FILTER_VALIDATE_URL) !== false ? parse_url($url) : false;
		return $parts !== false
			&& in_array(strtolower($parts['scheme'] ?? ''), ['http', 'https'], true)
			&& ($parts['host'] ?? '') !== ''
			&& array_intersect(array_keys($parts), ['user', 'pass', 'query', 'fragment']) === [];
	}
}
