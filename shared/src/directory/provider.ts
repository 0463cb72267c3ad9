/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { z } from 'zod'
import { associationSizes } from '../vocabulary/association-sizes.ts'
import { audiences } from '../vocabulary/audiences.ts'
import { contactConsents } from '../vocabulary/contact-consents.ts'
import { countries } from '../vocabulary/countries.ts'
import { domains } from '../vocabulary/domains.ts'
import { formats } from '../vocabulary/formats.ts'
import { inclusionDomains } from '../vocabulary/inclusion-domains.ts'
import { intervenerStatuses } from '../vocabulary/intervener-statuses.ts'
import { legalForms } from '../vocabulary/legal-forms.ts'
import { modalities } from '../vocabulary/modalities.ts'
import { pricingModels } from '../vocabulary/pricing-models.ts'
import { providerSizes } from '../vocabulary/provider-sizes.ts'
import { providerStatuses } from '../vocabulary/provider-statuses.ts'
import { regions } from '../vocabulary/regions.ts'
import { sectors } from '../vocabulary/sectors.ts'
import { services } from '../vocabulary/services.ts'
import { spokenLanguages } from '../vocabulary/spoken-languages.ts'
import { steps } from '../vocabulary/steps.ts'
import { line, oneOf, paragraphs, providerText, someOf, webAddress } from './fields.ts'
import { ProviderReference, ReferenceCard } from './reference.ts'

const Address = z.strictObject({
	street: line(200).optional(),
	postcode: z.string().regex(/^[A-Z0-9][A-Z0-9 -]{1,10}$/).optional(),
	commune: line(120),
	inseeCode: z.string().regex(/^(\d{5}|2[AB]\d{3})$/).optional(),
	country: oneOf(countries),
	region: oneOf(regions).optional(),
	/** Degrees, WGS 84; both or none. */
	lat: z.number().min(-90).max(90).optional(),
	lon: z.number().min(-180).max(180).optional(),
})

const Pricing = z.strictObject({
	models: someOf(pricingModels),
	/** The lowest price, before tax. */
	from: z.strictObject({
		amount: z.number().nonnegative().max(100_000),
		currency: z.enum(['EUR', 'RON', 'CHF', 'GBP']),
		unit: z.enum(['hour', 'half-day', 'day', 'session', 'month', 'project']),
	}).optional(),
	notes: providerText(1000).optional(),
})

const contact = (value: z.ZodType<string>) => z.strictObject({ value, consent: oneOf(contactConsents) }).optional()
const emailAddress = z.email().max(200)
const telephone = z.string().regex(/^\+?[0-9][0-9 .()-]{4,24}$/)

const common = {
	/** `source--record`: the same record of the same source is always the same provider. */
	id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*--[A-Za-z0-9._-]+$/).max(120),
	/** Invented, to show how the directory works. */
	example: z.literal(true).optional(),
	name: line(160),
	legalForm: oneOf(legalForms).optional(),
	size: oneOf(providerSizes).optional(),
	intervenerStatus: oneOf(intervenerStatuses).optional(),
	description: z.strictObject({ short: providerText(300), long: providerText(5000).optional() }),
	offerClarity: z.strictObject({ included: providerText(1500), notIncluded: providerText(1500) }).optional(),
	services: someOf(services),
	domains: someOf(domains),
	inclusionDomains: someOf(inclusionDomains),
	audiences: someOf(audiences),
	formats: someOf(formats),
	modalities: someOf(modalities),
	associationSizes: someOf(associationSizes),
	sectors: someOf(sectors),
	steps: someOf(steps),
	/** Ids of the solutions catalogue that the provider accompanies towards. */
	solutions: z.array(z.string().regex(/^[a-z0-9-]{1,60}$/)).max(60).default([]),
	address: Address,
	/** Where the provider goes: codes of French communes, EPCI and départements, ISO regions and countries, or `remote`. */
	zones: z.array(z.string().regex(/^((commune|epci|departement|region|country):[A-Z0-9-]{1,12}|remote)$/)).max(60).default([]),
	countries: someOf(countries),
	languages: someOf(spokenLanguages),
	pricing: Pricing.optional(),
	/** How the association leaves: notice, data given back, in which form. */
	exitTerms: providerText(1500).optional(),
	continuity: z.strictObject({
		since: z.int().min(1900).max(2100).optional(),
		people: z.int().min(1).max(10_000).optional(),
		/** Who takes over when this provider cannot. */
		backupProvider: line(160).optional(),
	}).optional(),
	networks: z.array(line(120)).max(20).default([]),
	labels: z.array(line(120)).max(20).default([]),
	trainings: z.array(line(160)).max(20).default([]),
	identifiers: z.strictObject({
		siret: z.string().regex(/^\d{14}$/).optional(),
		rna: z.string().regex(/^W[0-9A-Z]\d{8}$/).optional(),
		other: line(60).optional(),
	}).optional(),
	source: z.strictObject({ id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/).max(40), name: line(120), url: webAddress.optional(), licence: line(80).optional() }),
	/** Last day on which the content changed at its source. */
	updatedAt: z.iso.date(),
	/** Last day on which the provider said that the card is right. */
	confirmedAt: z.iso.date().optional(),
	status: oneOf(providerStatuses),
}

/** A provider with everything that is known of it, for those who keep the directory. */
export const Provider = z.strictObject({
	...common,
	contacts: z.strictObject({
		roleEmail: contact(emailAddress),
		phone: contact(telephone),
		website: contact(webAddress),
		form: contact(webAddress),
		socials: z.array(z.strictObject({ value: webAddress, consent: oneOf(contactConsents) })).max(10).default([]),
	}),
	references: z.array(ProviderReference).max(30).default([]),
	/** Columns of the source that have no field here, word for word, so that an export loses nothing. */
	sourceFields: z.record(z.string().max(80), paragraphs(5000)).optional(),
}).meta({ id: 'Provider' })
export type Provider = z.infer<typeof Provider>

/** A provider as anyone may see it: what `publicProvider` lets through. */
export const ProviderCard = z.object({
	...common,
	contacts: z.object({
		roleEmail: emailAddress.optional(),
		phone: telephone.optional(),
		website: webAddress.optional(),
		form: webAddress.optional(),
		socials: z.array(webAddress),
	}),
	/** There is a contact that is not shown; the community can pass a message on. */
	hiddenContacts: z.boolean(),
	references: z.array(ReferenceCard),
}).meta({ id: 'ProviderCard' })
export type ProviderCard = z.infer<typeof ProviderCard>
