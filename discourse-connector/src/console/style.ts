/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/** The style sheet of the console. */
export const style = `
:root { color-scheme: light dark; --text: #1d2026; --soft: #4d535e; --ground: #fff; --box: #f5f6f8; --line: #c9ced6; --main: #0b5a94; --on-main: #fff; --good: #1a6b32; --good-ground: #e7f5ea; --bad: #a3210d; --bad-ground: #fdeeeb; --bar: #2a78b5 }
@media (prefers-color-scheme: dark) {
	:root { --text: #eceef2; --soft: #b3b9c4; --ground: #16181c; --box: #202329; --line: #454b55; --main: #8cc7f5; --on-main: #10151b; --good: #8fd6a3; --good-ground: #14301c; --bad: #ffb0a1; --bad-ground: #3b1a14; --bar: #6fb4ea }
}
* { box-sizing: border-box }
body { margin: 0; font: 1rem/1.5 system-ui, sans-serif; color: var(--text); background: var(--ground) }
a { color: var(--main) }
h1 { font-size: 1.6rem; line-height: 1.2; margin: 1.5rem 0 1rem; overflow-wrap: anywhere }
h2 { font-size: 1.2rem; line-height: 1.3; margin: 2rem 0 .5rem; overflow-wrap: anywhere }
h3 { font-size: 1rem; margin: 1.25rem 0 .25rem; overflow-wrap: anywhere }
p { margin: .5rem 0; overflow-wrap: anywhere }
main { max-width: 62rem; margin: 0 auto; padding: 0 1rem 4rem }
header { border-bottom: 1px solid var(--line); background: var(--box) }
header .bar, header nav { max-width: 62rem; margin: 0 auto; padding: .5rem 1rem }
header .bar { display: flex; flex-wrap: wrap; gap: .25rem 1rem; align-items: center }
header .bar a, header .bar .who { padding: .25rem 0 }
.brand { font-weight: 700; margin-right: auto; text-decoration: none }
header nav { padding-top: 0 }
header nav ul { list-style: none; margin: 0; padding: 0; display: flex; flex-wrap: wrap; gap: .25rem }
header nav a { display: inline-block; padding: .35rem .6rem; border-radius: .4rem; text-decoration: none }
header nav a:hover { text-decoration: underline }
header nav a[aria-current] { background: var(--main); color: var(--on-main) }
.count { display: inline-block; min-width: 1.4em; padding: 0 .35em; border-radius: 1em; text-align: center; font-size: .85em; font-weight: 700; background: var(--bad); color: var(--ground) }
a:focus-visible, button:focus-visible, input:focus-visible, select:focus-visible, textarea:focus-visible, summary:focus-visible, pre:focus-visible { outline: 3px solid var(--main); outline-offset: 2px }
.skip { position: absolute; left: -999rem } .skip:focus { left: .5rem; top: .5rem; background: var(--ground); padding: .5rem; z-index: 1 }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap }
.notice { padding: .75rem 1rem; border-left: .3rem solid var(--line); background: var(--box); border-radius: .3rem }
.notice.done { border-color: var(--good); background: var(--good-ground) } .notice.trouble { border-color: var(--bad); background: var(--bad-ground) }
.box { border: 1px solid var(--line); border-radius: .6rem; padding: 1rem; margin: 1rem 0 }
.box > :first-child { margin-top: 0 } .box > :last-child { margin-bottom: 0 }
.cards { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 18rem), 1fr)); gap: 1rem; margin: 1rem 0 }
.cards .box { margin: 0 }
.figure { font-size: 1.5rem; font-weight: 700; line-height: 1.2; margin: 0 }
.hint, .soft { color: var(--soft) } .hint { font-size: .95rem; margin: .15rem 0 .35rem }
.good { color: var(--good); font-weight: 600 } .bad { color: var(--bad); font-weight: 600 }
.list { list-style: none; margin: 1rem 0; padding: 0 } .list > li { border-top: 1px solid var(--line); padding: .75rem 0 } .list > li > :first-child { margin-top: 0 }
.list h2, .list h3 { margin: 0 0 .25rem; font-size: 1.05rem }
dl { display: grid; grid-template-columns: minmax(7rem, max-content) 1fr; gap: .25rem 1rem; margin: .5rem 0 } dt { font-weight: 600 } dd { margin: 0; min-width: 0; overflow-wrap: anywhere } .cards dl { grid-template-columns: 1fr; gap: 0 } .cards dd { margin-bottom: .35rem }
pre { white-space: pre-wrap; overflow-wrap: anywhere; font: inherit; background: var(--box); padding: .75rem; border-radius: .4rem; margin: .5rem 0; max-height: 30rem; overflow-y: auto }
.written { white-space: pre-wrap; overflow-wrap: anywhere }
form { margin: .5rem 0 } form.inline { display: inline-block; margin: .25rem .5rem .25rem 0 }
.actions { display: flex; flex-wrap: wrap; gap: .25rem .5rem; align-items: flex-start }
summary { cursor: pointer; padding: .35rem 0 }
label { display: block; font-weight: 600; margin-top: .75rem }
input, select, textarea, button, .button { font: inherit; color: inherit; min-height: 2.5rem; padding: .4rem .7rem; border: 1px solid var(--soft); border-radius: .4rem; background: var(--ground); max-width: 100% }
input, select, textarea { width: 100% } input[type=number] { width: 10rem } select { text-overflow: ellipsis }
button, .button { display: inline-block; cursor: pointer; font-weight: 600; text-decoration: none; margin-top: .5rem }
form.inline button { margin-top: 0 }
button:hover, .button:hover { background: var(--box) }
.main { background: var(--main); color: var(--on-main); border-color: var(--main) } .main:hover { background: var(--main); text-decoration: underline }
.danger { color: var(--bad); border-color: var(--bad) }
.plain { border: 0; background: none; color: var(--main); text-decoration: underline; min-height: 0; margin: 0; padding: .25rem 0; font-weight: 400 } header form { margin: 0 }
.bar svg, svg.bar { display: block; width: 100%; height: .6rem; border-radius: .3rem; margin: .35rem 0 } svg.columns { display: block; width: 100%; height: 5rem }
.ground { fill: var(--line) } .value { fill: var(--bar) }
.tag { display: inline-block; border: 1px solid var(--line); border-radius: .3rem; padding: 0 .4rem; margin-right: .25rem; font-size: .9rem; background: var(--box) }
.fields { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 15rem), 1fr)); gap: 0 1rem; border: 0; padding: 0; margin: 0 0 1rem; min-width: 0 } legend { font-size: 1.2rem; font-weight: 700; padding: 0; margin: 1.5rem 0 0 }
.pages { display: flex; gap: 1rem }
.topic h3 { font-size: 1.05rem } .topic hr { border: 0; border-top: 1px solid var(--line) } .topic .title { font-size: 1.3rem; font-weight: 700; margin: 0 }
@media (max-width: 30rem) { dl { grid-template-columns: 1fr } dt { margin-top: .4rem } }
`
