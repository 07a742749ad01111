// Finds areas and people by name, forgivingly: accents, apostrophes, the order of words, the end of a word and a slip
// of the keys do not matter. Loaded by find.js once somebody types a name.
(() => {
  const MOST = 20;
  const fold = (text) => text.normalize('NFD').replace(/[\u0300-\u036f'’‘`.]/g, '').toLowerCase()
    .split(/[^a-z0-9]+/).filter(Boolean);

  // How many letters differ between a word and the beginning of another; two that changed places count once.
  const slips = (word, other) => {
    let [before, last] = [[], Array.from({ length: other.length + 1 }, (_, n) => n)];
    for (let i = 1; i <= word.length; i++) {
      const row = [i];
      for (let j = 1; j <= other.length; j++) {
        row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (word[i - 1] !== other[j - 1]));
        if (i > 1 && j > 1 && word[i - 1] === other[j - 2] && word[i - 2] === other[j - 1]) {
          row[j] = Math.min(row[j], before[j - 2] + 1);
        }
      }
      [before, last] = [last, row];
    }
    return Math.min(...last.slice(Math.max(0, word.length - 2)));
  };

  // How badly a word fits the words of a name: 0 is the same, 1 its beginning, 3 and more a slip of the keys.
  const fit = (word, name, slack) => {
    let best = Infinity;
    for (const other of name) {
      if (other === word) return 0;
      if (other.startsWith(word)) best = Math.min(best, 1);
      else if (slack && best > 3) {
        const n = slips(word, other);
        if (n <= (word.length > 7 ? 2 : word.length > 3 ? 1 : 0)) best = Math.min(best, 2 + n);
      }
    }
    return best;
  };

  const entries = (elections) => elections.flatMap(({ name, path, areas }) => areas.flatMap(([area, region, folder, people]) => {
    const home = path + '/' + (folder || fold(area).join('-'));
    const where = [area, name].join(', ');
    return [
      { item: [area, home + '/index.html', [region, name].filter(Boolean).join(', ')], words: fold(area), more: fold(region + ' ' + folder) },
      ...people.map(([id, person, slug = fold(person).join('-')]) => ({
        item: [person, home + '/' + (slug ? id + '-' + slug : id) + '/index.html', where], words: fold(person), more: [],
      })),
    ];
  }));

  let all;
  hustings('search', (text, elections) => {
    all = all || entries(elections);
    const words = fold(text);
    const flat = words.join('');
    if (!flat) return [];
    const rank = (slack) => all.map(({ item, words: name, more }) => {
      if (name.join('').startsWith(flat)) return [1, item];
      const score = words.reduce((sum, word) => sum + Math.min(fit(word, name, slack), fit(word, more, false) + 5), 0);
      return [score + name.length / 100, item];
    }).filter(([score]) => score < Infinity);
    let found = rank(false);
    if (!found.length) found = rank(true);
    return found.sort((a, b) => a[0] - b[0] || (a[1][0] > b[1][0]) - (a[1][0] < b[1][0])).slice(0, MOST).map(([, item]) => item);
  });
})();
