// Types into the finder of the built starter site as people do, from a folder and from a server under a sub-path, and reads
// what it answers: node tests/web/find.mjs FOLDER. Exit codes as those of run.mjs.
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { launch, openTab } from './lib/browser.mjs';
import { serve } from './lib/server.mjs';
import { Site } from './lib/site.mjs';

const TOWN = ['Example Town', 'example.2031-05-01/example-town/index.html'];
const ASHA = ['example-coast', 'example-town'].map((area) => ['Asha Example', `example.2031-05-01/${area}/900101-asha-example/index.html`]);
const OPENS = true;
const COAST = ['Example Coast', 'example.2031-05-01/example-coast/index.html'];

/** What is typed, what the sentence holds, and the items, each with where it leads (null: nowhere); and whether the one page that was meant opens. */
const TYPED = [
  ['ZZ1 1AA', 'ZZ1 1AA is in Example Town.', [TOWN], OPENS],
  ['zz11aa', 'ZZ1 1AA is in', [TOWN], OPENS],
  [' z z1 1 a b.', 'ZZ1 1AB is in', [TOWN], OPENS],
  ['ＺＺ１　１ＡＡ', 'ZZ1 1AA is in', [TOWN], OPENS],
  ['ZZI IAA', 'ZZ1 1AA is in', [TOWN], OPENS],
  ['ZZ1 1BZ', 'ZZ1 1BZ is no longer in use. It was in Example Town.', [TOWN]],
  ['ZZ1 1AE', 'We do not know the postcode ZZ1 1AE.', []],
  ['ZZ9 9AA', 'We know of no postcode that begins with ZZ9.', []],
  ['ZZ1 2AE', 'ZZ1 2AE is in Elsewhere.', [['This site has no page for Elsewhere.', null]]],
  ['ZZ1 2BL', 'ZZ1 2BL is in more than one area: Example Town, Elsewhere.', [TOWN, ['This site has no page for Elsewhere.', null]]],
  ['ZZ2 1AE', 'the list does not say where it is', []],
  ['ZZ1', 'are in more than one area', [TOWN, ['This site has no page for Elsewhere.', null]]],
  ['ZZ1 1', 'ZZ1 1 is in Example Town.', [TOWN]],
  ['ZZ1 2', 'are in more than one area', [TOWN, ['This site has no page for Elsewhere.', null]]],
  ['BT1 1AA', 'has no postcodes in Northern Ireland', []],
  ['ZZ1 1CA', 'is not a postcode', []],
  ['12345678', 'is not a postcode', []],
  ['', 'Type something first.', []],
  ['Example Town', 'Is it one of these?', [TOWN], OPENS],
  ['example coast', 'Is it one of these?', [COAST, TOWN], OPENS],
  ['town exa', 'Is it one of these?', [TOWN]],
  ['Exmaple Coast', 'Is it one of these?', [COAST, TOWN]],
  ['ÀSHA éxample', 'Is it one of these?', ASHA],
  ['Asah Example', 'Is it one of these?', ASHA],
  ['<b>nobody</b>', 'We found nothing called “<b>nobody</b>”.', []],
];

async function main([folder]) {
  if (!folder) {
    console.error('usage: find.mjs FOLDER');
    return 2;
  }
  const site = await Site.read(folder);
  const [browser, server] = [await launch(), await serve(site.folder, { prefix: '/some/where/', headers: {
    'content-security-policy': "default-src 'none'; style-src 'self'; img-src 'self' data:; script-src 'self'",
  } })];
  const parted = await partedCopy(site.folder);
  const from = (place) => pathToFileURL(path.resolve(place) + path.sep).href;
  const wrong = [];
  try {
    for (const base of [from(site.folder), from(parted), server.url]) {
      for (const page of ['index.html', 'find/index.html']) await tryPage(browser, site, base, page, wrong);
    }
    await tryWithoutWords(browser, site, server.url, wrong);
  } finally {
    await Promise.all([browser.close(), server.close(), rm(parted, { recursive: true })]);
  }
  for (const what of wrong) console.log(`NOT OK: ${what}`);
  console.log(`${folder}: ${TYPED.length} texts typed on 2 pages in 3 places: ${wrong.length === 0 ? 'ok' : `${wrong.length} wrong`}`);
  return wrong.length === 0 ? 0 : 1;
}

