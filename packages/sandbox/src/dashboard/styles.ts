/** Looks of the sandbox's own pages. */
export const STYLES: string = `
:root { color-scheme: light dark; --ground: light-dark(#f6f7f9, #101218); --paper: light-dark(#fff, #181b23); --ink: light-dark(#14171f, #eef0f5);
  --soft: light-dark(#575e6c, #a3abba); --line: light-dark(#dde1e8, #2e3440); --brand: light-dark(#2151d1, #8aa9ff); --mark: light-dark(#ffe08a, #4a3a06); --on-mark: light-dark(#3d2e00, #ffe9a8);
  --good: light-dark(#11703a, #6fd89a); --bad: light-dark(#b3261e, #ff9d93); }
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 15px/1.55 system-ui, -apple-system, "Apple SD Gothic Neo", "Malgun Gothic", "Noto Sans CJK KR", sans-serif; word-break: keep-all; overflow-wrap: anywhere; }
.mark { margin: 0; padding: 7px 24px; background: var(--mark); color: var(--on-mark); font-size: 13px; }
main { max-width: 1200px; margin: 0 auto; padding: 28px 24px 60px; }
h1 { margin: 0; font-size: 24px; letter-spacing: -0.02em; }
h2 { margin: 32px 0 10px; font-size: 17px; }
a { color: var(--brand); }
a.go { display: inline-block; padding: 10px 18px; border-radius: 10px; background: var(--brand); color: light-dark(#fff, #0d1430); font-weight: 600; text-decoration: none; }
:focus-visible { outline: 3px solid var(--brand); outline-offset: 2px; }
code, .mono { font: 13px/1.5 ui-monospace, "SF Mono", Menlo, Consolas, monospace; }
.soft { color: var(--soft); }
.scroll { overflow-x: auto; border: 1px solid var(--line); border-radius: 12px; background: var(--paper); }
table { width: 100%; border-collapse: collapse; font-size: 14px; }
th, td { padding: 9px 12px; text-align: left; vertical-align: top; border-bottom: 1px solid var(--line); white-space: nowrap; }
tr:last-child > td { border-bottom: 0; }
th { font-weight: 600; color: var(--soft); font-size: 13px; }
td.wrap { white-space: normal; min-width: 180px; }
td.oid { white-space: normal; min-width: 23ch; max-width: 26ch; }
td.empty { white-space: normal; padding: 28px 14px; text-align: center; }
.card .mono { margin-right: 8px; color: var(--soft); } .card .soft { font-size: 13px; }
.num { text-align: right; font-variant-numeric: tabular-nums; }
.paid { color: var(--good); font-weight: 600; } .bad { color: var(--bad); font-weight: 600; }
summary { cursor: pointer; }
dl.fields { margin: 4px 0 12px; } dl.fields div { display: grid; grid-template-columns: minmax(150px, 24ch) 1fr; gap: 0 14px; padding: 3px 0; }
dl.fields dt, dl.fields .value { font: 12px/1.6 ui-monospace, Menlo, Consolas, monospace; } .meaning { display: block; font-size: 12px; } cite { margin-left: 4px; padding: 0 6px; border: 1px solid var(--line); border-radius: 6px; font-style: normal; white-space: nowrap; }
.part { margin: 10px 0 0; font-size: 13px; font-weight: 600; } dt { color: var(--soft); } dd { margin: 0; }
.bar, .bar nav { display: flex; flex-wrap: wrap; gap: 8px 14px; align-items: center; justify-content: space-between; }
.bar a { display: grid; align-items: center; min-height: 44px; }
button { font: inherit; min-height: 44px; padding: 0 14px; border: 1px solid var(--line); border-radius: 10px; background: var(--paper); color: inherit; cursor: pointer; }
button:hover { border-color: var(--soft); }
nav.menu { display: flex; gap: 4px; margin: 14px 0 18px; overflow-x: auto; border-bottom: 1px solid var(--line); scrollbar-width: none; }
nav.menu a { flex: none; padding: 10px 12px; color: var(--soft); text-decoration: none; border-bottom: 2px solid transparent; }
nav.menu a:hover { color: var(--ink); } nav.menu a[aria-current] { color: var(--ink); font-weight: 600; border-color: var(--brand); }
nav.menu a:focus-visible { outline-offset: -3px; }
.bar.start { justify-content: flex-start; } .pager { display: flex; justify-content: space-between; align-items: center; gap: 12px; margin-top: 10px; font-size: 14px; }
.pager a { display: grid; align-items: center; min-height: 44px; }
p.empty { margin: 0; padding: 40px 20px; text-align: center; border: 1px dashed var(--line); border-radius: 12px; }
.panel { padding: 16px 18px; border: 1px solid var(--line); border-radius: 12px; background: var(--paper); } .panel + .panel { margin-top: 12px; }
.panel h2, .panel h3 { margin: 0 0 6px; font-size: 15px; } .panel p { margin: 6px 0; } .panel.on { border-color: var(--brand); }
.panel .soft, .panel code { font-size: 13px; } .facts > * { margin-right: 10px; }
.panel label { display: grid; gap: 4px; font-size: 13px; font-weight: 600; } .panel input { min-height: 40px; padding: 0 10px; border: 1px solid var(--soft); border-radius: 8px; background: var(--ground); color: inherit; font: inherit; }
ul.plain { margin: 0; padding: 0; list-style: none; } ul.cards { display: grid; grid-template-columns: repeat(auto-fill, minmax(300px, 1fr)); gap: 12px; }
ul.cards .panel { display: flex; flex-direction: column; margin: 0; } ul.cards .panel .bar { margin-top: auto; } 
.way { display: grid; grid-template-columns: 380px 1fr; gap: 24px; align-items: start; }
.diagram { width: 100%; height: auto; padding: 8px; border: 1px solid var(--line); border-radius: 12px; background: var(--paper); }
.diagram .lane { font-size: 12px; font-weight: 600; fill: var(--ink); } .diagram .life { stroke: var(--line); stroke-width: 1.5; }
.diagram path { fill: none; stroke: var(--brand); stroke-width: 1.5; } .diagram .bad path { stroke: var(--bad); }
.diagram .dot { fill: var(--brand); } .diagram .bad .dot { fill: var(--bad); } .diagram .number { font-size: 10px; font-weight: 700; fill: light-dark(#fff, #0d1430); }
ol.steps { margin: 0; padding-left: 26px; } ol.steps li { padding: 6px 0; } ol.steps p { margin: 0; } ol.steps details { margin-top: 2px; font-size: 14px; }
#status, #notice { margin: 8px 0 0; } #status:empty, #notice:empty { display: none; } #notice:focus { outline: none; }
button.small { min-height: 32px; padding: 0 12px; font-size: 13px; border-radius: 8px; }
button.go { background: var(--brand); border-color: var(--brand); color: light-dark(#fff, #0d1430); font-weight: 600; }
td.act { padding-block: 4px; } td small { font-size: 12px; }
dialog { width: min(420px, calc(100vw - 32px)); padding: 20px 22px; border: 1px solid var(--line); border-radius: 14px; background: var(--paper); color: inherit; }
dialog::backdrop { background: rgb(0 0 0 / 0.5); } dialog h2 { margin: 0 0 6px; } dialog p { margin: 0 0 14px; } dialog label { display: block; margin-bottom: 5px; font-weight: 600; }
dialog input { width: 100%; min-height: 44px; margin-bottom: 16px; padding: 0 12px; border: 1px solid var(--soft); border-radius: 10px; background: var(--ground); color: inherit; font: inherit; }
main.slip { max-width: 520px; }
.slip dl { margin: 16px 0 0; padding: 8px 20px; border: 1px solid var(--line); border-radius: 12px; background: var(--paper); }
.slip dl div { display: flex; justify-content: space-between; gap: 20px; padding: 9px 0; border-bottom: 1px solid var(--line); } .slip dl div:last-child { border: 0; }
.slip dt { flex: none; } .slip dd { text-align: right; font-variant-numeric: tabular-nums; }
@media (max-width: 720px) {
  main { padding: 20px 16px 40px; } .mark { padding-inline: 16px; }
  table, tbody { display: block; }
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  tr { display: grid; grid-template-columns: 1fr auto; gap: 2px 12px; padding: 12px 14px; border-bottom: 1px solid var(--line); }
  tr:last-child { border-bottom: 0; }
  td, td.wrap, td.oid { padding: 0; border: 0; min-width: 0; max-width: none; white-space: normal; }
  td.goods { grid-area: 1 / 1; font-weight: 600; } td.amount { grid-area: 1 / 2; font-weight: 600; white-space: nowrap; }
  td.oid { grid-area: 2 / 1; color: var(--soft); } td.state { grid-area: 2 / 2; text-align: right; }
  td.card { grid-area: 3 / 1; } td.time { grid-area: 3 / 2; text-align: right; color: var(--soft); } td.charges { display: none; }
  td.act { grid-column: 1 / 3; } td.act:empty { display: none; } .keys td, .links td, .webhooks td { grid-column: 1 / 3; grid-row: auto; text-align: left; }
  .calls td.type { grid-area: 1 / 1; } .calls td.time { grid-area: 1 / 2; } .calls td.oid { grid-area: 2 / 1 / 3 / 3; } .calls td.oid:empty { display: none; }
  .calls td.fields { grid-column: 1 / 3; }
  td.empty { grid-column: 1 / 3; padding: 16px 0; }
  dl.fields div { grid-template-columns: 1fr; } .way { grid-template-columns: 1fr; } .way .diagram { max-width: 380px; }
}
`
