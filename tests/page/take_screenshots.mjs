// take_screenshots.mjs FOLDER: the pictures of the page in the README.
import path from 'node:path';

import { EIGHT, OLD_KIDNEYS, start, stop, withPage } from './browser.mjs';

const folder = process.argv[2];
const list = EIGHT.filter((name) => name !== 'carbidopa');

await start();
try {
  await withPage((page) => page.screenshot({ path: path.join(folder, 'page.png') }),
    { list, more: OLD_KIDNEYS, size: { width: 1440, height: 1000 } });
  await withPage(async (page) => {
    await page.locator('.alerts').evaluate((alerts) => alerts.scrollIntoView({ behavior: 'instant' }));
    await page.locator('article.major summary').first().click();
    await page.screenshot({ path: path.join(folder, 'page-alerts-dark.png') });
  }, { list, more: OLD_KIDNEYS, size: { width: 1440, height: 800 }, dark: true });
} finally {
  await stop();
}
