<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 *
 * What is seen until the scripts run: the outline of the page, and a sentence for a browser without scripts.
 *
 * @var \OCP\IL10N $l
 */
?>
<style>
	#emancipasso:has(> .emancipasso-outline) { flex: 1 1 100% }
	.emancipasso-outline { box-sizing: border-box; display: flex; inline-size: 100%; block-size: 100%; background: var(--color-main-background); border-radius: var(--body-container-radius); overflow: hidden }
	.emancipasso-outline__menu { flex: 0 0 300px; padding: 60px 12px 12px; border-inline-end: 1px solid var(--color-border) }
	.emancipasso-outline__page { flex: 1; padding: 20px 60px; max-inline-size: 900px }
	.emancipasso-outline__line { block-size: 20px; margin-block-end: 24px; border-radius: 10px; background: var(--color-background-dark) }
	@media (max-width: 1024px) { .emancipasso-outline__menu { display: none } }
</style>
<div id="emancipasso">
	<div class="emancipasso-outline" role="status" aria-label="<?php p($l->t('Loading …')); ?>">
		<div class="emancipasso-outline__menu" aria-hidden="true">
			<div class="emancipasso-outline__line"></div>
			<div class="emancipasso-outline__line"></div>
			<div class="emancipasso-outline__line"></div>
		</div>
		<div class="emancipasso-outline__page" aria-hidden="true">
			<div class="emancipasso-outline__line" style="inline-size: 40%; block-size: 32px"></div>
			<div class="emancipasso-outline__line"></div>
			<div class="emancipasso-outline__line" style="inline-size: 80%"></div>
			<div class="emancipasso-outline__line" style="inline-size: 60%"></div>
		</div>
	</div>
	<noscript><?php p($l->t('This page needs JavaScript. Allow it for this site, then reload the page.')); ?></noscript>
</div>
