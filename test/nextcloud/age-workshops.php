<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 *
 * Lets days pass for the workshops of a test server: their links end that much earlier.
 * Arguments: the root of the server, and how many days.
 */

use OCP\IDBConnection;
use OCP\Server;

[, $root, $days] = $argv;
require $root . '/lib/base.php';

Server::get(IDBConnection::class)->executeStatement('UPDATE *PREFIX*emancipasso_workshop SET expires_at = expires_at - ?', [(int)$days * 86_400_000]);
