<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\EmancipAsso\Command;

use OCA\EmancipAsso\Db\Organisation as Row;
use OCA\EmancipAsso\Db\OrganisationMapper;
use OCA\EmancipAsso\Organisation\OrganisationDirectory;
use OCP\AppFramework\Db\DoesNotExistException;
use OCP\IGroupManager;
use Symfony\Component\Console\Command\Command;
use Symfony\Component\Console\Input\InputArgument;
use Symfony\Component\Console\Input\InputInterface;
use Symfony\Component\Console\Input\InputOption;
use Symfony\Component\Console\Output\OutputInterface;

/** For an administrator: organisations that nobody manages any more, since their group was deleted. */
final class Organisation extends Command {
	private const ROLES = ['members', 'managers', 'publishers'];

	public function __construct(
		private OrganisationMapper $organisations,
		private OrganisationDirectory $directory,
		private IGroupManager $groups,
	) {
		parent::__construct();
	}

	protected function configure(): void {
		$this->setName('emancipasso:organisation')
			->setDescription('List the organisations, give one other groups, or erase one')
			->addArgument('id', InputArgument::OPTIONAL, 'Id of one organisation; without it all are listed')
			->addOption('erase', null, InputOption::VALUE_NONE, 'Erase it with all its documents, here and at the connector')
			->addOption('yes', null, InputOption::VALUE_NONE, 'Do erase it')
			->setHelp("Examples:\n  occ emancipasso:organisation\n  occ emancipasso:organisation ID --managers=bureau\n  occ emancipasso:organisation ID --erase --yes");
		foreach (self::ROLES as $role) {
			$this->addOption($role, null, InputOption::VALUE_REQUIRED, "Id of the group of $role");
		}
	}

	protected function execute(InputInterface $input, OutputInterface $output): int {
		$id = $input->getArgument('id');
		if (!is_string($id)) {
			foreach ($this->organisations->findAll() as $organisation) {
				$this->print($organisation, $output);
			}
			return self::SUCCESS;
		}
		try {
			$organisation = $this->organisations->findByPublicId($id);
		} catch (DoesNotExistException) {
			$output->writeln('<error>No organisation has this id. Without an id, the command lists them all.</error>');
			return self::INVALID;
		}
		return $input->getOption('erase') === true ? $this->erase($organisation, $input, $output) : $this->assign($organisation, $input, $output);
	}

	private function assign(Row $organisation, InputInterface $input, OutputInterface $output): int {
		$chosen = array_filter(array_map($input->getOption(...), array_combine(self::ROLES, self::ROLES)), is_string(...));
		foreach ($chosen as $role => $group) {
			if (!$this->groups->groupExists($group)) {
				$output->writeln("<error>The group “{$group}” does not exist (--$role). Nothing was changed; occ group:list shows the groups.</error>");
				return self::INVALID;
			}
		}
		foreach ($chosen as $role => $group) {
			match ($role) {
				'members' => $organisation->setMembersGroup($group),
				'managers' => $organisation->setManagersGroup($group),
				default => $organisation->setPublishersGroup($group),
			};
		}
		if ($chosen !== []) {
			$this->organisations->update($organisation);
		}
		$this->print($organisation, $output);
		return self::SUCCESS;
	}

	private function erase(Row $organisation, InputInterface $input, OutputInterface $output): int {
		if ($input->getOption('yes') !== true) {
			$output->writeln("This would erase “{$organisation->getName()}” with all its documents, for good, and what it published. Run it again with --yes to do it.");
			return self::INVALID;
		}
		$erased = $this->directory->delete($organisation);
		$output->writeln(sprintf('Erased “%s” and %d document(s). %s', $organisation->getName(), $erased['documents'], match ($erased['connector']) {
			'erased' => 'The connector erased what it had.',
			'nothing-published' => 'The connector never had anything of it.',
			'unreachable' => 'The connector could not be asked yet: the background job asks again.',
		}));
		return self::SUCCESS;
	}

	private function print(Row $organisation, OutputInterface $output): void {
		$groups = ['members' => $organisation->getMembersGroup(), 'managers' => $organisation->getManagersGroup(), 'publishers' => $organisation->getPublishersGroup()];
		$words = array_map(static fn (string $role, ?string $group): string => "$role: " . ($group ?? '<error>deleted</error>'), array_keys($groups), $groups);
		$output->writeln("{$organisation->getPublicId()}  {$organisation->getName()}  (" . implode(', ', $words) . ')');
	}
}
