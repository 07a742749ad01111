// Takes nothing, gives a browser that reaches only this machine and tells what a page asked for.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { chromium, firefox } from 'playwright-core';

/** Going back loads a page anew, as it does in the other browser, and what has the focus comes into view at once. */
const PREFS = { 'fission.bfcacheInParent': false, 'browser.sessionhistory.max_total_viewers': 0, 'general.smoothScroll': false };

/**
 * Both are driven by the same calls. Firefox, over WebDriver BiDi, emulates neither media nor forced colours nor a lack of scripts.
 */
const BROWSERS = {
  chromium: { type: chromium, programs: ['chromium', 'chromium-browser', 'google-chrome'], args: ['--disable-gpu', '--disable-dev-shm-usage'], emulates: true },
  firefox: { type: firefox, channel: 'moz-firefox', programs: ['firefox-esr', 'firefox'], args: [], emulates: false, prefs: PREFS },
};

/** The browser that the checks run in: Chromium, or what TEST_BROWSER names. */
const name = process.env.TEST_BROWSER ?? 'chromium';
if (!(name in BROWSERS)) throw new Error(`TEST_BROWSER is one of: ${Object.keys(BROWSERS).join(', ')}`);
const { type, channel, programs, args, prefs, emulates } = BROWSERS[name];

/** Whether the browser can show a page as it is in the dark, on paper, in forced colours and without scripts. */
export { emulates };

const started = new Map();

/** The system's browser, with settings of its engine if any are named: started once for each. Fails when there is none. */
export function launch(settings = []) {
  const key = settings.join();
  if (!started.has(key)) started.set(key, start(key ? [`--blink-settings=${key}`] : []));
  return started.get(key);
}

/** Ends every browser that was started. */
export async function closeAll() {
  await Promise.all([...started.values()].map(async (browser) => (await browser).close()));
}

async function start(settings) {
  const own = name.toUpperCase();
  const executablePath = [process.env[own], ...programs.map((program) => `/usr/bin/${program}`)].find((program) => program && existsSync(program));
  if (!executablePath) throw new Error(`no ${name} found: install the package ${programs[0]}, or set ${own}`);
  return type.launch({ channel, executablePath, firefoxUserPrefs: prefs, args: [...args, ...settings] });
}

/**
 * Opens a browser tab that records every request and every complaint of the page.
 *
 * Requests to other hosts are recorded and stopped. What the site asks of the address where it will be served is
 * answered from its folder.
 */
export async function openTab(browser, site, options = {}) {
  const context = await browser.newContext(options);
  const tab = await context.newPage();
  const seen = { requests: [], foreign: [], failed: [], complaints: [] };
  await context.route('**/*', (route) => {
    const url = route.request().url();
    seen.requests.push(url);
    if (isHere(url)) return route.continue();
    if (site.ownFile(url) !== null) return route.fulfill({ path: path.join(site.folder, site.ownFile(url)) });
    seen.foreign.push(url);
    return route.abort();
  });
  // An icon that the browser has not got when the tab moves on is given up, not missing.
  const isMissing = (r) => isHere(r.url()) && r.failure()?.errorText !== 'net::ERR_ABORTED';
  tab.on('requestfailed', (r) => isMissing(r) && seen.failed.push(`${r.url()} (${r.failure()?.errorText})`));
  tab.on('response', (r) => r.status() >= 400 && seen.failed.push(`${r.url()} (${r.status()})`));
  tab.on('console', (m) => ['error', 'warning'].includes(m.type()) && seen.complaints.push(m.text()));
  tab.on('pageerror', (e) => seen.complaints.push(String(e)));
  return { tab, seen, close: () => context.close() };
}

/** Opens one page of every kind, all in one tab made with these options, and hands each over. */
export async function eachPage(site, server, browser, options, visit, pages = site.onePerKind()) {
  const { tab, seen, close } = await openTab(browser, site, options);
  try {
    for (const page of pages) {
      for (const list of Object.values(seen)) list.length = 0;
      await tab.goto(new URL(page.file, server.url).href, { waitUntil: 'load' });
      await visit(page, tab, seen);
    }
  } finally {
    await close();
  }
}

function isHere(url) {
  return /^(file|data|about|blob):/.test(url) || new URL(url).hostname === '127.0.0.1';
}
