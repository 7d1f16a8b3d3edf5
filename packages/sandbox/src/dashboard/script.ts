/** The script of the dashboard: asks every second whether something happened, and presses the buttons. */
export const DASHBOARD_SCRIPT: string = String.raw`
(() => {
  const byId = (id) => document.getElementById(id);
  const texts = JSON.parse(byId('texts').textContent);
  const status = byId('status');
  const notice = byId('notice');
  const dialog = byId('cancel');
  let cancelPath = '';

  // The server draws; what was open, typed or focused stays so.
  const draw = async () => {
    const response = await fetch(location.href);
    const fresh = new DOMParser().parseFromString(await response.text(), 'text/html').getElementById('live');
    const live = byId('live');
    const open = new Set([...live.querySelectorAll('details[open]')].map((node) => node.dataset.key));
    const kept = new Map([...live.querySelectorAll('[data-keep]')].map((node) => [node.id, node.value]));
    const { activeElement } = document;
    const focused = live.contains(activeElement) ? [activeElement.id, activeElement.getAttribute('aria-label')] : undefined;
    for (const node of fresh.querySelectorAll('details')) node.open = open.has(node.dataset.key);
    live.replaceChildren(...fresh.childNodes);
    live.dataset.count = fresh.dataset.count;
    for (const [id, value] of kept) byId(id).value = value;
    if (!focused) return;
    const [id, label] = focused;
    const again = id ? byId(id) : label && [...live.querySelectorAll('[aria-label]')].find((node) => node.getAttribute('aria-label') === label);
    if (again) again.focus();
  };
  const look = async () => {
    try {
      const { count } = await (await fetch('/_/api/pulse')).json();
      status.textContent = '';
      if (String(count) !== byId('live').dataset.count && !dialog.open) await draw();
    } catch { status.textContent = texts.offline; }
  };
  const act = async (path, body) => {
    let text;
    try {
      const response = await fetch('/_/api/' + path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
      text = response.ok ? texts.done : (await response.json()).error;
      notice.className = response.ok ? 'soft' : 'bad';
      await draw();
    } catch { text = texts.offline; }
    notice.textContent = text;
    // The button that was pressed may be gone, so the focus needs a place to be.
    notice.focus();
  };
  const limits = () => {
    const orders = byId('limit-orders').value.trim();
    const times = byId('limit-times').value.trim();
    return { ...(orders && { orders }), ...(times && { times: Number(times) }) };
  };

  document.addEventListener('click', (event) => {
    const pressed = event.target.closest('button');
    if (!pressed) return;
    const { post, body, scenario, cancel, oid, left } = pressed.dataset;
    if (post) return act(post, JSON.parse(body));
    if (scenario) return act('scenarios', { scenario, ...limits() });
    if (!cancel) return;
    cancelPath = cancel;
    byId('cancel-order').textContent = oid;
    byId('cancel-amount').value = left;
    dialog.showModal();
    byId('cancel-amount').select();
  });
  byId('cancel-back').addEventListener('click', () => dialog.close());
  byId('cancel-form').addEventListener('submit', (event) => {
    event.preventDefault();
    dialog.close();
    const typed = byId('cancel-amount').value.trim();
    act(cancelPath, { oid: byId('cancel-order').textContent, amount: cancelPath === 'payments/cancel' ? Number(typed) : typed });
  });
  const watch = async () => { await look(); setTimeout(watch, 1000); };
  watch();
})();
`
