// Measures how far people scroll, with everything closed that opens: node tests/web/heights.mjs FOLDER… Prints each page that
// has a limit, and exits with 1 when one is higher. Ballots are measured at eight candidates or fewer and three questions.
import { closeAll, launch, openTab } from './lib/browser.mjs';
import { serve } from './lib/server.mjs';
import { Site } from './lib/site.mjs';

const PHONE = { width: 390, height: 844 };
const DESK = { width: 1280, height: 900 };
const WHOLE = null;

/** Kind of page, screen, up to what it is measured (a selector, or the whole page), and the limit in pixels. */
const LIMITS = [
  ['ballot', PHONE, '.said', 1600],
  ['ballot', DESK, '.said', 1000],
  ['ballot', PHONE, WHOLE, 3000],
  ['parties', PHONE, WHOLE, 4000],
  ['question', PHONE, '.lead, .m', 500],
  ['election', PHONE, WHOLE, 6000],
];
/** Of each kind of page at most as many are measured. */
const MOST = 12;

function measured(site, kind) {
  const pages = [...site.pages.values()].filter((page) => page.kind === kind && !page.isRedirect);
  if (kind !== 'ballot') return pages.slice(0, MOST);
  const count = (page, tag, within) => page.elements.filter((e) => e.tagName === tag && e.parentNode?.parentNode?.tagName === within).length;
  const small = pages.filter((page) => count(page, 'tr', 'table') <= 9 && count(page, 'th', 'thead') <= 4);
  return small.sort((a, b) => count(b, 'tr', 'table') - count(a, 'tr', 'table')).slice(0, MOST);
}

const height = (selector) => {
  const first = selector && document.querySelector(selector);
  return Math.round(first ? first.getBoundingClientRect().top + scrollY : document.documentElement.scrollHeight);
};

let over = 0;
const browser = await launch();
for (const folder of process.argv.slice(2)) {
  const site = await Site.read(folder);
  const server = await serve(folder);
  for (const [kind, viewport, selector, limit] of LIMITS) {
    const { tab, close } = await openTab(browser, site, { viewport });
    for (const page of measured(site, kind)) {
      await tab.goto(`${server.url}${page.file}`);
      const found = await tab.evaluate(height, selector);
      if (found > limit) over += 1;
      const until = selector ? ` to ${selector}` : '';
      console.log(`${found > limit ? 'OVER' : 'ok  '} ${String(found).padStart(5)} of ${limit} px, ${viewport.width} wide: ${page.file}${until}`);
    }
    await close();
  }
  await server.close();
}
await closeAll();
process.exit(over ? 1 : 0);
