<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\EmancipAsso\Settings;

use OCA\EmancipAsso\AppInfo\Application;
use OCA\EmancipAsso\Connector\Connection;
use OCA\EmancipAsso\Connector\ConnectorSettings;
use OCA\EmancipAsso\Connector\Duties;
use OCA\EmancipAsso\Connector\Place;
use OCA\EmancipAsso\Exception\Problem;
use OCA\EmancipAsso\Fields;
use OCA\EmancipAsso\Organisation\LostGroups;
use OCP\App\IAppManager;
use OCP\IGroup;
use OCP\IGroupManager;
use OCP\IL10N;
use stdClass;

/** What an administrator sets: the connector, and who may use the app. */
final class AppSettings {
	private const ADMINISTRATORS = 'admin';

	public function __construct(
		private ConnectorSettings $connector,
		private Place $place,
		private Duties $duties,
		private LostGroups $lost,
		private IAppManager $apps,
		private IGroupManager $groups,
		private IL10N $l,
	) {
	}

	/** @return array{connectorUrl: string, tokenSet: bool, moved: list<string>, allowedGroups: list<string>, organisationsWithoutGroup: list<array{id: string, name: string, missing: non-empty-list<string>, unreachable: list<string>, since: string|null, documents: int}>} */
	public function show(): array {
		return [
			'connectorUrl' => $this->connector->url(),
			'tokenSet' => $this->connector->token() !== '',
			'moved' => $this->place->changes(),
			'allowedGroups' => $this->allowedGroups(),
			'organisationsWithoutGroup' => $this->lost->list(),
		];
	}

	/**
	 * Changes what is named in the body, all of it or nothing.
	 *
	 * @throws Problem invalid-input, moved, left-behind
	 */
	public function change(stdClass $body): void {
		$fields = new Fields($this->l, $body);
		$connection = $this->read($fields);
		$groups = $fields->has('allowedGroups') ? $this->existing($fields->texts('allowedGroups')) : null;
		if ($connection->url !== $this->connector->url() || $fields->has('token')) {
			$this->reconnect($connection, ($body->leaveBehind ?? false) === true);
		}
		if ($groups !== null) {
			$this->allow($groups);
		}
	}

	/**
	 * The connection that a body describes, to be tried before it is set. A token belongs to one connector: another
	 * address without another token has none.
	 *
	 * @throws Problem invalid-input
	 */
	public function connection(stdClass $body): Connection {
		return $this->read(new Fields($this->l, $body));
	}

	private function read(Fields $fields): Connection {
		$present = $this->connector->current();
		$url = $fields->has('connectorUrl') ? ConnectorSettings::normalise($fields->text('connectorUrl', 500)) : $present->url;
		if ($fields->has('connectorUrl') && $url !== '' && !ConnectorSettings::isValid($url)) {
			throw new Problem('invalid-input', $this->l->t('The address of the connector is not valid. It begins with https:// and has no user name, question mark or hash in it.'), 'connectorUrl');
		}
		$token = $fields->has('token') ? $fields->trimmed('token', 200) : ($url === $present->url ? $present->token : '');
		if ($fields->has('token') && preg_match('/^[\x21-\x7e]*$/D', $token) !== 1) {
			throw new Problem('invalid-input', $this->l->t('This is not a token of a connector. Copy it again, whole and without spaces.'), 'token');
		}
		return new Connection($url, $token);
	}

	/** @throws Problem moved, left-behind */
	private function reconnect(Connection $connection, bool $leaveBehind): void {
		if ($this->place->isElsewhere()) {
			throw new Problem('moved', $this->l->t('This Nextcloud was moved or copied since it was joined to the community. Say which first; then change its connection.'));
		}
		$present = $this->connector->url();
		if ($connection->url !== $present && $present !== '' && !$this->duties->areDone()) {
			if (!$leaveBehind) {
				$owed = $this->duties->count();
				throw new Problem('left-behind', $this->l->t('The connector at %1$s still holds something of this Nextcloud: organisations that it knows: %2$s; published needs: %3$s; erasures that wait: %4$s. From another connector, none of it can be withdrawn or erased any more.', [$present, (string)$owed['organisations'], (string)$owed['published'], (string)$owed['erasures']]), 'connectorUrl');
			}
			$this->duties->giveUp();
		}
		$this->connector->setUrl($connection->url);
		$this->connector->setToken($connection->token);
	}

	/** @return list<string> */
	private function allowedGroups(): array {
		$groups = array_values($this->apps->getAppRestriction(Application::APP_ID));
		return count($groups) > 1 ? array_values(array_diff($groups, [self::ADMINISTRATORS])) : $groups;
	}

	/**
	 * @param list<string> $ids
	 * @return list<IGroup>
	 */
	private function existing(array $ids): array {
		return array_map(fn (string $id): IGroup => $this->groups->get($id)
			?? throw new Problem('invalid-input', $this->l->t('The group “%s” does not exist.', [$id]), 'allowedGroups'), array_values(array_unique($ids)));
	}

	/**
	 * Administrators always keep access: an app that is closed to them closes its own settings too.
	 *
	 * @param list<IGroup> $groups
	 */
	private function allow(array $groups): void {
		if ($groups === []) {
			$this->apps->enableApp(Application::APP_ID);
			return;
		}
		$administrators = $this->groups->get(self::ADMINISTRATORS);
		if ($administrators !== null && !in_array(self::ADMINISTRATORS, array_map(static fn (IGroup $group): string => $group->getGID(), $groups), true)) {
			$groups[] = $administrators;
		}
		$this->apps->enableAppForGroups(Application::APP_ID, $groups);
	}
}
