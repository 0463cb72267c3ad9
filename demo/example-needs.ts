/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { NeedPublication } from '@emancipasso/shared/community/need'

/** A need that another association published, invented and marked as such. */
export interface ExampleNeed {
	/** Always the same, so that a second start publishes nothing twice. */
	uuid: string
	/** Opaque id of the organisation. */
	organisation: string
	publication: NeedPublication
}

/** What there is to read, to support and to answer before one has published anything oneself. */
export const exampleNeeds: readonly ExampleNeed[] = [
	{
		uuid: '0193a000-0000-7000-8000-000000000001',
		organisation: 'exemple-jardins-du-sillon',
		publication: {
			schemaVersion: 1,
			kind: 'tool-advice',
			title: 'Quelle visio pour une assemblée générale de 80 personnes ? (exemple)',
			sections: [
				{ id: 'context', text: 'Nous sommes une association de jardins partagés, avec douze jardins dans trois communes. Cette association et ce besoin sont inventés, pour montrer comment l’application fonctionne.' },
				{ id: 'problem', text: 'Notre assemblée générale se tient dans une salle et à distance. L’an dernier, la visio d’un géant a coupé au bout de quarante minutes, et les personnes au téléphone n’ont pas pu voter.' },
				{ id: 'mustHave', text: 'Accueillir 80 personnes, dont une dizaine par téléphone.\nVoter à main levée sans créer de compte.' },
			],
			toolsConcerned: ['Zoom'],
			urgency: 'months',
			signature: { choice: 'name', text: 'Les Jardins du Sillon (exemple)' },
			sizeBand: 'volunteers-only',
			region: { code: 'FR-PDL', label: 'Pays de la Loire' },
			language: 'fr',
		},
	},
	{
		uuid: '0193a000-0000-7000-8000-000000000002',
		organisation: 'exemple-cyclerie-du-lac',
		publication: {
			schemaVersion: 1,
			kind: 'shared-development',
			title: 'Passer les adhésions du tableur à la comptabilité (exemple)',
			sections: [
				{ id: 'context', text: 'Nous sommes un atelier vélo avec quatre personnes salariées. Cette association et ce besoin sont inventés, pour montrer comment l’application fonctionne.' },
				{ id: 'problem', text: 'Chaque mois, la trésorière recopie à la main plus de cent adhésions d’un tableur vers Dolibarr. Il y a des erreurs, et personne d’autre ne sait le faire.' },
				{ id: 'whoBenefits', text: 'Toutes les associations qui tiennent leurs adhésions dans un tableur partagé et leur comptabilité dans un logiciel libre.' },
			],
			toolsConcerned: ['LibreOffice Calc', 'Dolibarr'],
			urgency: 'none',
			signature: { choice: 'name', text: 'La Cyclerie du Lac (exemple)' },
			sizeBand: 'staff-1-5',
			region: { code: 'FR-ARA', label: 'Auvergne-Rhône-Alpes' },
			language: 'fr',
		},
	},
]
