// The published data can be read: JSON parses, every row of a table is whole, and the data package describes the files that are there.
import path from 'node:path';

export const needs = { allPages: true };

export async function check(site, { find }) {
  const headers = new Map();
  for (const file of [...site.files].filter((name) => name.endsWith('.csv'))) {
    headers.set(file, checkTable(file, await site.text(file), find));
  }
  for (const file of [...site.files].filter((name) => name.endsWith('.json'))) {
    const value = checkJson(file, await site.text(file), find);
    if (value && path.posix.basename(file) === 'datapackage.json') checkPackage(site, file, value, headers, find);
  }
}

function checkJson(file, text, find) {
  try {
    return JSON.parse(text);
  } catch (error) {
    find('json', file, error.message);
    return null;
  }
}

/** Gives the table's header. */
function checkTable(file, text, find) {
  const [header, ...rows] = parse(text);
  if (!header) find('empty-table', file, 'has no header');
  const odd = rows.findIndex((row) => row.length !== header.length);
  if (odd >= 0) find('table-shape', file, `row ${odd + 2} has ${rows[odd].length} cells, the header ${header.length}`);
  return header ?? [];
}

function parse(text) {
  const rows = [];
  let row = [];
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|\n|$)/gy;
  while (cell.lastIndex < text.length) {
    const match = cell.exec(text);
    if (!match) return [...rows, ['a quote that never ends']];
    row.push(match[1] ?? match[2]);
    if (match[3] !== ',') {
      rows.push(row);
      row = [];
    }
  }
  return rows;
}

/** What a Frictionless data package says of each resource holds for its file. */
function checkPackage(site, file, value, headers, find) {
  const described = new Set();
  for (const { name, path: url, schema } of value.resources ?? []) {
    const resource = path.posix.join(path.posix.dirname(file), url ?? '');
    described.add(resource);
    if (!name) find('package-name', file, `the resource ${url} has no name`);
    if (!site.files.has(resource)) find('package-file', file, `${url} is not there`);
    const fields = (schema?.fields ?? []).map((field) => field.name);
    const header = headers.get(resource);
    if (header && fields.join() !== header.join()) find('package-fields', file, `${url} has the columns ${header.join()}, not ${fields.join()}`);
  }
  for (const table of headers.keys()) {
    if (!described.has(table)) find('package-gap', file, `does not describe ${table}`);
  }
}
