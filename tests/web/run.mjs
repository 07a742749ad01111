// Runs the checks over built sites: node tests/web/run.mjs [--only links,engines] [--limit BYTES] [--sample [--language TAG]] FOLDER…
// With --sample only the heaviest page of every kind is read, in each language, or in one and at the top, by the checks that need no more.
// Exit code 0: nothing found; 1: something found; 2: wrong use; 3: a tool is missing.
import { parseArgs } from 'node:util';
import { CHECKS, runCheck } from './lib/checks.mjs';
import { closeAll, launch } from './lib/browser.mjs';
import { Site } from './lib/site.mjs';

const SHOWN = 40;

async function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { only: { type: 'string' }, limit: { type: 'string' }, sample: { type: 'boolean' }, language: { type: 'string' } },
  });
  const all = Object.keys(CHECKS).filter((name) => !(values.sample && CHECKS[name].needs.allPages));
  const names = values.only ? values.only.split(',') : all;
  const unknown = names.filter((name) => !(name in CHECKS));
  if (positionals.length === 0 || unknown.length > 0 || (values.language && !values.sample)) {
    console.error(`usage: run.mjs [--only ${Object.keys(CHECKS).join(',')}] [--limit BYTES] [--sample [--language TAG]] FOLDER…`);
    return 2;
  }
  const browser = names.some((name) => CHECKS[name].needs.browser) ? await launch() : null;
  try {
    let total = 0;
    for (const folder of positionals) total += await runSite(await Site.read(folder, values), names, { browser, limit: Number(values.limit) || null });
    return total === 0 ? 0 : 1;
  } finally {
    await closeAll();
  }
}

async function runSite(site, names, options) {
  console.log(`${site.folder}: ${site.pages.size} pages of ${site.onePerKind().length} kinds, ${site.files.size} files`);
  let total = 0;
  for (const name of names) {
    const begun = Date.now();
    const { findings, notes } = await runCheck(name, site, options);
    const verdict = findings.length === 0 ? 'ok' : `${findings.length} findings`;
    console.log(`  ${name}: ${verdict} (${((Date.now() - begun) / 1000).toFixed(1)} s)`);
    for (const { rule, file, what } of findings.slice(0, SHOWN)) console.log(`    ${rule} ${file}: ${what}`);
    if (findings.length > SHOWN) console.log(`    … and ${findings.length - SHOWN} more`);
    for (const note of notes) console.log(`    note: ${note}`);
    total += findings.length;
  }
  return total;
}

main().then(
  (code) => process.exit(code),
  (error) => {
    console.error(error.message);
    process.exit(3);
  },
);
