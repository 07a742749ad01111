// Takes a page or a style sheet, gives what it refers to; never looks whether that exists.
import path from 'node:path';
import { attribute, textOf } from './site.mjs';

const LINK_RELS = /\b(stylesheet|icon|preload|modulepreload|manifest|apple-touch-icon)\b/i;
const ASSETS = {
  img: ['src', 'srcset'], source: ['src', 'srcset'], script: ['src'], iframe: ['src'], embed: ['src'],
  object: ['data'], video: ['src', 'poster'], audio: ['src'], track: ['src'], input: ['src'], use: ['href', 'xlink:href'],
  image: ['href', 'xlink:href'],
};

/** What a page refers to: `{how: 'link' | 'asset', url}`; assets are what a browser fetches unasked. */
export function references(page) {
  const found = [];
  const add = (how, url) => url !== undefined && found.push({ how, url: url.trim() });
  for (const element of page.elements) {
    const tag = element.tagName;
    if (tag === 'a' || tag === 'area') add('link', attribute(element, 'href'));
    if (tag === 'form') add('link', attribute(element, 'action'));
    if (tag === 'link') addLink(element, add);
    for (const name of ASSETS[tag] ?? []) {
      const value = attribute(element, name);
      if (value === undefined) continue;
      for (const url of name === 'srcset' ? srcset(value) : [value]) add('asset', url);
    }
    if (tag === 'style') for (const url of cssUrls(textOf(element))) add('asset', url);
    if (attribute(element, 'style')) for (const url of cssUrls(attribute(element, 'style'))) add('asset', url);
  }
  if (page.refresh) add('link', page.refresh);
  return found;
}

function addLink(element, add) {
  const rel = attribute(element, 'rel') ?? '';
  if (LINK_RELS.test(rel)) add('asset', attribute(element, 'href'));
  else if (!/\b(canonical|dns-prefetch|preconnect)\b/i.test(rel)) add('link', attribute(element, 'href'));
  if (/\b(dns-prefetch|preconnect|prefetch)\b/i.test(rel)) add('asset', attribute(element, 'href'));
}

function srcset(value) {
  return value.split(',').map((part) => part.trim().split(/\s+/)[0]).filter(Boolean);
}

/** The addresses that a style sheet names. */
export function cssUrls(css) {
  const bare = css.replace(/\/\*[\s\S]*?\*\//g, '');
  const urls = [...bare.matchAll(/url\(\s*(?:"([^"]*)"|'([^']*)'|([^)"']*))\s*\)/g)].map((m) => m[1] ?? m[2] ?? m[3]);
  const imports = [...bare.matchAll(/@import\s+(?:"([^"]*)"|'([^']*)')/g)].map((m) => m[1] ?? m[2]);
  return [...urls, ...imports].map((url) => url.trim()).filter(Boolean);
}

/**
 * Where an address written in the file `from` leads.
 *
 * Gives `{to: 'elsewhere', scheme}` for an address of another host or kind, or
 * `{to: 'here', file, fragment, rootAbsolute, outside}`; `file` is relative to the site's folder.
 */
export function resolve(from, url) {
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(url)?.[1]?.toLowerCase();
  if (scheme || url.startsWith('//')) return { to: 'elsewhere', scheme: scheme ?? '//' };
  const [beforeFragment, ...rest] = url.split('#');
  const fragment = rest.length > 0 ? decode(rest.join('#')) : null;
  const bare = decode(beforeFragment.split('?')[0]);
  const rootAbsolute = bare.startsWith('/');
  if (bare === '') return { to: 'here', file: from, fragment, rootAbsolute, outside: false };
  const joined = path.posix.normalize(rootAbsolute ? bare.slice(1) : path.posix.join(path.posix.dirname(from), bare));
  return { to: 'here', file: joined, fragment, rootAbsolute, outside: joined.startsWith('..') };
}

function decode(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
