/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/** Drawings of 24 by 24, as the path of a line. */
export const icons = {
	home: 'M4 11 12 4l8 7v9h-5v-6H9v6H4z',
	house: 'M3 21h18M6 21V5h8v16M14 10h4v11M9 9h2M9 13h2M9 17h2',
	people: 'M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7M2.5 20c.4-3.8 3-6 6.5-6s6.1 2.2 6.5 6M16 4.5a3.3 3.3 0 0 1 0 6M18 14.5c2 .8 3.2 2.6 3.5 5.5',
	compass: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18M15.5 8.5l-2 5-5 2 2-5z',
	speech: 'M4 5h16v11h-9l-5 4v-4H4zM8 9h8M8 12h5',
	search: 'M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14M16 16l5 5',
	check: 'M4 12.5 9.5 18 20 6.5',
	arrow: 'M5 12h14M13 6l6 6-6 6',
	back: 'M19 12H5M11 6l-6 6 6 6',
	plus: 'M12 5v14M5 12h14',
	cross: 'M6 6l12 12M18 6 6 18',
	lock: 'M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3',
	outside: 'M14 4h6v6M20 4l-9 9M18 14v6H4V6h6',
	pin: 'M12 21c4.5-5 7-8.3 7-11.5a7 7 0 0 0-14 0C5 12.7 7.5 16 12 21M12 12a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5',
	print: 'M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7z',
	vote: 'M12 20V5M6 11l6-6 6 6',
	pencil: 'M4 20l1-4L16 5l3 3L8 19zM14 7l3 3',
	eye: 'M2.5 12C5 7.5 8.2 5.5 12 5.5s7 2 9.5 6.5c-2.5 4.5-5.7 6.5-9.5 6.5s-7-2-9.5-6.5M12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6',
	flag: 'M6 21V4M6 5h11l-2 4 2 4H6',
	sun: 'M12 16.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9M12 2v2M12 20v2M2 12h2M20 12h2M5 5l1.5 1.5M17.5 17.5 19 19M5 19l1.5-1.5M17.5 6.5 19 5',
	tools: 'M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM17 14v6M14 17h6',
	calendar: 'M5 6h14v14H5zM5 10.5h14M9 3.5v4M15 3.5v4M9 14h2M13 14h2',
	paper: 'M6 3h8l5 5v13H6zM14 3v5h5M9 13h7M9 17h7',
	bin: 'M5 7h14M9 7V4h6v3M7 7l1 13h8l1-13M10.5 11v5M13.5 11v5',
	link: 'M10 14a4 4 0 0 0 6 .5l3-3a4 4 0 0 0-5.7-5.7l-1 1M14 10a4 4 0 0 0-6-.5l-3 3a4 4 0 0 0 5.7 5.7l1-1',
} as const

export type IconName = keyof typeof icons
