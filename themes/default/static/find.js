// docs/postcodes.md says what this does.
(() => {
  const LETTERS = 'ABDEFGHJLNPQRSTUWXYZ';
  const SWAPS = { O: '0', 0: 'O', I: '1', 1: 'I' };
  const HALF = '^([A-Z]{1,2}\\d[A-HJ-NP-Z\\d]?)';
  const have = {};
  const hustings = (self.hustings = (key, value) => { have[key] = value; });

  hustings.read = (text) => {
    const words = text.normalize('NFKC').toUpperCase().split(/[^A-Z0-9]+/).filter(Boolean);
    const flat = words.join('');
    let forms = flat.length > 7 ? [] : [['', 0]];
    for (const c of flat) {
      forms = forms.flatMap(([form, n]) => [[form + c, n]].concat(SWAPS[c] ? [[form + SWAPS[c], n + 1]] : []));
    }
    const ends = ['$', '(\\d)$'];
    // AB10 is a first half, AB1 0 a sector.
    if (words.length > 1) ends.reverse();
    ends.unshift('(\\d)([ABD-HJLNP-UW-Z]{2})$');
    return forms.flatMap(([form, n]) => ends.map((end) => form.match(HALF + end)).filter(Boolean)
      .map(([, half, digit = '', unit = '']) => ({ half, digit, unit, n }))).sort((a, b) => a.n - b.n);
  };

  const holds = (units, unit) => (units || '').split(' ').some((group) => group[0] === unit[0] && group.slice(1)
    .replace(/(.)-(.)/g, (_, from, to) => LETTERS.slice(LETTERS.indexOf(from), LETTERS.indexOf(to) + 1)).includes(unit[1]));

  hustings.answer = ({ digit, unit }, parts) => {
    const hits = new Map();
    for (const { areas, units } of parts) {
      for (const line of units.split(';')) {
        const [, at, place, live, gone] = line.match(/^(.) (\S+) ?(.*?)(?: ?gone (.*))?$/);
        const area = areas[place];
        if (digit && at !== digit) continue;
        if (unit ? holds(live, unit) : live && area) hits.set(area, { area });
        else if (unit && holds(gone, unit)) hits.set(area, { area, gone: true });
      }
    }
    return [...hits.values()];
  };

  const form = self.document && document.querySelector('[data-find]');
  if (!form) return;
  const { root } = form.dataset;
  const has = 'postcodes' in form.dataset;
  const words = JSON.parse(form.dataset.words);
  const input = form.querySelector('input');
  const fill = (name, code, area) => words[name].replace(/{(\w+)}/g, (_, gap) => (gap === 'code' ? code : area));

  const load = (file, key) => new Promise((done) => {
    if (key in have) return done(have[key]);
    const script = document.createElement('script');
    script.src = root + file;
    script.onload = script.onerror = () => done(have[key]);
    return document.head.append(script);
  });

  const put = (name, text) => Object.assign(document.createElement(name), { textContent: text });
  const say = (text, items = []) => {
    form.querySelector('[role=status]').textContent = text;
    form.querySelector('ul').replaceChildren(...items.map(([text, link, note = '']) => {
      const item = put('li');
      const line = put(link ? 'a' : 'span', text);
      if (link) line.href = root + link;
      item.append(line, ' ' + note);
      return item;
    }));
  };

  const byPostcode = async (meant) => {
    let known;
    for (const one of meant) {
      const parts = await load('find/postcodes/' + one.half.toLowerCase() + '.js', one.half);
      if (!parts) continue;
      const code = one.half + (one.digit && ' ') + one.digit + one.unit;
      known = known || code;
      const hits = hustings.answer(one, parts);
      if (!hits.length) continue;
      const areas = hits.map(({ area }) => area).filter(Boolean);
      const gone = hits[0].gone && !hits[1];
      const said = !areas.length ? (gone ? 'goneOnly' : 'noArea') : gone ? 'gone' : !one.unit && areas[1] ? 'several' : 'isIn';
      return say(fill(said, code, [...new Set(areas.map(([name]) => name))].join(', ')), areas.flatMap(([name, ballots]) => (
        ballots.length ? ballots.map(([text, link]) => [name, link, text]) : [[fill('unrecorded', '', name)]])));
    }
    const [{ half }] = meant;
    return say(words.northernIreland && /^BT\d/.test(half) ? words.northernIreland
      : fill(known ? 'unknown' : 'unknownStart', known || half));
  };

  let typed = 0;
  const find = async (whole) => {
    const text = input.value;
    const mine = (typed += 1);
    if (text.trim().length < (whole ? 1 : 3)) return say(whole ? words.empty : '');
    const number = /\d/.test(text.normalize('NFKC'));
    const meant = has ? hustings.read(text) : [];
    if (!whole) await new Promise((done) => setTimeout(done, 300));
    if (mine !== typed || (!whole && number && !(meant[0] && meant[0].unit))) return null;
    if (number && meant[0]) return byPostcode(meant);
    const search = await load('static/find-names.js', 'search');
    const items = search ? search(text, await load('find/names.js', 'names') || []) : [];
    if (!items[0] && meant[0] && meant[0].unit) return byPostcode(meant);
    return say(items[0] ? words.found : fill(number && has ? 'malformed' : 'nothing', text.trim()), items);
  };
  form.addEventListener('submit', (event) => { event.preventDefault(); find(true); });
  input.addEventListener('input', () => find(false));
  form.hidden = false;
})();
