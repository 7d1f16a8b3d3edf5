/** The script of the dashboard: polls the admin routes, draws on change, and presses the console's buttons. */
export const DASHBOARD_SCRIPT: string = String.raw`
(() => {
  const status = byId('status');
  const notice = byId('notice');
  const dialog = byId('cancel');
  const LISTS = { payments: 'payments', keys: 'billing-keys', links: 'links', webhooks: 'webhooks', calls: 'events' };
  let seen = '';

  const drawCalls = (happened) => {
    const body = byId('calls');
    const open = new Set([...body.querySelectorAll('details[open]')].map((node) => node.dataset.key));
    body.replaceChildren(...happened.slice(-200).toReversed().map((e) => row(
      cell(time(e.at), 'time'), cell(e.type, /refused|fault|warning|failed/.test(e.type) ? 'type bad' : 'type'), cell(e.oid, 'mono oid'),
      cell(details(e, open), 'wrap fields'))));
    if (!happened.length) body.append(emptyRow(4));
  };
  const draw = (lists) => {
    for (const [name, make] of Object.entries(ROWS)) {
      const items = lists[name];
      byId(name).replaceChildren(...items.toReversed().map(make));
      if (name !== 'payments') byId('section-' + name).hidden = !items.length;
      else if (!items.length) byId(name).append(emptyRow(8));
    }
    drawCalls(lists.calls);
  };
  const load = async () => {
    try {
      const bodies = await Promise.all(Object.values(LISTS).map((name) => fetch('/_/api/' + name).then((r) => r.text())));
      status.textContent = '';
      // Redrawing only on change keeps the keyboard focus where it is.
      const all = bodies.join();
      if (all === seen) return;
      seen = all;
      draw(Object.fromEntries(Object.keys(LISTS).map((name, index) => [name, JSON.parse(bodies[index])])));
    } catch { status.textContent = texts.offline; }
  };
  const act = async (path, body) => {
    let text;
    try {
      const response = await fetch('/_/api/' + path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
      text = response.ok ? texts.done : (await response.json()).error;
      notice.className = response.ok ? 'soft' : 'bad';
    } catch { text = texts.offline; }
    await load();
    notice.textContent = text;
    // The row with the button was drawn anew, so the focus needs a place to be.
    notice.focus();
  };

  document.addEventListener('click', (event) => {
    const pressed = event.target.closest('button[data-act]');
    if (!pressed) return;
    const { act: name, oid, left, payerId, id } = pressed.dataset;
    if (name === 'delete-key') return act('billing-keys/delete', { payerId });
    if (name === 'redeliver') return act('webhooks/redeliver', { ids: [id] });
    byId('cancel-order').textContent = oid;
    byId('cancel-amount').value = left;
    dialog.showModal();
    byId('cancel-amount').select();
  });
  byId('cancel-back').addEventListener('click', () => dialog.close());
  byId('cancel-form').addEventListener('submit', (event) => {
    event.preventDefault();
    dialog.close();
    act('payments/cancel', { oid: byId('cancel-order').textContent, amount: Number(byId('cancel-amount').value) });
  });
  byId('reset').addEventListener('click', () => act('reset', {}));
  const watch = async () => { await load(); setTimeout(watch, 1500); };
  watch();
})();
`
