// The list in the fragment of the address.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { fragment, service, settled, texts, withPage } from '../browser.mjs';

const LIST = ['Lioresal 10 mg', '+phenelzine', 'Elsewherol'];
const MORE = { age: '78', pregnant: 'no', condition: 'epilepsy', allergy: 'ibuprofen', for: 'patient' };

test('a page that is loaded again has all that was entered', () => withPage(async (page) => {
  await page.reload();
  await settled(page);
  assert.equal(new URL(page.url()).hash, `#${fragment(LIST, MORE)}`);
  assert.deepEqual((await texts(page, '.entry .name')).map((name) => name.split('\n')[0]), ['Lioresal 10 mg', 'phenelzine', 'Elsewherol']);
  assert.deepEqual((await texts(page, '.entry .toggle')).map((name) => name.split('\n')[0]), ['Current', 'New', 'Current']);
  assert.equal(await page.getByLabel('Age in years').inputValue(), '78');
  assert.equal(await page.getByLabel('Pregnant').inputValue(), 'no');
  assert.match((await texts(page, '.texts li')).join(), /epilepsy.*ibuprofen/s);
}, { list: LIST, more: MORE }));

test('another address is another list', () => withPage(async (page) => {
  await page.evaluate(() => (location.hash = 'd=levodopa&d=phenelzine'));
  await page.locator('.alert', { hasText: 'phenelzine' }).first().waitFor();
  assert.deepEqual(await texts(page, '.entry .name'), ['levodopa', 'phenelzine']);
}, { list: ['baclofen'] }));

test('no address that is asked for names what the patient takes', () => withPage(async (page) => {
  const asked = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.reload();
  await settled(page);
  await page.locator('.entry').getByRole('button', { name: 'Remove Elsewherol' }).click();
  await settled(page);
  assert.ok(asked.some((url) => url === `${service.url}/v1/check`));
  assert.deepEqual(asked.filter((url) => /lioresal|phenelzine|elsewherol|epilepsy/i.test(url.split('#')[0])), []);
  assert.doesNotMatch(service.log, /lioresal|elsewherol|epilepsy/i);
}, { list: LIST, more: MORE }));
