// No page weighs more than the limit with all it needs, compressed as a plain server does; what voters open first weighs least.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { cssUrls, references, resolve } from './lib/references.mjs';
import { attribute } from './lib/site.mjs';

export const needs = {};
const PACKED = /\.(png|jpe?g|gif|webp|avif|woff2?|gz|br|zip)$/i;

/** What the first page and a ballot may weigh, in bytes, gzip; and how many files a browser may ask for to show them, but for an icon. */
const FIRST = { home: { weight: 10_000, files: 4 }, ballot: { weight: 10_000, files: 3 } };
/** A ballot of more candidates may weigh more. */
const CANDIDATES = 8;

/** `limit` is in bytes, gzip; null only reports. */
export async function check(site, { find, note, limit }) {
  const sizes = new Map();
  const rows = [];
  for (const page of site.pages.values()) {
    const files = await needed(site, page);
    const weights = await Promise.all([...files].map((file) => weigh(site, file, sizes)));
    const gzip = weights.reduce((sum, w) => sum + w.gzip, 0);
    const brotli = weights.reduce((sum, w) => sum + w.brotli, 0);
    rows.push({ page, gzip, brotli, files: files.size });
    const most = isFirst(page) ? FIRST[page.kind] : { weight: Infinity, files: Infinity };
    if (gzip > most.weight) find('first-weight', page.file, `weighs ${gzip} bytes with all it needs, more than ${most.weight}`);
    if (files.size > most.files) find('first-requests', page.file, `needs ${files.size} files: ${[...files].join(', ')}`);
    if (limit && gzip > limit) find('weight', page.file, `weighs ${gzip} bytes with all it needs, more than ${limit}`);
  }
  rows.sort((a, b) => b.gzip - a.gzip);
  for (const row of rows.slice(0, 3)) {
    note(`heaviest: ${row.page.file}: ${row.gzip} bytes gzip, ${row.brotli} brotli, ${row.files} files`);
  }
}

function isFirst(page) {
  const rows = page.elements.filter((e) => e.tagName === 'tr' && e.parentNode.tagName === 'tbody').length;
  return page.kind === 'home' || (page.kind === 'ballot' && rows <= CANDIDATES);
}

/** The page, its assets and the assets of its style sheets. */
async function needed(site, page) {
  const files = new Set([page.file]);
  const add = (from, url) => {
    const target = resolve(from, url);
    if (target.to === 'here' && site.files.has(target.file)) files.add(target.file);
  };
  for (const { how, url } of references(page)) if (how === 'asset') add(page.file, url);
  // Of a picture a browser fetches one file: what is for dark pages comes in place of the other.
  for (const source of page.all('source')) files.delete(resolve(page.file, attribute(source, 'srcset')).file);
  // Browsers fetch an icon apart, once for a whole site.
  const icons = page.all('link').filter((e) => attribute(e, 'rel') === 'icon').map((e) => resolve(page.file, attribute(e, 'href')).file);
  for (const icon of icons) files.delete(icon);
  for (const file of files) {
    if (file.endsWith('.css')) for (const url of cssUrls(await site.text(file))) add(file, url);
  }
  return files;
}

async function weigh(site, file, sizes) {
  if (!sizes.has(file)) {
    const bytes = await readFile(path.join(site.folder, file));
    const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };
    const packed = PACKED.test(file);
    sizes.set(file, {
      gzip: packed ? bytes.length : gzipSync(bytes).length,
      brotli: packed ? bytes.length : brotliCompressSync(bytes, quality).length,
    });
  }
  return sizes.get(file);
}
