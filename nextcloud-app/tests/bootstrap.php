<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

// The rules that need no Nextcloud around them; everything else is tested on a real one.
spl_autoload_register(static function (string $class): void {
	$prefix = 'OCA\\EmancipAsso\\';
	$file = __DIR__ . '/../lib/' . str_replace('\\', '/', substr($class, strlen($prefix))) . '.php';
	if (str_starts_with($class, $prefix) && is_file($file)) {
		require_once $file;
	}
});
