// Looks up every postcode of a list in a built site with the very script of its page, and weighs what the page loads:
// node tests/real-data/postcodes.mjs PUBLIC LIST.csv[.gz]. LIST has the columns postcode and gss; every area on
// record must have its code as its name (as where no ballot is on record). Exit code 1: something is wrong.
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';
import { gunzipSync, gzipSync } from 'node:zlib';

const [folder, list] = process.argv.slice(2);
// In bytes, compressed: all scripts of postcodes; and for one answer the scripts of postcodes with the page's own, which it has by then.
const ALL = 1_500_000;
const ANSWER = 3_000;

const page = vm.createContext({});
page.self = page;
vm.runInContext(readFileSync(path.join(folder, 'static/find.js'), 'utf8'), page);
const { read, pieces, answer } = page.hustings;
const data = new Map();
const keep = (key, value) => data.set(key, value);
const weights = new Map();
const scripts = path.join(folder, 'find/postcodes');
const weigh = (file) => gzipSync(readFileSync(path.join(folder, file)), { level: 6 }).length;
for (const file of readdirSync(scripts)) {
  weights.set(file.replace('.js', '').toUpperCase(), weigh(`find/postcodes/${file}`));
  new Function('hustings', readFileSync(path.join(scripts, file), 'utf8'))(keep);
}

/** The keys of the scripts that the page loads for what was meant. */
const needed = (meant) => {
  const whole = data.get(meant.half);
  return typeof whole === 'string' ? [meant.half, ...pieces(meant, whole)] : [meant.half];
};

const packed = readFileSync(list);
const text = (list.endsWith('.gz') ? gunzipSync(packed) : packed).toString();
const rows = text.split(/\r?\n/).slice(1).filter(Boolean).map((row) => row.split(','));
let [looked, other, wrong] = [0, 0, 0];
const answers = new Map();
for (const [postcode, gss] of rows) {
  const [meant] = read(postcode);
  // Such lists hold a few placeholders too.
  if (!meant?.unit) {
    other += 1;
    continue;
  }
  looked += 1;
  const keys = needed(meant);
  const parts = keys.flatMap((key) => data.get(key) ?? []).filter((part) => part.units);
  answers.set(keys.join(), keys.reduce((sum, key) => sum + (weights.get(key) ?? 0), 0));
  const hits = answer(meant, parts);
  if (hits.length !== 1 || hits[0].gone || hits[0].area?.[0] !== gss) {
    wrong += 1;
    if (wrong <= 5) console.error(`NOT OK: ${postcode} is in ${gss}, and the page says ${JSON.stringify(hits)}`);
  }
}
const [script, words] = ['static/find.js', 'find/words.js'].map(weigh);
const each = [...answers.values()].sort((a, b) => a - b);
const all = [...weights.values()].reduce((sum, n) => sum + n, 0);
const at = (part) => each[Math.floor((each.length - 1) * part)];
console.log(`${looked} looked up, ${wrong} wrong, ${other} are no postcodes`);
console.log(`${weights.size} scripts, ${all} bytes compressed; an answer takes ${at(0.5)}, ${at(0.99)} for 99 of 100, ${at(1)} at most, beside the page's own script (${script}) and its words (${words})`);
const heavy = all > ALL || script + at(1) > ANSWER;
if (heavy) console.error(`NOT OK: over ${ALL} bytes in all, or over ${ANSWER} for an answer`);
process.exit(wrong > 0 || heavy ? 1 : 0);
