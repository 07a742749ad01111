// Takes pictures of the main pages of a built starter site: node tests/screenshots/take.mjs SITE FOLDER
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { closeAll, launch } from '../web/lib/browser.mjs';

const BALLOT = 'example.2031-05-01/example-town/index.html';
const DESKTOP = { width: 1280, height: 1240 };
const PHONE = { width: 390, height: 1100 };
const PICTURES = [
  { name: 'home-desktop', page: 'index.html', viewport: DESKTOP },
  { name: 'home-phone', page: 'index.html', viewport: PHONE },
  { name: 'ballot-desktop', page: BALLOT, viewport: DESKTOP },
  { name: 'ballot-phone', page: BALLOT, viewport: PHONE },
  { name: 'ballot-dark', page: BALLOT, viewport: DESKTOP, colorScheme: 'dark' },
];

const [site, folder] = process.argv.slice(2);
const browser = await launch();
for (const { name, page, ...options } of PICTURES) {
  const tab = await browser.newPage(options);
  await tab.goto(pathToFileURL(path.resolve(site, page)).href);
  await tab.screenshot({ path: path.join(folder, `${name}.png`) });
  await tab.close();
}
const paper = await browser.newPage();
await paper.goto(pathToFileURL(path.resolve(site, BALLOT)).href);
await paper.pdf({ path: path.join(folder, 'ballot-print.pdf'), preferCSSPageSize: true, pageRanges: '1' });
await closeAll();
