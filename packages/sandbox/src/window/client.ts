/** The script inside the payment window. Text, not a function: a bundler of the host app must not rewrite it. */
export const CLIENT: string = String.raw`
(() => {
  const config = JSON.parse(document.getElementById('config').textContent);
  const byId = (id) => document.getElementById(id);
  const framed = window.parent !== window;
  const target = framed ? window.parent : window.opener;
  document.documentElement.classList.toggle('framed', framed);
  let language = config.language;
  let busy = false;
  // Messages on screen, so that switching the language changes them too.
  const live = new Map();

  const say = (node, texts) => {
    if (texts) live.set(node, texts); else live.delete(node);
    node.textContent = texts ? texts[language] : '';
    if (node.classList.contains('error')) node.hidden = !texts;
    fit();
  };
  const post = (message) => { if (target && !config.link) target.postMessage(message, config.target); };
  const fit = () => {
    if (framed && !config.direct) post({ type: 'resize', data: document.querySelector('.window').offsetHeight });
  };
  const show = (name) => {
    for (const view of ['card', 'account', 'verify', 'pin', 'message']) {
      const node = byId('view-' + view);
      if (node) node.hidden = view !== name;
    }
    fit();
  };
  const showMessage = (texts, closable) => {
    say(byId('message-text'), texts);
    byId('acknowledge').hidden = true;
    byId('close-message').hidden = !closable;
    byId('close').hidden = !closable;
    byId('message-title').hidden = !closable;
    show('message');
    byId(closable ? 'message-title' : 'message-text').focus();
  };
  const setBusy = (value) => {
    busy = value;
    for (const button of document.querySelectorAll('button')) button.disabled = value;
    document.querySelector('main').setAttribute('aria-busy', String(value));
    say(byId('status'), value ? config.texts.processing : null);
  };

  const act = async (name, data) => {
    const response = await fetch(config.base + '/_/window/' + config.id + '/' + name, {
      method: 'POST', keepalive: true, body: new URLSearchParams(data || {}),
    });
    if (!response.ok) throw new Error('status ' + response.status);
    return response.json();
  };
  const submitForm = (action, fields) => {
    const form = document.createElement('form');
    form.method = 'post';
    form.action = action;
    form.target = config.embedded ? '_parent' : '_self';
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
  const follow = (step) => {
    switch (step.kind) {
      case 'field': {
        const input = byId(step.field);
        say(byId(step.field + '-error'), step.message);
        input.setAttribute('aria-invalid', 'true');
        input.focus();
        return;
      }
      case 'verify':
        byId('verify-shown').textContent = step.code;
        byId('verify-personal').hidden = step.corporate;
        byId('verify-company').hidden = !step.corporate;
        show('verify');
        byId('code').focus();
        return;
      case 'pin':
        show('pin');
        byId('pin').focus();
        return;
      case 'deliver':
        showMessage(config.texts.sent, false);
        if (config.direct) return submitForm(step.action, step.result);
        post({ type: 'pay_result', data: step.result });
        if (!framed) window.close();
        return;
      case 'done': {
        const next = byId('next');
        showMessage(step.message, false);
        next.hidden = !step.next;
        if (step.next) next.href = step.next;
        return fit();
      }
      case 'stuck': return showMessage(step.message, true);
      case 'silent': return showMessage(config.texts.done, false);
      default: return showMessage(config.texts.over, true);
    }
  };
  const run = async (name, data) => {
    if (busy) return;
    for (const node of document.querySelectorAll('.error')) say(node, null);
    for (const node of document.querySelectorAll('[aria-invalid]')) node.removeAttribute('aria-invalid');
    setBusy(true);
    let step;
    try { step = await act(name, data); } catch { step = { kind: 'stuck', message: config.texts.trouble }; }
    setBusy(false);
    follow(step);
  };
  const close = () => {
    if (busy || byId('close').hidden) return;
    if (config.direct || config.link) return run('close');
    act('close').catch(() => {});
    post({ type: 'close' });
    if (!framed) window.close();
  };
  const translate = () => {
    document.documentElement.lang = language;
    for (const node of document.querySelectorAll('[data-t]')) node.textContent = config.texts[node.dataset.t][language];
    for (const node of document.querySelectorAll('[data-t-label]')) node.setAttribute('aria-label', config.texts[node.dataset.tLabel][language]);
    for (const node of document.querySelectorAll('[data-ko]')) node.textContent = node.dataset[language];
    for (const [node, texts] of live) node.textContent = texts[language];
    document.title = config.texts.title[language] + ' · Sandbox';
    fit();
  };
  const group = (input) => { input.value = input.value.replace(/\D/g, '').slice(0, 16).replace(/(\d{4})(?=\d)/g, '$1 '); };

  byId('language').addEventListener('click', () => { language = language === 'ko' ? 'en' : 'ko'; translate(); });
  byId('close').addEventListener('click', close);
  byId('close-message').addEventListener('click', close);
  byId('acknowledge').addEventListener('click', () => run('acknowledge'));
  document.addEventListener('keydown', (event) => { if (event.key === 'Escape') close(); });
  const card = byId('view-card');
  if (card) {
    const number = byId('number');
    const expiry = byId('expiry');
    const typed = number.tagName === 'INPUT';
    card.addEventListener('submit', (event) => { event.preventDefault(); run('card', new FormData(card)); });
    if (typed) {
      number.addEventListener('input', () => group(number));
      expiry.addEventListener('input', (event) => {
        const digits = expiry.value.replace(/\D/g, '').slice(0, 4);
        expiry.value = digits.length > 2 ? digits.slice(0, 2) + '/' + digits.slice(2) : digits;
      });
    }
    for (const chip of card.querySelectorAll('[data-card]')) chip.addEventListener('click', () => {
      number.value = chip.dataset.card;
      if (typed) {
        group(number);
        expiry.value = '12/' + String((new Date().getFullYear() + 3) % 100).padStart(2, '0');
        byId('birth').value = '900101';
        byId('password').value = '12';
      }
      for (const other of card.querySelectorAll('[data-card]')) other.setAttribute('aria-pressed', String(other === chip));
    });
  }
  const account = byId('view-account');
  if (account) {
    account.addEventListener('submit', (event) => { event.preventDefault(); run('account', new FormData(account)); });
    byId('view-verify').addEventListener('submit', (event) => { event.preventDefault(); run('verify', new FormData(event.target)); });
    for (const chip of account.querySelectorAll('[data-account]')) chip.addEventListener('click', () => {
      byId('bank').value = chip.dataset.bank;
      byId('account').value = chip.dataset.account;
      const defaults = { holder: '홍길동', birth: '900101', phone: '01012345678', receiptNumber: '01012345678' };
      for (const name of Object.keys(defaults)) {
        const input = byId(name);
        if (input && !input.value) input.value = defaults[name];
      }
      for (const other of account.querySelectorAll('[data-account]')) other.setAttribute('aria-pressed', String(other === chip));
    });
  }
  byId('view-pin').addEventListener('submit', (event) => {
    event.preventDefault();
    run(event.target.dataset.act, new FormData(event.target));
  });
  if (config.message) live.set(byId('message-text'), config.message);
  const first = document.querySelector('form:not([hidden]) input, form:not([hidden]) select, #view-message:not([hidden]) h2');
  if (first) first.focus();
  fit();
  if (config.buyer === 'close') close();
  if (config.buyer === 'abandon') { showMessage(config.texts.abandoned, false); byId('close').hidden = false; }
})();
`