/** A copy in which a first half is parted by its digits, as the build parts those of many postcodes. */
async function partedCopy(folder) {
  const copy = await mkdtemp(path.join(os.tmpdir(), 'parted-'));
  await cp(folder, copy, { recursive: true });
  const scripts = path.join(copy, 'find/postcodes');
  const write = (key, value) => writeFile(path.join(scripts, `${key.toLowerCase()}.js`), `hustings(${JSON.stringify(key)},${JSON.stringify(value)});\n`);
  const parts = JSON.parse((await readFile(path.join(scripts, 'zz1.js'), 'utf8')).replace(/^hustings\("ZZ1",|\);\n$/g, ''));
  for (const digit of '12') {
    await write(`ZZ1-${digit}`, parts.map(({ areas, units }) => ({ areas, units: units.split(';').filter((line) => line[0] === digit).join(';') })));
  }
  await write('ZZ1', '12');
  return copy;
}

/** When its words are missing, the box leads to the page that needs none. */
async function tryWithoutWords(browser, site, base, wrong) {
  const { tab, close } = await openTab(browser, site);
  await tab.route('**/find/words.js', (route) => route.abort());
  await tab.goto(base + 'index.html', { waitUntil: 'load' });
  await tab.fill('#find', 'ZZ1 1AA');
  await tab.keyboard.press('Enter');
  await tab.waitForURL(`${base}find/index.html`, { timeout: 3000 }).catch(() => wrong.push(`${base}: without words the box leads to ${tab.url()}`));
  await close();
}

async function tryPage(browser, site, base, page, wrong) {
  const { tab, seen, close } = await openTab(browser, site, { viewport: { width: 320, height: 640 } });
  const expect = (what, got, wanted) => {
    if (JSON.stringify(got) !== JSON.stringify(wanted)) {
      wrong.push(`${base}${page}: ${what}: ${JSON.stringify(got)}, not ${JSON.stringify(wanted)}`);
    }
  };
  await tab.goto(base + page, { waitUntil: 'load' });
  for (const [text, sentence, items, opens = false] of TYPED) {
    // With the keyboard alone, as by somebody who sees nothing.
    await tab.focus('#find');
    await tab.keyboard.press('Control+A');
    await tab.keyboard.press('Delete');
    if (text) await tab.keyboard.insertText(text);
    await tab.keyboard.press('Enter');
    if (opens) {
      const [[, meant]] = items;
      await tab.waitForURL(base + meant, { timeout: 3000 }).catch(() => wrong.push(`${base}${page}: “${text}” leads to ${tab.url()}, not ${meant}`));
      await tab.goBack({ waitUntil: 'load' });
      expect(`“${text}” has a way back`, tab.url(), base + page);
      continue;
    }
    await tab.waitForFunction((part) => document.querySelector('[role=status]').textContent.includes(part), sentence, { timeout: 3000 })
      .catch(() => {});
    const got = await tab.evaluate(answer);
    expect(`“${text}” says ${sentence}`, got.said.includes(sentence), true);
    if (!got.said.includes(sentence)) wrong.push(`… it says: ${got.said}`);
    expect(`“${text}” offers`, got.items.map(([words, href]) => [words, href && href.replace(base, '')]), items);
    expect(`“${text}” stays within 320 px`, got.wide, false);
  }
  await tab.focus('#find');
  await tab.keyboard.press('Control+A');
  await tab.keyboard.type('asha exa');
  await tab.waitForFunction(() => document.querySelector('.answer a'), null, { timeout: 3000 }).catch(() => {});
  expect('names are offered as one types', (await tab.evaluate(answer)).items.map(([words]) => words), ASHA.map(([words]) => words));
  await tab.keyboard.press('Tab');
  await tab.keyboard.press('Tab');
  expect('the keyboard reaches the first answer', await tab.evaluate(() => document.activeElement.textContent), ASHA[0][0]);
  const asked = seen.requests.map((url) => url.slice(base.length)).filter((url) => /1aa|asha/i.test(url));
  expect('nothing that was typed is asked for', asked, []);
  expect('the page complains of nothing but a missing file', seen.complaints.filter((text) => !/ERR_FILE_NOT_FOUND|404/.test(text)), []);
  await close();
}

/** Runs inside the page. */
function answer() {
  const items = [...document.querySelectorAll('.answer li > :first-child')].map((item) => [item.textContent, item.href ?? null]);
  const root = document.documentElement;
  return { said: document.querySelector('[role=status]').textContent, items, wide: root.scrollWidth > root.clientWidth };
}

main(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error) => {
    console.error(error.message);
    process.exit(3);
  },
);
