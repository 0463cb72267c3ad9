<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\EmancipAsso\Connector;

use OCA\EmancipAsso\Exception\Problem;
use OCP\IL10N;

/** What happened between this Nextcloud and the connector, in words that say what to do. */
final class ConnectorSentences {
	public function __construct(
		private IL10N $l,
	) {
	}

	public function of(ConnectorFailure $failure): string {
		return match ($failure->cause) {
			'not-configured' => $this->l->t('This cloud is not joined to a community yet. An administrator can enter the address of the connector and the token that its operator gave.'),
			'moved' => $this->l->t('This Nextcloud was moved or copied since it was joined to the community. Until its administrator says which, nothing is published, changed or withdrawn from here.'),
			'invalid-address' => $this->l->t('The address of the connector is not valid. It begins with https:// and has no user name, question mark or hash in it.'),
			'timeout' => $this->l->t('The connector took too long to answer. Nothing is lost here: try again in a few minutes.'),
			'tls' => $this->l->t('The connection to the connector is not safe: its certificate is not valid. Its operator must renew it, or the address is not the right one.'),
			'not-a-connector' => $failure->detail === ''
				? $this->l->t('Something answers at the address of the connector, but it is not an Émancip’Asso connector. Check the address.')
				: $this->l->t('The address of the connector redirects to %s. Enter that address instead.', [$failure->detail]),
			'token-refused' => $this->l->t('The connector does not know the token of this cloud. An administrator can ask its operator for one.'),
			'token-revoked' => $this->l->t('The token of this cloud was withdrawn. An administrator can ask the operator of the connector for a new one.'),
			'instance-suspended' => $this->l->t('The operator of the connector suspended this cloud. An administrator can write to the operator.'),
			'cloned-instance' => $this->l->t('The token belongs to another Nextcloud. If this one is a copy, an administrator can ask the operator of the connector for a new token.'),
			'version' => $this->l->t('The connector and this app are too far apart in version. Update the older of the two.'),
			'refused' => $failure->detail === '' ? $this->l->t('The connector refused this request.') : $failure->detail,
			'error' => $failure->detail !== '' ? $failure->detail : $this->l->t('The connector answered with an error. Try again in a few minutes; if it lasts, tell its operator.'),
			default => $this->l->t('The connector of the community does not answer. Nothing is lost here: try again in a few minutes.'),
		};
	}

	/** The same for the person whose request failed. */
	public function asProblem(ConnectorFailure $failure): Problem {
		$id = match (true) {
			$failure->cause === 'not-configured' => 'not-configured',
			$failure->cause === 'moved' => 'moved',
			$failure->isRefusal(404) => 'not-found',
			$failure->isRefusal(412) => 'stale',
			in_array($failure->cause, ['refused', 'token-refused', 'token-revoked', 'instance-suspended', 'cloned-instance'], true) => 'connector-refused',
			default => 'connector-unreachable',
		};
		return new Problem($id, $this->of($failure));
	}
}
