<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\EmancipAsso\Connector;

use OCA\EmancipAsso\AppInfo\Application;
use OCP\App\IAppManager;
use OCP\Http\Client\IClientService;
use OCP\IConfig;
use OCP\IL10N;

/**
 * The one way out to the connector. Local addresses are allowed, since the address is the administrator's alone;
 * redirects are not followed, since the token must reach nobody else.
 */
final class ConnectorClient {
	private const BASE = '/api/v1';
	/** Seconds that a screen waits. */
	private const PATIENCE = 3.0;
	/** Bytes of an answer. */
	private const LIMIT = 4_000_000;

	public function __construct(
		private IClientService $clients,
		private ConnectorSettings $settings,
		private ConnectorHealth $health,
		private Place $place,
		private IConfig $system,
		private IAppManager $apps,
		private IL10N $l,
	) {
	}

	/**
	 * @param string $path below the base of the connector's API
	 * @param array<string, string> $headers
	 * @param string|null $body JSON text, sent byte for byte
	 * @param Connection|null $candidate to try instead of the one that is set; how that goes says nothing of the latter
	 * @throws ConnectorFailure for everything but a good answer or 304
	 */
	public function send(string $method, string $path, array $headers = [], ?string $body = null, float $patience = self::PATIENCE, int $limit = self::LIMIT, ?Connection $candidate = null): ConnectorReply {
		$connection = $candidate ?? $this->settings->current();
		if (!$connection->isComplete()) {
			throw new ConnectorFailure('not-configured');
		}
		if ($method !== 'GET') {
			$this->checkPlace();
		}
		try {
			$reply = $this->exchange($connection, $method, $path, $headers, $body, $patience, $limit);
			if (($reply->status < 200 || $reply->status >= 300) && $reply->status !== 304) {
				throw ConnectorFailure::ofReply($reply);
			}
		} catch (ConnectorFailure $failure) {
			if ($candidate === null) {
				$failure->concernsConnection() ? $this->health->failed($failure) : $this->health->succeeded();
			}
			throw $failure;
		}
		if ($candidate === null) {
			$this->health->succeeded();
		}
		return $reply;
	}

	/**
	 * Nothing is sent from what may be a copy: it would speak, and erase, in the name of the original.
	 *
	 * @throws ConnectorFailure moved
	 */
	public function checkPlace(): void {
		if ($this->place->isElsewhere()) {
			throw new ConnectorFailure('moved');
		}
	}

	/** @param array<string, string> $headers */
	private function exchange(Connection $connection, string $method, string $path, array $headers, ?string $body, float $patience, int $limit): ConnectorReply {
		if (!ConnectorSettings::isValid($connection->url)) {
			throw new ConnectorFailure('invalid-address');
		}
		$options = [
			'headers' => [
				'Authorization' => 'Bearer ' . $connection->token,
				'Accept' => 'application/json, application/problem+json',
				'Accept-Encoding' => 'gzip',
				'Accept-Language' => $this->l->getLanguageCode(),
				'User-Agent' => 'emancipasso/' . $this->apps->getAppVersion(Application::APP_ID) . ' (Nextcloud)',
				'Emancipasso-Instance' => $this->system->getSystemValueString('instanceid'),
				...($body === null ? [] : ['Content-Type' => 'application/json']),
				...$headers,
			],
			'timeout' => $patience,
			'connect_timeout' => 1,
			'http_errors' => false,
			// Unpacked here, where a small answer that unpacks to gigabytes ends at the limit.
			'decode_content' => false,
			'allow_redirects' => false,
			'nextcloud' => ['allow_local_address' => true],
			'progress' => static function (mixed $total, mixed $received) use ($limit): void {
				if ($received > $limit) {
					throw new ReplyTooLarge();
				}
			},
		];
		if ($body !== null) {
			$options['body'] = $body;
		}
		try {
			$response = $this->clients->newClient()->request($method, $connection->url . self::BASE . $path, $options);
			$text = $response->getBody();
			$text = is_resource($text) ? (string)stream_get_contents($text, $limit + 1) : (string)$text;
			$text = strtolower($response->getHeader('Content-Encoding')) === 'gzip' ? self::unpack($text, $limit + 1) : $text;
		} catch (\Exception $exception) {
			throw ConnectorFailure::ofException($exception);
		}
		if (strlen($text) > $limit) {
			throw ConnectorFailure::ofException(new ReplyTooLarge());
		}
		return new ConnectorReply($response->getStatusCode(), $text, $response->getHeaders());
	}

	/** As much as there is, or as many bytes as are wanted. */
	private static function unpack(string $packed, int $bytes): string {
		$stream = fopen('php://temp', 'w+b');
		if ($stream === false) {
			throw new ReplyTooLarge();
		}
		fwrite($stream, $packed);
		rewind($stream);
		stream_filter_append($stream, 'zlib.inflate', STREAM_FILTER_READ, ['window' => 31]);
		return (string)stream_get_contents($stream, $bytes);
	}
}
