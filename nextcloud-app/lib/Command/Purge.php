<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\EmancipAsso\Command;

use OCA\EmancipAsso\Config\Lexicon;
use OCA\EmancipAsso\Db\OrganisationMapper;
use OCA\EmancipAsso\Erasure\Erasures;
use OCA\EmancipAsso\Organisation\OrganisationDirectory;
use OCA\EmancipAsso\Pack\PackStore;
use OCP\AppFramework\Services\IAppConfig;
use Symfony\Component\Console\Command\Command;
use Symfony\Component\Console\Input\InputInterface;
use Symfony\Component\Console\Input\InputOption;
use Symfony\Component\Console\Output\OutputInterface;

/** Erases everything that the app keeps, for good. Disabling or removing the app keeps it all. */
final class Purge extends Command {
	public function __construct(
		private OrganisationMapper $organisations,
		private OrganisationDirectory $directory,
		private Erasures $erasures,
		private PackStore $packs,
		private IAppConfig $config,
	) {
		parent::__construct();
	}

	protected function configure(): void {
		$this->setName('emancipasso:purge')
			->setDescription('Erase every organisation, document, copy and setting of the app, here and at the connector')
			->addOption('yes', null, InputOption::VALUE_NONE, 'Do it; without this nothing is erased');
	}

	protected function execute(InputInterface $input, OutputInterface $output): int {
		$organisations = $this->organisations->findAll();
		if ($input->getOption('yes') !== true) {
			$output->writeln(sprintf('This would erase %d organisation(s) with all their documents, for good. Run it again with --yes to do it.', count($organisations)));
			return self::INVALID;
		}
		$documents = 0;
		foreach ($organisations as $organisation) {
			$documents += $this->directory->delete($organisation)['documents'];
		}
		$this->packs->deleteAll();
		$output->writeln(sprintf('Erased %d organisation(s) and %d document(s).', count($organisations), $documents));
		do {
			$pending = $this->erasures->pending();
			$this->erasures->carryOut();
		} while ($this->erasures->pending() < $pending);
		if ($pending > 0) {
			$output->writeln(sprintf('<error>The connector could not be asked to erase %d record(s). The connection stays set: run this again when the connector answers.</error>', $this->erasures->pending()));
			return self::FAILURE;
		}
		foreach ([Lexicon::CONNECTOR_URL, Lexicon::CONNECTOR_TOKEN, Lexicon::MEMBER_SECRET, Lexicon::CHANGES_CURSOR, Lexicon::CHANGES_ETAG, Lexicon::LAST_CONTACT, Lexicon::CONNECTOR_PROBLEM, Lexicon::JITTER_SECONDS] as $key) {
			$this->config->deleteAppValue($key);
		}
		return self::SUCCESS;
	}
}
