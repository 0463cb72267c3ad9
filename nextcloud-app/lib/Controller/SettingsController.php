<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\EmancipAsso\Controller;

use OCA\EmancipAsso\Connector\ChangeFeed;
use OCA\EmancipAsso\Connector\ConnectionTest;
use OCA\EmancipAsso\Connector\ConnectorFailure;
use OCA\EmancipAsso\Connector\ConnectorHealth;
use OCA\EmancipAsso\Connector\ConnectorSentences;
use OCA\EmancipAsso\Erasure\Erasures;
use OCA\EmancipAsso\Fields;
use OCA\EmancipAsso\Organisation\LostOrganisations;
use OCA\EmancipAsso\Pack\PackStore;
use OCA\EmancipAsso\Settings\Admin;
use OCA\EmancipAsso\Settings\AppSettings;
use OCA\EmancipAsso\Settings\MoveAnswer;
use OCP\AppFramework\Http\Attribute\ApiRoute;
use OCP\AppFramework\Http\Attribute\AuthorizedAdminSetting;
use OCP\AppFramework\Http\DataResponse;
use OCP\IL10N;
use OCP\IRequest;

/** For administrators, and for those to whom they delegated this section of their settings. */
final class SettingsController extends ApiController {
	public function __construct(
		IRequest $request,
		IL10N $l,
		ConnectorSentences $sentences,
		?string $userId,
		private AppSettings $settings,
		private MoveAnswer $move,
		private LostOrganisations $lost,
		private ConnectionTest $test,
		private ChangeFeed $feed,
		private Erasures $erasures,
		private PackStore $packs,
		private ConnectorHealth $health,
	) {
		parent::__construct($request, $l, $sentences, $userId);
	}

	/** Settings; the token is never shown */
	#[AuthorizedAdminSetting(settings: Admin::class)]
	#[ApiRoute(verb: 'GET', url: '/api/v1/settings')]
	public function read(): DataResponse {
		return $this->answer(fn () => $this->settings->show());
	}

	/** Change settings; parts left out stay */
	#[AuthorizedAdminSetting(settings: Admin::class)]
	#[ApiRoute(verb: 'PUT', url: '/api/v1/settings')]
	public function write(): DataResponse {
		return $this->answer(function (): array {
			$this->settings->change($this->body());
			return $this->settings->show();
		});
	}

	/** Say whether this Nextcloud was moved, or is a copy */
	#[AuthorizedAdminSetting(settings: Admin::class)]
	#[ApiRoute(verb: 'POST', url: '/api/v1/settings/move')]
	public function move(): DataResponse {
		return $this->answer(function (): array {
			(new Fields($this->l, $this->body()))->oneOf('answer', ['original', 'copy']) === 'copy' ? $this->move->copy() : $this->move->original();
			return $this->settings->show();
		});
	}

	/** Give groups to an organisation of which the group that managed it was deleted */
	#[AuthorizedAdminSetting(settings: Admin::class)]
	#[ApiRoute(verb: 'PUT', url: '/api/v1/settings/organisations/{organisation}')]
	public function reassign(): DataResponse {
		return $this->answer(function (): array {
			$this->lost->reassign($this->uid(), $this->part('organisation'), $this->body());
			return $this->settings->show();
		});
	}

	/** Erase an organisation of which the group that managed it was deleted */
	#[AuthorizedAdminSetting(settings: Admin::class)]
	#[ApiRoute(verb: 'DELETE', url: '/api/v1/settings/organisations/{organisation}')]
	public function purge(): DataResponse {
		return $this->answer(fn (): array => $this->lost->purge($this->part('organisation')));
	}

	/** Try the connection and name the cause when it fails */
	#[AuthorizedAdminSetting(settings: Admin::class)]
	#[ApiRoute(verb: 'POST', url: '/api/v1/settings/test')]
	public function test(): DataResponse {
		return $this->answer(fn () => $this->test->run());
	}

	/** Fetch new packs now */
	#[AuthorizedAdminSetting(settings: Admin::class)]
	#[ApiRoute(verb: 'POST', url: '/api/v1/packs/refresh')]
	public function refresh(): DataResponse {
		return $this->answer(function (): array {
			$complete = false;
			try {
				$complete = $this->feed->follow(afresh: true);
				$this->erasures->carryOut();
			} catch (ConnectorFailure) {
				// The answer says how the connector is, and shows the copies that are there.
			}
			return ['packs' => $this->packs->show(), 'connector' => $this->health->show(), 'complete' => $complete];
		});
	}
}
