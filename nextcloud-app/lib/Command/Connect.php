<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\EmancipAsso\Command;

use OCA\EmancipAsso\Connector\ChangeFeed;
use OCA\EmancipAsso\Connector\ConnectionTest;
use OCA\EmancipAsso\Connector\ConnectorFailure;
use OCA\EmancipAsso\Connector\ConnectorSettings;
use OCA\EmancipAsso\Exception\Problem;
use OCA\EmancipAsso\Settings\AppSettings;
use Symfony\Component\Console\Command\Command;
use Symfony\Component\Console\Input\InputArgument;
use Symfony\Component\Console\Input\InputInterface;
use Symfony\Component\Console\Input\InputOption;
use Symfony\Component\Console\Output\OutputInterface;
use Symfony\Component\Console\Style\SymfonyStyle;

final class Connect extends Command {
	public function __construct(
		private AppSettings $settings,
		private ConnectorSettings $connector,
		private ConnectionTest $test,
		private ChangeFeed $feed,
	) {
		parent::__construct();
	}

	protected function configure(): void {
		$this->setName('emancipasso:connect')
			->setDescription('Join this Nextcloud to a community; it asks for the token, or reads it from the first line of the input, so that it stays out of the list of processes')
			->addArgument('url', InputArgument::REQUIRED, 'Address of the connector, such as https://connector.example.org')
			->addOption('force', null, InputOption::VALUE_NONE, 'Set it even when it does not work now')
			->addOption('leave-behind', null, InputOption::VALUE_NONE, 'Go to another connector even when the one that is set still holds something of this Nextcloud')
			->setHelp("Example:\n  occ emancipasso:connect https://connector.example.org < token.txt");
	}

	protected function execute(InputInterface $input, OutputInterface $output): int {
		$given = $input->getArgument('url');
		$url = ConnectorSettings::normalise(is_string($given) ? $given : '');
		$token = trim(stream_isatty(STDIN)
			? (string)(new SymfonyStyle($input, $output))->askHidden("Token that the operator of $url gave (it is not shown)")
			: (string)fgets(STDIN));
		if ($url === '' || $token === '') {
			$output->writeln('<error>No address or no token on the input. Write it there: occ emancipasso:connect URL < token.txt</error>');
			return self::INVALID;
		}
		$wanted = (object)['connectorUrl' => $url, 'token' => $token, 'leaveBehind' => $input->getOption('leave-behind') === true];
		try {
			$finding = $this->test->run(candidate: $this->settings->connection($wanted));
			$output->writeln($finding['message']);
			if (!$finding['ok'] && $input->getOption('force') !== true) {
				$output->writeln($this->connector->isComplete()
					? "<error>Nothing was changed: the connection to {$this->connector->url()} stays. With --force, $url replaces it all the same.</error>"
					: "<error>Nothing was set. With --force, $url is set all the same.</error>");
				return self::FAILURE;
			}
			$this->settings->change($wanted);
		} catch (Problem $problem) {
			$output->writeln('<error>' . $problem->getMessage() . '</error>');
			if ($problem->id === 'left-behind') {
				$output->writeln('Withdraw and erase it first (occ emancipasso:organisation), or leave it there for good: --leave-behind');
			}
			return self::INVALID;
		}
		$output->writeln("This Nextcloud is joined to $url.");
		if (!$finding['ok']) {
			return self::FAILURE;
		}
		$output->writeln($this->fetch()
			? 'The directory and the other reference data are here.'
			: '<comment>The directory could not be fetched yet. The background job tries again every quarter of an hour; occ emancipasso:status shows what is here.</comment>');
		return self::SUCCESS;
	}

	private function fetch(): bool {
		try {
			return $this->feed->follow(afresh: true);
		} catch (ConnectorFailure) {
			return false;
		}
	}
}
