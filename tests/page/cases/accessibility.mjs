// WCAG 2.2 AA by axe, in light and dark, and narrow screens.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { EIGHT, OLD_KIDNEYS, SIZES, text, withPage } from '../browser.mjs';
import { violations } from '../violations.mjs';

const STATES = {
  'nothing entered': [{}],
  'wording for patients': [{ list: EIGHT, more: { ...OLD_KIDNEYS, for: 'patient' } }],
  'nothing known': [{ list: ['lisinopril', 'gabapentin'] }],
  'everything open': [{ list: EIGHT, more: OLD_KIDNEYS }, async (page) => {
    await page.locator('.tile.moderate').click();
    await page.locator('summary').first().click();
    await page.locator('#drug').pressSequentially('lith');
    await page.locator('[role=option]').first().waitFor();
    await page.keyboard.press('ArrowDown');
  }],
};

for (const dark of [false, true])
  for (const [state, [options, act]] of Object.entries(STATES))
    test(`axe finds nothing: ${state}, ${dark ? 'dark' : 'light'}`, () => withPage(async (page) => {
      await act?.(page);
      assert.deepEqual(await violations(page), []);
    }, { ...options, dark }));

test('axe finds nothing on a phone', () => withPage(async (page) => assert.deepEqual(await violations(page), []),
  { list: EIGHT, more: OLD_KIDNEYS, size: SIZES.phone }));

for (const width of [320, 390, 768, 1280, 1920, 2560])
  test(`nothing is cut at ${width} pixels`, () => withPage(async (page) => {
    const reach = await page.evaluate(() => document.scrollingElement.scrollWidth);
    assert.ok(reach <= width, `it reaches to ${reach}`);
  }, { list: EIGHT, more: OLD_KIDNEYS, size: { width, height: 844 } }));

for (const [name, size] of Object.entries(SIZES))
  test(`version and date of the rules stay in view, ${name}`, () => withPage(async (page) => {
    await page.evaluate(() => scrollTo({ top: document.body.scrollHeight, behavior: 'instant' }));
    const { y, height } = await page.locator('.in-force').boundingBox();
    assert.ok(y >= 0 && y + height <= size.height, `at ${y}`);
    assert.match(await text(page, '.in-force'), /Rules \d{4}\.\d+\.\d+ of \d+ \w+ \d{4}/);
  }, { list: EIGHT, size }));

test('what can be pressed is 24 pixels wide and high', () => withPage(async (page) => {
  const small = await page.evaluate(() => [...document.querySelectorAll('button:not(.link), summary, select, input')].filter((one) => {
    const { width, height } = one.getBoundingClientRect();
    return width > 0 && (width < 24 || height < 24);
  }).map((one) => one.outerHTML.slice(0, 100)));
  assert.deepEqual(small, []);
}, { list: EIGHT, size: SIZES.phone }));
