<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 *
 * Takes a group out of sight of a test server that is told of no deletion, as when the app of its directory service is
 * disabled. Arguments: the root of the server, and the id of the group.
 */

use OCP\IDBConnection;
use OCP\Server;

[, $root, $group] = $argv;
require $root . '/lib/base.php';

Server::get(IDBConnection::class)->executeStatement('DELETE FROM *PREFIX*groups WHERE gid = ?', [$group]);
