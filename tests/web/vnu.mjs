// All HTML and CSS is valid: no error and no warning of the Nu checker, in one run of the JVM.
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const needs = {};

export async function check(site, { find }) {
  const files = [...site.pages.keys(), ...[...site.files].filter((file) => file.endsWith('.css'))];
  const { code, out, err } = await run(files.map((file) => path.join(site.folder, file)));
  let messages;
  try {
    ({ messages } = JSON.parse(out));
  } catch {
    throw new Error(`the Nu checker did not run (exit ${code}): ${(err || out).slice(0, 400)}`);
  }
  for (const message of messages) {
    const file = message.url ? path.relative(site.folder, fileURLToPath(message.url)) : '(no file)';
    const rule = message.type === 'error' ? 'vnu-error' : message.subType === 'warning' ? 'vnu-warning' : `vnu-${message.type}`;
    find(rule, file, `line ${message.lastLine ?? '?'}: ${message.message}`);
  }
  if (code !== 0 && messages.length === 0) throw new Error(`the Nu checker ended with ${code}: ${err.slice(0, 400)}`);
}

function run(files) {
  const jar = createRequire(import.meta.url).resolve('vnu-jar/build/dist/vnu.jar');
  const args = ['-Xss4m', '-jar', jar, '--format', 'json', '--stdout', '--also-check-css', ...files];
  return new Promise((resolve, reject) => {
    const java = spawn('java', args, { stdio: ['ignore', 'pipe', 'pipe'] });
    const text = { out: '', err: '' };
    java.stdout.on('data', (d) => (text.out += d));
    java.stderr.on('data', (d) => (text.err += d));
    java.on('error', (e) => reject(new Error(`cannot run java: ${e.message}; install default-jre-headless`)));
    java.on('close', (code) => resolve({ code, ...text }));
  });
}
