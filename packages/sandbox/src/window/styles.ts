/** Looks of the window. Two colour schemes through `light-dark()`, one column on phones, two where there is room. */
export const STYLES: string = `
:root {
  color-scheme: light dark;
  --ground: light-dark(#eef0f4, #0d0f14);
  --paper: light-dark(#ffffff, #171a21);
  --sunken: light-dark(#f5f6f9, #1f232c);
  --ink: light-dark(#14171f, #f1f3f7);
  --soft: light-dark(#575e6c, #a3abba);
  --line: light-dark(#d6dae2, #363c49);
  --edge: light-dark(#858d9c, #6d7688);
  --brand: light-dark(#2151d1, #8aa9ff);
  --on-brand: light-dark(#ffffff, #0d1430);
  --bad: light-dark(#b3261e, #ff9d93);
  --mark: light-dark(#ffe08a, #4a3a06);
  --on-mark: light-dark(#3d2e00, #ffe9a8);
}
*, *::before, *::after { box-sizing: border-box; }
[hidden] { display: none !important; }
body {
  margin: 0; background: var(--ground); color: var(--ink);
  font: 15px/1.5 system-ui, -apple-system, "Apple SD Gothic Neo", "Malgun Gothic", "Noto Sans CJK KR", sans-serif;
  word-break: keep-all; overflow-wrap: anywhere;
}
.window { max-width: 692px; margin: 0 auto; background: var(--paper); }
.mark span { margin-left: 6px; }
.mark { margin: 0; padding: 7px 20px; background: var(--mark); color: var(--on-mark); font-size: 13px; }
.bar { display: flex; align-items: center; gap: 4px; padding: 8px 12px 6px 20px; }
h1 { flex: 1; margin: 0; font-size: 19px; line-height: 1.3; letter-spacing: -0.01em; }
h2 { margin: 0 0 6px; font-size: 17px; }
main { padding: 0 20px 20px; }
button, input, select { font: inherit; color: inherit; }
button { cursor: pointer; }
button:disabled { cursor: progress; opacity: 0.6; }
:focus-visible { outline: 3px solid var(--brand); outline-offset: 2px; }
h2:focus, #message-text:focus { outline: none; }
.quiet { display: grid; place-items: center; min-height: 44px; min-width: 44px; padding: 0 10px; border: 0; border-radius: 10px; background: none; font-size: 14px; color: var(--soft); }
.quiet:hover { background: var(--sunken); color: var(--ink); }
.quiet svg { width: 18px; stroke: currentColor; stroke-width: 1.8; stroke-linecap: round; fill: none; }
.summary { margin: 0 0 14px; padding: 9px 16px; border-radius: 12px; background: var(--sunken); }
.summary div { display: flex; justify-content: space-between; gap: 20px; padding: 3px 0; }
.summary dt { flex: none; color: var(--soft); }
.summary dd { margin: 0; text-align: right; display: -webkit-box; -webkit-line-clamp: 3; -webkit-box-orient: vertical; overflow: hidden; }
.summary .small dd { font-size: 13px; line-height: 22px; font-variant-numeric: tabular-nums; }
.summary .total { margin-top: 6px; padding-top: 9px; border-top: 1px solid var(--line); align-items: baseline; }
.summary .total dd { font-size: 21px; font-weight: 700; font-variant-numeric: tabular-nums; letter-spacing: -0.01em; }
.fields { display: grid; grid-template-columns: 1fr 1fr; gap: 14px 12px; align-items: start; }
.field.wide { grid-column: 1 / -1; }
label, legend { font-size: 14px; font-weight: 600; }
.field label { display: block; margin-bottom: 5px; }
label small { font-size: 12px; font-weight: 400; color: var(--soft); }
.field input, .field select {
  width: 100%; min-height: 46px; padding: 0 12px; border: 1px solid var(--edge); border-radius: 10px;
  background: var(--paper); font-size: 16px; font-variant-numeric: tabular-nums;
}
.field input::placeholder { color: var(--soft); opacity: 0.75; }
.field [aria-invalid] { border-color: var(--bad); box-shadow: inset 0 0 0 1px var(--bad); }
#pin { max-width: 220px; letter-spacing: 0.5em; font-size: 20px; }
.hint { margin: 8px 0 0; font-size: 13px; color: var(--soft); }
.field .hint { margin: 0 0 8px; }
.error { margin: 5px 0 0; font-size: 13px; color: var(--bad); }
fieldset { margin: 18px 0 0; padding: 0; border: 0; min-width: 0; }
legend { padding: 0; }
.methods { display: flex; flex-wrap: wrap; gap: 8px; margin: 0 0 16px; }
.methods legend { margin-bottom: 6px; }
.method { display: flex; align-items: center; gap: 8px; min-height: 44px; padding: 0 14px; border: 1px solid var(--edge); border-radius: 10px; font-weight: 500; }
.method:has(:checked) { border-color: var(--brand); box-shadow: inset 0 0 0 1px var(--brand); }
.cards { margin: 0 0 16px; padding: 4px 14px 10px; border: 1px dashed var(--edge); border-radius: 12px; }
.cards legend { padding: 0 6px; margin-left: -6px; }
.cards .hint { margin: 0 0 8px; }
/* Two rows and the beginning of a third: the form stays in sight, and one sees that there is more. */
.cards ul { display: flex; flex-wrap: wrap; gap: 6px; max-height: 92px; margin: 0 -8px; padding: 0 8px 2px; overflow-y: auto; overscroll-behavior: contain; scrollbar-width: thin; list-style: none; }
.chip { display: flex; gap: 7px; min-height: 32px; align-items: center; padding: 3px 11px; border: 1px solid var(--line); border-radius: 999px; background: var(--sunken); font-size: 13px; text-align: left; }
.chip:hover { border-color: var(--edge); }
.chip[aria-pressed=true] { border-color: var(--brand); box-shadow: inset 0 0 0 1px var(--brand); }
.digits { color: var(--soft); font-variant-numeric: tabular-nums; }
.foot { margin-top: 18px; }
.check { display: flex; align-items: center; gap: 10px; min-height: 44px; font-weight: 500; }
input[type=checkbox], input[type=radio] { flex: none; width: 20px; height: 20px; margin: 0; accent-color: var(--brand); }
.primary { width: 100%; min-height: 52px; margin-top: 12px; border: 0; border-radius: 12px; background: var(--brand); color: var(--on-brand); font-size: 17px; font-weight: 700; }
.quiet { text-decoration: none; }
a.primary { display: grid; place-items: center; text-decoration: none; }
.choices { display: grid; gap: 10px; margin: 0; padding: 0; list-style: none; }
.choices a { display: flex; align-items: center; min-height: 56px; padding: 0 18px; border: 1px solid var(--edge); border-radius: 12px; color: inherit; font-weight: 600; text-decoration: none; }
.choices a:hover { background: var(--sunken); }
.primary:hover:not(:disabled) { filter: brightness(1.08); }
.code { margin: 4px 0 0; font-size: 13px; color: var(--soft); }
.shown { margin: 4px 0 18px; font-size: 34px; font-weight: 700; letter-spacing: 0.2em; font-variant-numeric: tabular-nums; }
.methods.receipt { margin-top: 18px; }
.status { margin: 10px 0 0; min-height: 1.5em; text-align: center; font-size: 14px; color: var(--soft); }
.status:empty { display: none; }
.status.bad { color: var(--bad); font-weight: 600; }
@media (max-width: 480px) {
  .window { min-height: 100vh; min-height: 100dvh; }
  .foot { position: sticky; bottom: 0; margin: 18px -20px -20px; padding: 6px 20px 16px; background: var(--paper); border-top: 1px solid var(--line); }
}
.framed .window { min-height: 0; max-width: none; }
html:not(.framed) body { padding: 0; }
@media (min-width: 481px) {
  html:not(.framed) .window { max-width: 480px; margin-block: 40px; border-radius: 18px; overflow: clip; box-shadow: 0 10px 40px rgb(0 0 0 / 0.12); }
}
@media (prefers-reduced-motion: no-preference) {
  .quiet, .chip { transition: background-color 0.12s, border-color 0.12s; }
}
`
