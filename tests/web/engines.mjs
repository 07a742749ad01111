// Three accessibility engines find nothing on any kind of page: axe-core and HTML_CodeSniffer at WCAG AAA, IBM's at all it
// requires and recommends. Each page is opened once, and judged wide in the light, then as on a phone in the dark.
import { openTab } from './lib/browser.mjs';
import { ENGINES, load } from './lib/engines.mjs';

export const needs = { browser: true };
const VIEWS = [
  { name: 'light, 1280 px', media: { colorScheme: 'light' }, size: { width: 1280, height: 900 } },
  { name: 'dark, 360 px', media: { colorScheme: 'dark' }, size: { width: 360, height: 740 } },
];

export async function check(site, { browser, find, note }) {
  const sources = await load();
  const asks = new Map();
  const { tab, close } = await openTab(browser, site, { bypassCSP: true, reducedMotion: 'reduce' });
  try {
    for (const page of site.onePerKind()) {
      await tab.goto(site.fileUrl(page.file), { waitUntil: 'load' });
      await tab.$$eval('details', (all) => all.forEach((d) => (d.open = true)));
      for (const source of sources) await tab.evaluate(source);
      await judgePage(page, tab, find, asks);
    }
  } finally {
    await close();
  }
  for (const [name, rules] of asks) note(`${name} leaves ${rules.size} rules to a person: ${[...rules].sort().slice(0, 4).join(', ')}…`);
}

/** Reports each rule that a page breaks once, in the first view in which it is broken. */
async function judgePage(page, tab, find, asks) {
  const reported = new Set();
  for (const { name: view, media, size } of VIEWS) {
    await tab.setViewportSize(size);
    await tab.emulateMedia(media);
    for (const { name, judge } of ENGINES) {
      const { faults, human } = await tab.evaluate(judge);
      const fresh = faults.filter(({ rule }) => !reported.has(`${name}-${rule}`));
      for (const [rule, alike] of byRule(fresh)) {
        reported.add(`${name}-${rule}`);
        find(`${name}-${rule}`, page.file, `${page.kind}, ${view}, ${alike.length} times: ${alike[0].what}`);
      }
      for (const rule of human) asks.set(name, (asks.get(name) ?? new Set()).add(rule));
    }
  }
}

function byRule(faults) {
  const groups = new Map();
  for (const fault of faults) groups.set(fault.rule, [...(groups.get(fault.rule) ?? []), fault]);
  return groups;
}
