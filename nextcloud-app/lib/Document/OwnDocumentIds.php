<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\EmancipAsso\Document;

use OCA\EmancipAsso\Db\Document;
use OCA\EmancipAsso\Db\Organisation;
use OCA\EmancipAsso\Db\OrganisationMapper;

/**
 * The ids of the one inventory and the one plan that each organisation has. They follow from the organisation's, as in
 * src/documents/own-document-id.ts, so that everybody finds them without asking; whoever knows an organisation's id could
 * take them before it does, were they not kept for it.
 */
final class OwnDocumentIds {
	private const KINDS = ['inventory', 'plan'];

	public function __construct(
		private OrganisationMapper $organisations,
	) {
	}

	/** Whether the id of a new document is that of another one, which may not be there yet. */
	public function isKept(Document $document, Organisation $organisation): bool {
		$uuid = $document->getUuid();
		// Only ids that follow from something have this version.
		if ($uuid[14] !== '8') {
			return false;
		}
		foreach ($this->organisations->findPublicIds() as $publicId) {
			foreach (self::KINDS as $kind) {
				if ($uuid === self::idOf($kind, $publicId)) {
					return [$kind, $publicId] !== [$document->getKind(), $organisation->getPublicId()];
				}
			}
		}
		return false;
	}

	private static function idOf(string $kind, string $organisation): string {
		$hash = hash('sha256', $kind . ' ' . $organisation);
		return substr($hash, 0, 8) . '-' . substr($hash, 8, 4) . '-8' . substr($hash, 13, 3) . '-a' . substr($hash, 17, 3) . '-' . substr($hash, 20, 12);
	}
}
