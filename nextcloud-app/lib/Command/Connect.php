<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\EmancipAsso\Command;

use OCA\EmancipAsso\Connector\ConnectionTest;
use OCA\EmancipAsso\Exception\Problem;
use OCA\EmancipAsso\Settings\AppSettings;
use Symfony\Component\Console\Command\Command;
use Symfony\Component\Console\Input\InputArgument;
use Symfony\Component\Console\Input\InputInterface;
use Symfony\Component\Console\Output\OutputInterface;
use Symfony\Component\Console\Style\SymfonyStyle;

final class Connect extends Command {
	public function __construct(
		private AppSettings $settings,
		private ConnectionTest $test,
	) {
		parent::__construct();
	}

	protected function configure(): void {
		$this->setName('emancipasso:connect')
			->setDescription('Join this Nextcloud to a community; it asks for the token, or reads it from the first line of the input, so that it stays out of the list of processes')
			->addArgument('url', InputArgument::REQUIRED, 'Address of the connector, such as https://connector.example.org')
			->setHelp("Example:\n  occ emancipasso:connect https://connector.example.org < token.txt");
	}

	protected function execute(InputInterface $input, OutputInterface $output): int {
		$token = trim(stream_isatty(STDIN)
			? (string)(new SymfonyStyle($input, $output))->askHidden('Token that the operator of the connector gave (it is not shown)')
			: (string)fgets(STDIN));
		if ($token === '') {
			$output->writeln('<error>No token on the input. Write it there: occ emancipasso:connect URL < token.txt</error>');
			return self::INVALID;
		}
		$url = $input->getArgument('url');
		try {
			$this->settings->change((object)['connectorUrl' => is_string($url) ? $url : '', 'token' => $token]);
		} catch (Problem $problem) {
			$output->writeln('<error>' . $problem->getMessage() . '</error>');
			return self::INVALID;
		}
		$finding = $this->test->run();
		$output->writeln($finding['message']);
		return $finding['ok'] ? self::SUCCESS : self::FAILURE;
	}
}
