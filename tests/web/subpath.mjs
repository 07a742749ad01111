// The same folder works under a sub-path of a web server: one page of every kind, its assets and its links.
import { openTab } from './lib/browser.mjs';
import { serve } from './lib/server.mjs';

export const needs = { browser: true };
const PREFIX = '/some/sub/path/';

export async function check(site, { browser, find }) {
  const server = await serve(site.folder, { prefix: PREFIX });
  const { tab, seen, close } = await openTab(browser, site);
  const answered = new Map();
  try {
    for (const page of site.onePerKind()) {
      for (const list of Object.values(seen)) list.length = 0;
      await checkPage(site, page, { tab, seen, server, answered, find });
    }
    await checkMissing(site, tab, server, find);
  } finally {
    await close();
    await server.close();
  }
}

async function checkPage(site, page, { tab, seen, server, answered, find }) {
  await tab.goto(new URL(page.file, server.url).href, { waitUntil: 'load' });
  for (const url of seen.requests) {
    if (!url.startsWith(server.url) && !url.startsWith('data:') && site.ownFile(url) === null) find('outside', page.file, `asks ${url}`);
  }
  for (const url of seen.failed) find('failed-request', page.file, url);
  // Links in drawings have no plain address of their own.
  const links = await tab.$$eval('a[href]', (all) => all.map((a) => new URL(a.getAttribute('href'), document.baseURI).href));
  for (const link of new Set(links.map((url) => url.split('#')[0]))) {
    if (new URL(link).origin !== new URL(server.url).origin) continue;
    if (!answered.has(link)) answered.set(link, (await fetch(link, { method: 'GET' })).status);
    if (!link.startsWith(server.url)) find('outside', page.file, `links to ${link}`);
    else if (answered.get(link) !== 200) find('link-status', page.file, `${link} answers ${answered.get(link)}`);
  }
}

/** The 404 page reads well wherever it is served: it has words, and needs no file. */
async function checkMissing(site, tab, server, find) {
  if (!site.pages.has('404.html')) return find('no-404', '404.html', 'the site has no 404 page');
  await tab.goto(new URL('no/such/page.html', server.url).href);
  const words = (await tab.innerText('body')).trim().split(/\s+/).length;
  if (words < 5) find('empty-404', '404.html', 'says next to nothing');
  return undefined;
}
