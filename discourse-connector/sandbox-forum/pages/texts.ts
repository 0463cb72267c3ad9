/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

export type Language = 'fr' | 'en'

/** Every text of the pages. */
const TEXTS = {
	title: { fr: 'Forum d’exemple', en: 'Example forum' },
	notice: {
		fr: 'Ceci est un forum d’exemple, qui imite Discourse sur votre machine. Rien de ce que vous écrivez ici ne part sur internet.',
		en: 'This is an example forum that imitates Discourse on your machine. Nothing you write here goes to the internet.',
	},
	skip: { fr: 'Aller au contenu', en: 'Skip to content' },
	home: { fr: 'Accueil', en: 'Home' },
	categories: { fr: 'Catégories', en: 'Categories' },
	topics: { fr: 'Sujets', en: 'Topics' },
	noTopics: { fr: 'Aucun sujet pour l’instant. Publiez un besoin depuis l’application : il apparaîtra ici.', en: 'No topic yet. Publish a need from the app and it will appear here.' },
	allCategories: { fr: 'Toutes les catégories', en: 'All categories' },
	replies: { fr: 'réponses', en: 'replies' },
	reply: { fr: 'réponse', en: 'reply' },
	lastActivity: { fr: 'Dernière activité', en: 'Last activity' },
	youAre: { fr: 'Vous écrivez en tant que', en: 'You write as' },
	yourName: { fr: 'Votre nom sur ce forum', en: 'Your name on this forum' },
	role: { fr: 'Rôle', en: 'Role' },
	member: { fr: 'membre', en: 'member' },
	moderator: { fr: 'modération', en: 'moderator' },
	admin: { fr: 'administration', en: 'admin' },
	connect: { fr: 'Se connecter', en: 'Sign in' },
	connectTitle: { fr: 'Qui êtes-vous ?', en: 'Who are you?' },
	connectAbout: { fr: 'Un vrai forum demanderait votre mot de passe ; celui-ci vous croit. Vous revenez ensuite sur', en: 'A real forum would ask for your password; this one believes you. Then you go back to' },
	change: { fr: 'Changer', en: 'Change' },
	yourReply: { fr: 'Votre réponse', en: 'Your reply' },
	send: { fr: 'Répondre', en: 'Reply' },
	edit: { fr: 'Modifier', en: 'Edit' },
	text: { fr: 'Texte', en: 'Text' },
	save: { fr: 'Enregistrer', en: 'Save' },
	topicTitle: { fr: 'Titre', en: 'Title' },
	tags: { fr: 'Étiquettes, séparées par des virgules', en: 'Tags, separated by commas' },
	category: { fr: 'Catégorie', en: 'Category' },
	titleAndTags: { fr: 'Titre, étiquettes et catégorie', en: 'Title, tags and category' },
	moderation: { fr: 'Modération du sujet', en: 'Moderate the topic' },
	close: { fr: 'Fermer', en: 'Close' },
	open: { fr: 'Rouvrir', en: 'Open again' },
	unlist: { fr: 'Retirer des listes', en: 'Unlist' },
	relist: { fr: 'Remettre dans les listes', en: 'List again' },
	delete: { fr: 'Supprimer', en: 'Delete' },
	recover: { fr: 'Rétablir', en: 'Recover' },
	closed: { fr: 'fermé', en: 'closed' },
	deleted: { fr: 'supprimé', en: 'deleted' },
	hidden: { fr: 'masqué', en: 'hidden' },
	edited: { fr: 'modifié', en: 'edited' },
	unlisted: { fr: 'hors des listes', en: 'unlisted' },
	closedHere: { fr: 'Ce sujet est fermé : seule la modération peut y répondre.', en: 'This topic is closed: only moderators can reply.' },
	didClose: { fr: 'a fermé ce sujet', en: 'closed this topic' },
	didOpen: { fr: 'a rouvert ce sujet', en: 'opened this topic again' },
	didChange: { fr: 'a changé l’état de ce sujet', en: 'changed the state of this topic' },
	newTopic: { fr: 'Nouveau sujet', en: 'New topic' },
	create: { fr: 'Créer le sujet', en: 'Create the topic' },
	notFound: { fr: 'Cette page n’existe pas, ou le sujet a été supprimé.', en: 'This page does not exist, or the topic was deleted.' },
	refused: { fr: 'Le forum a refusé', en: 'The forum refused' },
	back: { fr: 'Revenir en arrière', en: 'Go back' },
	moderatorOnly: { fr: 'Pour modifier ou supprimer les messages des autres, choisissez le rôle « modération » en haut de la page.', en: 'To change or delete other people’s posts, choose the role “moderator” at the top of the page.' },
} satisfies Record<string, Record<Language, string>>

/** Says a text in the reader's language. */
export type Say = (text: keyof typeof TEXTS) => string

/**
 * @param acceptLanguage the browser's header
 * @return English only for those who prefer it to French
 */
export function languageOf(acceptLanguage: string | undefined): Language {
	const first = (acceptLanguage ?? '').split(',').map((part) => part.trim().slice(0, 2).toLowerCase()).find((code) => code === 'fr' || code === 'en')
	return first === 'en' ? 'en' : 'fr'
}

/**
 * @return the texts of one language
 */
export function textsIn(language: Language): Say {
	return (text) => TEXTS[text][language]
}
