// Puts strings that would run something into every text of a starter site, builds it and looks at all its pages in a browser
// without any policy: nothing runs, and no element or attribute is there that the site without them does not have.
// node tests/web/xss.mjs PROGRAM FOLDER [LIST]: FOLDER is a starter site, LIST has further strings, one a line. Exit codes as
// those of run.mjs.
import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { launch } from './lib/browser.mjs';
import { serve } from './lib/server.mjs';
import { strings } from './lib/xss.mjs';

/** How many characters of strings go into one build, so that no record grows beyond what is read, nor a page beyond what a browser likes. */
const ONE_BUILD = 28_000;
/** How many strings are tried at once for whether they are refused. */
const AT_ONCE = 2_000;
/** Between two strings in one text. */
const APART = ' · ';

/** Keys whose values are words of people. */
const TEXTS = new Set(['title', 'name', 'short_name', 'description', 'says', 'quote', 'note', 'where', 'caveat', 'short', 'ask',
  'means', 'term', 'stands_for', 'about', 'was', 'now', 'because', 'how', 'then', 'aims', 'funders', 'inclusion_rule', 'promoter', 'address',
  'region', 'source', 'alt', 'rights', 'part', 'text', 'publisher', 'licence', 'credit', 'says_one', 'phone', 'post', 'on_behalf_of', 'wording_fix',
  'access', 'asked', 'capacity', 'checked', 'controller', 'does_not_apply_when', 'provider', 'tried', 'who_reads']);
/** What may stand in Markdown of anybody's. */
const MARKDOWN = ['a href', 'a title', 'img src', 'img alt', 'img title', 'h2 id', 'h3 id', 'h4 id', 'h5 id', 'h6 id', 'ol start',
  ...['p', 'em', 'strong', 'code', 'pre', 'blockquote', 'ul', 'ol', 'li', 'hr', 'br', 'a', 'img', 'h2', 'h3', 'h4', 'h5', 'h6', 'table',
    'thead', 'tbody', 'tr', 'th', 'td'].map((name) => `${name} `)];
/** Further texts, at the end of files. */
const MORE = {
  // The words of questions change, for which a reason is asked.
  'content/questions': (text) => text.replace(/^ask: /m, 'wording_fix: "x"\nask: '),
  'hustings.yaml': (text) => text.replace('contact:\n', (line) => `${line}  phone: "x"\n  post: "x"\n`),
};

async function run(program, folder, ...words) {
  return new Promise((resolve) => {
    execFile(program, ['-C', folder, ...words], { maxBuffer: 1 << 30 }, (error, out, err) => resolve({ code: error?.code ?? 0, out, err }));
  });
}

/** All that is wrong with a site. */
async function checked(program, folder) {
  const { out, err } = await run(program, folder, 'check', '--format', 'json');
  if (!out) throw new Error(err);
  return JSON.parse(out);
}

async function filesIn(folder, inside = '') {
  const entries = await readdir(path.join(folder, inside), { withFileTypes: true });
  const names = await Promise.all(entries.map((entry) => {
    const name = path.posix.join(inside, entry.name);
    return entry.isDirectory() ? filesIn(folder, name) : [name];
  }));
  return names.flat().sort();
}

/** Which strings a text of a record and a page take, each tried in a record and a page of its own. */
async function taken(program, folder, all) {
  const parts = [];
  for (let at = 0; at < all.length; at += AT_ONCE) parts.push(await takenOf(program, folder, all.slice(at, at + AT_ONCE)));
  return { records: parts.flatMap((part) => part.records), pages: parts.flatMap((part) => part.pages) };
}

async function takenOf(program, folder, all) {
  const trial = `${folder}-taken`;
  await cp(folder, trial, { recursive: true });
  const terms = all.map((text, n) => `  - {id: t${n}, term: t${n}, means: ${quoted(`x ${text} x`)}}`);
  await writeFile(path.join(trial, 'content/glossary.yaml'), `terms:\n${terms.join('\n')}\n`);
  await Promise.all(all.map((text, n) => writeFile(path.join(trial, `content/pages/x${n}.md`), `---\ntitle: x${n}\n---\nx ${text} x\n`)));
  const found = (await checked(program, trial)).filter((one) => one.severity === 'error');
  const inRecords = new Set(found.filter((one) => one.file.endsWith('glossary.yaml')).map((one) => one.line - 2));
  const inPages = new Set(found.map((one) => /pages\/x(\d+)\.md/.exec(one.file)?.[1]).filter(Boolean).map(Number));
  await rm(trial, { recursive: true });
  return { records: all.filter((_, n) => !inRecords.has(n)), pages: all.filter((_, n) => !inPages.has(n)) };
}

