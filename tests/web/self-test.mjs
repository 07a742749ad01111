// Tests the checks themselves: they find nothing on a good small site, and each rule fires when that site is broken in its way.
import assert from 'node:assert/strict';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { CHECKS, runCheck } from './lib/checks.mjs';
import { closeAll, emulates, launch } from './lib/browser.mjs';
import { Site } from './lib/site.mjs';
import { DAMAGE } from './fixtures/damage.mjs';

const GOOD = path.join(import.meta.dirname, 'fixtures/good');
const LIMIT = 20_000;
let browser;

before(async () => {
  browser = await launch();
});
after(closeAll);

for (const name of Object.keys(CHECKS)) {
  test(`${name} finds nothing on a good site`, async () => {
    const { findings } = await runCheck(name, await Site.read(GOOD), { browser, limit: LIMIT });
    assert.deepEqual(findings, []);
  });
}

test('a site that knows its address may say so', async (context) => {
  const folder = await broken(context, 'index.html', (text) => text.replace('</head>', '<link rel="canonical" href="https://votes.example/index.html">\n</head>'));
  await rewrite(folder, '404.html', (text) =>
    text.replace('</head>', '<link rel="stylesheet" href="https://votes.example/style.css">\n</head>').replace('Go to', '<a href="https://votes.example/index.html">Go to</a>'));
  for (const name of ['links', 'subpath', 'walk'].filter((one) => one in CHECKS)) {
    const { findings } = await runCheck(name, await Site.read(folder), { browser });
    assert.deepEqual(findings, []);
  }
});

test('a script may add what needs it, and a page with a choice takes any fragment', async (context) => {
  const folder = await broken(context, 'index.html', (text) =>
    text.replace('</main>', '<div data-choice></div><a href="#any:thing">Any</a></main>').replace('</head>', '<script src="add.js" defer></script></head>'));
  await writeFile(path.join(folder, 'add.js'), "const p = document.createElement('p'); p.dataset.needsScript = ''; p.textContent = 'Choose here.'; document.querySelector('main').append(p);");
  for (const name of ['links', 'walk'].filter((one) => one in CHECKS)) {
    const { findings } = await runCheck(name, await Site.read(folder), { browser });
    assert.deepEqual(findings, []);
  }
});

// Only a browser that emulates shows the focus in more than one window at a time.
describe('damage', { concurrency: emulates ? 3 : 1 }, () => {
  for (const { check, rule, file, change, also = {} } of DAMAGE.filter((d) => d.check in CHECKS && (emulates || !d.emulated))) {
    test(`${check} reports ${rule}`, async (context) => {
      const folder = await broken(context, file, change);
      for (const [name, content] of Object.entries(also)) await writeFile(path.join(folder, name), content);
      const { findings } = await runCheck(check, await Site.read(folder), { browser, limit: LIMIT });
      assert.ok(findings.some((f) => f.rule === rule), `found only ${JSON.stringify(findings)}`);
    });
  }
});

/** A copy of the good site with one file changed, for one test. */
async function broken(context, file, change) {
  const folder = await mkdtemp(path.join(tmpdir(), 'web-'));
  context.after(() => rm(folder, { recursive: true }));
  await cp(GOOD, folder, { recursive: true });
  await rewrite(folder, file, change);
  return folder;
}

async function rewrite(folder, file, change) {
  const name = path.join(folder, file);
  const text = await readFile(name, 'utf8').catch(() => '');
  const changed = change(text);
  assert.notEqual(changed, text, 'the damage changes nothing');
  await (changed === null ? rm(name) : writeFile(name, changed));
}

test('every rule of the checks is broken by some damage', async () => {
  const written = new Set();
  for (const name of [...Object.keys(CHECKS), 'lib/focus', 'lib/checks']) {
    const code = await readFile(path.join(import.meta.dirname, `${name}.mjs`), 'utf8');
    for (const match of code.matchAll(/\b(?:find|report)\(\s*'([a-z0-9-]+)'/g)) written.add(match[1]);
  }
  const damaged = new Set(DAMAGE.map((d) => d.rule));
  const cannotBeMade = new Set(['no-pages']);
  assert.deepEqual([...written].filter((rule) => !damaged.has(rule) && !cannotBeMade.has(rule)), []);
});
