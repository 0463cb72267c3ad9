<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\EmancipAsso\Config;

use OCP\Config\Lexicon\Entry;
use OCP\Config\Lexicon\ILexicon;
use OCP\Config\Lexicon\Strictness;
use OCP\Config\ValueType;
use OCP\IAppConfig;

/**
 * Every setting of the app. All are lazy: only requests of the app itself read them.
 *
 * @psalm-api
 */
final class Lexicon implements ILexicon {
	public const CONNECTOR_URL = 'connectorUrl';
	public const CONNECTOR_TOKEN = 'connectorToken';
	public const MEMBER_SECRET = 'memberSecret';
	public const CHANGES_CURSOR = 'changesCursor';
	public const CHANGES_ETAG = 'changesEtag';
	public const LAST_CONTACT = 'lastContact';
	public const CONNECTOR_PROBLEM = 'connectorProblem';
	public const PACK_COPIES = 'packCopies';
	public const PLACE = 'place';
	public const JITTER_SECONDS = 'jitterSeconds';

	public function getStrictness(): Strictness {
		return Strictness::WARNING;
	}

	public function getAppConfigs(): array {
		return [
			new Entry(self::CONNECTOR_URL, ValueType::STRING, '', 'Address of the connector, such as https://connector.example.org', lazy: true),
			new Entry(self::CONNECTOR_TOKEN, ValueType::STRING, '', 'Token that the operator of the connector gave to this Nextcloud', lazy: true, flags: IAppConfig::FLAG_SENSITIVE),
			new Entry(self::MEMBER_SECRET, ValueType::STRING, '', 'Secret that makes the opaque ids of members; made by the app', lazy: true, flags: IAppConfig::FLAG_SENSITIVE),
			new Entry(self::CHANGES_CURSOR, ValueType::STRING, '', 'Where the app stopped reading the changes of the connector', lazy: true),
			new Entry(self::CHANGES_ETAG, ValueType::STRING, '', 'Validator of the last answer about changes', lazy: true),
			new Entry(self::LAST_CONTACT, ValueType::INT, 0, 'When the connector last answered, in seconds; written at most once a day while all is well', lazy: true),
			new Entry(self::CONNECTOR_PROBLEM, ValueType::STRING, '', 'Why the connector could not be used the last time', lazy: true),
			new Entry(self::PACK_COPIES, ValueType::ARRAY, [], 'The copies of the packs of reference data', lazy: true),
			new Entry(self::PLACE, ValueType::ARRAY, [], 'Hashes of the address and the folders of the Nextcloud that was joined, which tell it from a copy', lazy: true),
			new Entry(self::JITTER_SECONDS, ValueType::INT, 10, 'The background job waits up to this many seconds, so that many Nextclouds do not ask at one instant', lazy: true),
		];
	}

	public function getUserConfigs(): array {
		return [];
	}
}
