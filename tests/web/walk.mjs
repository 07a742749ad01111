// Walks one page of every kind as people do: on a narrow phone, with the keyboard alone, without script, under a strict policy.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { eachPage, emulates } from './lib/browser.mjs';
import { checkFocus, ringless } from './lib/focus.mjs';
import { clipped, sideways } from './lib/fit.mjs';
import { serve } from './lib/server.mjs';

export const needs = { browser: true, anyBrowser: true };
const NARROW = { width: 320, height: 640 };
/** How many of the things that are folded away on a page are opened. */
const FOLDS = 5;
/** Up to how many pages each one is looked at for its width: a single long word of a single page can widen it. */
const FEW = 120;
const PHONE = { width: 390, height: 780 };
const WIDE = { width: 1280, height: 900 };

export async function check(site, tools) {
  const server = await serve(site.folder, { headers: { 'content-security-policy': policy(site) } });
  try {
    for (const walk of [walkPlain, walkNarrow, walkFolded, walkFocus]) await walk(site, server, tools);
  } finally {
    await server.close();
  }
}

/**
 * The strictest policy under which a page may use its own style. The 404 page takes it from the site's own address, or brings it: then the
 * policy names its hash, as docs/hosting.md does.
 */
function policy(site) {
  const brought = /<style>([^]*?)<\/style>/.exec(site.pages.get('404.html')?.html ?? '')?.[1];
  const hash = brought ? ` 'sha256-${createHash('sha256').update(brought).digest('base64')}'` : '';
  const self = site.baseUrl ? `'self' ${new URL(site.baseUrl).origin}` : "'self'";
  return `default-src 'none'; style-src ${self}${site.baseUrl ? '' : hash}; img-src ${self} data:; script-src 'self'; connect-src 'self'`;
}

/**
 * With and without script the text is the same, and the policy blocks nothing. What can only be done with a script says
 * so (data-needs-script): it is made or shown by one, and without it nothing of that kind is to be seen.
 */
async function walkPlain(site, server, { browser, find }) {
  const texts = new Map();
  await eachPage(site, server, browser, { viewport: WIDE }, async (page, tab, seen) => {
    texts.set(page.file, await tab.evaluate(textForAll));
    for (const text of seen.complaints) {
      find(/Content.Security.Policy/i.test(text) ? 'policy' : 'complaint', page.file, text);
    }
  });
  if (!emulates) return;
  await eachPage(site, server, browser, { viewport: WIDE, javaScriptEnabled: false }, async (page, tab) => {
    if (await tab.locator('[data-needs-script]:visible').count()) find('needs-script', page.file, 'shows without script what needs one');
    if ((await tab.innerText('body')) !== texts.get(page.file)) find('needs-script', page.file, 'reads otherwise without script');
  });
}

/** Nothing scrolls sideways; and at 320 px, which is also 400 % zoom, nothing is cut off and targets are large. */
async function walkNarrow(site, server, { browser, find }) {
  await eachPage(site, server, browser, { viewport: WIDE }, async (page, tab) => {
    for (const size of [WIDE, PHONE, NARROW]) {
      await tab.setViewportSize(size);
      const wide = await tab.evaluate(sideways);
      if (wide) find('sideways', page.file, `is ${wide.width} px wide on a screen of ${size.width} px; the first to stick out: ${wide.what}`);
    }
    for (const what of await tab.evaluate(clipped)) find('clipped', page.file, `text is cut off on a phone: ${what}`);
    for (const what of await tab.evaluate(smallTargets)) find('small-target', page.file, `lower than 44 px: ${what}`);
  }, !emulates || site.pages.size > FEW ? undefined : [...site.pages.values()].filter((page) => !page.isRedirect));
}

/** What is folded away opens by the keyboard, and stands open on paper. */
async function walkFolded(site, server, { browser, find }) {
  await eachPage(site, server, browser, { viewport: WIDE }, async (page, tab) => {
    const texts = await tab.evaluate(folded);
    if (texts.length === 0) return;
    const paper = letters(execFileSync('pdftotext', ['-', '-'], { input: await tab.pdf({ format: 'A4' }) }).toString());
    for (const text of texts.filter((one) => !paper.includes(letters(one)))) find('folded-paper', page.file, `does not print what is folded away: “${text}”`);
    const summaries = tab.locator('details:not([open]) > summary:visible');
    for (let left = Math.min(await summaries.count(), FOLDS); left > 0; left -= 1) {
      const summary = await summaries.first().elementHandle();
      await summary.press('Enter');
      if (!(await summary.evaluate((e) => e.parentElement.open))) find('stays-folded', page.file, `the keyboard does not open “${await summary.innerText()}”`);
    }
  });
}

/** A text as its letters and digits alone, since a PDF breaks lines where it likes and joins letters. */
function letters(text) {
  return text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '');
}

/** The keyboard reaches everything, in order, and shows where it is; in the dark and in forced colours too. */
async function walkFocus(site, server, { browser, find }) {
  await eachPage(site, server, browser, { viewport: WIDE, reducedMotion: 'reduce' }, async (page, tab) => {
    await checkFocus(tab, (rule, what) => find(rule, page.file, what));
    if (!emulates) return;
    for (const media of [{ colorScheme: 'dark' }, { forcedColors: 'active' }]) {
      await tab.emulateMedia(media);
      for (const what of await tab.evaluate(ringless)) find('no-focus-ring', page.file, `${Object.values(media)}: ${what}`);
    }
    await tab.emulateMedia({ colorScheme: null, forcedColors: null });
  });
}

/* The functions below run inside the page. */

/** What nobody needs a script to read. */
function textForAll() {
  const marked = [...document.querySelectorAll('[data-needs-script]')];
  const hidden = marked.map((element) => element.hidden);
  for (const element of marked) element.hidden = true;
  const text = document.body.innerText;
  marked.forEach((element, n) => { element.hidden = hidden[n]; });
  return text;
}

function smallTargets() {
  return [...document.querySelectorAll('nav a[href], button, summary, select, input:not([type=hidden])')]
    .filter((e) => e.checkVisibility() && !e.closest('p, td, dd'))
    .filter((e) => {
      const height = e.getBoundingClientRect().height;
      return height > 1 && height < 43.5;
    })
    .map((e) => `${Math.round(e.getBoundingClientRect().height)} px: ${e.outerHTML.slice(0, 120)}`);
}

/** How each text begins that can only be read when something is opened, but for what is there to be used on a screen. */
function folded() {
  const walker = document.createTreeWalker(document.querySelector('main') ?? document.body, NodeFilter.SHOW_TEXT);
  const texts = [];
  while (walker.nextNode()) {
    const text = walker.currentNode.data.trim().replace(/\s+/g, ' ').slice(0, 40);
    const parent = walker.currentNode.parentElement;
    if (text && parent.closest('details:not([open])') && !parent.checkVisibility() && !parent.closest('[hidden], [data-needs-script]')) texts.push(text);
  }
  return texts;
}
