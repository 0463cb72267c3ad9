<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 *
 * Keeps the catalogues 0.8.0 and 0.9.0 on a test server, and a diagnosis that was closed with the second by nobody whom a
 * purge finds. Argument: the root of the server. With `forget` after it, that diagnosis goes again.
 */

use OCA\EmancipAsso\Db\Document;
use OCA\EmancipAsso\Db\DocumentMapper;
use OCA\EmancipAsso\Pack\PackCopy;
use OCA\EmancipAsso\Pack\PackStore;
use OCP\App\IAppManager;
use OCP\Server;

[, $root] = $argv;
require $root . '/lib/base.php';
Server::get(IAppManager::class)->loadApp('emancipasso');

$uuid = '00000000-0000-4000-8000-0000000000aa';
$documents = Server::get(DocumentMapper::class);
if (($argv[2] ?? '') === 'forget') {
	$documents->delete($documents->findByUuid($uuid));
	return;
}
foreach (['0.8.0', '0.9.0'] as $version) {
	$bytes = json_encode(['version' => $version], JSON_THROW_ON_ERROR);
	Server::get(PackStore::class)->keep(new PackCopy('solutions', $version, 'sha256-' . hash('sha256', $bytes), '2026-01-01T00:00:00.000Z'), $bytes);
}
$document = new Document();
$document->setUuid($uuid);
$document->setOrganisationId(999_999);
$document->setKind('diagnosis');
$document->setTitle('Écrit pendant ce temps');
$document->setStatus('analysed');
$document->setRevision(1);
$document->setDocument('{"questionnaire":{"id":"q","version":"1.0.0"},"catalogue":{"version":"0.9.0"},"answers":{}}');
$document->setCreatedAt(1);
$document->setUpdatedAt(1);
$documents->insert($document);
