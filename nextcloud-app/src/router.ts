/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { generateUrl } from '@nextcloud/router'
import { createRouter, createWebHistory } from 'vue-router'

declare module 'vue-router' {
	interface RouteMeta {
		/** Private documents belong to an organisation: without one there is nothing to show. */
		needsOrganisation?: boolean
	}
}

const ownDocuments = { needsOrganisation: true }

/** The paths here are also in lib/Controller/PageController.php, so that a reload finds the page again. */
export const router = createRouter({
	history: createWebHistory(base()),
	routes: [
		{ path: '/', name: 'overview', component: () => import('./overview/OverviewPage.vue'), meta: ownDocuments },
		{ path: '/directory', name: 'directory', component: () => import('./directory/DirectoryPage.vue') },
		{ path: '/directory/:id', name: 'provider', component: () => import('./directory/ProviderPage.vue'), props: true },
		{ path: '/diagnosis', name: 'diagnoses', component: () => import('./diagnosis/DiagnosesPage.vue'), meta: ownDocuments },
		{ path: '/diagnosis/:id', name: 'diagnosis', component: () => import('./diagnosis/DiagnosisPage.vue'), props: true, meta: ownDocuments },
		{ path: '/diagnosis/:id/result', name: 'result', component: () => import('./diagnosis/ResultPage.vue'), props: true, meta: ownDocuments },
		{ path: '/diagnosis/:id/comparison', name: 'comparison', component: () => import('./diagnosis/ComparisonPage.vue'), props: true, meta: ownDocuments },
		{ path: '/diagnosis/:id/workshop', name: 'workshop', component: () => import('./workshop/WorkshopPage.vue'), props: true, meta: ownDocuments },
		{ path: '/diagnosis/:id/workshop/answer', name: 'workshop-answer', component: () => import('./workshop/answer/OwnAnswerPage.vue'), props: true, meta: ownDocuments },
		{ path: '/diagnosis/:id/workshop/sheets', name: 'workshop-sheets', component: () => import('./workshop/SheetsPage.vue'), props: true, meta: ownDocuments },
		{ path: '/diagnosis/:id/workshop/entry', name: 'workshop-entry', component: () => import('./workshop/SheetEntryPage.vue'), props: true, meta: ownDocuments },
		{ path: '/tools', name: 'tools', component: () => import('./tools/ToolsPage.vue'), meta: ownDocuments },
		{ path: '/tools/catalogue', name: 'catalogue', component: () => import('./tools/CataloguePage.vue') },
		{ path: '/plan', name: 'plan', component: () => import('./plan/PlanPage.vue'), meta: ownDocuments },
		{ path: '/plan/:id', name: 'action', component: () => import('./plan/ActionPage.vue'), props: true, meta: ownDocuments },
		{ path: '/papers', name: 'papers', component: () => import('./papers/PapersPage.vue'), meta: ownDocuments },
		{ path: '/papers/:paper', name: 'paper', component: () => import('./papers/PaperPage.vue'), props: true, meta: ownDocuments },
		{ path: '/needs', name: 'needs', component: () => import('./needs/NeedsPage.vue'), meta: ownDocuments },
		{ path: '/needs/:id', name: 'need', component: () => import('./needs/EditorPage.vue'), props: true, meta: ownDocuments },
		{ path: '/needs/:id/publication', name: 'publication', component: () => import('./needs/PublicationPage.vue'), props: true, meta: ownDocuments },
		{ path: '/needs/:id/replies', name: 'replies', component: () => import('./needs/RepliesPage.vue'), props: true, meta: ownDocuments },
		{ path: '/organisation', name: 'organisation', component: () => import('./organisation/OrganisationPage.vue') },
		{ path: '/:unknown(.*)*', name: 'unknown', component: () => import('./shell/UnknownPage.vue') },
	],
	scrollBehavior: () => ({ top: 0 }),
})

/** The address under which the page was opened: with or without `index.php`. */
function base(): string {
	const usual = generateUrl('/apps/emancipasso')
	const other = usual.includes('/index.php/') ? usual.replace('/index.php/', '/') : usual.replace('/apps/', '/index.php/apps/')
	return location.pathname.startsWith(other) ? other : usual
}
