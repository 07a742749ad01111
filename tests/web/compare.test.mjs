// Compares as people do, on the built site that SITE names: from a disk and from a server, with the keyboard alone.
import assert from 'node:assert/strict';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { launch, openTab } from './lib/browser.mjs';
import { serve } from './lib/server.mjs';
import { attribute, Site } from './lib/site.mjs';

let browser;
let site;
before(async () => {
  browser = await launch();
  site = await Site.read(process.env.SITE);
});
after(() => browser.close());

const mainLanguage = () => site.pages.get('compare/index.html').language;

/** The address of the comparison that a page of a kind leads to, seen from the site's root. */
function entry(kind) {
  const pages = [...site.pages.values()].filter((page) => page.kind === kind);
  const links = pages.flatMap((page) => page.all('a').map((a) => attribute(a, 'href')));
  const link = links.find((href) => href?.includes('compare/index.html#'));
  assert.ok(link, `no ${kind} page leads to a comparison`);
  return link.replace(/^(\.\.\/)+/, '');
}

async function open(context, address, options = {}) {
  const { tab, seen, close } = await openTab(browser, site, options);
  context.after(close);
  await tab.goto(`${pathToFileURL(site.folder).href}/${address}`, { waitUntil: 'load' });
  return { tab, seen };
}

/** The texts of the cells of rows, box and words, without line breaks. */
const cells = (tab, selector) =>
  tab.$$eval(`${selector} td`, (all) => all.map((e) => `${e.querySelector('use')?.getAttribute('href')} ${e.textContent.replace(/\s+/g, ' ')}`));

test('a shared address shows, from a disk, the row of the ballot’s page, in the same words and shapes', async (context) => {
  // On a ballot of lists the party's line stands at the head of the list, and here beside each person.
  const isOnList = (page) => site.pages.get(path.posix.join(path.posix.dirname(path.posix.dirname(page.file)), 'index.html')).html.includes('class="list"');
  const person = [...site.pages.values()].find((page) => page.kind === 'person' && page.language === mainLanguage() && page.html.includes('compare/index.html#') && !isOnList(page));
  const link = person.all('a').map((a) => attribute(a, 'href')).find((href) => href?.includes('compare/index.html#'));
  const { tab, seen } = await open(context, link.replace(/^(\.\.\/)+/, ''));
  await tab.waitForSelector('tbody tr');
  const compared = await cells(tab, 'tbody tr');
  await tab.goto(pathToFileURL(path.join(site.folder, path.dirname(path.dirname(person.file)), 'index.html')).href);
  const folder = path.basename(path.dirname(person.file));
  assert.deepEqual(compared, await cells(tab, `.matrix tr:has(.who[href*="${folder}"])`));
  assert.ok(compared.length > 0, 'there are cells');
  assert.deepEqual(seen.complaints, []);
});

test('from a ballot one comes to all of its candidates, in its order, with the filters at hand', async (context) => {
  const ballot = [...site.pages.values()].find((page) => page.kind === 'ballot' && page.html.includes('compare/index.html#'));
  const { tab } = await open(context, entry('ballot'));
  await tab.waitForSelector('tbody tr');
  const names = (all) => all.map((e) => e.textContent);
  const compared = await tab.$$eval('tbody a.who', names);
  await tab.goto(pathToFileURL(path.join(site.folder, ballot.file)).href);
  assert.deepEqual(compared, await tab.$$eval('tbody th[scope=row] .who', names));
  await tab.goBack();
  await tab.waitForSelector('tbody tr');
  assert.ok(await tab.isVisible('[data-part=tone]') && await tab.isVisible('[data-part=differ]'));
  assert.equal(await tab.locator('fieldset[data-part=people] input:not(:checked)').count(), 0, 'all are ticked');
});

