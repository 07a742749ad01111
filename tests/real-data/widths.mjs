// Says which pages of a built site are wider than a phone of 320 px: node tests/real-data/widths.mjs FOLDER
import { closeAll, launch, openTab } from '../web/lib/browser.mjs';
import { Site } from '../web/lib/site.mjs';

const NARROW = 320;
const site = await Site.read(process.argv[2]);
const { tab } = await openTab(await launch(), site, { viewport: { width: NARROW, height: 640 } });
let wide = 0;
for (const [file, page] of site.pages) {
  if (page.isRedirect) continue;
  await tab.goto(site.fileUrl(file));
  const width = await tab.evaluate(() => document.documentElement.scrollWidth);
  if (width <= NARROW) continue;
  console.log(`${file} is ${width} px wide`);
  wide += 1;
}
await closeAll();
process.exitCode = wide ? 1 : 0;
