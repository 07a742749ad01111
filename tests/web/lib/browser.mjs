// Takes nothing, gives a browser that reaches only this machine and tells what a page asked for.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';

const CANDIDATES = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Starts the system's Chromium. Fails when there is none. */
export async function launch() {
  const executablePath = CANDIDATES.find((name) => name && existsSync(name));
  if (!executablePath) throw new Error('no Chromium found: install the package chromium, or set CHROMIUM');
  return chromium.launch({ executablePath, args: ['--disable-gpu', '--disable-dev-shm-usage'] });
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
  tab.on('requestfailed', (r) => isHere(r.url()) && seen.failed.push(`${r.url()} (${r.failure()?.errorText})`));
  tab.on('response', (r) => r.status() >= 400 && seen.failed.push(`${r.url()} (${r.status()})`));
  tab.on('console', (m) => ['error', 'warning'].includes(m.type()) && seen.complaints.push(m.text()));
  tab.on('pageerror', (e) => seen.complaints.push(String(e)));
  return { tab, seen, close: () => context.close() };
}

function isHere(url) {
  return /^(file|data|about|blob):/.test(url) || new URL(url).hostname === '127.0.0.1';
}
