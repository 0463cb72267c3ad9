<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 *
 * @var \OCP\IL10N $l
 */
?>
<div id="emancipasso-admin">
	<div class="section" role="status">
		<h2>Émancip’Asso</h2>
		<p><?php p($l->t('Loading …')); ?></p>
	</div>
</div>
