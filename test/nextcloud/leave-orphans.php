<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 *
 * Leaves a diagnosis with its history, a workshop and an answer on a test server, of an organisation that is gone: so does
 * somebody who was let through just before it was deleted. Argument: the root of the server. With `count` after it, prints
 * how many rows each of the tables has instead.
 */

use OCP\IDBConnection;
use OCP\Server;

[, $root] = $argv;
require $root . '/lib/base.php';

$db = Server::get(IDBConnection::class);
if (($argv[2] ?? '') === 'count') {
	foreach (['document', 'history', 'workshop', 'response'] as $table) {
		echo $db->executeQuery("SELECT COUNT(*) FROM *PREFIX*emancipasso_$table")->fetchOne(), "\n";
	}
	return;
}
$insert = static function (string $table, array $values) use ($db): int {
	$query = $db->getQueryBuilder();
	$query->insert("emancipasso_$table")->values(array_map($query->createNamedParameter(...), $values))->executeStatement();
	return $query->getLastInsertId();
};
$document = $insert('document', ['uuid' => '00000000-0000-4000-8000-0000000000bb', 'organisation_id' => 999_999, 'kind' => 'diagnosis', 'title' => 'De trop', 'status' => 'draft', 'revision' => 1, 'document' => '{}', 'created_at' => 1, 'updated_at' => 1]);
$insert('history', ['document_id' => $document, 'revision' => 1, 'patch' => '{}', 'saved_at' => 1]);
$workshop = $insert('workshop', ['document_id' => $document, 'form' => 'short', 'questionnaire' => '1.0.0', 'token_hash' => 'orphan', 'expires_at' => 1]);
$insert('response', ['workshop_id' => $workshop, 'uuid' => '00000000-0000-4000-8000-0000000000cc', 'answers' => '{}', 'saved_on' => '2026-11-01']);
