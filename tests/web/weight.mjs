// No page weighs more than the limit with all it needs, compressed as a plain server does.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { cssUrls, references, resolve } from './lib/references.mjs';

export const needs = {};
const PACKED = /\.(png|jpe?g|gif|webp|avif|woff2?|gz|br|zip)$/i;

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
    if (limit && gzip > limit) find('weight', page.file, `weighs ${gzip} bytes with all it needs, more than ${limit}`);
  }
  rows.sort((a, b) => b.gzip - a.gzip);
  for (const row of rows.slice(0, 3)) {
    note(`heaviest: ${row.page.file}: ${row.gzip} bytes gzip, ${row.brotli} brotli, ${row.files} files`);
  }
}

/** The page, its assets and the assets of its style sheets. */
async function needed(site, page) {
  const files = new Set([page.file]);
  const add = (from, url) => {
    const target = resolve(from, url);
    if (target.to === 'here' && site.files.has(target.file)) files.add(target.file);
  };
  for (const { how, url } of references(page)) if (how === 'asset') add(page.file, url);
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
