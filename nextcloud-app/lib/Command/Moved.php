<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\EmancipAsso\Command;

use OCA\EmancipAsso\Connector\Place;
use OCA\EmancipAsso\Settings\MoveAnswer;
use Symfony\Component\Console\Command\Command;
use Symfony\Component\Console\Input\InputInterface;
use Symfony\Component\Console\Input\InputOption;
use Symfony\Component\Console\Output\OutputInterface;

/** The question that a Nextcloud asks which stands elsewhere than when it was joined, and its two answers. */
final class Moved extends Command {
	public function __construct(
		private Place $place,
		private MoveAnswer $answer,
	) {
		parent::__construct();
	}

	protected function configure(): void {
		$this->setName('emancipasso:moved')
			->setDescription('Say whether this Nextcloud was moved, or is a copy of the one that was joined to the community')
			->addOption('this-is-the-original', null, InputOption::VALUE_NONE, 'It was moved: it goes on where it was, as itself')
			->addOption('this-is-a-copy', null, InputOption::VALUE_NONE, 'It is a copy: it is disconnected, and forgets what the original published');
	}

	protected function execute(InputInterface $input, OutputInterface $output): int {
		[$original, $copy] = [$input->getOption('this-is-the-original') === true, $input->getOption('this-is-a-copy') === true];
		if ($original && $copy) {
			$output->writeln('<error>Give one of the two answers.</error>');
			return self::INVALID;
		}
		if ($original) {
			$this->answer->original();
			$output->writeln('This place is remembered. What waited is sent again.');
			return self::SUCCESS;
		}
		if ($copy) {
			$this->answer->copy();
			$output->writeln('This copy is disconnected. What was published belongs to the original; here it is drafts again.');
			return self::SUCCESS;
		}
		$changes = $this->place->changes();
		if ($changes === []) {
			$output->writeln('This Nextcloud stands where it was joined, or is not joined. There is nothing to answer.');
			return self::SUCCESS;
		}
		$output->writeln([
			sprintf('Not the same as when this Nextcloud was joined: %s. Until you say which, nothing is sent to the connector.', implode(', ', $changes)),
			'  It was moved:  occ emancipasso:moved --this-is-the-original',
			'  It is a copy:  occ emancipasso:moved --this-is-a-copy',
		]);
		return self::FAILURE;
	}
}
