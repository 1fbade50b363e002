// A service that is gone, or that does not let everybody ask.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { withKeys } from '../../service/keys_file.mjs';
import { Service } from '../../service/service.mjs';
import { text, texts, withPage } from '../browser.mjs';

test('the service goes while the page is open: the list stays, no result does, and it is asked again', async () => {
  let own = await new Service().start();
  const { url, port } = own;
  try {
    await withPage(async (page, faults) => {
      await own.stop();
      await page.locator('#drug').fill('phenelzine');
      await page.keyboard.press('Enter');
      await page.locator('.fault').waitFor();
      assert.match(await text(page, '.fault'), /The service cannot be reached[^]*The list was not checked/);
      assert.deepEqual(await texts(page, '.entry .name'), ['baclofen', 'lithium', 'phenelzine']);
      assert.equal(await page.locator('.verdict, .alert').count(), 0);
      own = await new Service().start({ port });
      await page.locator('.alert', { hasText: 'baclofen with phenelzine' }).waitFor({ timeout: 20_000 });
      assert.equal(await page.locator('.fault').count(), 0);
      faults.splice(0, faults.length, ...faults.filter((fault) => !/Failed to load resource/.test(fault)));  // The browser's own word for it.
    }, { list: ['baclofen', 'lithium'], url });
  } finally {
    await own.stop();
  }
});

test('a failure of the service is no result', () => withPage(async (page, faults) => {
  await page.route('**/v1/check', (route) => route.fulfill({ status: 500, contentType: 'application/problem+json', body: '{"detail":"The service failed; the list was not checked."}' }));
  await page.locator('#drug').fill('gabapentin');
  await page.keyboard.press('Enter');
  await page.locator('.fault', { hasText: 'The service failed' }).waitFor();
  assert.equal(await page.locator('.verdict, .alert').count(), 0);
  faults.length = 0;
}, { list: ['lisinopril'] }));

test('a service with keys is asked with one', () => withKeys([{ name: 'ward', key: 'key-of-the-ward', scopes: ['check'] }], async (place) => {
  const own = await new Service().start({ flags: ['--keys', place] });
  try {
    await withPage(async (page, faults) => {
      await page.locator('#drug').fill('baclofen, phenelzine');
      await page.keyboard.press('Enter');
      await page.getByLabel('Key', { exact: true }).fill('key-of-the-ward');
      await page.keyboard.press('Enter');
      await page.locator('.alert', { hasText: 'baclofen with phenelzine' }).waitFor();
      faults.splice(0, faults.length, ...faults.filter((fault) => !/401/.test(fault)));
    }, { url: own.url });
  } finally {
    await own.stop();
  }
}));
