// A list is entered: by suggestions, by pasting, by the patient's facts.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { settled, text, texts, withPage } from '../browser.mjs';

test('a suggestion shows the synonym that matched and what it is', () => withPage(async (page) => {
  await page.locator('#drug').pressSequentially('liore');
  const first = page.locator('[role=option]').first();
  await first.waitFor();
  assert.deepEqual(await first.locator('span').allInnerTexts(), ['Lioresal', 'baclofen']);
  await first.click();
  await page.locator('.entry .meaning', { hasText: 'baclofen' }).waitFor();
  assert.deepEqual(await texts(page, '.entry .name'), ['Lioresal\nbaclofen']);
}));

test('no suggestion is explained', () => withPage(async (page) => {
  await page.locator('#drug').pressSequentially('qqqqqqqqqq');
  await page.locator('#drug-hint', { hasText: 'No name in the rules is like this' }).waitFor();
}));

const MESSY = `Medications on admission:
  - Lioresal 10 mg tablet, 1 tab PO TID
2. Nardil 15 mg;  metformin 500 mg bd, lithium carbonate
\t• Elsewherol drops
`;

test('a messy list is pasted: all of it becomes entries', () => withPage(async (page) => {
  await page.evaluate((list) => navigator.clipboard.writeText(list), MESSY);
  await page.locator('#drug').focus();
  await page.keyboard.press('Control+V');
  await settled(page);
  assert.deepEqual((await texts(page, '.entry .name')).map((name) => name.split('\n')[0]),
    ['Medications on admission:', 'Lioresal 10 mg tablet, 1 tab PO TID', 'Nardil 15 mg', 'metformin 500 mg bd', 'lithium carbonate', 'Elsewherol drops']);
  assert.match(await text(page, '.unchecked'), /Medications on admission:/);
  assert.match(await text(page, '.unchecked'), /Elsewherol drops/);
  assert.match(await text(page, '.alerts'), /baclofen with phenelzine/);
}, { permissions: ['clipboard-read', 'clipboard-write'] }));

test('a pasted list leaves what was typed before as an entry of its own', () => withPage(async (page) => {
  await page.evaluate((list) => navigator.clipboard.writeText(list), 'phenelzine\nlithium');
  await page.locator('#drug').fill('baclofen');
  await page.keyboard.press('Control+V');
  await settled(page);
  assert.deepEqual(await texts(page, '.entry .name'), ['baclofen', 'phenelzine', 'lithium']);
}, { permissions: ['clipboard-read', 'clipboard-write'] }));

test('every change is checked at once', () => withPage(async (page) => {
  for (const name of ['baclofen', 'phenelzine']) {
    await page.locator('#drug').fill(name);
    await page.keyboard.press('Enter');
  }
  await page.locator('.alert', { hasText: 'baclofen with phenelzine' }).waitFor();
  await page.getByLabel('Age in years').fill('78');
  await page.locator('.alert', { hasText: 'baclofen, age 78' }).waitFor();
  await page.locator('#condition').fill('renal impairment');
  await page.keyboard.press('Enter');
  await page.locator('.alert', { hasText: 'baclofen, renal impairment' }).waitFor();
  await page.getByRole('button', { name: 'Remove phenelzine' }).click();
  await page.locator('.alert', { hasText: 'with phenelzine' }).waitFor({ state: 'detached' });
}));

test('a late answer never takes the place of a newer one', () => withPage(async (page) => {
  let asked = 0;
  await page.route('**/v1/check', async (route) => {
    asked += 1;
    if (asked === 1) await new Promise((resolve) => setTimeout(resolve, 800));
    await route.continue().catch(() => {});
  });
  await page.locator('#drug').fill('phenelzine');
  await page.keyboard.press('Enter');
  await page.waitForTimeout(200);
  await page.locator('#drug').fill('levodopa');
  await page.keyboard.press('Enter');
  await page.locator('.alert', { hasText: 'phenelzine with levodopa' }).waitFor();
  await page.waitForTimeout(1000);
  assert.equal(await text(page, '.verdict h2').then((title) => / for 3 entries$/.test(title)), true);
}, { list: ['baclofen'] }));

test('a new drug is marked in its alerts', () => withPage(async (page) => {
  await page.getByRole('button', { name: 'Current phenelzine' }).click();
  await settled(page);
  await page.locator('.alert .note', { hasText: 'new' }).first().waitFor();
  assert.equal(await page.getByRole('button', { name: 'New phenelzine' }).count(), 1);
}, { list: ['baclofen', 'phenelzine'] }));

test('clear empties the page and the address, and can be taken back', () => withPage(async (page) => {
  await page.getByRole('button', { name: 'Clear' }).click();
  assert.deepEqual(await texts(page, '.entry'), []);
  assert.equal(new URL(page.url()).hash, '');
  assert.match(await text(page, '.nothing'), /Nothing to check yet/);
  await page.getByRole('button', { name: 'Undo' }).click();
  await settled(page);
  assert.equal((await texts(page, '.entry')).length, 2);
}, { list: ['baclofen', 'phenelzine'], more: { age: '78' } }));
