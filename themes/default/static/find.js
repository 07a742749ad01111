// docs/postcodes.md says what this does.
(() => {
  const have = {};
  const hustings = (self.hustings = (key, value) => { have[key] = value; });

  hustings.read = (text) => {
    const words = text.normalize('NFKC').toUpperCase().split(/[^A-Z0-9]+/).filter(Boolean);
    const flat = words.join('');
    let forms = flat.length > 7 ? [] : [['', 0]];
    for (const c of flat) {
      const also = { O: '0', 0: 'O', I: '1', 1: 'I' }[c];
      forms = forms.flatMap(([form, n]) => [[form + c, n]].concat(also ? [[form + also, n + 1]] : []));
    }
    const ends = ['$', '(\\d)$'];
    if (words[1]) ends.reverse();
    ends.unshift('(\\d)([ABD-HJLNP-UW-Z]{2})$');
    return forms.flatMap(([form, n]) => ends.map((end) => form.match('^([A-Z]{1,2}\\d[A-HJ-NP-Z\\d]?)' + end)).filter(Boolean)
      .map(([, half, digit = '', unit = '']) => ({ half, digit, unit, n }))).sort((a, b) => a.n - b.n);
  };

  hustings.pieces = ({ half, digit }, starts) => [...starts]
    .filter((start, n) => !digit || (start <= digit && !(starts[n + 1] <= digit))).map((start) => half + '-' + start);

  const holds = (units = '', [first, second]) => units.split(' ').some((group) => (
    group[0] === first && RegExp('[' + group.slice(1) + ']').test(second)));

  hustings.answer = ({ digit, unit }, parts) => {
    const hits = {};
    for (const part of parts) {
      for (const line of part.units.split(';')) {
        const [, at, place, live, gone] = line.match(/^(.) (\S+) ?(.*?)(?: ?gone (.*))?$/);
        const area = part.areas[place];
        if (digit && at !== digit) continue;
        if (unit ? holds(live, unit) : live && area) hits[area] = { area, part };
        else if (unit && holds(gone, unit)) hits[area] = hits[area] || { area, part, gone };
      }
    }
    return Object.values(hits);
  };

  const form = self.document && document.querySelector('[data-find]');
  if (!form) return;
  const { root } = form.dataset;
  const postcodes = 'postcodes' in form.dataset;
  const [input, status, list] = ['input', '[role=status]', 'ul'].map((part) => form.querySelector(part));

  const beside = document.currentScript.src.replace(/[^/]*$/, '');
  const load = (key, file = root + 'find/postcodes/' + key.toLowerCase()) => new Promise((done) => {
    if (key in have) return done(have[key]);
    const script = document.createElement('script');
    script.src = file + '.js';
    script.onload = script.onerror = () => done(have[key]);
    return document.head.append(script);
  });
  const loadWords = () => load('words', root + 'find/words');

  const fill = (name, code, area) => have.words.said[name].replace(/{(\w+)}/g, (_, gap) => (gap === 'code' ? code : area));
  const put = (name, text, more) => Object.assign(document.createElement(name), { textContent: text }, more);
  const say = (text, items = []) => {
    status.textContent = text;
    list.replaceChildren(...items.map(([text, link, note = '']) => {
      const item = put('li');
      item.append(put(link ? 'a' : 'span', text, link && { href: root + link }), ' ' + note);
      return item;
    }));
  };

  const open = (items) => items[0] && !items[1] && items[0][1] && location.assign(root + items[0][1]);

  const byPostcode = async (meant, whole) => {
    let known;
    for (const one of meant) {
      let parts = await load(one.half);
      if (!parts) continue;
      if (!parts.map) parts = (await Promise.all(hustings.pieces(one, parts).map((key) => load(key)))).flat();
      const code = one.half + (one.digit && ' ') + one.digit + one.unit;
      known = known || code;
      const hits = hustings.answer(one, parts);
      if (!hits[0]) continue;
      const areas = hits.map(({ area }) => area).filter(Boolean);
      const gone = hits.every((hit) => hit.gone);
      const shared = one.unit && areas[new Set(hits.filter(({ area }) => area).map(({ part }) => part)).size];
      const said = !areas[0] ? (gone ? 'goneOnly' : 'noArea') : gone ? 'gone' : shared ? 'shared' : !one.unit && areas[1] ? 'several' : 'isIn';
      const items = areas.flatMap(([name, ballots]) => (
        ballots[0] ? ballots.map(([at, folder, own]) => {
          const [text, path] = have.words.elections[at];
          return [own || name, path + '/' + folder + '/index.html', text];
        }) : [[fill('unrecorded', '', name)]]));
      say(fill(said, code, [...new Set(areas.map(([name]) => name))].join(', ')), items);
      return whole && one.unit && said === 'isIn' && open(items);
    }
    const [{ half }] = meant;
    return say(fill(known ? 'unknown' : 'northernIreland' in have.words.said && /^BT\d/.test(half) ? 'northernIreland' : 'unknownStart', known || half));
  };

  let typed = 0;
  const find = async (whole) => {
    const text = input.value;
    const mine = (typed += 1);
    if (!(await loadWords())) return whole && location.assign(root + 'find/index.html');
    if (text.trim().length < (whole ? 1 : 3)) return say(whole ? fill('empty') : '');
    const number = /\d/.test(text.normalize('NFKC'));
    const meant = postcodes ? hustings.read(text) : [];
    if (!whole) await new Promise((done) => setTimeout(done, 300));
    if (mine !== typed || (!whole && number && !(meant[0] && meant[0].unit))) return null;
    if (number && meant[0]) return byPostcode(meant, whole);
    const search = await load('search', beside + 'find-names');
    const items = search ? search(text, await load('names', root + 'find/names') || []) : [];
    if (!items[0] && meant[0] && meant[0].unit) return byPostcode(meant, whole);
    say(fill(items[0] ? 'found' : number && postcodes ? 'malformed' : 'nothing', text.trim()), items);
    return whole && open(items.filter(([name]) => name.toLowerCase() === text.trim().toLowerCase()));
  };
  form.addEventListener('submit', (event) => { event.preventDefault(); find(true); });
  input.addEventListener('input', () => find(false));
  input.addEventListener('focus', loadWords);
  form.hidden = false;
})();
