/** The script inside the overseas window. Text, not a function: a bundler of the host app must not rewrite it. */
export const OVERSEAS_CLIENT: string = String.raw`
(() => {
  const config = JSON.parse(document.getElementById('config').textContent);
  const byId = (id) => document.getElementById(id);
  const framed = window.parent !== window;
  document.documentElement.classList.toggle('framed', framed);
  let language = config.language;
  let busy = false;
  const live = new Map();
  const say = (node, texts) => {
    if (texts) live.set(node, texts); else live.delete(node);
    node.textContent = texts ? texts[language] : '';
    if (node.classList.contains('error')) node.hidden = !texts;
  };
  const setBusy = (value) => {
    busy = value;
    for (const button of document.querySelectorAll('button')) button.disabled = value;
    document.querySelector('main').setAttribute('aria-busy', String(value));
    byId('status').classList.remove('bad');
    say(byId('status'), value ? config.texts.processing : null);
  };
  const submit = (action, fields) => {
    const form = document.createElement('form');
    form.method = 'post';
    form.action = action;
    for (const name of Object.keys(fields)) {
      const input = document.createElement('input');
      input.type = 'hidden';
      input.name = name;
      input.value = fields[name];
      form.append(input);
    }
    document.body.append(form);
    form.submit();
  };
  const message = (texts, closable) => {
    say(byId('message-text'), texts);
    byId('view-card').hidden = true;
    byId('view-message').hidden = false;
    byId('close').hidden = !closable;
    byId('close-message').hidden = !closable;
    byId('message-title').hidden = !closable;
    byId(closable ? 'message-title' : 'message-text').focus();
  };
  const follow = (step) => {
    if (step.kind === 'field') {
      const input = byId(step.field);
      say(byId(step.field + '-error'), step.message);
      input.setAttribute('aria-invalid', 'true');
      return input.focus();
    }
    if (step.kind === 'deliver') {
      message(config.texts.sent, false);
      if (framed && config.target === 'top') return parent.postMessage({ type: 'sandbox-gpay', action: step.action, fields: step.fields }, '*');
      return submit(step.action, step.fields);
    }
    if (step.kind === 'declined') {
      byId('status').classList.add('bad');
      return say(byId('status'), step.message);
    }
    if (step.kind === 'silent') return message(config.texts.done, false);
    message(step.message || config.texts.over, true);
  };
  const act = async (name, data) => {
    if (busy) return;
    for (const node of document.querySelectorAll('.error')) say(node, null);
    for (const node of document.querySelectorAll('[aria-invalid]')) node.removeAttribute('aria-invalid');
    setBusy(true);
    let step;
    try {
      const response = await fetch(config.base + '/_/gpay/' + config.id + '/' + name, { method: 'POST', keepalive: true, body: new URLSearchParams(data || {}) });
      if (!response.ok) throw new Error('status ' + response.status);
      step = await response.json();
    } catch { step = { kind: 'stuck', message: config.texts.trouble }; }
    setBusy(false);
    follow(step);
  };
  const close = () => act('close');
  const translate = () => {
    document.documentElement.lang = language;
    for (const node of document.querySelectorAll('[data-t]')) node.textContent = config.texts[node.dataset.t][language];
    for (const node of document.querySelectorAll('[data-t-label]')) node.setAttribute('aria-label', config.texts[node.dataset.tLabel][language]);
    for (const node of document.querySelectorAll('[data-ko]')) node.textContent = node.dataset[language];
    for (const [node, texts] of live) node.textContent = texts[language];
    document.title = config.texts.title[language] + ' · Sandbox';
  };
  const card = byId('view-card');
  const number = byId('number');
  const group = () => { number.value = number.value.replace(/\D/g, '').slice(0, 16).replace(/(\d{4})(?=\d)/g, '$1 '); };
  card.addEventListener('submit', (event) => { event.preventDefault(); act('pay', new FormData(card)); });
  number.addEventListener('input', group);
  byId('expiry').addEventListener('input', (event) => {
    const digits = event.target.value.replace(/\D/g, '').slice(0, 4);
    event.target.value = digits.length > 2 ? digits.slice(0, 2) + '/' + digits.slice(2) : digits;
  });
  for (const chip of card.querySelectorAll('[data-card]')) chip.addEventListener('click', () => {
    number.value = chip.dataset.card;
    group();
    byId('expiry').value = '12/' + String((new Date().getFullYear() + 3) % 100).padStart(2, '0');
    byId('securityCode').value = '123';
    const defaults = { firstName: 'Gildong', lastName: 'Hong', email: 'test@payple.kr' };
    for (const name of Object.keys(defaults)) if (!byId(name).value) byId(name).value = defaults[name];
    for (const other of card.querySelectorAll('[data-card]')) other.setAttribute('aria-pressed', String(other === chip));
  });
  byId('language').addEventListener('click', () => { language = language === 'ko' ? 'en' : 'ko'; translate(); });
  byId('close').addEventListener('click', close);
  byId('close-message').addEventListener('click', close);
  document.addEventListener('keydown', (event) => { if (event.key === 'Escape' && !byId('close').hidden) close(); });
  if (config.buyer === 'close') close();
  if (config.buyer === 'abandon') { message(config.texts.abandoned, false); byId('close').hidden = false; }
})();
`
