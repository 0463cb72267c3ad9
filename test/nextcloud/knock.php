<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 *
 * Counts visits of 127.0.0.1 to a public route of the app as if they had come in this minute, or wrong guesses at links.
 * Arguments: the root of the server; controller and method such as `InvitationController::read`, or `guess`; how many.
 */

use OCP\Security\Bruteforce\IThrottler;
use OCP\Security\RateLimiting\ILimiter;
use OCP\Server;

[, $root, $what, $times] = $argv;
require $root . '/lib/base.php';

for ($time = 0; $time < (int)$times; $time++) {
	$what === 'guess'
		? Server::get(IThrottler::class)->registerAttempt('emancipasso_workshop', '127.0.0.1')
		: Server::get(ILimiter::class)->registerAnonRequest('OCA\\EmancipAsso\\Controller\\' . $what, 100_000, 60, '127.0.0.1');
}
