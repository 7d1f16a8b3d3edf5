/** How the rows of the dashboard are drawn. Text is set, never parsed as markup: goods names come from anybody. */
export const DASHBOARD_TABLES: string = String.raw`
const texts = JSON.parse(document.getElementById('texts').textContent);
const byId = (id) => document.getElementById(id);
const time = (at) => new Date(at).toLocaleTimeString([], { hour12: false });
const won = (amount) => texts.won.replace('{}', amount.toLocaleString());
const element = (name, text, className) => {
  const node = document.createElement(name);
  node.textContent = text;
  if (className) node.className = className;
  return node;
};
const cell = (content, name) => {
  const node = document.createElement('td');
  if (name) node.className = name;
  if (content instanceof Node) node.append(content); else node.textContent = content ?? '';
  return node;
};
const row = (...cells) => { const node = document.createElement('tr'); node.append(...cells); return node; };
const emptyRow = (columns) => { const node = cell(texts.empty, 'soft empty'); node.colSpan = columns; return row(node); };
const button = (text, act, data, about) => {
  const node = element('button', text, 'small');
  node.type = 'button';
  node.dataset.act = act;
  Object.assign(node.dataset, data);
  node.setAttribute('aria-label', text + ' ' + about);
  return node;
};
const colour = (state) =>
  state === 'paid' || state === 'delivered' ? ' paid' : /declined|expired|failed/.test(state) ? ' bad' : '';
const means = (it) => {
  const box = document.createElement('span');
  box.append(texts.names[it.cardName] ?? it.cardName, ' ', element('span', it.cardNumber, 'mono'));
  if (it.channel) box.append(' ', element('span', texts.channels[it.channel], 'soft'));
  return box;
};
const amount = (p) => {
  const box = document.createElement('span');
  box.append(won(p.total));
  if (p.refundedTotal > 0) box.append(document.createElement('br'), element('small', texts.refunded.replace('{}', won(p.refundedTotal)), 'soft'));
  return box;
};
const refundable = (p) => p.status === 'paid' || p.status === 'partially_refunded';
const fieldList = (fields) => {
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
    if (request) box.append(element('h3', texts.request + ' · ' + request.method + ' ' + request.path), fieldList(request.fields));
    if (response) box.append(element('h3', texts.response), fieldList(response));
  }, { once: true });
  box.open = open.has(box.dataset.key);
  return box;
};
const address = (link) => {
  const node = element('a', link.url, 'mono');
  node.href = link.url;
  node.target = '_blank';
  node.rel = 'noreferrer';
  return node;
};

const ROWS = {
  payments: (p) => row(
    cell(time(p.createdAt), 'time'), cell(p.oid, 'mono oid'), cell(p.goods, 'wrap goods'), cell(amount(p), 'num amount'),
    cell(texts.statuses[p.status], 'state' + colour(p.status)), cell(String(p.chargeCount), 'num charges'), cell(means(p), 'card'),
    cell(refundable(p) ? button(texts.cancel, 'cancel', { oid: p.oid, left: p.total - p.refundedTotal }, p.oid) : '', 'act')),
  keys: (k) => row(
    cell(time(k.createdAt), 'time'), cell(means(k), 'card'), cell([k.payerName, k.payerNo].filter(Boolean).join(' · '), 'wrap'),
    cell(k.payerId, 'mono oid'), cell(button(texts.remove, 'delete-key', { payerId: k.payerId }, k.cardName + ' ' + k.cardNumber), 'act')),
  links: (l) => row(
    cell(time(l.createdAt), 'time'), cell(l.goods, 'wrap'), cell(won(l.total), 'num'),
    cell(l.expiresAt ? new Date(l.expiresAt).toLocaleString([], { hour12: false }) : texts.never),
    cell(String(l.orders.length)), cell(address(l), 'wrap')),
  webhooks: (w) => row(
    cell(time(w.createdAt), 'time'), cell(w.kind), cell(w.oid, 'mono oid'), cell(texts.webhookStatuses[w.status], 'state' + colour(w.status)),
    cell(w.attempts.map((a) => a.status ?? a.error).join(', '), 'wrap'), cell(button(texts.again, 'redeliver', { id: w.id }, w.id), 'act')),
};
`
