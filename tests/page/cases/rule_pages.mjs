// /rules: pages to read, on any screen and on paper.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { SIZES, withAddress } from '../browser.mjs';
import { violations } from '../violations.mjs';

for (const path of ['/rules', '/rules/baclofen-cns-depressants', '/rules/baclofen-renal-impairment', '/rules/cumulative-cns-depression', '/rules/xyzzyplugh'])
  for (const dark of [false, true])
    test(`axe finds nothing: ${path}, ${dark ? 'dark' : 'light'}`, () => withAddress(path, async (page, faults) => {
      assert.deepEqual(await violations(page), []);
      if (path.endsWith('xyzzyplugh')) faults.length = 0;  // The browser tells of a 404.
    }, { dark }));

test('a rule page fits a phone', () => withAddress('/rules/maoi-ssri', async (page) => {
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
}, { size: SIZES.phone }));

test('the list of rules leads to a rule, and the rule back', () => withAddress('/rules', async (page) => {
  await page.locator('a[href="./rules/baclofen-maoi"]').click();
  await page.getByRole('heading', { name: 'baclofen with MAO inhibitors', level: 1 }).waitFor();
  await page.getByRole('link', { name: 'All rules' }).click();
  await page.getByRole('heading', { name: 'All rules', level: 1 }).waitFor();
}));
