#!/usr/bin/env node
// Kills a build at many seeded system calls and lets others fail, and looks each time whether `public/` is a complete old
// or a complete new site. Needs strace.
//
//   node tests/kill/run.mjs [--points 50] [--seed 1] [--records SITE]
//
// SITE is a folder with hustings.yaml; a fresh starter site when left out. HUSTINGS names the program.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';

const CALLS = 'openat,write,writev,copy_file_range,close,mkdir,mkdirat,rename,renameat,renameat2,link,linkat,unlink,unlinkat,rmdir,'
  + 'chmod,fchmod,fchmodat,utimensat,fsync,fdatasync,ftruncate,statx,newfstatat,getdents64,execve,exit_group';
const MAKING = ['openat', 'write', 'mkdir', 'mkdirat', 'rename', 'renameat', 'renameat2', 'fchmod', 'chmod'];
const ERRORS = ['ENOSPC', 'EROFS', 'EACCES', 'EDQUOT', 'EIO'];
const KILLED = 137;
const DAYS = { old: '2031-04-10', new: '2031-04-25' };

const { values } = parseArgs({
  options: { points: { type: 'string', default: '50' }, seed: { type: 'string', default: '1' }, records: { type: 'string' } },
});
const program = path.resolve(process.env.HUSTINGS ?? 'target/release/hustings');
const work = mkdtempSync(path.join(tmpdir(), 'kill-'));
const next = random(Number(values.seed));
const problems = [];

try {
  const sites = prepare();
  const counts = countCalls(sites);
  const kills = killMany(sites, counts);
  const faults = failMany(sites, counts);
  for (const problem of problems) console.error(`problem: ${problem}`);
  console.log(`${kills} builds killed, ${faults} builds with a failing call, ${problems.length} problems`);
  process.exitCode = problems.length === 0 ? 0 : 1;
} finally {
  rmSync(work, { recursive: true });
}

/** Makes the records, the old site with foreign entries in it, and the new one. */
function prepare() {
  const records = path.join(work, 'records');
  if (values.records) cpSync(values.records, records, { recursive: true, filter: (name) => !/\/(\.git|target|public|node_modules)$/.test(name) });
  else must(spawnSync(program, ['--quiet', 'init', records], { encoding: 'utf8' }), 'init');
  rmSync(path.join(records, 'public'), { recursive: true, force: true });
  must(build(records, 'old'), 'the old build');
  const publicFolder = path.join(records, 'public');
  writeFileSync(path.join(publicFolder, 'CNAME'), 'example.org\n');
  mkdirSync(path.join(publicFolder, '.well-known'));
  writeFileSync(path.join(publicFolder, '.well-known/security.txt'), 'Contact: the campaign\n');
  const saved = path.join(work, 'saved');
  copy(records, saved);
  const old = print(publicFolder);
  must(build(records, 'new'), 'the new build');
  const fresh = print(publicFolder);
  if (old === fresh) throw new Error('both builds are equal: nothing would be tested');
  return { records, saved, publicFolder, old, fresh, beside: readdirSync(records).sort().join(' ') };
}

