/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Route } from './route.ts'

import { z } from 'zod'
import { AnswerText, AnswerWithNeed, OwnAnswer } from '../community/answer.ts'
import { NeedErasure } from '../community/need-erasure.ts'
import { Need, Reply } from '../community/need.ts'
import { DocumentHistory, documentKinds, DocumentLine, DocumentPatch, NewDocument, OrganisationHistory, StoredDocument } from './app-documents.ts'
import { FolderList, NewFile, SavedFile } from './app-files.ts'
import { Invitation, OpenedWorkshop, Workshop, WorkshopInput, WorkshopResponse } from './app-workshop.ts'
import { ConflictAnswer, PackVersion } from './connector-input.ts'
import { defineRoutes } from './route.ts'

/**
 * Who may call a route of the app:
 * - `public`: anyone, also without an account; what the path holds is the right to it;
 * - `user`: anyone who may use the app;
 * - `member`, `manager`, `publisher`: of the organisation named in the path; others get 404, members without the right 403;
 * - `admin`: an administrator of the Nextcloud.
 */
export type AppAccess = 'public' | 'user' | 'member' | 'manager' | 'publisher' | 'admin'

/** Base path of the routes, below the Nextcloud's own address. Answers are OCS: `{ocs: {meta, data}}`. */
export const appApiBase = '/ocs/v2.php/apps/emancipasso/api/v1'

/** Path of the raw packs (no OCS envelope, immutable), below the address of the Nextcloud: `/index.php` + this. */
export const appPackPath = '/apps/emancipasso/packs/{name}/{version}'

/** A group of the Nextcloud that the user may choose for an organisation. */
export const Group = z.object({ id: z.string(), displayName: z.string(), members: z.int().nonnegative() }).meta({ id: 'Group' })
export type Group = z.infer<typeof Group>

const organisationFields = {
	name: z.string().trim().min(2).max(120),
	membersGroup: z.string().min(1).max(64),
	managersGroup: z.string().min(1).max(64),
	publishersGroup: z.string().min(1).max(64),
	/** ISO 3166-2 code such as FR-44, shown in publications only when chosen. */
	territory: z.string().max(10).nullable(),
	associationSize: z.string().max(40).nullable(),
}

export const Organisation = z.object({
	id: z.string().regex(/^[A-Za-z0-9_-]{8,64}$/),
	...organisationFields,
	/** Each of the three is empty when that group was deleted: nobody has its right until another is chosen. */
	membersGroup: z.string().max(64),
	managersGroup: z.string().max(64),
	publishersGroup: z.string().max(64),
	/** What people call the three groups; empty for one that was deleted. */
	groupNames: z.object({ members: z.string(), managers: z.string(), publishers: z.string() }),
	role: z.object({ manager: z.boolean(), publisher: z.boolean() }),
	createdAt: z.iso.datetime(),
}).meta({ id: 'Organisation' })
export type Organisation = z.infer<typeof Organisation>

export const OrganisationInput = z.object(organisationFields).partial({ territory: true, associationSize: true }).meta({ id: 'OrganisationInput' })
export type OrganisationInput = z.infer<typeof OrganisationInput>

/** The cloud's own copy of a pack: from the connector with the date of the copy, or as shipped with the app. */
export const PackCopy = PackVersion.pick({ name: true, version: true, checksum: true }).extend({
	source: z.enum(['connector', 'bundled']),
	copiedAt: z.iso.datetime().nullable(),
}).meta({ id: 'PackCopy' })
export type PackCopy = z.infer<typeof PackCopy>

/** Whether the connector can be reached, in words for the person who looks. */
export const ConnectorState = z.object({
	configured: z.boolean(),
	lastContact: z.iso.datetime().nullable(),
	problem: z.string().nullable(),
	/** The cloud stands elsewhere than when it was joined: it reads, and sends nothing until an administrator says whether it is a copy. */
	moved: z.boolean(),
}).meta({ id: 'ConnectorState' })
export type ConnectorState = z.infer<typeof ConnectorState>