/** A text in quotes for YAML; what cannot stand there for itself is an escape. */
function quoted(text) {
  return JSON.stringify(text).replace(/[\u007f-\u009f\u2028\u2029\ufeff\ufdd0\u202e]|\u{e0001}/gu, (c) => `\\U${c.codePointAt(0).toString(16).padStart(8, '0')}`);
}

/** Puts strings behind every text of a site; gives how many texts that were. */
async function fill(folder, { records, pages }) {
  let places = 0;
  const words = records.join(APART);
  const pair = /^(\s*(?:- )?)([a-z_]+): +(?!\[|\{|\||>|#)("(?:[^"\\]|\\.)*"|[^\n]*?)(\s+#.*)?$/gm;
  const filled = (yaml) => yaml.replace(pair, (line, before, key, value) => {
    if (!TEXTS.has(key)) return line;
    places += 1;
    return `${before}${key}: ${quoted(`${value.startsWith('"') ? JSON.parse(value) : value} ${words}`)}`;
  });
  for (const name of await filesIn(folder)) {
    const file = path.join(folder, name);
    if (/\.(yaml|md|txt)$/.test(name) && /^(hustings|candidates|content)/.test(name) && !name.startsWith('content/data/postcodes') && !name.startsWith('content/documents')) {
      const text = (MORE[name] ?? MORE[path.posix.dirname(name)] ?? ((same) => same))(await readFile(file, 'utf8'));
      const [, head, body] = name.endsWith('.yaml') ? [, text, ''] : /^(---\n[^]*?\n---\n)([^]*)$/.exec(text);
      // In a letter, braces are blanks.
      const bodies = name.startsWith('content/letters/') ? pages.filter((one) => !/[{}]/.test(one)) : pages;
      const more = name.endsWith('.md') ? bodies.map((one) => `\n${one}\n`).join('') : name.endsWith('.txt') ? `${records.join('\n')}\n` : '';
      places += more ? 1 : 0;
      await writeFile(file, filled(head) + body + more);
    } else if (name.endsWith('.hexjson')) {
      places += 1;
      await writeFile(file, (await readFile(file, 'utf8')).replace(/"n":"/g, () => `"n":"${JSON.stringify(`${words} `).slice(1, -1)}`));
    }
  }
  places += await fillTheme(folder, words);
  return places;
}

/** Words of the interface of the site's own: those without gaps, told anew. */
async function fillTheme(folder, words) {
  const english = await readFile(new URL('../../themes/default/lang/en.ftl', import.meta.url), 'utf8');
  const plain = english.split('\n').filter((line) => /^(nav|home|data|find|parties|about)-[a-z-]+ = [^{}]+$/.test(line)).slice(0, 12);
  const escaped = words.replace(/[\\"]/g, '\\$&').replace(/[\n\r]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);
  const literal = `{ "${escaped}" }`;
  const folderOfWords = path.join(folder, 'themes/default/lang');
  await mkdir(folderOfWords, { recursive: true });
  await writeFile(path.join(folderOfWords, 'en.ftl'), plain.map((line) => `${line} ${literal}\n`).join(''));
  return plain.length;
}

/** Gives questions the fingerprints of their words, as check says them. */
async function fingerprint(program, folder) {
  for (const one of await checked(program, folder)) {
    const wanted = /\{en: "[a-r]{12}(-mended)?"\}/.exec(`${one.message} ${one.help}`)?.[0];
    if (!wanted || !one.file.startsWith('content/questions/')) continue;
    const file = path.join(folder, one.file);
    await writeFile(file, (await readFile(file, 'utf8')).replace(/^fingerprint: .*$/m, `fingerprint: ${wanted}`));
  }
}

/** In the page: its elements with their attributes, addresses that run, and scripts that stand in it. */
function described(html) {
  const page = html ? new DOMParser().parseFromString(html, 'text/html') : document;
  const elements = new Set();
  const wrong = [];
  const inline = [];
  // No browser runs what says that it is data; what is not JSON has been broken open.
  const isData = (element) => {
    try {
      return element.type === 'application/ld+json' && Boolean(JSON.parse(element.textContent));
    } catch {
      return false;
    }
  };
  for (const element of page.querySelectorAll('*')) {
    const name = element.localName;
    elements.add(`${name} `);
    for (const { name: attribute, value } of element.attributes) {
      elements.add(`${name} ${attribute}`);
      if (/^on/i.test(attribute)) wrong.push(`<${name} ${attribute}>`);
      if (/^(href|src|action|formaction|data|xlink:href)$/.test(attribute) && /^[\s\0-\x1f]*(javascript|vbscript|data):/i.test(value) && !/^data:image/.test(value)) wrong.push(`<${name} ${attribute}="${value.slice(0, 60)}">`);
    }
    if (name === 'script' && !element.src && !isData(element)) inline.push(element.textContent);
  }
  return { elements: [...elements], wrong, inline };
}

/** Opens every page of a built site; calls back with what each holds. */
async function look(browser, folder, visit) {
  const server = await serve(folder);
  const context = await browser.newContext({ bypassCSP: true });
  const ran = [];
  try {
    await context.exposeFunction('ran', (n) => { ran.push(n); });
    await context.route('**/*', (route) => (new URL(route.request().url()).hostname === '127.0.0.1' ? route.continue() : route.abort()));
    const tab = await context.newPage();
    const pages = (await filesIn(folder)).filter((name) => name.endsWith('.html'));
    // Those that scripts fill, too.
    const compared = (await readdir(path.join(folder, 'compare'), { withFileTypes: true })).filter((one) => one.isDirectory()).map((one) => one.name);
    for (const election of compared) {
      const seats = (await readdir(path.join(folder, 'compare', election))).filter((name) => name.endsWith('.js'));
      pages.push(...seats.map((seat) => `compare/index.html#${election}:${seat.slice(0, -3)}/`));
    }
    for (const page of pages) {
      await tab.goto('about:blank');
      const text = await readFile(path.join(folder, page.split('#')[0]), 'utf8');
      // A page that only leads on does not stay.
      if (/<meta http-equiv="?refresh/.test(text)) {
        visit(page, await tab.evaluate(described, text));
        continue;
      }
      await tab.goto(new URL(page, server.url).href, { waitUntil: 'load' });
      if (page.includes('#')) await tab.waitForSelector('[data-part="tables"] tbody tr', { timeout: 20000 });
      visit(page, await tab.evaluate(described));
      if (ran.length > 0) throw new Error(`${page}: ${ran.length} strings ran, the first is ${ran[0]}`);
    }
    return pages.length;
  } finally {
    await context.close();
    await server.close();
  }
}

async function main([program, starter, list]) {
  if (!program || !starter) {
    console.error('usage: xss.mjs PROGRAM FOLDER [LIST]');
    return 2;
  }
  const work = await mkdtemp(path.join(os.tmpdir(), 'xss-'));
  const more = list ? (await readFile(list, 'utf8')).split('\n').filter((line) => line.trim()) : [];
  const all = [...strings(), ...more];
  const exe = path.resolve(program);
  const browser = await launch();
  const troubles = [];
  let [places, pages] = [0, 0];
  try {
    const clean = path.join(work, 'clean');
    await cp(starter, clean, { recursive: true, filter: (name) => path.basename(name) !== 'public' });
    const accepted = await taken(exe, clean, all);
    const [known, inline] = [new Set(MARKDOWN), new Set()];
    const built = await run(exe, clean, 'build', '--quiet');
    if (built.code) throw new Error(built.err);
    await look(browser, path.join(clean, 'public'), (_, seen) => {
      seen.elements.forEach((one) => known.add(one));
      seen.inline.forEach((one) => inline.add(one));
    });
    const builds = Math.ceil(all.join('').length / ONE_BUILD);
    for (let n = 0; n < builds; n += 1) {
      const site = path.join(work, `site-${n}`);
      await cp(clean, site, { recursive: true, filter: (name) => path.basename(name) !== 'public' });
      const share = (texts) => texts.filter((_, at) => at % builds === n);
      places = await fill(site, { records: share(accepted.records), pages: share(accepted.pages) });
      await fingerprint(exe, site);
      const { code, err } = await run(exe, site, 'build', '--quiet');
      if (code) throw new Error(`the site with strings in it does not build:\n${err.split('\n').filter((line) => /^error|-->/.test(line)).map((line) => line.slice(0, 160)).slice(0, 20).join('\n')}`);
      pages += await look(browser, path.join(site, 'public'), (page, seen) => {
        const foreign = seen.elements.filter((one) => !known.has(one)).map((one) => `<${one}>`);
        const scripts = seen.inline.filter((one) => !inline.has(one)).map((one) => `a script: ${one.slice(0, 60)}`);
        troubles.push(...[...foreign, ...scripts, ...seen.wrong].map((what) => `${page}: ${what}`));
      });
    }
    troubles.slice(0, 40).forEach((one) => console.error(one));
    const refused = (texts) => all.length - texts.length;
    console.log(`${all.length} strings (${more.length} of a list) in ${places} texts: ${refused(accepted.records)} refused in records, ${refused(accepted.pages)} in pages; ${builds} builds, ${pages} pages, none ran, ${troubles.length} foreign parts.`);
    return troubles.length ? 1 : 0;
  } finally {
    await browser.close();
    await rm(work, { recursive: true });
  }
}

process.exitCode = await main(process.argv.slice(2));
