// Walks one page of every kind as people do: on a narrow phone, with the keyboard alone, without script, on paper, under a strict policy.
import { openTab } from './lib/browser.mjs';
import { checkFocus } from './lib/focus.mjs';
import { serve } from './lib/server.mjs';

export const needs = { browser: true };
const NARROW = { width: 320, height: 640 };
const WIDE = { width: 1280, height: 900 };

export async function check(site, tools) {
  const server = await serve(site.folder, { headers: { 'content-security-policy': policy(site) } });
  try {
    for (const walk of [walkPlain, walkNarrow, walkFocus, walkPaper]) await walk(site, server, tools);
  } finally {
    await server.close();
  }
}

/** The strictest policy under which a page may use its own style. The 404 page takes it from the site's own address. */
function policy(site) {
  const self = site.baseUrl ? `'self' ${new URL(site.baseUrl).origin}` : "'self'";
  return `default-src 'none'; style-src ${self}; img-src 'self' data:; script-src 'self'; connect-src 'self'`;
}

/** Opens each page in one tab made with these options, and hands it over. */
async function eachPage(site, server, browser, options, visit) {
  const { tab, seen, close } = await openTab(browser, site, options);
  try {
    for (const page of site.onePerKind()) {
      for (const list of Object.values(seen)) list.length = 0;
      await tab.goto(new URL(page.file, server.url).href, { waitUntil: 'load' });
      await visit(page, tab, seen);
    }
  } finally {
    await close();
  }
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
      find(/Content Security Policy/i.test(text) ? 'policy' : 'complaint', page.file, text);
    }
  });
  await eachPage(site, server, browser, { viewport: WIDE, javaScriptEnabled: false }, async (page, tab) => {
    if (await tab.locator('[data-needs-script]:visible').count()) find('needs-script', page.file, 'shows without script what needs one');
    if ((await tab.innerText('body')) !== texts.get(page.file)) find('needs-script', page.file, 'reads otherwise without script');
  });
}

/** At 320 px, which is also 400 % zoom, nothing scrolls sideways or is cut off, and targets are large. */
async function walkNarrow(site, server, { browser, find }) {
  await eachPage(site, server, browser, { viewport: NARROW }, async (page, tab) => {
    const wide = await tab.evaluate(sideways);
    if (wide) find('sideways', page.file, `is ${wide.width} px wide on a phone of 320 px; the first to stick out: ${wide.what}`);
    for (const what of await tab.evaluate(clipped)) find('clipped', page.file, `text is cut off on a phone: ${what}`);
    for (const what of await tab.evaluate(smallTargets)) find('small-target', page.file, `lower than 44 px: ${what}`);
  });
}

/** The keyboard reaches everything, in order, and shows where it is. */
async function walkFocus(site, server, { browser, find }) {
  for (const colorScheme of ['light', 'dark']) {
    await eachPage(site, server, browser, { viewport: WIDE, colorScheme, reducedMotion: 'reduce' }, (page, tab) =>
      checkFocus(page, tab, (rule, what) => find(rule, page.file, `${colorScheme}: ${what}`)));
  }
}

/** A page prints: it makes a PDF, rows stay whole, and from a dark screen too it is dark text on white paper. */
async function walkPaper(site, server, { browser, find }) {
  await eachPage(site, server, browser, { viewport: WIDE, colorScheme: 'dark' }, async (page, tab) => {
    await tab.emulateMedia({ media: 'print' });
    const paper = await tab.evaluate(inkAndPaper);
    if (paper.paper < 0.9) find('print-dark', page.file, 'prints a dark ground');
    if (paper.ink > 0.3) find('print-pale', page.file, 'prints pale text');
    for (const what of await tab.evaluate(splitRows)) find('print-split', page.file, `a row may split over two pages and lose its name: ${what}`);
    if (!paper.words) find('print-empty', page.file, 'prints no text');
    const pdf = await tab.pdf({ format: 'A4', printBackground: false });
    if (pdf.length < 1000) find('print-empty', page.file, 'makes an empty PDF');
    await tab.emulateMedia({ media: null });
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

function sideways() {
  const root = document.documentElement;
  const width = Math.max(root.scrollWidth, document.body.scrollWidth);
  if (width <= root.clientWidth) return null;
  const out = [...document.body.querySelectorAll('*')].find((e) => e.getBoundingClientRect().right > root.clientWidth + 0.5);
  return { width, what: out ? out.outerHTML.slice(0, 120) : 'nothing visible' };
}

function clipped() {
  return [...document.body.querySelectorAll('*')]
    .filter((e) => {
      const style = getComputedStyle(e);
      const box = e.getBoundingClientRect();
      if (style.overflowX === 'visible' || box.width < 8 || box.height < 8 || !e.innerText?.trim()) return false;
      const hides = style.overflowX === 'hidden' || style.overflowX === 'clip';
      return hides && e.scrollWidth > e.clientWidth + 1;
    })
    .map((e) => e.outerHTML.slice(0, 120));
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

function splitRows() {
  return [...document.querySelectorAll('tbody tr')]
    .filter((row) => getComputedStyle(row).breakInside !== 'avoid')
    .map((row) => row.innerText.trim().slice(0, 60));
}

function inkAndPaper() {
  const brightness = (colour) => {
    const canvas = document.createElement('canvas').getContext('2d');
    canvas.fillStyle = '#fff';
    canvas.fillRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    const [r, g, b] = canvas.getImageData(0, 0, 1, 1).data;
    return (0.2126 * r + 0.7152 * g + 0.0722 * b) / 255;
  };
  const grounds = [document.documentElement, document.body, document.querySelector('main') ?? document.body];
  const heading = document.querySelector('h1') ?? document.body;
  return {
    paper: Math.min(...grounds.map((e) => brightness(getComputedStyle(e).backgroundColor))),
    ink: brightness(getComputedStyle(heading).color),
    words: document.body.innerText.trim().length,
  };
}
