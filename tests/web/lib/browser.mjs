// Takes nothing, gives a browser that reaches only this machine and tells what a page asked for.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';

const CANDIDATES = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

const started = new Map();

/** The system's Chromium, with settings of its engine if any are named: started once for each. Fails when there is none. */
export function launch(settings = []) {
  const key = settings.join();
  if (!started.has(key)) started.set(key, start(key ? [`--blink-settings=${key}`] : []));
  return started.get(key);
}

/** Ends every browser that was started. */
export async function closeAll() {
  await Promise.all([...started.values()].map(async (browser) => (await browser).close()));
}

async function start(args) {
  const executablePath = CANDIDATES.find((name) => name && existsSync(name));
  if (!executablePath) throw new Error('no Chromium found: install the package chromium, or set CHROMIUM');
  return chromium.launch({ executablePath, args: ['--disable-gpu', '--disable-dev-shm-usage', ...args] });
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
