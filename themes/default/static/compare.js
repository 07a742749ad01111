// Sets candidates and parties side by side. The choice stands in the fragment of the address, which can be shared and
// is sent to nobody: #ELECTION:BALLOT/PERSON,PARTY, or BALLOT/ for all who stand there. Its data are scripts too, since a
// page on a disk may fetch nothing. They hand over rows as the site has drawn them.
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
  window.compared = (address, data) => arrived.get(address)?.({ groups: [], ballots: [], parties: [], people: [], rows: [], ...data });

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

  // Words in another language than the page's stand between Unicode's language tags, which mean nothing in a list of choices.
  const plain = (text) => text.replace(/[\u{e0001}-\u{e007f}]/gu, '');
  const el = (tag, look, ...children) => {
    const element = document.createElement(tag);
    if (look) element.className = look;
    element.append(...children.filter(Boolean).map((child) => (typeof child === 'string' ? plain(child) : child)));
    return element;
  };
  const link = (text, to) => Object.assign(el('a', '', text), { href: root + to });

  /** What a key stands for, or null: its rows, one for each group of questions. */
  const found = async (key) => {
    const folder = `compare/${chosen.election}`;
    const [ballot, person] = key.split('/');
    if (person === undefined) {
      const there = await load(`${folder}/parties/${key}.js`);
      return there && { ...there, key };
    }
    const there = await load(`${folder}/${ballot}.js`);
    const one = there?.people.find(({ id, former }) => id === person || former?.includes(person));
    return one ? { ...one, key: `${ballot}/${one.id}`, seat: there } : null;
  };

  /** A row as the site drew it, with where the person stands and a button that takes it out. Of its pieces it has the names. */
  const row = (of, group, pieces) => {
    const shell = document.createElement('tbody');
    shell.innerHTML = of.rows[group].replace(/\ufdd1(\w+)\ufdd1/g, (_, name) => pieces[name] ?? '');
    const made = shell.firstElementChild;
    const out = Object.assign(el('button', '', words.out), { type: 'button' });
    out.setAttribute('aria-label', `${words.out}: ${plain(of.name)}`);
    out.onclick = () => {
      const next = chosen.keys.indexOf(of.key);
      toggle(of.key).then(() => (part('tables').querySelectorAll('button')[next] ?? part('ballot')).focus());
    };
    made.firstElementChild.append(' ', of.seat ? link(of.seat.area, of.seat.link) : '', group ? '' : out);
    return made;
  };

  const table = (election, group, at, all) => {
    const head = (question) => {
      const made = Object.assign(el('th', '', link(question.ask, question.link)), { scope: 'col' });
      if (question.only) made.append(' ', el('small', '', question.only));
      return made;
    };
    const corner = Object.assign(el('th', '', words.who), { scope: 'col' });
    const made = el('table', `matrix c${group.length}`,
      el('caption', '', [election.name, election.fictional].filter(Boolean).join('. ')),
      el('thead', '', el('tr', '', corner, ...group.map(head))),
      el('tbody', '', ...all.map((of) => row(of, at, election.pieces))));
    return made;
  };

  /** Own words are compared with own words, party lines with party lines, however well each is known. */
  const looks = (cell, slot) => [...cell.querySelectorAll('.m')].filter((mark) => Boolean(mark.querySelector('small:first-child')) === slot)
    .map((mark) => mark.querySelector('use')?.getAttribute('href').replace('-sure', '') ?? mark.textContent).join();
  const differ = (cells) => [false, true].some((slot) => new Set(cells.map((cell) => looks(cell, slot)).filter(Boolean)).size > 1);

  /** Shows the questions that are wanted: a column each. */
  const sift = () => {
    let [shown, of] = [0, 0];
    for (const made of part('tables').children) {
      const heads = [...made.querySelectorAll('thead th')].slice(1);
      const rows = [...made.querySelectorAll('tbody tr')];
      let here = 0;
      heads.forEach((head, at) => {
        const cells = rows.map((one) => one.querySelectorAll('td')[at]).filter((cell) => cell && cell.colSpan === 1);
        const wanted = part('tone').value;
        const out = (wanted && !cells.some((cell) => cell.querySelector(`.m.${wanted}`))) || (part('differ').checked && !differ(cells));
        for (const cell of [head, ...cells]) cell.hidden = out;
        here += out ? 0 : 1;
      });
      made.hidden = here === 0;
      made.className = `matrix c${Math.max(here, 1)}`;
      rows.forEach((one) => { if (one.children.length === 2) one.lastElementChild.colSpan = Math.max(here, 1); });
      shown += here;
      of += heads.length;
    }
    part('status').textContent = `${words.chosen} ${chosen.keys.length}. ${words.shown} ${shown} ${words.of} ${of}.`;
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
    boxes('people', (there?.people ?? []).map((one) => [`${ballot}/${one.id}`, `${one.name}, ${one.party}`]));
  };

  const update = async () => {
    turn += 1;
    const mine = turn;
    const election = await load(`compare/${chosen.election}.js`);
    if (!election) return;
    const all = await Promise.all(chosen.keys.map(found));
    if (mine !== turn) return;
    const lost = chosen.keys.filter((key, at) => !all[at]);
    const here = all.filter(Boolean);
    chosen.keys = here.map((of) => of.key);
    part('lost').hidden = lost.length === 0;
    part('lost').lastElementChild.textContent = lost.join(', ');
    part('tables').replaceChildren(...election.groups.map((group, at) => table(election, group, at, here)));
    part('result').hidden = here.length === 0;
    sift();
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
  part('tone').onchange = sift;
  part('differ').onchange = sift;
  window.addEventListener('hashchange', begin);
  begin();
})();
