// /docs: the reference of the API works under its policy, and can be read.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { operations } from '../../service/contract.mjs';
import { service, withAddress } from '../browser.mjs';
import { violations } from '../violations.mjs';

const CHECK = '#operations-check-check_list';
const opened = (page) => page.locator('.opblock').first().waitFor({ timeout: 60_000 });

test('every operation of openapi.yaml is shown', () => withAddress('/docs', async (page) => {
  await opened(page);
  const shown = await page.locator('.opblock').evaluateAll((blocks) => blocks.map(({ id }) => id.replace(/^operations-[a-z]+-/, '')));
  assert.deepEqual(shown.sort(), operations.map(({ operation }) => operation.operationId).sort());
}));

for (const dark of [false, true])
  test(`a list can be tried out, and axe finds nothing: ${dark ? 'dark' : 'light'}`, () => withAddress('/docs', async (page) => {
    await opened(page);
    assert.deepEqual(await violations(page, []), [], 'closed');
    await page.locator(`${CHECK} .opblock-summary-control`).click();
    await page.locator(`${CHECK} .try-out__btn`).click();
    await page.locator(`${CHECK} .execute`).click();
    const answer = page.locator(`${CHECK} .live-responses-table`);
    await answer.waitFor({ timeout: 60_000 });
    assert.match(await answer.innerText(), /baclofen with phenelzine/);
    assert.match(await page.locator(`${CHECK} .request-url`).innerText(), new RegExp(`${service.url}/v1/check`));
    assert.deepEqual(await violations(page, []), [], 'answered');
  }, { dark }));

test('a text that is more than plain text does not become HTML', () => withAddress('/docs', async (page, faults) => {
  await opened(page);
  const made = (html) => page.evaluate((text) => {
    const box = document.createElement('div');
    try {
      box.innerHTML = text;
      return box.childElementCount;
    } catch {
      return 'refused';
    }
  }, html);
  assert.equal(await made('<p>one <code>two</code> <a href="https://example.org">three</a></p>'), 1);
  for (const html of ['<img src=x onerror=alert(1)>', '<script>1</script>', '<p onclick="x">y</p>', '<a href="javascript:x">y</a>',
    '<svg><a></a></svg>', '<p', '<iframe srcdoc="x"></iframe>', '<p class="a" style="b">c</p>'])
    assert.equal(await made(html), 'refused', html);
  faults.length = 0;  // Of what was refused on purpose.
}));
