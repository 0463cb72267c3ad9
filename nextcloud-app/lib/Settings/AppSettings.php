<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\EmancipAsso\Settings;

use OCA\EmancipAsso\AppInfo\Application;
use OCA\EmancipAsso\Connector\ConnectorSettings;
use OCA\EmancipAsso\Exception\Problem;
use OCA\EmancipAsso\Fields;
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
		private IAppManager $apps,
		private IGroupManager $groups,
		private IL10N $l,
	) {
	}

	/** @return array{connectorUrl: string, tokenSet: bool, allowedGroups: list<string>} */
	public function show(): array {
		return ['connectorUrl' => $this->connector->url(), 'tokenSet' => $this->connector->token() !== '', 'allowedGroups' => $this->allowedGroups()];
	}

	/**
	 * Changes what is named in the body, all of it or nothing.
	 *
	 * @throws Problem invalid-input
	 */
	public function change(stdClass $body): void {
		$fields = new Fields($this->l, $body);
		$url = $fields->has('connectorUrl') ? ConnectorSettings::normalise($fields->text('connectorUrl', 500)) : null;
		if ($url !== null && $url !== '' && !ConnectorSettings::isValid($url)) {
			throw new Problem('invalid-input', $this->l->t('The address of the connector is not valid. It begins with https:// and has no user name, question mark or hash in it.'), 'connectorUrl');
		}
		$token = $fields->has('token') ? $fields->trimmed('token', 200) : null;
		if ($token !== null && preg_match('/^[\x21-\x7e]*$/D', $token) !== 1) {
			throw new Problem('invalid-input', $this->l->t('This is not a token of a connector. Copy it again, whole and without spaces.'), 'token');
		}
		$groups = $fields->has('allowedGroups') ? $this->existing($fields->texts('allowedGroups')) : null;
		if ($url !== null) {
			$this->connector->setUrl($url);
		}
		if ($token !== null) {
			$this->connector->setToken($token);
		}
		if ($groups !== null) {
			$this->allow($groups);
		}
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
