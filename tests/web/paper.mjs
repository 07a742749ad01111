// One page of every kind on paper: dark on white, nothing lost, rows whole, with imprint and date, and ballots on few sides.
import { eachPage } from './lib/browser.mjs';
import { serve } from './lib/server.mjs';

export const needs = { browser: true };
const WIDE = { width: 1280, height: 900 };
/** A ballot of up to so many candidates prints on so many sides: on two sheets at most, printed on both. */
const CANDIDATES = 8;
const SIDES = 4;
/** The letters of large print: 18 points, in pixels. */
const LARGE = 24;

export async function check(site, { browser, find }) {
  const server = await serve(site.folder);
  try {
    // From a dark screen: what it shows must not reach the paper.
    await eachPage(site, server, browser, { viewport: WIDE, colorScheme: 'dark' }, async (page, tab) => {
      const report = (rule, what) => find(rule, page.file, what);
      await checkText(tab, report);
      const sides = countSides(await tab.pdf({ format: 'A4', preferCSSPageSize: true, printBackground: false }));
      if (sides === 0) report('print-empty', 'makes an empty PDF');
      if (page.kind === 'ballot') await checkBallot(tab, sides, report);
    });
  } finally {
    await server.close();
  }
}

async function checkText(tab, report) {
  const screen = await tab.evaluate(readable);
  await tab.emulateMedia({ media: 'print' });
  const paper = await tab.evaluate(readable);
  const { ground, ink } = await tab.evaluate(inkAndGround);
  if (ground < 0.9) report('print-dark', 'prints a dark ground');
  if (ink > 0.3) report('print-pale', 'prints pale text');
  for (const what of await tab.evaluate(splitRows)) report('print-split', `a row may split over two pages and lose its name: ${what}`);
  if (paper.main.length === 0) report('print-empty', 'prints no text');
  for (const text of screen.main.filter((text) => !paper.main.includes(text)).slice(0, 3)) report('print-lost', `does not print “${text}”`);
  for (const text of screen.foot.filter((text) => !paper.foot.includes(text))) report('print-imprint', `does not print “${text}”`);
  await tab.emulateMedia({ media: null });
}

/** A ballot fits on few sides, and can be had in large print by a link. */
async function checkBallot(tab, sides, report) {
  const candidates = await tab.$$eval('tbody tr', (rows) => rows.length);
  if (candidates <= CANDIDATES && sides > SIDES) report('print-sides', `${candidates} candidates print on ${sides} sides`);
  const link = await tab.$('a[href="#large-print"]');
  if (!link) return report('no-large-print', 'has no link that sets large print');
  await link.click();
  await tab.emulateMedia({ media: 'print' });
  const size = await tab.evaluate(() => Math.min(...[...document.querySelectorAll('td p, th')].filter((e) => e.checkVisibility()).map((e) => parseFloat(getComputedStyle(e).fontSize))));
  const wide = await tab.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
  if (size < LARGE || wide) report('no-large-print', `prints letters of ${size} px in large print${wide ? ', out at the side' : ''}`);
  await tab.emulateMedia({ media: null });
  return undefined;
}

/** The number of pages of a PDF that Chromium made. */
function countSides(pdf) {
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}

/* The functions below run inside the page. */

/** The texts that can be read in `main`, but for what is there to be used on a screen, and the paragraphs of the foot. */
function readable() {
  const seen = (e) => e.checkVisibility();
  const texts = [];
  const walker = document.createTreeWalker(document.querySelector('main') ?? document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode.data.trim();
    const parent = walker.currentNode.parentElement;
    if (text && seen(parent) && !parent.closest('a, summary, form, [data-needs-script], #large-print')) texts.push(text);
  }
  const foot = [...document.querySelectorAll('footer p')].filter((e) => seen(e)).map((e) => e.textContent.trim());
  return { main: texts, foot };
}

function splitRows() {
  return [...document.querySelectorAll('tbody tr')]
    .filter((row) => getComputedStyle(row).breakInside !== 'avoid')
    .map((row) => row.innerText.trim().slice(0, 60));
}

function inkAndGround() {
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
    ground: Math.min(...grounds.map((e) => brightness(getComputedStyle(e).backgroundColor))),
    ink: brightness(getComputedStyle(heading).color),
  };
}
