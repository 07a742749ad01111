// Enters a ballot of eight candidates and three questions three times: in a browser at the desk, by commands, and by a sheet.
// node tests/web/desk.mjs PROGRAM. Scripts are off in the browser. All three sites must hold the same records, without an error.
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { cp, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { launch } from './lib/browser.mjs';

const ELECTION = 'gull-rock.2031-05-08';
const QUESTIONS = [
  { ask: 'Should the ferry run on Sundays?', short: 'Ferry on Sundays?', wants: 'yes', id: 'ferry-on-sundays' },
  { ask: 'Should the town buy the lighthouse?', short: 'Buy the lighthouse?', wants: 'yes', id: 'buy-the-lighthouse' },
  { ask: 'Should dogs be allowed on the beach in summer?', short: 'Dogs on the beach?', wants: 'none', id: 'dogs-on-the-beach' },
];
const PARTIES = ['Gull Party', 'Tide League'];
const PEOPLE = ['Amy Example', 'Bo Sample', 'Cleo Madeup', 'Dan Pretend', 'Eve Specimen', 'Femi Fable', 'Gus Placeholder', 'Hal Invented'];
const ANSWERS = ['yes', 'no', 'partly', 'unclear', 'declined'];
const BY = 'pat';
const DAY = '2031-04-20';

/** What a person answers to a question: a word, and the words that are quoted. */
function answered(person, question) {
  const word = ANSWERS[(PEOPLE.indexOf(person) + QUESTIONS.indexOf(question)) % ANSWERS.length];
  return { word, quote: `“${word}” is what I say of it: ${question.short}\n\nThis is the second paragraph of ${person}.` };
}

async function main() {
  const [program] = process.argv.slice(2);
  if (!program) throw new Error('usage: desk.mjs PROGRAM');
  const folder = await mkdtemp(path.join(os.tmpdir(), 'desk-'));
  const hustings = (root, ...words) => execFileSync(path.resolve(program), ['-C', root, ...words], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  const sites = Object.fromEntries(['desk', 'commands', 'sheet'].map((way) => [way, path.join(folder, way)]));
  try {
    execFileSync(path.resolve(program), ['init', '--empty', sites.desk], { stdio: 'ignore' });
    const config = path.join(sites.desk, 'hustings.yaml');
    await writeFile(config, (await readFile(config, 'utf8')).replace(/^as_of: .*$/m, `as_of: ${DAY}`));
    await cp(sites.desk, sites.commands, { recursive: true });
    const before = await atDesk(program, sites.desk, path.join(folder, 'unanswered'));
    byCommands((...words) => hustings(sites.commands, ...words));
    await cp(before, sites.sheet, { recursive: true });
    await bySheet((...words) => hustings(sites.sheet, ...words), path.join(folder, 'answers.csv'));
    const records = await Promise.all(Object.values(sites).map(recordsOf));
    assert.deepEqual(records[1], records[0], 'commands and desk write the same');
    assert.deepEqual(records[2], records[0], 'sheet and desk write the same');
    for (const root of Object.values(sites)) assert.match(hustings(root, 'check', '--format', 'json'), /^\[(?![^]*"severity": ?"error")/);
    console.log(`a ballot of ${PEOPLE.length} × ${QUESTIONS.length} at the desk, by commands and by a sheet: ${Object.keys(records[0]).length} files, all the same`);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Every record of a site, by its name. */
async function recordsOf(root) {
  const names = (await readdir(root, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  const files = names.map((entry) => path.relative(root, path.join(entry.parentPath ?? entry.path, entry.name)));
  const kept = files.filter((name) => /^(candidates|content|hustings\.yaml)/.test(name)).sort();
  return Object.fromEntries(await Promise.all(kept.map(async (name) => [name, await readFile(path.join(root, name), 'utf8')])));
}

/** Enters everything in a browser; gives a copy of the site as it was before the first answer. */
async function atDesk(program, root, copy) {
  const child = spawn(path.resolve(program), ['-C', root, 'desk', '--port', '0'], { stdio: ['ignore', 'ignore', 'pipe'] });
  const browser = await launch();
  try {
    const url = await address(child);
    const context = await browser.newContext({ javaScriptEnabled: false });
    const foreign = [];
    context.on('request', (request) => { if (!request.url().startsWith(new URL(url).origin)) foreign.push(request.url()); });
    const tab = await context.newPage();
    await skeleton(tab, url);
    await cp(root, copy, { recursive: true });
    for (const person of PEOPLE) await answers(tab, url, person);
    await confirmed(tab, url);
    assert.deepEqual(foreign, [], 'the desk loads nothing from elsewhere');
  } finally {
    child.kill();
    await browser.close();
  }
  return copy;
}

function address(child) {
  return new Promise((resolve, reject) => {
    let said = '';
    child.stderr.on('data', (more) => {
      said += more;
      const found = said.match(/http:\/\/localhost:\d+\/_desk\/[0-9a-f]+\//);
      if (found) resolve(found[0]);
    });
    child.on('exit', () => reject(new Error(`the desk ended: ${said}`)));
  });
}

/** Follows a link of the overview, fills in its form, looks at the change and saves it. */
async function act(tab, url, link, fields) {
  await tab.goto(url);
  await tab.getByRole('link', { name: link, exact: true }).click();
  await fillIn(tab, fields);
}

async function fillIn(tab, fields) {
  for (const [label, value] of Object.entries(fields)) {
    const group = tab.getByRole('group', { name: label });
    if (await group.count() > 0) {
      await group.getByRole('radio', { name: value }).check();
      continue;
    }
    const field = tab.getByLabel(label).first();
    if (await field.evaluate((element) => element.tagName) === 'SELECT') await field.selectOption(value);
    else await field.fill(value);
  }
  await tab.getByRole('button', { name: 'Show what would be written' }).click();
  assert.equal(await tab.getByRole('heading', { level: 1 }).textContent(), 'Save this?', await tab.locator('main').innerText());
  await tab.getByRole('button', { name: 'Save' }).click();
  await tab.getByRole('status').waitFor();
}

/** Everything but the answers. */
async function skeleton(tab, url) {
  for (const name of ['Pat Promoter', 'Sam Second', 'Lee Third']) await act(tab, url, 'Add somebody who keeps the records', { 'What is their name?': name });
  await act(tab, url, 'Add an election', { 'What is it called?': 'Gull Rock by-election', 'When is polling day?': '2031-05-08' });
  await act(tab, url, 'Add a ballot', { 'What is the area called?': 'Gull Rock', 'In which nation?': /^England/ });
  for (const { ask, short, wants } of QUESTIONS) {
    await act(tab, url, 'Add a question', { 'What do you ask?': ask, 'Its shortest form': short, 'What would the campaign like to hear?': new RegExp(`^${wants}`, 'i') });
  }
  for (const name of PARTIES) await act(tab, url, 'Add a party', { 'What is it called?': name });
  for (const [n, name] of PEOPLE.entries()) {
    const [first, last] = name.split(' ');
    const party = PARTIES[n] ? PARTIES[n].toLowerCase().replace(' ', '-') : 'independent';
    await tab.goto(url);
    await tab.getByRole('link', { name: 'Gull Rock', exact: true }).click();
    await tab.getByRole('link', { name: 'Add a candidate' }).click();
    await fillIn(tab, { 'What is the name?': name, 'For which party?': party, 'How is it sorted?': `${last}, ${first}` });
  }
}

/** All answers of a person, from the board; what one reply has in common is typed once. */
async function answers(tab, url, person) {
  await tab.goto(url);
  await tab.getByRole('link', { name: 'Gull Rock', exact: true }).click();
  for (const [n, question] of QUESTIONS.entries()) {
    const { word, quote } = answered(person, question);
    await tab.getByRole('link', { name: `Record answer of ${person}: ${question.short}` }).click();
    const once = n > 0 ? {} : { 'Where was it said?': 'reply', 'When was it said?': '2031-04-12', 'Where in it?': 'our file of letters' };
    const by = n > 0 || person !== PEOPLE[0] ? {} : { 'Who are you?': BY };
    await fillIn(tab, { 'What is the answer?': new RegExp(`^${word}`, 'i'), 'What were the very words?': quote, ...once, ...by });
  }
}

/** The first answer, found right by somebody else. */
async function confirmed(tab, url) {
  await tab.goto(url);
  await tab.getByLabel('Who are you?').selectOption('sam');
  await tab.getByRole('button', { name: 'That is me' }).click();
  await tab.getByRole('link', { name: `Confirm ${PEOPLE.length * QUESTIONS.length} answers` }).click();
  await tab.getByRole('button', { name: 'Yes, it says so' }).click();
  await tab.getByRole('button', { name: 'Save' }).click();
  await tab.getByText(`${PEOPLE.length * QUESTIONS.length - 1} answers wait for you`).waitFor();
}

function byCommands(hustings) {
  for (const name of ['Pat Promoter', 'Sam Second', 'Lee Third']) hustings('add', 'checker', name);
  hustings('add', 'election', 'Gull Rock by-election', '--date', '2031-05-08');
  hustings('add', 'ballot', 'Gull Rock', '--nation', 'england');
  for (const { ask, short, wants } of QUESTIONS) hustings('add', 'question', ask, '--short', short, '--wants', wants);
  for (const name of PARTIES) hustings('add', 'party', name);
  for (const [n, name] of PEOPLE.entries()) {
    const [first, last] = name.split(' ');
    hustings('add', 'candidate', name, '--party', PARTIES[n] ?? 'independent', '--sort-name', `${last}, ${first}`);
  }
  for (const person of PEOPLE) {
    for (const question of QUESTIONS) {
      const { word, quote } = answered(person, question);
      hustings('record', person, question.id, word, '--kind', 'reply', '--on', '2031-04-12', '--where', 'our file of letters', '--quote', quote, '--by', BY);
    }
  }
  hustings('confirm', PEOPLE[0], QUESTIONS[0].id, '--by', 'sam', '--answer', 'yes');
}

/** Fills in the sheet that the program writes. */
async function bySheet(hustings, file) {
  hustings('sheet', 'export', file);
  const [head, ...rows] = parse(await readFile(file, 'utf8'));
  const at = (name) => {
    const column = head.findIndex((title) => title.toLowerCase() === name);
    assert.notEqual(column, -1, `no column ${name} among ${head}`);
    return column;
  };
  for (const row of rows) {
    const person = PEOPLE.find((name) => row.includes(name));
    const question = QUESTIONS.find(({ id, short }) => row.includes(id) || row.includes(short));
    if (!person || !question) continue;
    const { word, quote } = answered(person, question);
    const filled = { answer: word, kind: 'reply', 'said on': '2031-04-12', where: 'our file of letters', quote, 'entered by': BY };
    for (const [name, value] of Object.entries(filled)) row[at(name)] = value;
  }
  await writeFile(file, [head, ...rows].map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\r\n') + '\r\n');
  hustings('sheet', 'import', file, '--apply');
  hustings('confirm', PEOPLE[0], QUESTIONS[0].id, '--by', 'sam', '--answer', 'yes');
}

/** The rows of a CSV. */
function parse(text) {
  const rows = [];
  for (const [, quoted, plain, end] of text.replace(/^\ufeff/, '').matchAll(/(?:"((?:[^"]|"")*)"|([^,\r\n]*))(,|\r?\n|$)/g)) {
    if (rows.length === 0 || rows.at(-1).done) rows.push({ cells: [], done: false });
    rows.at(-1).cells.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    rows.at(-1).done = end !== ',';
  }
  return rows.map((row) => row.cells).filter((cells) => cells.length > 1);
}

await main();
