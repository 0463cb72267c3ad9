<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\EmancipAsso\Notification;

use DateTime;
use OCA\EmancipAsso\AppInfo\Application;
use OCA\EmancipAsso\Db\Document;
use OCA\EmancipAsso\Db\DocumentMapper;
use OCA\EmancipAsso\Db\Organisation;
use OCA\EmancipAsso\Db\OrganisationMapper;
use OCA\EmancipAsso\Organisation\Access;
use OCA\EmancipAsso\Organisation\People;
use OCA\EmancipAsso\Plan\ActionStatus;
use OCA\EmancipAsso\Plan\AppAddress;
use OCA\EmancipAsso\Plan\Deadline;
use OCA\EmancipAsso\Plan\OwnerNotices;
use OCP\AppFramework\Db\DoesNotExistException;
use OCP\IL10N;
use OCP\IUserManager;
use OCP\L10N\IFactory;
use OCP\Notification\AlreadyProcessedException;
use OCP\Notification\INotification;
use OCP\Notification\INotifier;
use OCP\Notification\UnknownNotificationException;

/** Words for what the owner of an action is told, in the language of whoever reads it. */
final class Notifier implements INotifier {
	public function __construct(
		private DocumentMapper $documents,
		private OrganisationMapper $organisations,
		private People $people,
		private Access $access,
		private AppAddress $address,
		private IUserManager $users,
		private IFactory $languages,
	) {
	}

	public function getID(): string {
		return Application::APP_ID;
	}

	public function getName(): string {
		return 'Émancip’Asso';
	}

	/**
	 * @throws UnknownNotificationException for those of other apps
	 * @throws AlreadyProcessedException for what is no longer true, which then goes away
	 */
	public function prepare(INotification $notification, string $languageCode): INotification {
		if ($notification->getApp() !== Application::APP_ID || $notification->getObjectType() !== OwnerNotices::OBJECT) {
			throw new UnknownNotificationException();
		}
		[$document, $organisation] = $this->stillTrue($notification);
		$l = $this->languages->get(Application::APP_ID, $languageCode);
		$link = $this->address->ofDocument('action', $document->getUuid(), $organisation);
		$title = $document->getTitle() ?? '';
		$parameters = ['action' => ['type' => 'highlight', 'id' => $document->getUuid(), 'name' => $title === '' ? $l->t('An action without a title') : $title, 'link' => $link]];
		$by = $this->users->get((string)($notification->getSubjectParameters()['by'] ?? ''));
		if ($by !== null) {
			$parameters['person'] = ['type' => 'user', 'id' => $by->getUID(), 'name' => $by->getDisplayName()];
		}
		$words = $this->words($notification->getSubject(), $document, $by !== null, $l);
		$names = array_combine(array_map(static fn (string $key): string => '{' . $key . '}', array_keys($parameters)), array_column($parameters, 'name'));
		return $notification
			->setRichSubject($words, $parameters)
			->setParsedSubject(strtr($words, $names))
			->setParsedMessage($organisation->getName())
			->setLink($link)
			->setIcon($this->address->icon());
	}

	/** @throws UnknownNotificationException */
	private function words(string $subject, Document $document, bool $isByName, IL10N $l): string {
		return match ($subject) {
			OwnerNotices::ASSIGNED => $isByName ? $l->t('{person} entrusts you with “{action}”') : $l->t('You now take care of “{action}”'),
			Deadline::SOON => $l->t('“{action}” is due on %s', [$this->day($document, $l)]),
			Deadline::OVER => $l->t('The day set for “{action}” is over: it was %s. It can be moved', [$this->day($document, $l)]),
			default => throw new UnknownNotificationException(),
		};
	}

	private function day(Document $document, IL10N $l): string {
		return (string)$l->l('date', new DateTime($document->getDueDate() ?? 'today'), ['width' => 'long']);
	}

	/**
	 * @return array{Document, Organisation}
	 * @throws AlreadyProcessedException
	 */
	private function stillTrue(INotification $notification): array {
		$user = $this->users->get($notification->getUser());
		try {
			$document = $this->documents->findByUuid($notification->getObjectId());
		} catch (DoesNotExistException) {
			throw new AlreadyProcessedException();
		}
		$organisation = $this->organisations->findByIds([$document->getOrganisationId()])[$document->getOrganisationId()] ?? null;
		$concerns = $user !== null && $organisation !== null && $document->getOwner() === $user->getUID()
			&& !ActionStatus::isSettled($document->getStatus())
			&& $this->people->find($organisation, $user->getUID()) !== null && $this->access->isOpenTo($user);
		return $concerns ? [$document, $organisation] : throw new AlreadyProcessedException();
	}
}
