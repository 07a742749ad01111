// Sets candidates and parties side by side. The choice stands in the fragment of the address, which can be shared and
// is sent to nobody: #ELECTION:BALLOT/PERSON,PARTY, or BALLOT/ for all who stand there. Its data are scripts too, since a
// page on a disk may fetch nothing.
'use strict';
(() => {
  const place = document.querySelector('[data-choice]');
  const { root } = place.dataset;
  place.append(place.querySelector('template').content.cloneNode(true));
  const part = (name) => place.querySelector(`[data-part="${name}"]`);
  const words = part('status').dataset;
  const asked = new Map();
  const arrived = new Map();
  let chosen = { election: '', keys: [] };
  let turn = 0;

  // Lists that hold nothing are left out of the scripts.
  window.compared = (address, data) => arrived.get(address)?.({ questions: [], ballots: [], parties: [], people: [], cells: [], ...data });

  /** The data of an address, or null when there is no such file. */
  const load = (address) => {
    if (!asked.has(address)) {
      asked.set(address, new Promise((give) => {
        arrived.set(address, give);
        const script = document.createElement('script');
        script.onerror = () => give(null);
        script.src = root + address;
        document.head.append(script);
      }));
    }
    return asked.get(address);
  };

  // Words in another language than the page's stand between Unicode's language tags, which screen readers do not know.
  const pieces = (text) => text.split(/\u{e0001}([\u{e0020}-\u{e007e}]*)\u{e007f}/u);
  const plain = (text) => pieces(text).filter((_, at) => at % 2 === 0).join('');
  const lines = (text) => text.split('\n').flatMap((line, at) => (at ? [document.createElement('br'), line] : line));
  const spoken = (text) => {
    const span = document.createElement('span');
    span.append(...lines(text));
    return span;
  };
  const told = (text) => {
    const open = [];
    return pieces(text).flatMap((piece, at) => {
      if (at % 2 === 0) return open.length ? Object.assign(spoken(piece), { lang: open.at(-1) }) : lines(piece);
      const tag = String.fromCharCode(...[...piece].map((c) => c.codePointAt() - 0xe0000));
      if (tag) open.push(tag);
      else open.pop();
      return [];
    });
  };

  const el = (tag, look, ...children) => {
    const element = document.createElement(tag);
    if (look) element.className = look;
    element.append(...children.filter(Boolean).flatMap((child) => (typeof child === 'string' ? told(child) : child)));
    return element;
  };
  const link = (text, to, look) => Object.assign(el('a', look, text), { href: to });
  const seen = (view, look) => {
    if (!view.url && !view.link) return el('span', '', view.text);
    return link(view.text, view.url ?? root + view.link, look);
  };
  const drawing = (size, tag, attributes) => {
    const [svg, shape] = ['svg', tag].map((name) => document.createElementNS('http://www.w3.org/2000/svg', name));
    for (const [name, value] of Object.entries({ ...size, 'aria-hidden': true })) svg.setAttribute(name, value);
    for (const [name, value] of Object.entries(attributes)) shape.setAttribute(name, value);
    svg.append(shape);
    return svg;
  };
  const party = (view) => {
    const stripe = drawing({ class: 'stripe', width: 5, height: 20 }, 'rect', { width: 5, height: 20, fill: view.colour });
    return el('span', '', stripe, seen({ text: view.name, link: view.link }));
  };
  const reply = (view) => view && el('p', 'caveat', `${view.label} `, el('q', '', view.text));

  /** A mark as the component `mark` of the templates draws it. */
  const mark = (view, small) => {
    const size = small ? 20 : 28;
    const box = { width: size, height: size, viewBox: '0 0 28 28', fill: 'currentColor' };
    const word = small ? el('p', 'word', `${view.subject}: `, el('b', '', view.word)) : el('p', 'word', view.word);
    const quote = view.quote && el('q', '', view.quote);
    if (view.quote_lang) quote.lang = view.quote_lang;
    return el('div', `mark ${small ? 'line ' : ''}${view.tone}`,
      view.shape && drawing(box, 'use', { href: `#m-${view.shape}` }),
      word,
      !small && view.subject && el('p', '', view.subject),
      quote && el('p', '', quote),
      view.says && el('p', '', view.says),
      view.source && seen(view.source, 'src'),
      view.status && el('p', '', view.status),
      view.caveat && el('p', 'caveat', view.caveat),
      ...(view.notes ?? []).map((note) => el('p', '', seen(note))),
      reply(view.reply));
  };

  const support = (view) => view && el('p', 'caveat', view.text, view.says && ` ${view.says}`, view.source && ' ', view.source && seen(view.source, 'src'));

  /** What a key stands for, or null: `of` the party or of the ballot, and one cell for each question. */
  const column = async (key) => {
    const folder = `compare/${chosen.election}`;
    const [ballot, person] = key.split('/');
    if (person === undefined) {
      const found = await load(`${folder}/parties/${key}.js`);
      return found && { ...found.party, key, note: found.note, cells: found.cells.map((cell) => ({ own: [], line: cell.marks ?? [], not_put: cell.not_put })) };
    }
    const there = await load(`${folder}/${ballot}.js`);
    const found = there?.people.find((one) => one.id === person || one.former?.includes(person));
    if (!found) return null;
    // Lines that are the party's everywhere stand in its own file.
    const said = found.lines_of && (await load(`${folder}/parties/${found.lines_of}.js`));
    const cells = (found.cells ?? []).map((cell, at) => ({ own: [], line: (said ? said.cells[at].marks : cell.line) ?? [], ...cell }));
    return { ...found, cells, key: `${ballot}/${found.id}`, seat: { text: there.area, link: there.link } };
  };

  /** Whether the line of its party stands in a column already: it is said once for each list of a ballot. */
  const isSaid = (of, before) => of.list && !of.support && before.some((other) => other.list === of.list && other.seat.link === of.seat.link
    && !other.support && !other.elsewhere && !other.taken_down);

  const cell = (of, at, before) => {
    const label = el('p', 'q', [of.name, of.seat?.text].filter(Boolean).join(', '));
    if (of.elsewhere) return el('td', '', label, seen(of.elsewhere));
    if (of.taken_down) return el('td', '', label, of.taken_down);
    const { own, line, differ, not_put } = of.cells[at];
    if (not_put) return el('td', '', label, not_put);
    const differs = differ && el('p', '', el('strong', '', `${differ.word}.`), ` ${differ.text}`);
    return el('td', '', label, differs, ...own.map((one) => mark(one)), ...(isSaid(of, before) ? [] : line).map((one) => mark(one, Boolean(of.party))));
  };

  /** Own words are compared with own words, party lines with party lines, however well each is known. */
  const differ = (columns, at) => ['own', 'line'].some((slot) => {
    const all = columns.map((of) => of.cells[at]?.[slot] ?? []).filter((marks) => marks.length);
    return new Set(all.map((marks) => marks.map((one) => one.shape?.replace('-sure', '') ?? one.word).join())).size > 1;
  });

  const row = (columns, question, at) => {
    const tones = columns.flatMap((of) => [...(of.cells[at]?.own ?? []), ...(of.cells[at]?.line ?? [])].map((one) => one.tone));
    const head = Object.assign(el('th', '', link(question.ask, root + question.link)), { scope: 'row' });
    const made = el('tr', '', head, ...columns.map((of, n) => cell(of, at, columns.slice(0, n))));
    Object.assign(made.dataset, { tones: tones.join(' '), differ: differ(columns, at) });
    return made;
  };

  const sift = () => {
    const rows = [...part('rows').children];
    for (const one of rows) {
      const wanted = part('tone').value;
      one.hidden = (wanted && !one.dataset.tones.split(' ').includes(wanted)) || (part('differ').checked && one.dataset.differ === 'false');
    }
    const shown = rows.filter((one) => !one.hidden).length;
    part('status').textContent = `${words.chosen} ${chosen.keys.length}. ${words.shown} ${shown} ${words.of} ${rows.length}.`;
  };

  const entry = (of) => {
    const out = Object.assign(el('button', '', words.out), { type: 'button' });
    out.setAttribute('aria-label', `${words.out}: ${plain(of.name)}`);
    out.onclick = () => {
      const next = chosen.keys.indexOf(of.key);
      toggle(of.key).then(() => (part('chosen').querySelectorAll('button')[next] ?? part('ballot')).focus());
    };
    const about = [of.party && party(of.party), of.description, of.list_position, of.seat && seen(of.seat), of.note];
    return el('li', '', link(of.name, root + of.link, 'who'), ...about.filter(Boolean).flatMap((one) => [el('br'), one]), support(of.support), reply(of.reply), out);
  };

  const show = (election, columns) => {
    const head = (text, look) => Object.assign(el('th', look, text), { scope: 'col' });
    const heads = columns.map((of) => head(el('span', '', el('span', 'who', of.name), of.party && el('br'), of.party && party(of.party), of.seat && el('br'), of.seat?.text)));
    part('table').className = `cards ${columns.length > 3 ? 'many' : 'few'}`;
    part('caption').replaceChildren(...told([election.name, election.fictional].filter(Boolean).join('. ')));
    part('heads').replaceChildren(part('heads').firstElementChild, ...heads);
    part('rows').replaceChildren(...election.questions.map((question, at) => row(columns, question, at)));
    part('chosen').replaceChildren(...columns.map(entry));
    part('result').hidden = columns.length === 0;
    sift();
  };

  const boxes = (name, all) => {
    const made = all.map(([key, text]) => {
      const box = Object.assign(el('input'), { type: 'checkbox', value: key });
      box.onchange = () => toggle(key);
      return el('label', '', box, el('span', '', text));
    });
    part(name).replaceChildren(part(name).firstElementChild, ...made);
    part(name).hidden = made.length === 0;
    tick();
  };
  const tick = () => place.querySelectorAll('fieldset input[value]').forEach((box) => {
    box.checked = chosen.keys.includes(box.value);
  });

  const options = (name, all) => part(name).replaceChildren(...all.map(([value, text]) => new Option(plain(text), value)));
  const people = async () => {
    const ballot = part('ballot').value;
    const there = ballot && (await load(`compare/${chosen.election}/${ballot}.js`));
    boxes('people', (there?.people ?? []).map((one) => [`${ballot}/${one.id}`, `${one.name}, ${one.party.name}`]));
  };

  const update = async () => {
    turn += 1;
    const mine = turn;
    const election = await load(`compare/${chosen.election}.js`);
    if (!election) return;
    const columns = await Promise.all(chosen.keys.map(column));
    if (mine !== turn) return;
    const lost = chosen.keys.filter((key, at) => !columns[at]);
    chosen.keys = columns.filter(Boolean).map((of) => of.key);
    part('lost').hidden = lost.length === 0;
    part('lost').lastElementChild.textContent = lost.join(', ');
    show(election, columns.filter(Boolean));
    tick();
  };

  const toggle = (key) => {
    const { keys } = chosen;
    chosen.keys = keys.includes(key) ? keys.filter((other) => other !== key) : [...keys, key];
    history.replaceState(null, '', `#${chosen.election}:${chosen.keys.join()}`);
    return update();
  };

  /** A key without a person stands for all of its ballot. */
  const everyone = async (key) => {
    if (!key.endsWith('/')) return [key];
    const there = await load(`compare/${chosen.election}/${key.slice(0, -1)}.js`);
    return there ? there.people.map((one) => key + one.id) : [key];
  };

  /** Begins with what the address says. */
  const begin = async () => {
    const [, named, list] = /^#([a-z0-9.-]+):([a-z0-9.,/-]*)$/.exec(location.hash.replace(/%(2c|2f|3a)/gi, decodeURIComponent)) ?? [];
    const known = [...part('election').options].map((option) => option.value);
    const keys = list?.split(',').filter((key) => /^[a-z0-9-]+(\.[a-z0-9-]+)*(\/([a-z0-9.-]+)?)?$/.test(key)) ?? [];
    const begun = { election: known.includes(named) ? named : known[0], keys: [] };
    chosen = begun;
    begun.keys = [...new Set((await Promise.all(keys.map(everyone))).flat())];
    if (chosen !== begun) return;
    part('election').value = chosen.election;
    const election = await load(`compare/${chosen.election}.js`);
    if (!election) return;
    options('ballot', [['', words.none], ...election.ballots]);
    part('ballot').value = keys.filter((key) => key.includes('/')).pop()?.split('/')[0] ?? '';
    boxes('parties', election.parties);
    await Promise.all([people(), update()]);
  };

  part('election').onchange = () => {
    location.hash = `#${part('election').value}:`;
  };
  part('ballot').onchange = people;
  part('others').onclick = () => part('ballot').focus();
  part('tone').onchange = sift;
  part('differ').onchange = sift;
  window.addEventListener('hashchange', begin);
  begin();
})();