/** How often each thread makes each call in an undisturbed build: strace counts for each thread by itself. */
function countCalls(sites) {
  restore(sites);
  const log = path.join(work, 'calls');
  must(build(sites.records, 'new', ['-o', log, '-e', `trace=${CALLS}`]), 'the counted build');
  const threads = new Map();
  for (const line of readFileSync(log, 'utf8').split('\n')) {
    const [, thread, call] = /^(\d+)\s+([a-z0-9_]+)\(/.exec(line) ?? [];
    if (call) threads.set(`${thread} ${call}`, (threads.get(`${thread} ${call}`) ?? 0) + 1);
  }
  const most = new Map();
  for (const [key, count] of threads) {
    const call = key.split(' ')[1];
    most.set(call, Math.max(most.get(call) ?? 0, count));
  }
  console.log(`calls of the busiest thread: ${[...most].map(([call, n]) => `${call} ${n}`).join(', ')}`);
  return most;
}

function killMany(sites, counts) {
  let killed = 0;
  const seen = { old: 0, new: 0 };
  for (let i = 0; i < Number(values.points); i += 1) {
    const { call, when } = choose([...counts.keys()], counts);
    restore(sites);
    const run = build(sites.records, 'new', ['-o', '/dev/null', '-e', `trace=${call}`, '-e', `inject=${call}:signal=KILL:when=${when}`]);
    if (run.signal === 'SIGKILL' || run.status === KILLED) killed += 1;
    const state = judge(sites, `killed at ${call} number ${when}`);
    if (state) seen[state] += 1;
    must(build(sites.records, 'new'), `the build after one killed at ${call} number ${when}`);
    if (judge(sites, `rebuilt after ${call} number ${when}`) !== 'new') problems.push(`after ${call} ${when}: the next build left the old site`);
    const beside = readdirSync(sites.records).sort().join(' ');
    if (beside !== sites.beside) problems.push(`after ${call} ${when}: the next build left ${beside}`);
  }
  console.log(`after the kill the site was ${seen.old} times the old one, ${seen.new} times the new one`);
  if (killed < Number(values.points) / 2) problems.push(`only ${killed} builds were really killed`);
  return killed;
}

/** Calls that fail as on a full, read-only or broken disk: the old site stays, exit code 3, and the message names a path. */
function failMany(sites, counts) {
  let faults = 0;
  const calls = MAKING.filter((call) => counts.has(call));
  for (const [i, error] of ERRORS.entries()) {
    for (const call of calls) {
      const when = i === 0 ? counts.get(call) : choose([call], counts).when;
      restore(sites);
      const run = build(sites.records, 'new', ['-o', '/dev/null', '-e', `trace=${call}`, '-e', `inject=${call}:error=${error}:when=${when}+`]);
      const state = judge(sites, `${call} fails with ${error} from number ${when}`);
      if (![0, 3].includes(run.status) && !beforeStart(call, run)) problems.push(`${call} ${error} ${when}: exit code ${run.status ?? run.signal}: ${run.stderr}`);
      if (run.status === 3 && state === 'new') problems.push(`${call} ${error} ${when}: says it failed, but the new site stands`);
      if (run.status === 3 && !run.stderr.includes('/') && call !== 'write') problems.push(`${call} ${error} ${when}: names no path: ${run.stderr}`);
      if (run.status === 0 && state === 'old') problems.push(`${call} ${error} ${when}: says it is done, but the old site stands`);
      faults += 1;
    }
  }
  return faults;
}

/** The loader could not even open the program's libraries. */
function beforeStart(call, run) {
  return call === 'openat' && (run.status === 127 || /error while loading shared libraries/.test(run.stderr));
}

function choose(calls, counts) {
  const call = calls[Math.floor(next() * calls.length)];
  return { call, when: 1 + Math.floor(next() * counts.get(call)) };
}

/** Runs a build, under strace when its arguments are given. */
function build(records, day, strace = null) {
  const command = [program, '--quiet', '-C', records, 'build', '--as-of', DAYS[day]];
  const whole = strace ? ['strace', '-f', '-qq', ...strace, ...command] : command;
  return spawnSync(whole[0], whole.slice(1), { encoding: 'utf8', env: { ...process.env, NO_COLOR: '1', RAYON_NUM_THREADS: '2' } });
}

function judge(sites, when) {
  const now = existsSync(sites.publicFolder) ? print(sites.publicFolder) : 'no site at all';
  if (now === sites.old) return 'old';
  if (now === sites.fresh) return 'new';
  problems.push(`${when}: public/ is neither the old nor the new site`);
  return null;
}

function restore(sites) {
  rmSync(sites.records, { recursive: true });
  copy(sites.saved, sites.records);
}

function copy(from, to) {
  must(spawnSync('cp', ['-a', from, to], { encoding: 'utf8' }), 'cp');
}

/** A fingerprint of a folder: names, kinds, modes and bytes. */
function print(folder) {
  const hash = createHash('sha256');
  for (const name of readdirSync(folder, { recursive: true }).sort()) {
    const file = path.join(folder, name);
    const stat = lstatSync(file);
    hash.update(`${name}\0${stat.mode}\0`);
    if (stat.isFile()) hash.update(readFileSync(file));
  }
  return hash.digest('hex');
}

function must(run, what) {
  if (run.status !== 0) throw new Error(`${what} failed (${run.error ?? run.status ?? run.signal}): ${run.stderr}`);
}

/** A small generator (mulberry32), so that a seed gives the same points again. */
function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
