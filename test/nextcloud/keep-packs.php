<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 *
 * Keeps the catalogues 0.8.0 and 0.9.0 on a test server, and an organisation with a diagnosis that was closed with the
 * second. Argument: the root of the server. With `sweep` after it, deletes the copies that nothing is read with, as a purge
 * does beside an organisation that somebody begins while it runs.
 */

use OCA\EmancipAsso\Db\Document;
use OCA\EmancipAsso\Db\DocumentMapper;
use OCA\EmancipAsso\Db\Organisation;
use OCA\EmancipAsso\Db\OrganisationMapper;
use OCA\EmancipAsso\Pack\NeededPacks;
use OCA\EmancipAsso\Pack\PackCopy;
use OCA\EmancipAsso\Pack\PackStore;
use OCP\App\IAppManager;
use OCP\Server;

[, $root] = $argv;
require $root . '/lib/base.php';
Server::get(IAppManager::class)->loadApp('emancipasso');

$packs = Server::get(PackStore::class);
if (($argv[2] ?? '') === 'sweep') {
	$packs->deleteUnneeded(Server::get(NeededPacks::class)->list());
	return;
}
foreach (['0.8.0', '0.9.0'] as $version) {
	$bytes = json_encode(['version' => $version], JSON_THROW_ON_ERROR);
	$packs->keep(new PackCopy('solutions', $version, 'sha256-' . hash('sha256', $bytes), '2026-01-01T00:00:00.000Z'), $bytes);
}
$organisation = new Organisation();
$organisation->setPublicId('kept-packs-of-a-test');
$organisation->setName('Écrit pendant ce temps');
$organisation->setCreatedAt(1);
$document = new Document();
$document->setUuid('00000000-0000-4000-8000-0000000000aa');
$document->setOrganisationId(Server::get(OrganisationMapper::class)->insert($organisation)->getId());
$document->setKind('diagnosis');
$document->setTitle('Écrit pendant ce temps');
$document->setStatus('analysed');
$document->setRevision(1);
$document->setDocument('{"questionnaire":{"id":"q","version":"1.0.0"},"catalogue":{"version":"0.9.0"},"answers":{}}');
$document->setCreatedAt(1);
$document->setUpdatedAt(1);
Server::get(DocumentMapper::class)->insert($document);
