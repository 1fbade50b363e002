// Names that nobody knows, that were misspelt, or that no rule speaks of.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { EIGHT, OLD_KIDNEYS, settled, text, texts, withPage } from '../browser.mjs';

const NONE = /no interaction known/i;

test('an unknown name stays, and nobody is told that nothing was found', () => withPage(async (page) => {
  assert.match(await text(page, '.entry.doubtful'), /Elsewherol\s+not understood, not checked/);
  assert.match(await text(page, '.unchecked'), /“Elsewherol” was not understood/);
  assert.equal(await text(page, '.verdict h2'), 'No result for this list');
  assert.doesNotMatch(await text(page, 'body'), NONE);
  await page.locator('.unchecked').getByRole('button', { name: 'Remove' }).click();
  await page.locator('.verdict.none').waitFor();
  assert.match(await text(page, '.verdict'), NONE);
}, { list: ['lisinopril', 'gabapentin', 'Elsewherol'] }));

test('a misspelt name is checked under an assumption until it is settled', () => withPage(async (page) => {
  assert.match(await text(page, '.unchecked'), /“metfromin” was checked under an assumption/);
  await page.locator('.unchecked').getByRole('button', { name: 'metformin', exact: true }).click();
  await page.locator('.unchecked').waitFor({ state: 'detached' });
  assert.deepEqual(await texts(page, '.entry .name'), ['baclofen', 'metformin']);
}, { list: ['baclofen', 'metfromin'] }));

test('a drug of which no rule speaks qualifies the result', () => withPage(async (page) => {
  assert.equal(await text(page, '.verdict h2'), 'Not every drug is covered');
  assert.match(await text(page, '.verdict'), /silence about it means nothing/);
  assert.match(await text(page, '.unchecked'), /carbidopa is known, but no rule speaks of it/);
}, { list: ['carbidopa', 'lisinopril'] }));

test('a condition that is not understood is told, with what to take', () => withPage(async (page) => {
  assert.match(await text(page, '.unchecked'), /Condition “renal impairmnt”/);
  await page.locator('.unchecked').getByRole('button', { name: 'renal impairment' }).click();
  await page.locator('.alert', { hasText: 'baclofen, renal impairment' }).waitFor();
}, { list: ['baclofen'], more: { condition: 'renal impairmnt' } }));

test('in the table of pairs an entry that was not checked is marked as that', () => withPage(async (page) => {
  const cells = await texts(page, '.matrix tbody tr:last-child td');
  assert.ok(cells.length === 7 && cells.every((cell) => cell.includes('?')), cells.join());
}, { list: EIGHT }));

for (const list of [[], ['lisinopril', 'gabapentin'], EIGHT])
  test(`no tick and no promise: ${list.length} entries`, () => withPage(async (page) => {
    const seen = await text(page, 'body');  // Without what the sources say, which is their word.
    assert.doesNotMatch(seen, /\bsafe(ly)?\b/i);
    assert.doesNotMatch(seen, /[✓✔☑✅]/u);
  }, { list, more: OLD_KIDNEYS }));

test('a list that was settled is asked again', () => withPage(async (page) => {
  await page.locator('#drug').fill('gabapentin');
  await page.keyboard.press('Enter');
  await settled(page);
  await page.locator('.verdict.none').waitFor();
}, { list: ['lisinopril'] }));
