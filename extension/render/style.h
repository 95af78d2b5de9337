// The style sheet of the page: no script, no outside resource.
//
// Colours are custom properties, so that the dark scheme is a list of values. A mark shows its row in a panel at the
// foot of the window while the pointer or the focus is on it; a jump's aim is outlined by :target. What a mark is
// shows without colour too: quotes are underlined, claims doubly, events dashed, names dotted.
#ifndef GAZETTE_RENDER_STYLE_H
#define GAZETTE_RENDER_STYLE_H

namespace gazette::render {

inline constexpr const char* style = R"css(
:root { color-scheme: light dark; --paper: #fdfcf9; --ink: #1d1c1a; --dim: #5f5b54; --line: #d8d3c8; --panel: #fff;
  --link: #1a4f8b; --claim: #b3261e; --claim-back: #fbe9e5; --event: #1f6b3a; --aim: #c77700;
  --s0: #2457a6; --s1: #8a3ea8; --s2: #0d7377; --s3: #a15c00; --s4: #5a6b12; --s5: #a32a5e; --s6: #4b4fa8; --s7: #6b4a2f;
  --q0: #e5edfa; --q1: #f3e7f8; --q2: #dff2f2; --q3: #faeedd; --q4: #eff3d9; --q5: #fae5ee; --q6: #e8e9f8; --q7: #f1e9e2; --q: #eeece6; }
@media (prefers-color-scheme: dark) { :root { --paper: #17181b; --ink: #e8e6e1; --dim: #a8a49b; --line: #3b3d42; --panel: #212328;
  --link: #8ab8f2; --claim: #ff9d8f; --claim-back: #40231f; --event: #7fd49b; --aim: #ffb84d;
  --s0: #8ab4f8; --s1: #d7a6ec; --s2: #6fd3d6; --s3: #f0b267; --s4: #c2d36b; --s5: #f49ac0; --s6: #b0b4ff; --s7: #d9b896;
  --q0: #1e2b42; --q1: #33233c; --q2: #16333a; --q3: #3a2a15; --q4: #2c3115; --q5: #3d1f2d; --q6: #27294a; --q7: #352a21; --q: #2b2c2f; } }
* { box-sizing: border-box; }
html { scroll-padding: 4rem 0 40vh; -webkit-text-size-adjust: 100%; }
body { margin: 0; padding: 0 1rem 2rem; background: var(--paper); color: var(--ink); font: 1.0625rem/1.65 Georgia, "Times New Roman", serif; }
h1 { font-size: 1.7rem; line-height: 1.2; margin: 1rem 0 .5rem; }
h2 { font-size: 1.15rem; line-height: 1.3; margin: 1.6rem 0 .4rem; }
h3 { font-size: 1rem; margin: 1rem 0 .2rem; }
a { color: var(--link); }
a:focus-visible, summary:focus-visible { outline: 2px solid var(--aim); outline-offset: 2px; border-radius: 2px; }
article, aside { overflow-wrap: anywhere; min-width: 0; }
main { min-width: 0; } article { max-width: 42rem; margin: 0 auto; }
aside, .legend, .card, .skip { font-family: system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; font-size: .875rem; line-height: 1.5; }
aside { max-width: 42rem; margin: 2rem auto 0; border-top: 2px solid var(--line); }
.skip { position: absolute; left: -99rem; } .skip:focus { left: 1rem; top: .5rem; background: var(--panel); padding: .3rem .6rem; z-index: 9; }
.legend { color: var(--dim); margin: 1rem auto 0; max-width: 42rem; } .legend span { margin-right: .5rem; }
.small { color: var(--dim); font-size: .9em; } .boilerplate { color: var(--dim); } .caption, .byline { color: var(--dim); font-style: italic; }
.quote { background: var(--q); text-decoration: underline; text-decoration-color: var(--dim); text-decoration-thickness: 1px; text-underline-offset: .22em; }
.claim { background: var(--claim-back); border-bottom: 3px double var(--claim); }
.event { color: inherit; text-decoration: none; border-bottom: 2px dashed var(--event); }
.actor { color: inherit; text-decoration: underline dotted; text-decoration-thickness: 2px; text-underline-offset: .22em; text-decoration-color: var(--dim); }
.event.actor { text-decoration: underline dotted; }
.ref { font: 600 .68rem/1 system-ui, sans-serif; vertical-align: super; text-decoration: none; padding: 0 .12em; user-select: none; -webkit-user-select: none; }
.ref-claim { color: var(--claim); }
.s0 { --who: var(--s0); --back: var(--q0); } .s1 { --who: var(--s1); --back: var(--q1); } .s2 { --who: var(--s2); --back: var(--q2); }
.s3 { --who: var(--s3); --back: var(--q3); } .s4 { --who: var(--s4); --back: var(--q4); } .s5 { --who: var(--s5); --back: var(--q5); }
.s6 { --who: var(--s6); --back: var(--q6); } .s7 { --who: var(--s7); --back: var(--q7); }
.quote[class*=" s"] { background: var(--back); text-decoration-color: var(--who); } .ref[class*=" s"] { color: var(--who); }
.swatch { display: inline-block; width: .75em; height: .75em; border-radius: 50%; background: var(--who, var(--dim)); margin-right: .4em; }
.unseen { font: .75em ui-monospace, monospace; border: 1px solid var(--dim); border-radius: 3px; padding: 0 .2em; color: var(--dim); }
.card { display: none; position: fixed; left: 0; right: 0; bottom: 0; z-index: 5; max-height: 38vh; overflow: auto; padding: .7rem 1rem; pointer-events: none;
  background: var(--panel); color: var(--ink); border-top: 3px solid var(--aim); box-shadow: 0 -4px 18px rgb(0 0 0 / .25);
  font-weight: 400; font-style: normal; text-decoration: none; text-align: left; white-space: normal; }
@media screen { .mark:hover > .own { display: block; } .mark:hover:has(.mark:hover, a:hover) > .own { display: none; }
  a:hover + .card, a:focus + .card { display: block !important; } }
.card b { color: var(--dim); font-weight: 500; } .card span { display: inline-block; margin-right: 1.2em; }
:target { outline: 3px solid var(--aim); outline-offset: 2px; border-radius: 3px; }
table { border-collapse: collapse; width: 100%; margin: .3rem 0 1rem; }
caption { text-align: left; color: var(--dim); } th, td { text-align: left; vertical-align: top; padding: .25rem .6rem .25rem 0; border-bottom: 1px solid var(--line); }
thead th { color: var(--dim); font-weight: 500; } tbody th { font-weight: 600; } td.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.scroll { overflow-x: auto; } table { overflow-wrap: break-word; } td:first-child, .number { white-space: nowrap; } aside ol { margin: .2rem 0; padding-left: 0; list-style: none; } aside li { padding: .15rem 0; }
@media (max-width: 40rem) { th, td { padding-right: .4rem; } .scroll { font-size: .8125rem; } }
summary { cursor: pointer; padding: .2rem 0; } details > ol { padding-left: 1.2rem; }
.jumps a { margin-right: .35em; }
@media (min-width: 64rem) { body { display: grid; grid-template-columns: minmax(0, 42rem) minmax(22rem, 34rem); justify-content: center; column-gap: 3rem; }
  .legend { grid-column: 1 / -1; width: 100%; max-width: none; } article { margin: 0; } aside { margin: 1rem 0 0; border-top: 0; border-left: 2px solid var(--line); padding-left: 1.5rem;
  position: sticky; top: 0; max-height: 100vh; overflow: auto; scroll-padding: 4rem 0 40vh; padding-bottom: 40vh; } .skip { grid-column: 1 / -1; } }
@media (prefers-reduced-motion: no-preference) { html, aside { scroll-behavior: smooth; } }
@media (forced-colors: active) { .claim { border-bottom-color: Mark; } .quote, .claim { background: none; } }
@media print { body { display: block; font-size: 10.5pt; background: none; color: #000; } .skip, .hint { display: none; }
  aside { position: static; max-height: none; border-left: 0; padding: 0; break-before: page; overflow: visible; } a { color: inherit; } .jumps { display: none; }
  tr, li { break-inside: avoid; } details > ol { display: block; } :target { outline: none; } }
)css";

}  // namespace gazette::render

#endif
