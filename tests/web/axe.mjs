// axe-core finds nothing at WCAG 2.2 AA on any kind of page: light and dark, wide and on a phone.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { openTab } from './lib/browser.mjs';

export const needs = { browser: true };
const MUST = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const SHOULD = ['wcag2aaa', 'best-practice'];
const VIEWS = ['light', 'dark'].flatMap((colorScheme) =>
  [[1280, 900], [360, 740]].map(([width, height]) => ({ colorScheme, viewport: { width, height } })));

export async function check(site, { browser, find, note }) {
  const source = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  const advice = new Map();
  for (const view of VIEWS) {
    const { tab, close } = await openTab(browser, site, { ...view, bypassCSP: true });
    try {
      for (const page of site.onePerKind()) {
        await tab.goto(pathToFileURL(path.join(site.folder, page.file)).href, { waitUntil: 'load' });
        report(page, view, await judge(tab, source), find, advice);
      }
    } finally {
      await close();
    }
  }
  for (const [rule, pages] of advice) note(`beyond AA, ${rule}: ${[...pages].slice(0, 4).join(', ')}`);
}

async function judge(tab, source) {
  await tab.$$eval('details', (all) => all.forEach((d) => (d.open = true)));
  await tab.evaluate(source);
  const { violations } = await tab.evaluate(
    (values) => globalThis.axe.run(document, { runOnly: { type: 'tag', values }, resultTypes: ['violations'], elementRef: false }),
    [...MUST, ...SHOULD],
  );
  return violations;
}

function report(page, view, violations, find, advice) {
  const where = `${page.kind ?? page.file}, ${view.colorScheme}, ${view.viewport.width} px`;
  for (const violation of violations) {
    const example = violation.nodes[0];
    const what = `${violation.help} (${violation.nodes.length} times, e.g. ${example.target.join(' ')}: ${example.failureSummary?.split('\n').slice(1).join('; ').trim()})`;
    if (violation.tags.some((tag) => MUST.includes(tag))) find(`axe-${violation.id}`, page.file, `${where}: ${what}`);
    else advice.set(violation.id, (advice.get(violation.id) ?? new Set()).add(page.file));
  }
}
