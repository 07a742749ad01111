// The list of checks, and how one of them is run.
import * as data from '../data.mjs';
import * as engines from '../engines.mjs';
import * as links from '../links.mjs';
import * as paper from '../paper.mjs';
import * as sight from '../sight.mjs';
import * as subpath from '../subpath.mjs';
import * as vnu from '../vnu.mjs';
import * as walk from '../walk.mjs';
import * as weight from '../weight.mjs';
import * as words from '../words.mjs';
import { emulates } from './browser.mjs';

const ALL = { words, data, links, weight, vnu, subpath, walk, sight, paper, engines };

/** Every check by name that this browser can answer, the quick ones first. */
export const CHECKS = Object.fromEntries(Object.entries(ALL).filter(([, { needs }]) => emulates || needs.anyBrowser));

/** Runs one check; gives its findings (each fails the run) and its notes (which do not). */
export async function runCheck(name, site, { browser = null, limit = null } = {}) {
  const findings = [];
  const notes = [];
  const find = (rule, file, what) => findings.push({ rule, file, what });
  await CHECKS[name].check(site, { browser, limit, find, note: (text) => notes.push(text) });
  if (site.pages.size === 0) find('no-pages', site.folder, 'there is no page to check');
  return { findings, notes };
}