test('the keyboard chooses and takes out, the address keeps the choice, and the change is announced', async (context) => {
  const ballot = entry('ballot');
  const { tab } = await open(context, ballot.slice(0, ballot.indexOf(':') + 1));
  await tab.waitForFunction(() => document.querySelectorAll('[data-part=ballot] option').length > 1);
  await tab.selectOption('[data-part=ballot]', ballot.slice(ballot.indexOf(':') + 1, -1));
  await tab.waitForSelector('fieldset[data-part=people] input');
  const people = tab.locator('fieldset[data-part=people] input');
  for (const n of [1, 0]) {
    await people.nth(n).focus();
    await tab.keyboard.press('Space');
    await tab.waitForFunction((hash) => location.hash.split(',').length === hash, 2 - n);
  }
  const keys = await people.evaluateAll((all) => [all[1].value, all[0].value]);
  assert.ok((await tab.evaluate(() => location.hash)).endsWith(`:${keys.join()}`), 'in the order of choice');
  await tab.waitForFunction(() => document.querySelectorAll('tbody tr').length === 2);
  assert.match(await tab.innerText('[role=status]'), /\b2\b/);
  const address = tab.url();
  await tab.locator('[data-part=tables] button').first().focus();
  await tab.keyboard.press('Enter');
  await tab.waitForFunction(() => document.querySelectorAll('tbody tr').length === 1);
  assert.equal(await tab.evaluate(() => document.activeElement.tagName), 'BUTTON', 'the focus stays among the chosen');
  const again = await open(context, address.slice(`${pathToFileURL(site.folder).href}/`.length));
  await again.tab.waitForFunction(() => document.querySelectorAll('tbody tr').length === 2);
});

test('only the files of what is chosen are loaded, from a server under a strict policy too', async (context) => {
  const policy = "default-src 'none'; style-src 'self'; img-src 'self' data:; script-src 'self'";
  const server = await serve(site.folder, { headers: { 'content-security-policy': policy } });
  context.after(() => server.close());
  const { tab, seen, close } = await openTab(browser, site);
  context.after(close);
  await tab.goto(new URL(entry('party'), server.url).href);
  await tab.waitForSelector('tbody tr');
  const data = seen.requests.map((url) => new URL(url).pathname).filter((name) => name.startsWith('/compare/') && name.endsWith('.js'));
  assert.equal(data.length, 2, `an index and a party: ${data}`);
  assert.deepEqual(seen.complaints, []);
});

test('questions can be sifted, and what is not on the site is named rather than shown empty', async (context) => {
  const { tab } = await open(context, `${entry('person')},no-such-seat/1`);
  await tab.waitForSelector('tbody tr');
  assert.match(await tab.innerText('[data-part=lost]'), /no-such-seat\/1/);
  await tab.check('[data-part=differ]');
  assert.equal(await tab.locator('tbody td:visible').count(), 0, 'one person does not differ');
  await tab.uncheck('[data-part=differ]');
  for (const tone of ['yes', 'no', 'partly', 'gap']) {
    await tab.selectOption('[data-part=tone]', tone);
    assert.equal(await tab.locator('tbody td:visible').count(), await tab.locator(`tbody td:has(.m.${tone})`).count(), `questions with ${tone}`);
  }
});

test('words in another language than the page’s say so here as on the page itself', async (context) => {
  const further = [...site.pages.values()].find((page) => page.kind === 'compare' && page.file !== 'compare/index.html');
  if (!further) return context.skip('a site of one language');
  const { tab } = await open(context, `${path.posix.dirname(path.posix.dirname(further.file))}/${entry('ballot')}`);
  await tab.waitForSelector('tbody tr');
  assert.equal(await tab.getAttribute('html', 'lang'), further.language);
  assert.ok((await tab.locator(`[data-part=tables] span[lang=${mainLanguage()}]`).count()) > 0, `nothing is marked as ${mainLanguage()}`);
  assert.doesNotMatch(await tab.locator('main').innerText(), /\u{e0001}/u);
  return undefined;
});

test('markup in an address is text', async (context) => {
  const { tab, seen } = await open(context, `${entry('person').split('/').slice(0, 2).join('/')},%3Cimg src=x%3E`);
  assert.equal(await tab.locator('main img').count(), 0);
  assert.deepEqual(seen.complaints, []);
});
