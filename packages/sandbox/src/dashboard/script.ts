/** The script of the dashboard. Text is set, never parsed as markup: goods names come from anybody. */
export const DASHBOARD_SCRIPT: string = String.raw`
(() => {
  const texts = JSON.parse(document.getElementById('texts').textContent);
  const payments = document.getElementById('payments');
  const events = document.getElementById('events');
  const status = document.getElementById('status');
  let seen = '';
  const time = (at) => new Date(at).toLocaleTimeString([], { hour12: false });
  const cell = (text, name) => {
    const node = document.createElement('td');
    if (name) node.className = name;
    if (text instanceof Node) node.append(text); else node.textContent = text ?? '';
    return node;
  };
  const row = (...cells) => { const node = document.createElement('tr'); node.append(...cells); return node; };
  const empty = (columns) => { const node = cell(texts.empty, 'soft empty'); node.colSpan = columns; return row(node); };
  const element = (name, text) => { const node = document.createElement(name); node.textContent = text; return node; };
  const colour = (state) => state === 'paid' ? ' paid' : state === 'declined' || state === 'expired' ? ' bad' : '';
  const card = (p) => {
    const box = document.createElement('span');
    const number = element('span', p.cardNumber);
    number.className = 'mono';
    box.append(p.cardName, ' ', number);
    return box;
  };
  const list = (fields) => {
    const node = document.createElement('dl');
    for (const [name, value] of Object.entries(fields)) node.append(element('dt', name), element('dd', value));
    return node;
  };
  const keyOf = (event) => [event.at, event.type, event.oid].join();
  const details = (event, open) => {
    const box = document.createElement('details');
    box.dataset.key = keyOf(event);
    const { request, response } = event;
    box.append(element('summary', event.note ?? response?.PCD_PAY_MSG ?? response?.result_msg ?? request?.path ?? texts.details));
    // Filled when it is opened: two hundred calls of thirty fields each would be slow to draw.
    box.addEventListener('toggle', () => {
      if (request) box.append(element('h3', texts.request + ' · ' + request.method + ' ' + request.path), list(request.fields));
      if (response) box.append(element('h3', texts.response), list(response));
    }, { once: true });
    box.open = open.has(box.dataset.key);
    return box;
  };
  const draw = (paid, happened) => {
    const open = new Set([...events.querySelectorAll('details[open]')].map((node) => node.dataset.key));
    payments.replaceChildren(...paid.toReversed().map((p) => row(
      cell(time(p.createdAt), 'time'), cell(p.oid, 'mono oid'), cell(p.goods, 'wrap goods'), cell(texts.won.replace('{}', p.total.toLocaleString()), 'num amount'),
      cell(texts.statuses[p.status], 'state' + colour(p.status)), cell(String(p.chargeCount), 'num charges'), cell(card(p), 'card'))));
    if (!paid.length) payments.append(empty(7));
    events.replaceChildren(...happened.slice(-200).toReversed().map((e) => row(
      cell(time(e.at), 'time'), cell(e.type, /refused|fault|warning/.test(e.type) ? 'type bad' : 'type'), cell(e.oid, 'mono oid'), cell(details(e, open), 'wrap fields'))));
    if (!happened.length) events.append(empty(4));
  };
  const load = async () => {
    try {
      const [a, b] = await Promise.all(['payments', 'events'].map((name) => fetch('/_/api/' + name).then((r) => r.text())));
      status.textContent = '';
      // Redrawing only on change keeps the keyboard focus where it is.
      if (a + b !== seen) { seen = a + b; draw(JSON.parse(a), JSON.parse(b)); }
    } catch { status.textContent = texts.offline; }
  };
  const watch = async () => { await load(); setTimeout(watch, 1500); };
  document.getElementById('reset').addEventListener('click', () =>
    fetch('/_/api/reset', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' }).catch(() => {}).then(load));
  watch();
})();
`
