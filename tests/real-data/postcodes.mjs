// Looks up every postcode of a list in a built site with the very script of its page, and weighs what the page loads:
// node tests/real-data/postcodes.mjs PUBLIC LIST.csv[.gz]. LIST has the columns postcode and gss; every area on
// record must have its code as its name (as where no ballot is on record). Exit code 1: something is wrong.
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';
import { gunzipSync, gzipSync } from 'node:zlib';

const [folder, list] = process.argv.slice(2);
// In bytes, compressed: all scripts of postcodes; the page's script with one of them, for 99 of 100 first halves, and for any.
const ALL = 1_500_000;
const MOST = 3_000;
const ANY = 3_500;

const page = vm.createContext({});
page.self = page;
vm.runInContext(readFileSync(path.join(folder, 'static/find.js'), 'utf8'), page);
const data = new Map();
const keep = (key, value) => data.set(key, value);
const weights = [];
const scripts = path.join(folder, 'find/postcodes');
for (const file of readdirSync(scripts)) {
  const bytes = readFileSync(path.join(scripts, file));
  weights.push(gzipSync(bytes, { level: 6 }).length);
  new Function('hustings', bytes.toString())(keep);
}

const packed = readFileSync(list);
const text = (list.endsWith('.gz') ? gunzipSync(packed) : packed).toString();
const rows = text.split(/\r?\n/).slice(1).filter(Boolean).map((row) => row.split(','));
let [looked, other, wrong] = [0, 0, 0];
for (const [postcode, gss] of rows) {
  const [meant] = page.hustings.read(postcode);
  // Such lists hold a few placeholders too.
  if (!meant?.unit) {
    other += 1;
    continue;
  }
  looked += 1;
  const hits = page.hustings.answer(meant, data.get(meant.half) ?? []);
  if (hits.length !== 1 || hits[0].gone || hits[0].area?.[0] !== gss) {
    wrong += 1;
    if (wrong <= 5) console.error(`NOT OK: ${postcode} is in ${gss}, and the page says ${JSON.stringify(hits)}`);
  }
}
const script = gzipSync(readFileSync(path.join(folder, 'static/find.js')), { level: 6 }).length;
weights.sort((a, b) => a - b);
const all = weights.reduce((sum, n) => sum + n, 0);
const at = (part) => script + weights[Math.floor((weights.length - 1) * part)];
console.log(`${weights.length} scripts, ${all} bytes compressed; with the page's own (${script}) an answer takes ${at(0.5)}, ${at(0.99)} for 99 of 100, ${at(1)} at most`);
const heavy = all > ALL || at(0.99) > MOST || at(1) > ANY;
if (heavy) console.error(`NOT OK: over ${ALL} bytes in all, over ${MOST} for 99 of 100 answers, or over ${ANY} for one`);
process.exit(wrong > 0 || heavy ? 1 : 0);
