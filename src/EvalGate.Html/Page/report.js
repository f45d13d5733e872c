'use strict';
(() => {
  const page = 50;
  const data = JSON.parse(document.getElementById('data').textContent);
  const form = document.getElementById('filters');
  const list = document.getElementById('case-list');
  const count = document.getElementById('case-count');
  const more = document.getElementById('more');
  const get = name => form.elements[name];
  let found = [];
  let shown = 0;

  const make = (name, text, attributes = {}) => {
    const element = document.createElement(name);
    if (text !== undefined) element.textContent = visible(String(text));
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    return element;
  };
  const fill = (select, names) => names.forEach((name, i) => select.append(make('option', name, { value: i })));
  const round = number => String(Number(number.toPrecision(4))).replace('-', '−');
  const figure = (metric, value) => value === null ? '–'
    : metric.share ? `${(100 * value).toFixed(value % 1 ? 1 : 0)} %`
    : metric.unit === '$' ? `$${round(value)}`
    : metric.unit ? `${round(value)} ${metric.unit}` : round(value);
  // What is not seen, or turns the direction of what follows, is written out.
  const visible = text => text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, c => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);
  const written = value => visible(typeof value === 'string' ? value : JSON.stringify(value, null, 2));
  const change = (item, m) => item.b[m] === null || item.c[m] === null ? null : (item.c[m] - item.b[m]) * data.metrics[m].better;
  const flip = (item, m) => {
    const moved = change(item, m);
    return moved === null ? 'new' : moved > 0 ? 'gained' : moved < 0 ? 'lost' : 'same';
  };
  const haystack = item => item.t ??= JSON.stringify([item.id, item.e, item.i, item.x, item.o]).toLowerCase();

  function filters() {
    const number = name => get(name).value === '' ? null : Number(get(name).value);
    return {
      slice: get('slice').value, metric: Number(get('metric').value), flip: get('flip').value, errors: get('errors').checked,
      text: JSON.stringify(get('text').value.trim().toLowerCase()).slice(1, -1), from: number('from'), to: number('to'), id: get('case').value,
    };
  }

  function keep(item, f) {
    const m = f.metric;
    const score = item.c[m] ?? null;
    return (f.id === '' || item.id === f.id)
      && (f.slice === '' || item.s.includes(Number(f.slice)))
      && (f.flip === '' || flip(item, m) === f.flip)
      && (!f.errors || item.e.length > 0)
      && (f.from === null || score !== null && score >= f.from)
      && (f.to === null || score !== null && score <= f.to)
      && (f.text === '' || haystack(item).includes(f.text));
  }

  const order = { lost: 0, gained: 1, new: 2, same: 3 };
  function apply() {
    const f = filters();
    found = data.cases.filter(item => keep(item, f));
    if (data.metrics.length > 0) found.sort((a, b) => order[flip(a, f.metric)] - order[flip(b, f.metric)] || (change(a, f.metric) ?? 0) - (change(b, f.metric) ?? 0));
    const tally = kind => found.filter(item => flip(item, f.metric) === kind).length;
    count.textContent = `${found.length} of ${data.cases.length} cases` + (data.metrics.length > 0 ? ` · ${tally('lost')} lost, ${tally('gained')} gained` : '');
    list.replaceChildren();
    shown = 0;
    grow();
  }

  function grow() {
    const m = filters().metric;
    list.append(...found.slice(shown, shown + page).map(item => row(item, m)));
    shown = Math.min(shown + page, found.length);
    more.hidden = shown === found.length;
    more.textContent = `Show ${Math.min(page, found.length - shown)} more of ${found.length - shown}`;
  }

  function row(item, m) {
    const details = make('details', undefined, { class: 'case' });
    const summary = make('summary');
    const kind = flip(item, m);
    const metric = data.metrics[m];
    summary.append(make('span', item.e.length > 0 ? 'error' : kind, { class: `flip ${item.e.length > 0 ? 'error' : kind}` }), make('bdi', item.id, { class: 'id' }));
    if (metric) summary.append(make('span', `${figure(metric, item.b[m])} → ${figure(metric, item.c[m])}`, { class: 'scores' }));
    summary.append(make('bdi', preview(item.i), { class: 'preview', dir: 'auto' }));
    details.append(summary);
    details.addEventListener('toggle', () => { if (details.open && details.children.length === 1) details.append(body(item)); });
    return details;
  }

  function preview(value) {
    if (typeof value === 'string') return value.slice(0, 160);
    const texts = value && typeof value === 'object' ? Object.values(value).filter(v => typeof v === 'string') : [];
    return (texts.find(text => text.includes(' ')) ?? texts[0] ?? '').slice(0, 160);
  }

  function body(item) {
    const box = make('div', undefined, { class: 'body' });
    const links = make('p', undefined, { class: 'links' });
    links.append(make('a', 'Link to this case', { href: `#case=${encodeURIComponent(item.id)}` }));
    item.s.forEach(s => links.append(make('a', data.slices[s], { href: `#slice=${encodeURIComponent(data.slices[s])}`, class: 'chip', dir: 'auto' })));
    box.append(links);
    item.e.forEach(error => box.append(make('p', error, { class: 'problem', dir: 'auto' })));
    box.append(scores(item));
    if (item.d) box.append(diff(item.d));
    const texts = make('div', undefined, { class: 'texts' });
    [['Input', item.i], ['Expected', item.x], ...item.o.map((o, i) => [item.o.length > 1 ? `Output ${i + 1}` : 'Output', o])]
      .filter(([, value]) => value !== undefined)
      .forEach(([name, value]) => { const part = make('figure'); part.append(make('figcaption', name), make('pre', written(value), { dir: 'auto', tabindex: 0 })); texts.append(part); });
    box.append(texts);
    return box;
  }

  function scores(item) {
    const table = make('table');
    const head = make('tr');
    ['Metric', 'Baseline', 'Candidate', ''].forEach(name => head.append(make('th', name, { scope: 'col' })));
    table.append(head);
    data.metrics.forEach((metric, m) => {
      const line = make('tr');
      const kind = flip(item, m);
      line.append(make('th', metric.name, { scope: 'row', dir: 'auto' }), make('td', figure(metric, item.b[m]), { class: 'number' }), make('td', figure(metric, item.c[m]), { class: 'number' }));
      line.append(make('td', kind === 'lost' ? 'worse' : kind === 'gained' ? 'better' : '', { class: kind }));
      table.append(line);
    });
    return table;
  }

  function diff(rows) {
    const table = make('table', undefined, { class: 'diff' });
    const head = make('tr');
    ['Approved', 'Received'].forEach(name => head.append(make('th', name, { scope: 'col' })));
    table.append(head);
    rows.forEach(([kind, left, right]) => {
      const line = make('tr');
      line.append(make('td', left ?? '', { class: left === null ? 'none' : kind === '=' ? '' : 'removed', dir: 'auto' }), make('td', right ?? '', { class: right === null ? 'none' : kind === '=' ? '' : 'added', dir: 'auto' }));
      table.append(line);
    });
    return table;
  }

  const fields = ['slice', 'metric', 'flip', 'text', 'from', 'to', 'case'];
  function clear() {
    fields.forEach(name => { get(name).value = name === 'metric' ? '0' : ''; });
    get('errors').checked = false;
  }

  function read() {
    const wanted = new URLSearchParams(location.hash.slice(1).replaceAll('+', '%2B'));
    if (!fields.some(name => wanted.has(name)) && !wanted.has('errors')) return;
    clear();
    fields.forEach(name => { if (wanted.has(name)) set(name, wanted.get(name)); });
    get('errors').checked = wanted.has('errors');
    apply();
    document.getElementById('cases').scrollIntoView();
    if (wanted.has('case') && list.firstElementChild) list.firstElementChild.open = true;
  }

  function set(name, value) {
    const names = { slice: data.slices, metric: data.metrics.map(m => m.name) }[name];
    get(name).value = names ? names.indexOf(value) : value;
  }

  function write() {
    const f = filters();
    const parts = [];
    const add = (name, value) => { if (value !== '' && value !== null && value !== undefined) parts.push(`${name}=${encodeURIComponent(value)}`); };
    add('slice', f.slice === '' ? '' : data.slices[Number(f.slice)]);
    add('metric', f.metric > 0 ? data.metrics[f.metric].name : '');
    add('flip', f.flip);
    add('text', get('text').value.trim());
    add('from', f.from);
    add('to', f.to);
    if (f.errors) parts.push('errors=1');
    history.replaceState(null, '', parts.length > 0 ? `#${parts.join('&')}` : '#cases');
  }

  fill(get('slice'), data.slices);
  fill(get('metric'), data.metrics.map(m => m.name));
  form.addEventListener('input', () => { get('case').value = ''; apply(); write(); });
  document.getElementById('clear').addEventListener('click', () => { clear(); apply(); write(); });
  form.addEventListener('submit', event => event.preventDefault());
  more.addEventListener('click', grow);
  addEventListener('hashchange', read);
  apply();
  read();
})();