/** What the first screen needs, in one call. */
export const Start = z.object({
	user: z.object({ id: z.string(), displayName: z.string(), language: z.string(), admin: z.boolean() }),
	organisations: z.array(Organisation),
	/** Groups the user may make an organisation of; empty when they may not. */
	groups: z.array(Group),
	connector: ConnectorState,
	packs: z.array(PackCopy),
}).meta({ id: 'Start' })
export type Start = z.infer<typeof Start>

/** What tells a moved or copied cloud from the one that was joined. */
export const placeParts = ['address', 'server-folder', 'data-folder'] as const

/** The rights that the groups of an organisation give. */
export const groupRoles = ['members', 'managers', 'publishers'] as const

export const AdminSettings = z.object({
	connectorUrl: z.string(),
	tokenSet: z.boolean(),
	/** What differs from when the cloud was joined; empty when nothing does. */
	moved: z.array(z.enum(placeParts)),
	/** Groups that may use the app; empty means everyone. */
	allowedGroups: z.array(z.string()),
	/** Organisations of which a group is gone, with the rights that nobody has now. Where the group that managed was deleted, an administrator reassigns or purges them. */
	organisationsWithoutGroup: z.array(z.object({
		id: z.string(),
		name: z.string(),
		missing: z.array(z.enum(groupRoles)).min(1),
		/** Those of them whose group nobody deleted: it cannot be found now, and is there again when its directory service is. */
		unreachable: z.array(z.enum(groupRoles)),
		/** When the last of those groups was deleted; null when the cloud was not told. */
		since: z.iso.datetime().nullable(),
		/** How many documents it keeps. What they say is told to no administrator. */
		documents: z.int(),
	})),
}).meta({ id: 'AdminSettings' })
export type AdminSettings = z.infer<typeof AdminSettings>

/** A change of settings; parts left out stay. */
const SettingsChange = AdminSettings.omit({ tokenSet: true, moved: true, organisationsWithoutGroup: true }).extend({
	token: z.string().max(200),
	/** Goes to another connector even though this one still holds something, which stays there and is forgotten here. */
	leaveBehind: z.boolean(),
}).partial()

/** Groups in place of those that were deleted, by the right that each gives: at least one that manages. */
export const Reassignment = z.object({ members: z.string().min(1).max(64), managers: z.string().min(1).max(64), publishers: z.string().min(1).max(64) }).partial({ members: true, publishers: true })

/** What was erased with an organisation. */
const ErasedOrganisation = z.object({ documents: z.int(), connector: z.enum(['erased', 'nothing-published', 'unreachable']) })

/** A test of the connection. `cause` is stable, `message` is for people and says what to do. */
export const ConnectionTest = z.object({
	ok: z.boolean(),
	cause: z.enum(['ok', 'not-configured', 'invalid-address', 'unreachable', 'timeout', 'tls', 'not-a-connector', 'token-refused', 'token-revoked', 'instance-suspended', 'cloned-instance', 'version', 'error']),
	message: z.string(),
	version: z.string().nullable(),
}).meta({ id: 'ConnectionTest' })
export type ConnectionTest = z.infer<typeof ConnectionTest>

/** A need as one screen shows it: the record, what people answered, and when they were read. */
export const NeedWithReplies = z.object({
	need: Need,
	replies: z.array(Reply),
	/** The organisation's own answers that no reply shows: on their way, refused, or gone from the forum. */
	answers: z.array(OwnAnswer),
	/** Whether there are replies whose copies the connector dropped by age; it reads them from the forum again where it can. */
	dropped: z.boolean(),
}).meta({ id: 'NeedWithReplies' })
export type NeedWithReplies = z.infer<typeof NeedWithReplies>

/** A document of which nothing is outside any more, and how far the forum has forgotten it. */
export const ErasedPublication = z.object({ document: StoredDocument, erasure: NeedErasure }).meta({ id: 'ErasedPublication' })
export type ErasedPublication = z.infer<typeof ErasedPublication>

