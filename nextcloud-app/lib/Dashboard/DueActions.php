<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\EmancipAsso\Dashboard;

use DateTime;
use OCA\EmancipAsso\Db\Document;
use OCA\EmancipAsso\Db\DocumentMapper;
use OCA\EmancipAsso\Db\Organisation;
use OCA\EmancipAsso\Document\MemberNames;
use OCA\EmancipAsso\Organisation\Access;
use OCA\EmancipAsso\Organisation\Membership;
use OCA\EmancipAsso\Plan\ActionStatus;
use OCA\EmancipAsso\Plan\AppAddress;
use OCP\AppFramework\Utility\ITimeFactory;
use OCP\Dashboard\IAPIWidgetV2;
use OCP\Dashboard\IButtonWidget;
use OCP\Dashboard\IConditionalWidget;
use OCP\Dashboard\IIconWidget;
use OCP\Dashboard\Model\WidgetButton;
use OCP\Dashboard\Model\WidgetItem;
use OCP\Dashboard\Model\WidgetItems;
use OCP\IL10N;
use OCP\IUserManager;
use OCP\IUserSession;

/** The next actions that are due in the person's organisations, on the dashboard. Nextcloud draws it without a script of ours. */
final class DueActions implements IAPIWidgetV2, IButtonWidget, IConditionalWidget, IIconWidget {
	public function __construct(
		private DocumentMapper $documents,
		private Access $access,
		private AppAddress $address,
		private MemberNames $names,
		private IUserManager $users,
		private IUserSession $session,
		private ITimeFactory $time,
		private IL10N $l,
	) {
	}

	public function getId(): string {
		return 'emancipasso-due-actions';
	}

	public function getTitle(): string {
		return $this->l->t('Next actions of the plan');
	}

	public function getOrder(): int {
		return 40;
	}

	public function getIconClass(): string {
		return '';
	}

	public function getIconUrl(): string {
		return $this->address->icon();
	}

	public function getUrl(): string {
		return $this->address->start();
	}

	public function load(): void {
	}

	public function isEnabled(): bool {
		$user = $this->session->getUser();
		return $user !== null && $this->access->membershipsOf($user) !== [];
	}

	/**
	 * @param string|null $since the sinceId of an item, after which those come that are due later
	 */
	public function getItemsV2(string $userId, ?string $since = null, int $limit = 7): WidgetItems {
		$organisations = $this->organisationsOf($userId);
		$due = $this->documents->findDue(array_keys($organisations), ActionStatus::SETTLED);
		$later = array_filter($due, fn (Document $document): bool => $since === null || $this->place($document) > $since);
		$items = array_map(fn (Document $document): WidgetItem => $this->item($document, $organisations[$document->getOrganisationId()], count($organisations) > 1), array_slice(array_values($later), 0, max(1, $limit)));
		return new WidgetItems($items, $items === [] ? $this->l->t('No action has a due day at the moment.') : '');
	}

	/** @return list<WidgetButton> */
	public function getWidgetButtons(string $userId): array {
		$organisations = array_values($this->organisationsOf($userId));
		return $organisations === [] ? [] : [new WidgetButton(WidgetButton::TYPE_MORE, $this->address->of('plan', $organisations[0]), $this->l->t('Open the plan'))];
	}

	/** @return array<int, Organisation> by id of the row */
	private function organisationsOf(string $uid): array {
		$user = $this->users->get($uid);
		$organisations = array_map(static fn (Membership $membership): Organisation => $membership->organisation, $user === null ? [] : $this->access->membershipsOf($user));
		return array_combine(array_map(static fn (Organisation $organisation): int => $organisation->getId(), $organisations), $organisations);
	}

	/** Where an action comes among the others. */
	private function place(Document $document): string {
		return $document->getDueDate() . ' ' . $document->getUuid();
	}

	private function item(Document $document, Organisation $organisation, bool $isOneOfSeveral): WidgetItem {
		$dueDate = $document->getDueDate() ?? '';
		$day = (string)$this->l->l('date', new DateTime($dueDate), ['width' => 'medium']);
		$words = array_filter([
			$dueDate < $this->time->getDateTime()->format('Y-m-d') ? $this->l->t('Was due on %s', [$day]) : $this->l->t('Due on %s', [$day]),
			$document->getOwner() === null ? '' : $this->names->of($document->getOwner()),
			$isOneOfSeveral ? $organisation->getName() : '',
		], static fn (string $word): bool => $word !== '');
		$title = $document->getTitle() ?? '';
		return new WidgetItem($title === '' ? $this->l->t('An action without a title') : $title, implode(' · ', $words), $this->address->ofDocument('action', $document->getUuid(), $organisation), $this->address->icon(), $this->place($document));
	}
}
