// A whole check without a mouse.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { settled, texts, withPage } from '../browser.mjs';

/// Presses Tab until the focus is on what matches.
async function tabTo(page, selector) {
  for (let left = 80; left > 0; left -= 1) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((wanted) => document.activeElement.matches(wanted), selector)) return;
  }
  assert.fail(`Tab does not reach ${selector}`);
}

const focused = (page) => page.evaluate(() => document.activeElement.id);

test('a check by keyboard alone', () => withPage(async (page) => {
  await tabTo(page, '#drug');
  await page.keyboard.type('liore');
  await page.locator('[role=option]').first().waitFor();
  await page.keyboard.press('ArrowDown');
  assert.equal(await page.locator('#drug').getAttribute('aria-activedescendant'), 'drug-0');
  await page.keyboard.press('Enter');
  await page.keyboard.type('phenelzine');
  await page.keyboard.press('Enter');
  await page.keyboard.type('levodopa, lithium');
  await page.keyboard.press('Enter');
  await settled(page);
  assert.deepEqual((await texts(page, '.entry .name')).map((name) => name.split('\n')[0]), ['Lioresal', 'phenelzine', 'levodopa', 'lithium']);

  await tabTo(page, 'td.contraindicated button');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.activeElement.matches('article.contraindicated'));
  await tabTo(page, 'summary');
  await page.keyboard.press('Enter');
  const details = page.locator('.alert.contraindicated details[open]');
  await details.waitFor();
  assert.match(await details.innerText(), /Rule maoi-levodopa/);
  await tabTo(page, 'a[href^="rules/"]');
  await tabTo(page, '.facts input');
  await page.keyboard.type('70');
  await page.locator('.alert', { hasText: 'age 70' }).first().waitFor();
}));

test('a filter by keyboard, and back', () => withPage(async (page) => {
  await tabTo(page, '.tile.major');
  await page.keyboard.press('Space');
  assert.equal(await page.locator('article.major').count(), 0);
  await tabTo(page, '.left-out button');
  await page.keyboard.press('Enter');
  assert.ok(await page.locator('article.major').count() > 0);
}, { list: ['baclofen', 'phenelzine'] }));

test('the list of suggestions keeps to the pattern of a combobox', () => withPage(async (page) => {
  const field = page.locator('#drug');
  await field.focus();
  await page.keyboard.type('lith');
  await page.locator('[role=option]').nth(2).waitFor();
  assert.equal(await field.getAttribute('aria-expanded'), 'true');
  await page.keyboard.press('ArrowUp');
  const last = await page.locator('[role=option]').count() - 1;
  assert.equal(await field.getAttribute('aria-activedescendant'), `drug-${last}`);
  await page.keyboard.press('ArrowDown');
  assert.equal(await field.getAttribute('aria-activedescendant'), null);
  await page.keyboard.press('Escape');
  assert.equal(await field.getAttribute('aria-expanded'), 'false');
  assert.deepEqual([await field.inputValue(), await focused(page)], ['lith', 'drug']);
  await page.keyboard.press('Escape');
  assert.equal(await field.inputValue(), '');
}));
