<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\EmancipAsso\Command;

use OCA\EmancipAsso\AppInfo\Application;
use OCA\EmancipAsso\Connector\ConnectionTest;
use OCA\EmancipAsso\Connector\ConnectorHealth;
use OCA\EmancipAsso\Connector\ConnectorSettings;
use OCA\EmancipAsso\Connector\Place;
use OCA\EmancipAsso\Db\OrganisationMapper;
use OCA\EmancipAsso\Erasure\Erasures;
use OCA\EmancipAsso\Pack\PackStore;
use OCA\EmancipAsso\Settings\AppSettings;
use OCP\App\IAppManager;
use Symfony\Component\Console\Command\Command;
use Symfony\Component\Console\Input\InputInterface;
use Symfony\Component\Console\Input\InputOption;
use Symfony\Component\Console\Output\OutputInterface;

final class Status extends Command {
	public function __construct(
		private IAppManager $apps,
		private ConnectorSettings $settings,
		private AppSettings $all,
		private Place $place,
		private ConnectorHealth $health,
		private ConnectionTest $test,
		private PackStore $packs,
		private OrganisationMapper $organisations,
		private Erasures $erasures,
	) {
		parent::__construct();
	}

	protected function configure(): void {
		$this->setName('emancipasso:status')
			->setDescription('Show how the app and its connection are; fails, and names why, when something needs a person')
			->addOption('output', null, InputOption::VALUE_REQUIRED, 'plain or json', 'plain');
	}

	protected function execute(InputInterface $input, OutputInterface $output): int {
		$test = $this->settings->isComplete() ? $this->test->run() : null;
		$settings = $this->all->show();
		$broken = $settings['organisationsWithoutGroup'];
		$problems = [
			...($test === null || $test['ok'] ? [] : [$test['message']]),
			...($this->place->isElsewhere() ? ['This Nextcloud was moved, or is a copy (' . implode(', ', $this->place->changes()) . ' changed). Nothing is sent until you say which: occ emancipasso:moved'] : []),
			...array_map(self::lost(...), $broken),
		];
		$groups = $settings['allowedGroups'];
		$status = [
			'version' => $this->apps->getAppVersion(Application::APP_ID),
			'openTo' => $groups === [] ? 'everybody' : $groups,
			'connector' => ['url' => $this->settings->url(), ...$this->health->show(), 'test' => $test],
			'packs' => $this->packs->show(),
			'organisations' => count($this->organisations->findAll()),
			'organisationsWithoutGroup' => $broken,
			'pendingErasures' => $this->erasures->pending(),
			'problems' => $problems,
		];
		if ($input->getOption('output') === 'json') {
			$output->writeln(json_encode($status, JSON_THROW_ON_ERROR | JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE));
		} else {
			$this->print($status, $output);
		}
		return $problems === [] ? self::SUCCESS : self::FAILURE;
	}

	/** @param array{id: string, name: string, missing: non-empty-list<string>, unreachable: list<string>} $lost */
	private static function lost(array $lost): string {
		$deleted = array_values(array_diff($lost['missing'], $lost['unreachable']));
		return $deleted === []
			? sprintf('The group of %2$s of the organisation “%1$s” cannot be found now: is the directory of groups reachable?', $lost['name'], implode(', ', $lost['unreachable']))
			: sprintf('The organisation “%s” has lost its group of %s. Choose another: occ emancipasso:organisation reassign %s --%s=GROUP', $lost['name'], implode(', ', $deleted), $lost['id'], $deleted[0]);
	}

	/** @param array<string, mixed> $values */
	private function print(array $values, OutputInterface $output, string $indent = ''): void {
		foreach ($values as $name => $value) {
			if (is_array($value)) {
				$output->writeln("$indent$name:" . ($value === [] ? ' none' : ''));
				$this->print($value, $output, $indent . '  ');
			} else {
				$output->writeln("$indent$name: " . (is_string($value) || is_int($value) ? $value : json_encode($value)));
			}
		}
	}
}
