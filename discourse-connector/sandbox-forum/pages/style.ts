/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/** One small sheet: readable on a phone, dark where the reader prefers it. */
export const STYLE = `
:root { --ink: #222; --soft: #5b6069; --line: #dfe2e7; --paper: #fff; --ground: #f5f6f8; --link: #0b62a4; --accent: #0b62a4; --warn: #fff4d6; --danger: #a8201a; color-scheme: light dark; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8e8ea; --soft: #a9adb6; --line: #3b3f47; --paper: #23262b; --ground: #191b1f; --link: #7cc0ff; --accent: #1f6fb2; --warn: #4a3d12; --danger: #ff8f87; } }
* { box-sizing: border-box; }
body { margin: 0; font: 16px/1.55 system-ui, sans-serif; color: var(--ink); background: var(--ground); overflow-wrap: anywhere; }
a { color: var(--link); }
.skip { position: absolute; left: -999px; } .skip:focus { left: 1rem; top: 1rem; background: var(--paper); padding: .5rem; }
.notice { margin: 0; padding: .5rem 1rem; background: var(--warn); text-align: center; font-size: .9rem; }
header { background: var(--paper); border-bottom: 1px solid var(--line); }
.bar { display: flex; flex-wrap: wrap; gap: .75rem 2rem; align-items: center; justify-content: space-between; padding: .75rem 1rem; }
.brand { font-size: 1.25rem; font-weight: 700; color: var(--ink); text-decoration: none; }
.person { display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: center; font-size: .85rem; color: var(--soft); }
.person input { max-width: 11rem; }
main { max-width: 52rem; margin: 0 auto; padding: 1rem; }
h1 { line-height: 1.25; margin: .5rem 0; font-size: 1.6rem; } h2 { font-size: 1.15rem; margin-top: 2rem; }
.categories { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(20rem, 100%), 1fr)); gap: .75rem; padding: 0; list-style: none; }
.categories li, .post, .topics, .box { background: var(--paper); border: 1px solid var(--line); border-radius: .5rem; }
.categories li { padding: .75rem; } .categories p { margin: .25rem 0 0; color: var(--soft); font-size: .9rem; }
.category { display: inline-flex; gap: .4rem; align-items: center; text-decoration: none; font-weight: 600; color: var(--ink); }
.dot { width: .75rem; height: .75rem; border-radius: .15rem; flex: none; }
.topics { list-style: none; padding: 0; margin: 0; } .topics li { padding: .75rem 1rem; border-top: 1px solid var(--line); } .topics li:first-child { border: 0; }
.topics .title { font-weight: 600; text-decoration: none; font-size: 1.05rem; }
.about { color: var(--soft); font-size: .85rem; display: flex; flex-wrap: wrap; gap: .25rem .9rem; align-items: center; margin: .25rem 0 0; }
.tag, .state { border-radius: .3rem; padding: 0 .4rem; background: var(--ground); border: 1px solid var(--line); font-size: .8rem; } .state { color: var(--danger); }
.post { padding: 1rem; margin: 1rem 0; } .post.gone { opacity: .75; border-style: dashed; } .post .who { font-weight: 600; color: var(--ink); }
.cooked img { max-width: 100%; height: auto; } .cooked pre { overflow-x: auto; } .cooked table { border-collapse: collapse; } .cooked td, .cooked th { border: 1px solid var(--line); padding: .2rem .5rem; } .cooked blockquote { margin: .5rem 0; padding: .1rem 1rem; border-left: 4px solid var(--line); color: var(--soft); } .cooked > :first-child { margin-top: .5rem; }
.small-action { color: var(--soft); font-size: .9rem; margin: 1rem; }
.box { padding: 1rem; margin: 1.5rem 0; } .box h2 { margin-top: 0; }
label { display: block; margin: .25rem 0; } form.inline { display: inline-block; margin: .25rem .25rem 0 0; }
input, select, textarea { font: inherit; color: inherit; background: var(--paper); border: 1px solid var(--soft); border-radius: .35rem; padding: .35rem .5rem; max-width: 100%; }
textarea, .wide { display: block; width: 100%; margin-top: .2rem; } textarea { min-height: 8rem; }
button { font: inherit; border: 1px solid var(--soft); border-radius: .35rem; background: var(--paper); color: var(--ink); padding: .35rem .8rem; cursor: pointer; min-height: 2.25rem; }
button.main { background: var(--accent); border-color: var(--accent); color: #fff; } button.danger { color: var(--danger); border-color: var(--danger); }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; } summary { cursor: pointer; color: var(--link); padding: .25rem 0; }
`
