// Takes the folder of a built site, gives its files and its parsed pages; never opens a browser.
import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parse } from 'parse5';

/**
 * One HTML page of a built site.
 *
 * `kind` is what `<body data-page="…">` says: the kinds of pages are tested, one page of each.
 */
export class Page {
  constructor(file, html) {
    this.file = file;
    this.html = html;
    this.elements = [...walk(parse(html))];
    this.kind = attribute(this.first('body'), 'data-page') ?? null;
    this.language = attribute(this.first('html'), 'lang') ?? null;
    this.title = textOf(this.first('title')).trim();
    const described = this.all('meta').find((e) => attribute(e, 'name') === 'description');
    this.description = (attribute(described, 'content') ?? '').trim();
    this.ids = new Set(this.elements.map((e) => attribute(e, 'id')).filter(Boolean));
    // Such a page reads the fragment of its address itself.
    this.takesChoice = this.elements.some((e) => attribute(e, 'data-choice') !== undefined);
    const refresh = this.all('meta').find((e) => attribute(e, 'http-equiv')?.toLowerCase() === 'refresh');
    this.refresh = /url\s*=\s*(.+)$/i.exec(attribute(refresh, 'content') ?? '')?.[1]?.trim() ?? null;
    this.isRedirect = this.refresh !== null;
    this.isNotFound = file === '404.html';
  }

  all(tag) {
    return this.elements.filter((e) => e.tagName === tag);
  }

  first(tag) {
    return this.elements.find((e) => e.tagName === tag);
  }
}

/** A built site: every file's path, relative and with `/`, every page, and where it will be served when it says so. */
export class Site {
  /** Reads all pages; with `sample` only the heaviest page of every kind in each language, or in one and at the top, for a site too large to read whole. */
  static async read(folder, { sample = false, language } = {}) {
    const site = new Site();
    site.folder = path.resolve(folder);
    const entries = await readdir(site.folder, { recursive: true, withFileTypes: true });
    const names = entries
      .filter((e) => e.isFile())
      .map((e) => path.relative(site.folder, path.join(e.parentPath ?? e.path, e.name)).split(path.sep).join('/'));
    site.files = new Set(names.filter((name) => !name.split('/')[0].startsWith('.')).sort());
    const pages = [...site.files].filter((file) => file.endsWith('.html'));
    site.pages = new Map();
    for (const file of sample ? await heaviest(site, pages, language) : pages) site.pages.set(file, new Page(file, await site.text(file)));
    const canonical = site.pages.get('index.html')?.all('link').find((e) => attribute(e, 'rel') === 'canonical');
    site.baseUrl = attribute(canonical, 'href')?.replace(/index\.html$/, '') ?? null;
    return site;
  }

  /** Where a file of the site lies on this disk, as an address. */
  fileUrl(file) {
    return pathToFileURL(path.join(this.folder, file)).href;
  }

  /** The file that an absolute address of this very site means; null for addresses of others. */
  ownFile(url) {
    if (!this.baseUrl || !url.startsWith(this.baseUrl)) return null;
    return url.slice(this.baseUrl.length).split(/[?#]/)[0];
  }

  async text(file) {
    return readFile(path.join(this.folder, file), 'utf8');
  }

  /** The heaviest page of every kind in each language: what holds for it is likely to hold for its like. */
  onePerKind() {
    const chosen = new Map();
    for (const page of this.pages.values()) {
      if (page.isRedirect) continue;
      const kind = `${page.kind ?? '(no kind)'} ${page.language}`;
      if ((chosen.get(kind)?.html.length ?? -1) < page.html.length) chosen.set(kind, page);
    }
    return [...chosen.values()];
  }
}

/** The heaviest file of every kind of page in each language, or in one and at the top, without parsing any. */
async function heaviest(site, files, only) {
  const chosen = new Map();
  for (const file of files) {
    const html = await site.text(file);
    const language = /<html lang="([^"]*)"/.exec(html)?.[1];
    if (only && language !== only && file.includes('/')) continue;
    const kind = (/<body data-page="([^"]*)"/.exec(html)?.[1] ?? file) + language;
    if ((chosen.get(kind)?.length ?? -1) < html.length) chosen.set(kind, { file, length: html.length });
  }
  return [...chosen.values()].map(({ file }) => file).sort();
}

function* walk(node) {
  if (node.tagName) yield node;
  for (const child of node.content?.childNodes ?? node.childNodes ?? []) yield* walk(child);
}

/** An attribute's value, or undefined. */
export function attribute(element, name) {
  return element?.attrs.find((a) => a.name === name)?.value;
}

/** All text inside an element. */
export function textOf(node) {
  if (!node) return '';
  return node.value ?? (node.childNodes ?? []).map(textOf).join('');
}