/** Display names of an organisation's people, sorted, each once: what is looked for in a text before it becomes public. */
export const MemberNames = z.object({ names: z.array(z.string()).max(500) }).meta({ id: 'MemberNames' })
export type MemberNames = z.infer<typeof MemberNames>

/** Someone who can be the owner of a document, and whom one asks for what only those do who manage. */
export const Member = z.object({ id: z.string().max(64), displayName: z.string(), manager: z.boolean() }).meta({ id: 'Member' })
export type Member = z.infer<typeof Member>

const OrganisationPath = z.object({ organisation: z.string() })
const DocumentPath = OrganisationPath.extend({ id: z.uuid() })
const ResponsePath = DocumentPath.extend({ response: z.uuid() })
const LinkPath = z.object({ token: z.string() })
const AnswerPath = DocumentPath.extend({ reply: z.uuid() })
/** `revision` is null for a new answer. */
const AnswerInput = AnswerText.extend({ revision: z.int().positive().nullable() })
const document = { description: 'The document', body: StoredDocument }
/** The words that leave, as one string, so that what was approved is byte for byte what is sent. */
const PublicationText = z.object({ publication: z.string().max(100_000) })

export const appApi = defineRoutes<AppAccess, Record<string, Route<AppAccess>>>({
	start: { method: 'GET', path: '/start', access: 'user', summary: 'What the first screen needs', answers: { 200: { description: 'The user, their organisations, the copies of packs', body: Start } } },
	createOrganisation: { method: 'POST', path: '/organisations', access: 'user', summary: 'Say which organisation this is', body: OrganisationInput, answers: { 201: { description: 'The organisation', body: Organisation } }, problems: ['invalid-input', 'forbidden'] },
	updateOrganisation: { method: 'PUT', path: '/organisations/{organisation}', access: 'manager', summary: 'Change its name and groups', parameters: OrganisationPath, body: OrganisationInput, answers: { 200: { description: 'The organisation', body: Organisation } }, problems: ['invalid-input'] },
	deleteOrganisation: { method: 'DELETE', path: '/organisations/{organisation}', access: 'manager', summary: 'Erase the organisation here and at the connector', parameters: OrganisationPath, answers: { 200: { description: 'What was erased', body: ErasedOrganisation } } },
	memberNames: { method: 'GET', path: '/organisations/{organisation}/member-names', access: 'member', summary: 'Display names of the people in its three groups', parameters: OrganisationPath, answers: { 200: { description: 'At most 500, those who manage and publish first among them', body: MemberNames } } },
	members: { method: 'GET', path: '/organisations/{organisation}/members', access: 'member', summary: 'The people in its three groups, who can own its actions, and who of them manages it', parameters: OrganisationPath, answers: { 200: { description: 'At most 500, by name', body: z.object({ members: z.array(Member).max(500) }) } } },

	listDocuments: { method: 'GET', path: '/organisations/{organisation}/documents', access: 'member', summary: 'Documents of one kind, newest first', parameters: OrganisationPath, query: z.object({ kind: z.enum(documentKinds).optional(), content: z.literal('true').optional() }), answers: { 200: { description: 'With their content where it was asked for', body: z.object({ documents: z.array(DocumentLine) }) } } },
	createDocument: { method: 'POST', path: '/organisations/{organisation}/documents', access: 'member', summary: 'Keep a new document; the same call again answers the same document. Only who manages keeps a diagnosis that is closed already', parameters: OrganisationPath, body: NewDocument, answers: { 200: document, 201: document }, problems: ['invalid-input', 'too-large', 'conflict', 'forbidden'] },
	readDocument: { method: 'GET', path: '/organisations/{organisation}/documents/{id}', access: 'member', summary: 'One document', parameters: DocumentPath, answers: { 200: document } },
	patchDocument: { method: 'PATCH', path: '/organisations/{organisation}/documents/{id}', access: 'member', summary: 'Save a change; on an older revision than the stored one: 409 with the stored document. A diagnosis is closed and opened again by who manages', parameters: DocumentPath, body: DocumentPatch, answers: { 200: document, 409: document }, problems: ['invalid-input', 'too-large', 'forbidden'] },
	deleteDocument: { method: 'DELETE', path: '/organisations/{organisation}/documents/{id}', access: 'member', summary: 'Delete a document and its history; one that is published must be withdrawn first. Who manages deletes; a member deletes a diagnosis that they began, in which nobody else has written, that is not closed and has no workshop', parameters: DocumentPath, answers: { 200: { description: 'Deleted', body: z.object({ deleted: z.literal(true) }) } }, problems: ['still-published', 'forbidden'] },
	documentHistory: { method: 'GET', path: '/organisations/{organisation}/documents/{id}/history', access: 'member', summary: 'Past saves, newest first', parameters: DocumentPath, answers: { 200: { description: 'At most 100, and two million bytes; whether older ones were left out', body: DocumentHistory } } },
	organisationHistory: { method: 'GET', path: '/organisations/{organisation}/history', access: 'member', summary: 'Past saves of all documents of a kind since an instant, newest first', parameters: OrganisationPath, query: z.object({ kind: z.enum(documentKinds), since: z.iso.datetime() }), answers: { 200: { description: 'At most 1000, and two million bytes; whether older ones were left out, of which a later instant asks for fewer', body: OrganisationHistory } }, problems: ['invalid-input'] },

	listFolders: { method: 'GET', path: '/organisations/{organisation}/folders', access: 'member', summary: 'The folders in a folder of the user’s own files', parameters: OrganisationPath, query: z.object({ path: z.string().max(1000).optional() }), answers: { 200: { description: 'Names, sorted', body: FolderList } }, problems: ['invalid-input'] },
	saveFile: { method: 'POST', path: '/organisations/{organisation}/files', access: 'member', summary: 'Keep a paper in the user’s own files; a name that is taken gets a number', parameters: OrganisationPath, body: NewFile, answers: { 201: { description: 'Where it is', body: SavedFile } }, problems: ['invalid-input', 'too-large', 'forbidden', 'conflict'] },

	readWorkshop: { method: 'GET', path: '/organisations/{organisation}/documents/{id}/workshop', access: 'member', summary: 'The workshop of a diagnosis: how many answered and how often what, never who', parameters: DocumentPath, answers: { 200: { description: 'Null before it is opened', body: z.object({ workshop: Workshop.nullable() }) } } },
	openWorkshop: { method: 'PUT', path: '/organisations/{organisation}/documents/{id}/workshop', access: 'manager', summary: 'Open a workshop, or give it a new link instead of the one before', parameters: DocumentPath, body: WorkshopInput, answers: { 200: { description: 'The workshop and the secret of its link', body: OpenedWorkshop } }, problems: ['invalid-input', 'conflict'] },
	closeWorkshop: { method: 'DELETE', path: '/organisations/{organisation}/documents/{id}/workshop', access: 'manager', summary: 'End the link; the responses stay', parameters: DocumentPath, answers: { 200: { description: 'The workshop', body: z.object({ workshop: Workshop }) } } },
	keepResponse: { method: 'PUT', path: '/organisations/{organisation}/documents/{id}/workshop/responses/{response}', access: 'member', summary: 'Keep a response typed in from a sheet; the same id again replaces it', parameters: ResponsePath, body: WorkshopResponse, answers: { 200: { description: 'The workshop', body: z.object({ workshop: Workshop }) } }, problems: ['invalid-input', 'too-large'] },
	readOwnInvitation: { method: 'GET', path: '/organisations/{organisation}/documents/{id}/workshop/invitation', access: 'member', summary: 'What the workshop asks a member', parameters: DocumentPath, answers: { 200: { description: 'The questions and who will see what', body: Invitation } } },
	answerOwnInvitation: { method: 'PUT', path: '/organisations/{organisation}/documents/{id}/workshop/invitation/{response}', access: 'member', summary: 'Keep one’s own response as a member, without the account; the same id again replaces it', parameters: ResponsePath, body: WorkshopResponse, answers: { 200: { description: 'Kept', body: z.object({ kept: z.literal(true) }) } }, problems: ['invalid-input', 'too-large'] },
	readInvitation: { method: 'GET', path: '/workshops/{token}', access: 'public', summary: 'What the link of a workshop asks', parameters: LinkPath, answers: { 200: { description: 'The questions and who will see what', body: Invitation } } },
	answerInvitation: { method: 'PUT', path: '/workshops/{token}/responses/{response}', access: 'public', summary: 'Keep one’s own response; the same id again replaces it', parameters: LinkPath.extend({ response: z.uuid() }), body: WorkshopResponse, answers: { 200: { description: 'Kept', body: z.object({ kept: z.literal(true) }) } }, problems: ['invalid-input', 'too-large'] },

	approvePublication: { method: 'PUT', path: '/organisations/{organisation}/documents/{id}/approval', access: 'publisher', summary: 'Approve these very words', parameters: DocumentPath, body: PublicationText, answers: { 200: document }, problems: ['invalid-input'] },
	revokeApproval: { method: 'DELETE', path: '/organisations/{organisation}/documents/{id}/approval', access: 'publisher', summary: 'Take the approval back', parameters: DocumentPath, answers: { 200: document } },
	publish: { method: 'PUT', path: '/organisations/{organisation}/documents/{id}/publication', access: 'publisher', summary: 'Send the approved words to the connector; other words than the approved ones are refused', parameters: DocumentPath, body: PublicationText, answers: { 200: document }, problems: ['not-approved', 'conflict', 'stale', 'connector-refused', 'connector-unreachable', 'not-configured', 'moved'] },
	withdrawPublication: { method: 'DELETE', path: '/organisations/{organisation}/documents/{id}/publication', access: 'publisher', summary: 'Withdraw what was published', parameters: DocumentPath, answers: { 200: document }, problems: ['conflict', 'connector-refused', 'connector-unreachable', 'not-configured', 'moved'] },
	erasePublication: { method: 'PUT', path: '/organisations/{organisation}/documents/{id}/erasure', access: 'publisher', summary: 'Erase for ever what was published; the same call again says how far that came on the forum', parameters: DocumentPath, answers: { 200: { description: 'The document, which stays here, and what the forum still has to forget', body: ErasedPublication } }, problems: ['conflict', 'connector-refused', 'connector-unreachable', 'not-configured', 'moved'] },

	listCommunityNeeds: { method: 'GET', path: '/organisations/{organisation}/needs', access: 'member', summary: 'Needs of the community, live from the connector', parameters: OrganisationPath, query: z.object({ text: z.string().max(200).optional(), kind: z.string().max(40).optional(), mine: z.enum(['true', 'false']).optional(), cursor: z.string().max(200).optional() }), answers: { 200: { description: 'A page', body: z.object({ items: z.array(Need), cursor: z.string().nullable() }) } }, problems: ['connector-unreachable', 'not-configured'] },
	readCommunityNeed: { method: 'GET', path: '/organisations/{organisation}/needs/{id}', access: 'member', summary: 'One need with its replies', parameters: DocumentPath, answers: { 200: { description: 'The need', body: NeedWithReplies } }, problems: ['connector-unreachable', 'not-configured'] },
	supportNeed: { method: 'PUT', path: '/organisations/{organisation}/needs/{id}/support', access: 'publisher', summary: 'Say that the organisation has the same need', parameters: DocumentPath, answers: { 200: { description: 'The need', body: Need } }, problems: ['connector-refused', 'connector-unreachable', 'not-configured', 'moved'] },
	withdrawSupport: { method: 'DELETE', path: '/organisations/{organisation}/needs/{id}/support', access: 'publisher', summary: 'Take the support back', parameters: DocumentPath, answers: { 200: { description: 'The need', body: Need } }, problems: ['connector-refused', 'connector-unreachable', 'not-configured', 'moved'] },
	answerConflict: { method: 'POST', path: '/organisations/{organisation}/needs/{id}/conflict', access: 'publisher', summary: 'Say which version stays on the forum where both sides changed the same', parameters: DocumentPath, body: ConflictAnswer, answers: { 200: { description: 'The need', body: Need } }, problems: ['invalid-input', 'connector-refused', 'connector-unreachable', 'not-configured', 'moved'] },
	listAnswers: { method: 'GET', path: '/organisations/{organisation}/answers', access: 'member', summary: 'What the organisation answered and is not gone, live from the connector, also to needs that were erased since', parameters: OrganisationPath, answers: { 200: { description: 'The newest 100, the newest first', body: z.object({ items: z.array(AnswerWithNeed) }) } }, problems: ['connector-unreachable', 'not-configured'] },
	putReply: { method: 'PUT', path: '/organisations/{organisation}/needs/{id}/replies/{reply}', access: 'publisher', summary: 'Answer a need, or correct the answer on the revision that was read', parameters: AnswerPath, body: AnswerInput, answers: { 200: { description: 'The answer', body: OwnAnswer } }, problems: ['invalid-input', 'stale', 'connector-refused', 'connector-unreachable', 'not-configured', 'moved'] },
	withdrawReply: { method: 'DELETE', path: '/organisations/{organisation}/needs/{id}/replies/{reply}', access: 'publisher', summary: 'Take an answer back', parameters: AnswerPath, answers: { 200: { description: 'The answer, on its way out', body: OwnAnswer } }, problems: ['connector-refused', 'connector-unreachable', 'not-configured', 'moved'] },

	readSettings: { method: 'GET', path: '/settings', access: 'admin', summary: 'Settings; the token is never shown', answers: { 200: { description: 'Settings', body: AdminSettings } } },
	writeSettings: { method: 'PUT', path: '/settings', access: 'admin', summary: 'Change settings; parts left out stay', body: SettingsChange, answers: { 200: { description: 'Settings', body: AdminSettings } }, problems: ['invalid-input', 'moved', 'left-behind'] },
	answerMove: { method: 'POST', path: '/settings/move', access: 'admin', summary: 'Say whether this cloud was moved, and goes on, or is a copy, which leaves the connector without a word', body: z.object({ answer: z.enum(['original', 'copy']) }), answers: { 200: { description: 'Settings', body: AdminSettings } }, problems: ['invalid-input'] },
	reassignOrganisation: { method: 'PUT', path: '/settings/organisations/{organisation}', access: 'admin', summary: 'Give groups to an organisation of which the group that managed it was deleted, in place of those that were; never one that the administrator is in, who would read what it wrote', parameters: OrganisationPath, body: Reassignment, answers: { 200: { description: 'Settings', body: AdminSettings } }, problems: ['invalid-input', 'forbidden'] },
	purgeOrganisation: { method: 'DELETE', path: '/settings/organisations/{organisation}', access: 'admin', summary: 'Erase an organisation of which the group that managed it was deleted, here and at the connector', parameters: OrganisationPath, answers: { 200: { description: 'What was erased', body: ErasedOrganisation } } },
	testConnection: { method: 'POST', path: '/settings/test', access: 'admin', summary: 'Try the connection and name the cause when it fails', answers: { 200: { description: 'The finding', body: ConnectionTest } } },
	refreshPacks: { method: 'POST', path: '/packs/refresh', access: 'admin', summary: 'Fetch new packs now', answers: { 200: { description: 'The copies, and whether they are all that the connector has', body: z.object({ packs: z.array(PackCopy), connector: ConnectorState, complete: z.boolean() }) } } },
})
