// Every page has its own title and description, one main heading and a language; none holds inline script or style.
import { attribute, textOf } from './lib/site.mjs';

export const needs = {};
const DATA_BLOCK = /^(application\/(ld\+)?json|text\/plain)$/i;

export async function check(site, { find }) {
  const own = [...site.pages.values()].filter((page) => !page.isRedirect);
  for (const page of own) checkHead(page, find);
  for (const page of site.pages.values()) checkInline(page, find);
  checkUnique(own, 'title', find);
  checkUnique(own, 'description', find);
}

function checkHead(page, find) {
  if (!page.title) find('no-title', page.file, 'has no title');
  if (!page.description) find('no-description', page.file, 'has no description');
  if (!attribute(page.first('html'), 'lang')) find('no-language', page.file, 'does not say its language');
  const headings = page.all('h1').filter((h) => textOf(h).trim());
  if (headings.length !== 1) find('main-heading', page.file, `has ${headings.length} main headings, not one`);
  if (!page.first('main')) find('no-main', page.file, 'has no main element');
}

function checkInline(page, find) {
  for (const element of page.elements) {
    const tag = element.tagName;
    // Shown at any depth, the 404 page cannot lead to a file; docs/hosting.md names the hash of what it brings.
    if (tag === 'style' && !page.isNotFound) find('inline-style', page.file, 'holds a style element');
    const isProgram = tag === 'script' && attribute(element, 'src') === undefined;
    if (isProgram && !DATA_BLOCK.test(attribute(element, 'type') ?? '')) find('inline-script', page.file, 'holds a script');
    for (const { name, value } of element.attrs) {
      if (name === 'style') find('inline-style', page.file, `<${tag} style="${value}">`);
      if (name.startsWith('on')) find('inline-script', page.file, `<${tag} ${name}="${value}">`);
    }
  }
}

function checkUnique(pages, what, find) {
  const first = new Map();
  for (const page of pages) {
    const text = page[what];
    if (!text) continue;
    // What is not translated may be called the same in two languages.
    const key = `${page.language} ${text}`;
    const other = first.get(key);
    if (other) find(`same-${what}`, page.file, `“${text}” is the ${what} of ${other} too`);
    else first.set(key, page.file);
  }
}
