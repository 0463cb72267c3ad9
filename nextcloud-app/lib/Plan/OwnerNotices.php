<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\EmancipAsso\Plan;

use Exception;
use OCA\EmancipAsso\AppInfo\Application;
use OCA\EmancipAsso\Db\Document;
use OCP\AppFramework\Utility\ITimeFactory;
use OCP\Notification\IManager;
use OCP\Notification\INotification;
use Psr\Log\LoggerInterface;

/**
 * What the owner of an action is told, in Nextcloud's own notifications. Only the id of the action is kept there: its
 * title is looked up when the notice is read, and a notice that is no longer true goes away.
 */
final class OwnerNotices {
	public const ASSIGNED = 'assigned';
	public const OBJECT = 'action';

	public function __construct(
		private IManager $notifications,
		private ITimeFactory $time,
		private LoggerInterface $logger,
	) {
	}

	/**
	 * Follows a save.
	 *
	 * @param Document|null $before as it was; null for a new one
	 * @param string $by user id of the person who saved
	 */
	public function follow(?Document $before, Document $document, string $by): void {
		if ($document->getKind() !== 'action') {
			return;
		}
		$former = $before?->getOwner();
		$owner = $document->getOwner();
		$isSettled = ActionStatus::isSettled($document->getStatus());
		if ($before !== null && $former !== null) {
			if ($former !== $owner || $isSettled && !ActionStatus::isSettled($before->getStatus())) {
				$this->withdraw($document, $former);
			} elseif ($before->getDueDate() !== $document->getDueDate()) {
				$this->withdraw($document, $former, Deadline::SOON);
				$this->withdraw($document, $former, Deadline::OVER);
			}
		}
		if ($owner !== null && $owner !== $former && $owner !== $by && !$isSettled) {
			$this->tell($document, $owner, self::ASSIGNED, ['by' => $by]);
		}
	}

	/** @param Deadline::SOON|Deadline::OVER $stage */
	public function remind(Document $document, string $owner, string $stage): void {
		if ($stage === Deadline::OVER) {
			$this->withdraw($document, $owner, Deadline::SOON);
		}
		$this->tell($document, $owner, $stage, []);
	}

	/** Takes back what anybody was told of an action that is no more. */
	public function forget(Document $document): void {
		if ($document->getOwner() !== null) {
			$this->withdraw($document, $document->getOwner());
		}
	}

	/** Takes back everything that the app told anybody. */
	public function forgetAll(): void {
		$this->notifications->markProcessed($this->notifications->createNotification()->setApp(Application::APP_ID));
	}

	/** @param array<string, string> $parameters */
	private function tell(Document $document, string $uid, string $subject, array $parameters): void {
		$notice = $this->about($document, $uid)->setSubject($subject, $parameters)->setDateTime($this->time->getDateTime());
		$this->quietly(fn () => $this->notifications->notify($notice));
	}

	private function withdraw(Document $document, string $uid, ?string $subject = null): void {
		$notice = $this->about($document, $uid);
		if ($subject !== null) {
			$notice->setSubject($subject);
		}
		$this->quietly(fn () => $this->notifications->markProcessed($notice));
	}

	private function about(Document $document, string $uid): INotification {
		return $this->notifications->createNotification()->setApp(Application::APP_ID)->setUser($uid)->setObject(self::OBJECT, $document->getUuid());
	}

	/** @param callable(): void $action which must not spoil a save that was made */
	private function quietly(callable $action): void {
		try {
			$action();
		} catch (Exception $exception) {
			$this->logger->warning('The owner of an action could not be told of it', ['exception' => $exception]);
		}
	}
}
