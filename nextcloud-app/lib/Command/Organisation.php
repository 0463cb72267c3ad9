<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\EmancipAsso\Command;

use OCA\EmancipAsso\Db\Organisation as Row;
use OCA\EmancipAsso\Db\OrganisationMapper;
use OCA\EmancipAsso\Organisation\LostGroups;
use OCA\EmancipAsso\Organisation\OrganisationDirectory;
use OCP\AppFramework\Db\DoesNotExistException;
use OCP\IGroupManager;
use Symfony\Component\Console\Command\Command;
use Symfony\Component\Console\Input\InputArgument;
use Symfony\Component\Console\Input\InputInterface;
use Symfony\Component\Console\Input\InputOption;
use Symfony\Component\Console\Output\OutputInterface;

/** For an administrator: organisations that nobody manages any more, since their group is gone. */
final class Organisation extends Command {
	public function __construct(
		private OrganisationMapper $organisations,
		private OrganisationDirectory $directory,
		private LostGroups $lost,
		private IGroupManager $groups,
	) {
		parent::__construct();
	}

	protected function configure(): void {
		$this->setName('emancipasso:organisation')
			->setDescription('List the organisations, give one other groups, or erase one')
			->addArgument('action', InputArgument::OPTIONAL, 'list, reassign or purge', 'list')
			->addArgument('id', InputArgument::OPTIONAL, 'Id of the organisation to reassign or purge; the list shows it')
			->addOption('lost', null, InputOption::VALUE_NONE, 'List only those that have lost a group')
			->addOption('yes', null, InputOption::VALUE_NONE, 'Do purge it')
			->addOption('group-is-gone', null, InputOption::VALUE_NONE, 'A group that cannot be found, and of which no deletion was told, is gone for good')
			->setHelp("Examples:\n  occ emancipasso:organisation list --lost\n  occ emancipasso:organisation reassign ID --managers=bureau\n  occ emancipasso:organisation purge ID --yes");
		foreach (LostGroups::ROLES as $role) {
			$this->addOption($role, null, InputOption::VALUE_REQUIRED, "Id of the group of $role, to reassign");
		}
	}

	protected function execute(InputInterface $input, OutputInterface $output): int {
		$action = $input->getArgument('action');
		if ($action === 'list') {
			return $this->list($input->getOption('lost') === true, $output);
		}
		if ($action !== 'reassign' && $action !== 'purge') {
			$output->writeln('<error>Say list, reassign or purge.</error>');
			return self::INVALID;
		}
		try {
			$id = $input->getArgument('id');
			$organisation = $this->organisations->findByPublicId(is_string($id) ? $id : '');
		} catch (DoesNotExistException) {
			$output->writeln('<error>No organisation has this id. See occ emancipasso:organisation list.</error>');
			return self::INVALID;
		}
		return $action === 'purge' ? $this->purge($organisation, $input, $output) : $this->reassign($organisation, $input, $output);
	}

	private function list(bool $onlyLost, OutputInterface $output): int {
		foreach ($this->organisations->findAll() as $organisation) {
			if (!$onlyLost || $this->lost->of($organisation) !== []) {
				$this->print($organisation, $output);
			}
		}
		return self::SUCCESS;
	}

	private function reassign(Row $organisation, InputInterface $input, OutputInterface $output): int {
		$chosen = array_filter(array_map($input->getOption(...), array_combine(LostGroups::ROLES, LostGroups::ROLES)), is_string(...));
		if ($chosen === []) {
			$output->writeln('<error>Say which group: --members=GROUP, --managers=GROUP or --publishers=GROUP; occ group:list shows the groups.</error>');
			return self::INVALID;
		}
		foreach ($chosen as $role => $group) {
			if (!$this->groups->groupExists($group)) {
				$output->writeln("<error>The group “{$group}” does not exist (--$role). Nothing was changed; occ group:list shows the groups.</error>");
				return self::INVALID;
			}
		}
		if (!$this->mayTouch($organisation, array_keys($chosen), $input, $output)) {
			return self::INVALID;
		}
		$this->lost->give($organisation, $chosen);
		$this->print($organisation, $output);
		return self::SUCCESS;
	}

	/**
	 * A group that cannot be found and of which no deletion was told may come back: it is given up only when that is said.
	 *
	 * @param list<string> $roles the rights that would go
	 */
	private function mayTouch(Row $organisation, array $roles, InputInterface $input, OutputInterface $output): bool {
		if ($input->getOption('group-is-gone') === true || array_intersect($roles, $this->lost->unreachable($organisation)) === []) {
			return true;
		}
		$this->print($organisation, $output);
		$output->writeln('<error>A group of it cannot be found now, and nobody deleted it in Nextcloud. Is the directory of groups (LDAP, for example) reachable? Its people have their rights again when it is. If the group is gone for good, say so with --group-is-gone.</error>');
		return false;
	}

	private function purge(Row $organisation, InputInterface $input, OutputInterface $output): int {
		if (!$this->mayTouch($organisation, LostGroups::ROLES, $input, $output)) {
			return self::INVALID;
		}
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
		$deleted = LostGroups::deleted($organisation);
		$unreachable = $this->lost->unreachable($organisation);
		$words = array_map(static fn (string $role): string => "$role: " . match (true) {
			in_array($role, $deleted, true) => '<error>deleted</error>',
			in_array($role, $unreachable, true) => LostGroups::group($organisation, $role) . ' <error>cannot be found now</error>',
			default => LostGroups::group($organisation, $role),
		}, LostGroups::ROLES);
		$output->writeln("{$organisation->getPublicId()}  {$organisation->getName()}  (" . implode(', ', $words) . ')');
	}
}
