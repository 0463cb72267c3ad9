<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 *
 * Fills a Nextcloud made for tests with people and groups, in one go: each call of occ would start the server anew.
 * Arguments: the root of the server, and JSON {groups: {id, displayName}[], people: {id, displayName, password, groups, looksAfter}[]}.
 */

use OCP\Config\IUserConfig;
use OCP\Group\ISubAdmin;
use OCP\IGroupManager;
use OCP\IUserManager;
use OCP\Server;

[, $root, $json] = $argv;
require $root . '/lib/base.php';

$plan = json_decode($json, false, 10, JSON_THROW_ON_ERROR);
$groups = Server::get(IGroupManager::class);
$users = Server::get(IUserManager::class);
foreach ($plan->groups as $group) {
	$groups->createGroup($group->id)->setDisplayName($group->displayName);
}
foreach ($plan->people as $person) {
	$user = $users->get($person->id);
	if ($user === null) {
		try {
			$user = $users->createUser($person->id, $person->password);
		} catch (\TypeError) {
			// The picture of a new person needs a font that some server trees lack; the person is there all the same.
			$user = $users->get($person->id);
		}
	}
	$user->setDisplayName($person->displayName);
	Server::get(IUserConfig::class)->setValueString($person->id, 'core', 'lang', 'fr');
	foreach ($person->groups as $group) {
		$groups->get($group)->addUser($user);
	}
	foreach ($person->looksAfter as $group) {
		Server::get(ISubAdmin::class)->createSubAdmin($user, $groups->get($group));
	}
}
