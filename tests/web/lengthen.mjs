// Gives one of every kind of thing on a starter site a name of one long word, to be looked at on the narrowest screen:
// node tests/web/lengthen.mjs FOLDER. Exit codes as those of run.mjs.
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** As long as the longest name of a place in Britain. */
const LONG = 'Exampleshireuponthelongwindingriverwithoutanybridgeinsight';

/** File, what stands there, and what takes its place. */
const CHANGES = [
  ['candidates/example.2031-05-01/election.yaml', /^name: .*/m, `name: ${LONG}`],
  ['candidates/example.2031-05-01/example-town.yaml', /name: Example Town/, `name: ${LONG}`],
  ['candidates/example.2031-05-01/example-town.yaml', /^ {4}name: Asha Example$/m, `    name: Asha ${LONG}`],
  ['candidates/example.2031-05-01/example-coast.yaml', /^ {4}name: Nell Notional$/m, `    name: ${LONG} Notional`],
  ['candidates/parties/pp9001.yaml', /^name: .*/m, `name: ${LONG}`],
  ['candidates/documents/harbour-manifesto-2031.yaml', /^title: .*/m, `title: ${LONG}`],
  ['content/glossary.yaml', /term: .*/, `term: ${LONG}`],
  ['content/pages/about.md', /$/, `\n## ${LONG}\n\n\`${LONG}\` and [${LONG}](https://${LONG.toLowerCase()}.example.org/).\n\n    ${LONG} ${LONG}\n`],
];

async function main([folder]) {
  if (!folder) {
    console.error('usage: lengthen.mjs FOLDER');
    return 2;
  }
  for (const [name, from, to] of CHANGES) {
    const file = path.join(folder, name);
    const text = await readFile(file, 'utf8');
    if (!from.test(text)) throw new Error(`${name} does not hold ${from}`);
    await writeFile(file, text.replace(from, to));
  }
  return 0;
}

main(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error) => {
    console.error(error.message);
    process.exit(3);
  },
);
