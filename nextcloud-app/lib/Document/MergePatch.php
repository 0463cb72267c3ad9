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

	/**
	 * One patch that does what two do, one after the other. Neither is changed.
	 *
	 * @return stdClass|null null where no patch says it: a map that begins anew where something else was put or removed
	 */
	public static function join(stdClass $first, stdClass $second): ?stdClass {
		$joined = clone $first;
		foreach (get_object_vars($second) as $key => $value) {
			if ($value instanceof stdClass && property_exists($first, (string)$key)) {
				$earlier = $first->{$key};
				$value = $earlier instanceof stdClass ? self::join($earlier, $value) : null;
				if ($value === null) {
					return null;
				}
			}
			$joined->{$key} = $value;
		}
		return $joined;
	}
}
