// The page on paper.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';

import { EIGHT, OLD_KIDNEYS, withPage } from '../browser.mjs';

/// The text and the number of pages of a print on A4.
async function printed(page) {
  const pdf = await page.pdf({ format: 'A4' });
  const run = (command) => execFileSync(command, ['-', ...(command === 'pdftotext' ? ['-'] : [])], { input: pdf, encoding: 'utf8' });
  return { words: run('pdftotext').replace(/\s+/g, ' '), pages: Number(/^Pages:\s+(\d+)/m.exec(run('pdfinfo'))[1]) };
}

test('a print of eight drugs is one page, with all that counts', () => withPage(async (page) => {
  const { words, pages } = await printed(page);
  assert.equal(pages, 1, words);
  assert.match(words, /Rules \d{4}\.\d+\.\d+ of \d+ \w+ \d{4}/);
  assert.match(words, /Checked \d+ \w+ \d{4}, \d\d:\d\d/);
  for (const name of EIGHT) assert.ok(words.includes(name.replace('+', '')), name);
  assert.match(words, /not understood, not checked/);
  assert.match(words, /Patient: age: 78; .*conditions: renal impairment/);
  for (const title of await page.locator('h4').allInnerTexts()) assert.ok(words.includes(title), title);
  assert.doesNotMatch(words, /Remove|Add a drug|Clear/);
}, { list: EIGHT, more: OLD_KIDNEYS }));

test('what the filters hide on the screen is printed all the same', () => withPage(async (page) => {
  const titles = await page.locator('article.major h4').allInnerTexts();
  assert.ok(titles.length > 0);
  await page.locator('.tile.major').click();
  assert.equal(await page.locator('.filtered-out').isVisible(), false);
  const { words } = await printed(page);
  assert.match(words, /Hidden on the screen by the filters/);
  for (const title of titles) assert.ok(words.includes(title), title);
}, { list: EIGHT, more: OLD_KIDNEYS }));
