// Alerts at a glance: counts, table of pairs, effects, filters, wording.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { EIGHT, OLD_KIDNEYS, settled, text, texts, withPage } from '../browser.mjs';

const PAGE = { list: EIGHT, more: OLD_KIDNEYS };
const RANK = ['contraindicated', 'major', 'moderate', 'minor'];
const severities = (page) => page.locator('article').evaluateAll((all) => all.map((one) => one.classList[1]));

test('worst first, as many as the counts say', () => withPage(async (page) => {
  const shown = await severities(page);
  assert.deepEqual(shown, [...shown].sort((a, b) => RANK.indexOf(a) - RANK.indexOf(b)));
  for (const one of RANK)
    assert.equal(Number((await text(page, `.tile.${one} b`))), shown.filter((severity) => severity === one).length, one);
}, PAGE));

test('an alert names both drugs, the effect and what to do; the rest waits behind a disclosure', () => withPage(async (page) => {
  const alert = page.locator('article.contraindicated').first();
  const parts = (await alert.innerText()).replace(/\s+/g, ' ');
  assert.match(parts, /^Contraindicated phenelzine with amitriptyline .*Effect .+ What to do Do not use together/);
  assert.equal(await alert.locator('.evidence').first().isVisible(), false);
  await alert.locator('summary').click();
  assert.equal(await alert.locator('.evidence').first().isVisible(), true);
  assert.equal(await alert.locator('a').first().getAttribute('href'), 'rules/maoi-tricyclics');
}, PAGE));

test('a cell of the table opens its alert, also one that a filter hides', () => withPage(async (page) => {
  await page.locator('.tile.contraindicated').click();
  assert.equal(await page.locator('article.contraindicated').count(), 0);
  await page.locator('td.contraindicated button').click();
  await page.waitForFunction(() => document.activeElement.matches('article.contraindicated'));
}, PAGE));

test('effects that add up name each drug and how much it adds', () => withPage(async (page) => {
  const bar = page.locator('.bars li', { hasText: 'CNS depression' });
  assert.match((await bar.innerText()).replace(/\s+/g, ' '), /Major total 5 baclofen 2 amitriptyline 1 diazepam 2/);
  assert.equal(await bar.locator('i').count(), 3);
  await bar.getByRole('button').click();
  await page.waitForFunction(() => document.activeElement.textContent.includes('CNS depression adds up'));
}, PAGE));

test('what the filters hide is said, and comes back with one click', () => withPage(async (page) => {
  const all = (await severities(page)).length;
  await page.locator('.tile.major').click();
  assert.match(await text(page, '.left-out'), /Hidden by the filters: \d+ major\./);
  await page.locator('.by-drug select').selectOption({ label: '2 phenelzine' });
  const shown = await severities(page);
  assert.ok(shown.length > 0 && shown.length < all && !shown.includes('major'));
  await page.getByRole('button', { name: 'Show all' }).click();
  assert.equal((await severities(page)).length, all);
  assert.equal(await text(page, '.left-out'), '');
}, PAGE));

test('the same drug twice is told', () => withPage(async (page) => {
  assert.match((await text(page, '.duplicates')).replace(/\s+/g, ' '), /baclofen is in 2 entries of the list 1 Lioresal 2 baclofen/);
  assert.match((await texts(page, '.matrix tbody tr:first-child td')).join(), /=\s*duplicate/);
}, { list: ['Lioresal', 'baclofen', 'lisinopril'] }));

test('the wording can be that for patients', () => withPage(async (page) => {
  const asked = page.waitForRequest('**/v1/check');
  await page.getByRole('button', { name: 'Patient', exact: true }).click();
  assert.equal((await asked).postDataJSON().audience, 'consumer');
  await settled(page);
  assert.match(new URL(page.url()).hash, /for=patient/);
  assert.match(await text(page, '.notice'), /left out for patients/);
}, { list: ['baclofen', 'phenelzine'] }));

test('twenty entries are shown whole', () => withPage(async (page) => {
  assert.equal((await texts(page, '.entry')).length, 20);
  assert.equal(await page.locator('.matrix tbody tr').count(), 19);
  assert.equal(await page.locator('.matrix tbody tr').last().locator('td').count(), 19);
}, { list: [...EIGHT, 'alcohol', 'ibuprofen', 'lithium', 'tizanidine', 'sertraline', 'warfarin', 'furosemide', 'tramadol', 'gabapentin', 'clonidine', 'levodopa', 'metformin'] }));
