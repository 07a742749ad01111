// Every link and every asset leads to a file and a fragment that exist, without a server; nothing is asked of another host.
import { openTab } from './lib/browser.mjs';
import { cssUrls, references, resolve } from './lib/references.mjs';
import { attribute } from './lib/site.mjs';

export const needs = { browser: true, allPages: true };
const HARMLESS = new Set(['http', 'https', 'mailto', 'tel']);

/** Checks all pages and style sheets as files, and one page of every kind in a browser from `file://`. */
export async function check(site, { browser, find }) {
  const reached = new Map();
  for (const page of site.pages.values()) reached.set(page.file, checkPage(site, page, find));
  for (const file of site.files) {
    if (file.endsWith('.css')) await checkStyle(site, file, find);
  }
  checkReach(site, reached, find);
  await checkOpened(site, browser, find);
}

function checkPage(site, page, find) {
  const report = (rule, what) => find(rule, page.file, what);
  if (!page.kind) report('page-kind', 'the body does not say what kind of page it is (data-page)');
  if (attribute(page.first('base'), 'href') !== undefined) report('base-element', 'a base element changes where links lead');
  const targets = new Set();
  for (const { how, url } of references(page)) {
    const target = resolve(page.file, url);
    if (target.to === 'elsewhere') checkElsewhere(site, page, how, url, report);
    else if (page.isNotFound) report('not-found-link', `${url}: a 404 page is served at any depth, so a relative address breaks`);
    else if (checkHere(site, page, url, target, report)) targets.add(target.file);
  }
  return targets;
}

function checkElsewhere(site, page, how, url, report) {
  const { scheme } = resolve(page.file, url);
  const own = page.isNotFound ? site.ownFile(url) : null;
  if (own !== null) return site.files.has(own) || report('missing', `${url} leads to nothing`);
  if (how === 'asset' && scheme !== 'data') report('foreign-asset', `${url} is fetched from elsewhere`);
  if (how === 'link' && !HARMLESS.has(scheme)) report('link-scheme', `${url}: no page links to “${scheme}:”`);
  return undefined;
}

function checkHere(site, page, url, target, report) {
  if (target.rootAbsolute) report('root-absolute', `${url} breaks under a sub-path and from a disk`);
  if (target.outside) return report('outside', `${url} leads out of the site`);
  if (!site.files.has(target.file)) {
    const folder = [...site.files].some((file) => file.startsWith(target.file === '.' ? '' : `${target.file.replace(/\/$/, '')}/`));
    return folder ? report('no-file-name', `${url} names a folder, not a file`) : report('missing', `${url} leads to nothing`);
  }
  if (url.split('#')[0].endsWith('/')) report('no-file-name', `${url} names a folder, not a file`);
  const other = site.pages.get(target.file);
  if (target.fragment && other && !other.takesChoice && !other.ids.has(target.fragment)) report('fragment', `${url}: no such id on that page`);
  return true;
}

async function checkStyle(site, file, find) {
  for (const url of cssUrls(await site.text(file))) {
    const target = resolve(file, url);
    if (target.to === 'elsewhere' && target.scheme !== 'data') find('foreign-asset', file, `${url} is fetched from elsewhere`);
    if (target.to !== 'here') continue;
    if (target.rootAbsolute) find('root-absolute', file, `${url} breaks under a sub-path and from a disk`);
    if (!site.files.has(target.file)) find('missing', file, `${url} leads to nothing`);
  }
}

/** Every page can be reached from the home page by links, but for redirect pages and the 404 page. */
function checkReach(site, reached, find) {
  if (!site.pages.has('index.html')) return find('no-home', 'index.html', 'the site has no home page');
  const seen = new Set(['index.html']);
  for (const file of seen) for (const next of reached.get(file) ?? []) seen.add(next);
  for (const page of site.pages.values()) {
    if (!seen.has(page.file) && !page.isRedirect && !page.isNotFound) find('orphan', page.file, 'no way of links leads here from the home page');
    if (page.isRedirect) checkRedirect(page, find);
  }
  return undefined;
}

function checkRedirect(page, find) {
  const links = page.all('a').map((a) => attribute(a, 'href'));
  if (!links.includes(page.refresh)) find('redirect-link', page.file, 'a redirect page also links to where it leads');
}

/** One page of every kind opens from the disk and asks for nothing that is not there. */
async function checkOpened(site, browser, find) {
  const { tab, seen, close } = await openTab(browser, site);
  const home = site.fileUrl('');
  try {
    for (const page of site.onePerKind()) {
      for (const list of Object.values(seen)) list.length = 0;
      // What a script asks for may come after the page itself.
      await tab.goto(site.fileUrl(page.file), { waitUntil: 'networkidle' });
      for (const url of seen.foreign) find('foreign-request', page.file, `asks ${url}`);
      for (const url of seen.failed) find('failed-request', page.file, url);
      const outside = seen.requests.filter((url) => url.startsWith('file:') && !url.startsWith(home));
      for (const url of outside) find('outside', page.file, `asks ${url}`);
      for (const text of seen.complaints) find('complaint', page.file, text);
    }
  } finally {
    await close();
  }
}
