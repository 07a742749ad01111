// Works on a site as people do while its preview is open in a browser: node tests/web/preview.mjs PROGRAM SITE [--times N]
// An open page shows each saved change without being touched; an error stands over it, and goes when it is corrected.
// Prints how long it took from the end of saving until the change was on screen.
import { spawn } from 'node:child_process';
import { cp, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { launch } from './lib/browser.mjs';

async function main() {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { times: { type: 'string', default: '5' } } });
  if (positionals.length !== 2) throw new Error('usage: preview.mjs PROGRAM SITE [--times N]');
  const [program, from] = positionals;
  const folder = await mkdtemp(path.join(os.tmpdir(), 'preview-'));
  const root = path.join(folder, 'site');
  await cp(from, root, { recursive: true, filter: (name) => !/\/(public|\.hustings|\.git)$/.test(name) });
  const browser = await launch();
  const preview = await start(path.resolve(program), root);
  try {
    await work(await browser.newPage(), preview.url, root, Number(values.times));
  } finally {
    preview.child.kill();
    await browser.close();
    await rm(folder, { recursive: true });
  }
}

/** Starts the preview; resolves with its address. */
async function start(program, root) {
  const child = spawn(program, ['-C', root, 'serve', '--port', '0'], { stdio: ['ignore', 'ignore', 'pipe'] });
  const url = await new Promise((resolve, reject) => {
    let said = '';
    child.stderr.on('data', (more) => {
      said += more;
      const address = said.match(/http:\/\/localhost:\d+\//);
      if (address) resolve(address[0]);
    });
    child.on('exit', () => reject(new Error(`the preview ended: ${said}`)));
  });
  return { child, url };
}

/** The first ballot of the first election: its record, its address and the name of its first candidate. */
async function firstBallot(root) {
  const candidates = path.join(root, 'candidates');
  const election = (await readdir(candidates)).sort().find((name) => name.includes('.'));
  const slug = (await readdir(path.join(candidates, election))).sort().find((name) => name.endsWith('.yaml') && name !== 'election.yaml');
  const file = path.join(candidates, election, slug);
  const text = await readFile(file, 'utf8');
  const [, name] = text.match(/^ {4}name: ([^#\n]*[^#\s])/m);
  return { file, text, name, address: `${election}/${slug.replace('.yaml', '')}/` };
}

async function work(tab, url, root, times) {
  const { file, text, name, address } = await firstBallot(root);
  await tab.goto(url + address);
  await tab.getByText(name).first().waitFor();
  const took = [];
  for (let n = 1; n <= times; n += 1) {
    const changed = `${name} Changed${n}`;
    await save(file, text.replace(`name: ${name}`, `name: ${changed}`), n);
    const saved = performance.now();
    // Looked for at each frame that is painted: a locator looks more and more seldom, and would tell its own steps.
    await tab.waitForFunction((text) => document.body?.textContent.includes(text), changed, { polling: 'raf' });
    took.push(performance.now() - saved);
    // Nobody saves again at once.
    await tab.waitForTimeout(1000);
  }
  await save(file, text.replace('name: ', 'nmae: '), 0);
  await tab.getByRole('alert').waitFor();
  if (!(await tab.getByRole('alert').innerText()).includes('nmae')) throw new Error('the error does not say what is wrong');
  if (!(await tab.getByText(`${name} Changed${times}`).count())) throw new Error('the last good site is not below the error');
  await save(file, text, 0);
  await tab.getByRole('alert').waitFor({ state: 'detached' });
  took.sort((a, b) => a - b);
  const ms = (value) => `${Math.round(value)} ms`;
  console.log(`on screen after ${ms(took[took.length >> 1])} (median of ${times}; ${ms(took[0])} to ${ms(took.at(-1))})`);
}

/** Saves as editors do: into the file itself, or beside it and then in its place. */
async function save(file, text, turn) {
  if (turn % 2 === 0) return writeFile(file, text);
  const beside = path.join(path.dirname(file), `.${path.basename(file)}.new`);
  await writeFile(beside, text);
  return rename(beside, file);
}

main().catch((error) => {
  console.error(error.message);
  process.exit(1);
});
