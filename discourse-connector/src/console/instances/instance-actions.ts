/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Outcome } from '../route.ts'
import type { StaffVisit } from '../visit.ts'

import { InstanceStore } from '../../instances/instance-store.ts'
import { OrganisationStore } from '../../instances/organisation-store.ts'
import { Problem } from '../../platform/problem.ts'
import { listOrganisations } from './instance-data.ts'

/** POST /instances/:id/suspend */
export async function suspendInstance(visit: StaffVisit): Promise<Outcome> {
	return await setInstance(visit, 'suspended')
}

/** POST /instances/:id/resume */
export async function resumeInstance(visit: StaffVisit): Promise<Outcome> {
	return await setInstance(visit, 'active')
}

/** POST /instances/:id/organisation/suspend */
export async function suspendOrganisation(visit: StaffVisit): Promise<Outcome> {
	return await setOrganisation(visit, 'suspended')
}

/** POST /instances/:id/organisation/resume */
export async function resumeOrganisation(visit: StaffVisit): Promise<Outcome> {
	return await setOrganisation(visit, 'active')
}

async function setInstance(visit: StaffVisit, state: 'active' | 'suspended'): Promise<Outcome> {
	const { id, name } = await instanceIn(visit)
	if (!await new InstanceStore(visit.parts.database).setState(id, state)) {
		return { to: `/instances/${id}`, trouble: true, text: { fr: 'L’accès de ce cloud a été retiré pour toujours : rien n’a été changé.', en: 'The access of this cloud was revoked for ever: nothing was changed.' } }
	}
	return {
		to: `/instances/${id}`,
		target: `${name} (${id})`,
		text: state === 'suspended'
			? { fr: 'Ce cloud est suspendu : il ne publie plus rien, et ses sujets sortent des listes du forum. Ses réponses déjà postées y restent.', en: 'This cloud is suspended: it publishes nothing more, and its topics leave the lists of the forum. The answers that it posted stay there.' }
			: { fr: 'Ce cloud peut à nouveau publier, et ses sujets reviennent.', en: 'This cloud may publish again, and its topics come back.' },
	}
}

async function setOrganisation(visit: StaffVisit, state: 'active' | 'suspended'): Promise<Outcome> {
	const { id, name } = await instanceIn(visit)
	const { parts: { database, configuration }, form: { organisation = '' } } = visit
	if (!await knows(visit, id, organisation)) {
		throw new Problem('not-found')
	}
	if (!await new OrganisationStore(database, configuration.limits.organisationsPerInstance).setState(id, organisation, state)) {
		return { to: `/instances/${id}`, trouble: true, text: { fr: 'Cette organisation a été effacée à sa demande : rien n’a été changé.', en: 'This organisation was erased at its own request: nothing was changed.' } }
	}
	return {
		to: `/instances/${id}`,
		target: `${organisation} · ${name}`,
		text: state === 'suspended'
			? { fr: 'Cette organisation est suspendue : elle ne publie plus rien, et ses sujets sortent des listes du forum. Ses réponses déjà postées y restent.', en: 'This organisation is suspended: it publishes nothing more, and its topics leave the lists of the forum. The answers that it posted stay there.' }
			: { fr: 'Cette organisation peut à nouveau publier, et ses sujets reviennent.', en: 'This organisation may publish again, and its topics come back.' },
	}
}

async function instanceIn({ parts, params }: StaffVisit) {
	const instance = (await new InstanceStore(parts.database).list()).find(({ id }) => id === params.id)
	if (instance === undefined) {
		throw new Problem('not-found')
	}
	return instance
}

async function knows({ parts }: StaffVisit, instance: string, organisation: string): Promise<boolean> {
	return (await listOrganisations(parts.database.kysely, instance)).some(({ id }) => id === organisation)
}
