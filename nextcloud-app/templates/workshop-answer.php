<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 *
 * @var \OCP\IL10N $l
 */
?>
<div id="emancipasso-workshop">
	<p role="status"><?php p($l->t('Loading …')); ?></p>
	<noscript><?php p($l->t('This page needs JavaScript. Allow it for this site, then reload the page.')); ?></noscript>
</div>
