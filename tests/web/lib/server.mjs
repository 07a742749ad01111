// Takes a folder, serves it on 127.0.0.1 under a sub-path as a plain static host would; never lists folders.
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import http from 'node:http';
import path from 'node:path';

const TYPES = {
  '.html': 'text/html; charset=utf-8', '.css': 'text/css; charset=utf-8', '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml', '.png': 'image/png', '.jpg': 'image/jpeg', '.ico': 'image/x-icon', '.woff2': 'font/woff2',
  '.json': 'application/json', '.csv': 'text/csv; charset=utf-8', '.xml': 'application/xml', '.txt': 'text/plain; charset=utf-8',
};

/** Starts the server; `url` ends in `/` and is the address of the site's root. */
export async function serve(folder, { prefix = '/', headers = {} } = {}) {
  const server = http.createServer((request, response) => answer(folder, prefix, headers, request, response));
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  // A browser opens connections ahead of any request, and a server that waits for their end may wait for ever.
  const close = () => new Promise((resolve) => {
    server.close(resolve);
    server.closeAllConnections();
  });
  return { url: `http://127.0.0.1:${port}${prefix}`, close };
}

async function answer(folder, prefix, headers, request, response) {
  const asked = decodeURIComponent(new URL(request.url, 'http://127.0.0.1').pathname);
  const inside = asked.startsWith(prefix) ? path.join(folder, path.posix.normalize(`/${asked.slice(prefix.length)}`)) : null;
  const file = inside && (await isFile(inside)) ? inside : null;
  const shown = file ?? path.join(folder, '404.html');
  if (!file && !(await isFile(shown))) return response.writeHead(404).end('not found');
  const type = TYPES[path.extname(shown)] ?? 'application/octet-stream';
  response.writeHead(file ? 200 : 404, { 'content-type': type, ...headers });
  return createReadStream(shown).pipe(response);
}

async function isFile(name) {
  return stat(name).then((s) => s.isFile(), () => false);
}
