<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\EmancipAsso\Command;

use OCA\EmancipAsso\Config\Lexicon;
use OCA\EmancipAsso\Connector\ConnectorClient;
use OCA\EmancipAsso\Connector\ConnectorFailure;
use OCA\EmancipAsso\Connector\ConnectorSentences;
use OCA\EmancipAsso\Connector\Duties;
use OCA\EmancipAsso\Db\OrganisationMapper;
use OCA\EmancipAsso\Document\DocumentStore;
use OCA\EmancipAsso\Erasure\Erasures;
use OCA\EmancipAsso\Organisation\OrganisationDirectory;
use OCA\EmancipAsso\Pack\NeededPacks;
use OCA\EmancipAsso\Pack\PackStore;
use OCA\EmancipAsso\Plan\OwnerNotices;
use OCP\AppFramework\Services\IAppConfig;
use Symfony\Component\Console\Command\Command;
use Symfony\Component\Console\Input\InputInterface;
use Symfony\Component\Console\Input\InputOption;
use Symfony\Component\Console\Output\OutputInterface;

/** Erases everything that people wrote and that the app was told, for good. Disabling or removing the app keeps it all. */
final class Purge extends Command {
	public function __construct(
		private OrganisationMapper $organisations,
		private OrganisationDirectory $directory,
		private DocumentStore $documents,
		private Erasures $erasures,
		private Duties $duties,
		private ConnectorClient $client,
		private ConnectorSentences $sentences,
		private PackStore $packs,
		private NeededPacks $needed,
		private OwnerNotices $notices,
		private IAppConfig $config,
	) {
		parent::__construct();
	}

	protected function configure(): void {
		$this->setName('emancipasso:purge')
			->setDescription('Erase every organisation, document and setting of the app, here and at the connector, and every copy but those that the app brings or something is read with')
			->addOption('yes', null, InputOption::VALUE_NONE, 'Do it; without this nothing is erased')
			->addOption('leave-published', null, InputOption::VALUE_NONE, 'Do not ask the connector: for when it is gone for ever, or this is a copy. What stays outside is listed');
	}

	protected function execute(InputInterface $input, OutputInterface $output): int {
		$leaves = $input->getOption('leave-published') === true;
		if ($input->getOption('yes') !== true) {
			$this->announce($leaves, $output);
			return self::INVALID;
		}
		if ($leaves) {
			$this->list($output, 'What stays at the connector and on the forum; its operator can erase it by these ids:');
			$this->duties->giveUp();
		} elseif (!$this->duties->areDone()) {
			try {
				$this->client->checkPlace();
			} catch (ConnectorFailure $failure) {
				$output->writeln('<error>' . $this->sentences->of($failure) . '</error>');
				$output->writeln('Nothing was erased. Answer with occ emancipasso:moved, or erase what is here alone: occ emancipasso:purge --yes --leave-published');
				return self::FAILURE;
			}
		}
		$organisations = $this->organisations->findAll();
		$documents = 0;
		foreach ($organisations as $organisation) {
			$documents += $this->directory->delete($organisation)['documents'];
		}
		// Whoever was let through just before their organisation went left a document that is nobody's.
		$documents += $this->documents->deleteOrphans();
		// Somebody may begin an organisation while this runs: what its diagnoses are read with stays.
		$this->packs->deleteUnneeded($this->needed->list());
		$this->notices->forgetAll();
		$output->writeln(sprintf('Erased %d organisation(s) and %d document(s).', count($organisations), $documents));
		do {
			$pending = $this->erasures->pending();
			$this->erasures->carryOut();
		} while ($this->erasures->pending() < $pending);
		if ($pending > 0) {
			$output->writeln(sprintf('<error>The connector could not be asked to erase %d record(s). The connection stays set: run this again when the connector answers, or, if it never will, with --leave-published.</error>', $this->erasures->pending()));
			return self::FAILURE;
		}
		$this->erasures->forgetAll();
		foreach ([Lexicon::CONNECTOR_URL, Lexicon::CONNECTOR_TOKEN, Lexicon::MEMBER_SECRET, Lexicon::CHANGES_CURSOR, Lexicon::CHANGES_ETAG, Lexicon::LAST_CONTACT, Lexicon::CONNECTOR_PROBLEM, Lexicon::PLACE, Lexicon::JITTER_SECONDS] as $key) {
			$this->config->deleteAppValue($key);
		}
		return self::SUCCESS;
	}

	private function announce(bool $leaves, OutputInterface $output): void {
		$owed = $this->duties->count();
		$output->writeln(sprintf('This would erase %d organisation(s) with all their documents, for good.', count($this->organisations->findAll())));
		if ($leaves) {
			$this->list($output, 'The connector would not be asked. This would stay there and on the forum:');
		} elseif (array_sum($owed) > 0) {
			$output->writeln(sprintf('The connector would be asked to erase %d organisation(s) that it knows, with %d published need(s), and %d record(s) of earlier erasures that it has not confirmed yet.', $owed['organisations'], $owed['published'], $owed['erasures']));
		}
		$output->writeln('Run it again with --yes to do it.');
	}

	private function list(OutputInterface $output, string $heading): void {
		$lines = $this->duties->describe();
		$output->writeln($lines === [] ? 'Nothing of it is at a connector.' : $heading);
		foreach ($lines as $line) {
			$output->writeln("  $line", OutputInterface::OUTPUT_RAW);
		}
	}
}
