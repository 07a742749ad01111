// One page of every kind as people see it who change how pages look: letters twice as large, colours of their own, no style at all.
import { eachPage, launch } from './lib/browser.mjs';
import { clipped, overlapping, sideways } from './lib/fit.mjs';
import { serve } from './lib/server.mjs';

export const needs = { browser: true };
const WIDE = { width: 1280, height: 900 };
const PHONE = { width: 390, height: 780 };
// Twice the usual 16 px as the reader's own size; and twice the theme's 18 px as the least size, whatever a page asks for.
const LETTERS = [
  { how: 'letters of twice the size', settings: ['defaultFontSize=32'] },
  { how: 'no letter under 36 px', settings: ['minimumFontSize=36'] },
];

export async function check(site, { browser, find }) {
  const server = await serve(site.folder);
  try {
    for (const letters of LETTERS) await checkLetters(site, server, letters, find);
    await checkColours(site, server, browser, find);
    await checkBare(site, server, browser, find);
  } finally {
    await server.close();
  }
}

/** With larger letters nothing is cut off, covered, or out at the side. */
async function checkLetters(site, server, { how, settings }, find) {
  await eachPage(site, server, await launch(settings), { viewport: WIDE }, async (page, tab) => {
    for (const size of [WIDE, PHONE]) {
      await tab.setViewportSize(size);
      const where = `${how}, ${size.width} px`;
      const wide = await tab.evaluate(sideways);
      if (wide) find('letters-sideways', page.file, `${where}: is ${wide.width} px wide; the first to stick out: ${wide.what}`);
      for (const what of await tab.evaluate(clipped)) find('letters-clipped', page.file, `${where}: ${what}`);
      for (const what of await tab.evaluate(overlapping)) find('letters-overlap', page.file, `${where}: ${what}`);
    }
    if ((await tab.evaluate(letterSize)) < 32) find('letters-fixed', page.file, `${how}: the text does not grow`);
  });
}

/** In a reader's own colours every drawing that is drawn in the colour of the text can be seen. */
async function checkColours(site, server, browser, find) {
  for (const colorScheme of ['light', 'dark']) {
    await eachPage(site, server, browser, { viewport: WIDE, forcedColors: 'active', colorScheme }, async (page, tab) => {
      for (const what of await tab.evaluate(faint)) find('forced-faint', page.file, `forced colours, ${colorScheme}: ${what}`);
    });
  }
}

/** Without its style a page says the same words, in the order in which they are seen with it. */
async function checkBare(site, server, browser, find) {
  await eachPage(site, server, browser, { viewport: WIDE }, async (page, tab) => {
    const { words, order, lost, huge } = await tab.evaluate(bare);
    for (const what of words) find('style-words', page.file, `only the style sheet says “${what}”`);
    for (const what of order) find('style-order', page.file, `the style sheet moves ${what}`);
    for (const what of lost) find('style-lost', page.file, `cannot be read without the style sheet: “${what}”`);
    for (const what of huge) find('style-huge', page.file, `fills the screen without the style sheet: ${what}`);
  });
}

/* The functions below run inside the page. */

function letterSize() {
  return Math.min(...[...document.querySelectorAll('p, li, td, dd')].filter((e) => e.innerText.trim()).map((e) => parseFloat(getComputedStyle(e).fontSize)));
}

function faint() {
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const light = (colour) => {
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    const [r, g, b] = canvas.getImageData(0, 0, 1, 1).data;
    const linear = (v) => (v / 255 <= 0.03928 ? v / 255 / 12.92 : ((v / 255 + 0.055) / 1.055) ** 2.4);
    return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
  };
  const grounds = [document.body, document.documentElement].map((e) => getComputedStyle(e).backgroundColor);
  const ground = light(grounds.find((colour) => !/^rgba\(.*, 0\)$/.test(colour)) ?? '#fff');
  return [...document.querySelectorAll('svg')]
    .filter((e) => e.checkVisibility() && e.getBoundingClientRect().width > 8 && e.getAttribute('fill') === 'currentColor')
    .filter((e) => {
      const ink = light(getComputedStyle(e).fill);
      return (Math.max(ink, ground) + 0.05) / (Math.min(ink, ground) + 0.05) < 4.5;
    })
    .map((e) => `a drawing cannot be seen: ${e.parentElement.innerText.slice(0, 60)}`);
}

function bare() {
  const all = [document.body, ...document.body.querySelectorAll('*')];
  const generated = (e) => ['::before', '::after'].map((part) => getComputedStyle(e, part).content);
  const words = all.flatMap(generated).filter((text) => /\p{L}/u.test(text.replace(/^(none|normal|open-quote|close-quote|counters?|attr)\b.*/, '')));
  const moved = ({ order, flexDirection, float }) => order !== '0' || flexDirection.endsWith('reverse') || float !== 'none';
  const order = all.filter((e) => moved(getComputedStyle(e))).map((e) => e.outerHTML.slice(0, 100));
  const lines = () => document.body.innerText.split(/\s*\n\s*|\t/).filter(Boolean);
  const styled = lines();
  const width = (e) => e.getBoundingClientRect().width;
  const drawings = all.filter((e) => e.tagName === 'svg').map((e) => ({ e, styled: width(e) }));
  for (const sheet of document.querySelectorAll('link[rel~=stylesheet]')) sheet.remove();
  const plain = lines().join(' ').replace(/\s+/g, ' ');
  const lost = styled.filter((line) => !plain.includes(line.replace(/\s+/g, ' ').trim()));
  const huge = drawings.filter(({ e, styled }) => styled > 0 && width(e) > 100 && width(e) > 2 * styled);
  return { words, order, lost: lost.slice(0, 5), huge: huge.map(({ e }) => e.outerHTML.slice(0, 100)) };
}
