<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\EmancipAsso\Document;

use stdClass;

/** JSON merge patch (RFC 7396) on decoded JSON in which a map is a stdClass and a list an array. */
final class MergePatch {
	/** Null removes a key, maps are merged, anything else replaces. Neither argument is changed. */
	public static function apply(mixed $target, stdClass $patch): stdClass {
		$merged = $target instanceof stdClass ? clone $target : new stdClass();
		foreach (get_object_vars($patch) as $key => $value) {
			if ($value === null) {
				unset($merged->{$key});
			} else {
				$merged->{$key} = $value instanceof stdClass ? self::apply($merged->{$key} ?? null, $value) : $value;
			}
		}
		return $merged;
	}
}
