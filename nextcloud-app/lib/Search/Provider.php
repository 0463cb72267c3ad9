<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\EmancipAsso\Search;

use OCA\EmancipAsso\AppInfo\Application;
use OCA\EmancipAsso\Organisation\Access;
use OCP\IUser;
use OCP\Search\IProvider;
use OCP\Search\ISearchQuery;
use OCP\Search\SearchResult;

/** The search of the whole Nextcloud: actions, diagnoses, needs and tools of the person's own organisations. */
final class Provider implements IProvider {
	public function __construct(
		private Access $access,
		private Finder $finder,
	) {
	}

	public function getId(): string {
		return Application::APP_ID;
	}

	public function getName(): string {
		return 'Émancip’Asso';
	}

	/** @param array<string, mixed> $routeParameters */
	public function getOrder(string $route, array $routeParameters): int {
		return str_starts_with($route, Application::APP_ID . '.') ? -1 : 55;
	}

	public function search(IUser $user, ISearchQuery $query): SearchResult {
		$words = FoldedText::words($query->getTerm());
		$found = [];
		foreach ($words === [] ? [] : $this->access->membershipsOf($user) as $membership) {
			$found = [...$found, ...$this->finder->find($membership->organisation, $words)];
		}
		$from = max(0, (int)$query->getCursor());
		$page = array_slice($found, $from, max(1, $query->getLimit()));
		$next = $from + count($page);
		return $next < count($found) ? SearchResult::paginated($this->getName(), $page, $next) : SearchResult::complete($this->getName(), $page);
	}
}
