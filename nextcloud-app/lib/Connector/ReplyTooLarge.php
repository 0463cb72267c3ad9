<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\EmancipAsso\Connector;

/** Ends a download that is larger than anything a connector has to say. */
final class ReplyTooLarge extends \RuntimeException {
}
