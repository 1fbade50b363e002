// How often one caller may ask.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { withKeys } from '../keys_file.mjs';
import { rules } from '../places.mjs';
import { run, Service } from '../service.mjs';

const SLOW = { name: 'slow', key: 'canary-key-slow', scopes: ['check', 'metrics'], rate_per_second: 1, burst: 3 };
const FREE = { name: 'free', key: 'canary-key-free', scopes: ['check'] };
const LIST = '/v1/check?medications=baclofen,phenelzine';

/// Statuses of `count` requests that are sent at once, and the answers.
async function flood(other, count, target, { key } = {}) {
  const headers = key ? { authorization: `Bearer ${key}` } : {};
  const answers = await Promise.all(Array.from({ length: count }, () => fetch(other.url + target, { headers })));
  return { answers, refused: answers.filter(({ status }) => status === 429) };
}

test('rates: each key has a bucket of its own; what is over it is 429, and says when to come again', async () => {
  await withKeys([SLOW, FREE], async (place) => {
    const other = await new Service().start({ flags: ['--keys', place] });
    try {
      const begun = Date.now();
      const { answers, refused } = await flood(other, 30, LIST, SLOW);
      const most = 3 + Math.ceil((Date.now() - begun) / 1000);
      assert.ok(30 - refused.length >= 3 && 30 - refused.length <= most, `${30 - refused.length} of 30 passed`);
      assert.equal(answers.filter(({ status }) => status !== 200 && status !== 429).length, 0);
      for (const answer of refused) {
        assert.match(answer.headers.get('retry-after'), /^[1-9][0-9]*$/);
        assert.equal(answer.headers.get('content-type'), 'application/problem+json');
        assert.equal((await answer.json()).status, 429);
      }
      assert.equal((await flood(other, 30, LIST, FREE)).refused.length, 0, 'another key is not held up');
      for (const target of ['/livez', '/readyz']) assert.equal((await flood(other, 30, target)).refused.length, 0, target);
      const { answers: numbers } = await flood(other, 30, '/metrics', SLOW);
      assert.ok(numbers.every(({ status }) => status === 200));
      const line = `crosscheck_http_requests_total{route="/v1/check",status="429"} ${refused.length}`;
      assert.ok((await numbers[0].text()).split('\n').includes(line), line);
      await new Promise((resolve) => setTimeout(resolve, 1000 * Number(refused[0].headers.get('retry-after'))));
      assert.equal((await flood(other, 1, LIST, SLOW)).refused.length, 0, 'after the wait it is answered');
    } finally {
      await other.stop();
    }
  });
});

test('rates: --rate-limit is for keys without a rate, and without keys for all together', async () => {
  const anonymous = await new Service().start({ flags: ['--rate-limit', '2'] });
  try {
    assert.ok((await flood(anonymous, 40, LIST)).refused.length > 0);
    assert.equal((await flood(anonymous, 40, '/livez')).refused.length, 0);
  } finally {
    await anonymous.stop();
  }
  await withKeys([SLOW, { ...FREE, rate_per_second: 1000 }, { ...FREE, key: 'canary-key-other' }], async (place) => {
    const other = await new Service().start({ flags: ['--keys', place, '--rate-limit', '2'] });
    try {
      assert.equal((await flood(other, 40, LIST, FREE)).refused.length, 0);
      assert.ok((await flood(other, 40, LIST, { key: 'canary-key-other' })).refused.length > 0);
    } finally {
      await other.stop();
    }
  });
});

for (const [name, value] of [['rate_per_second', 0], ['rate_per_second', -1], ['rate_per_second', '5'], ['burst', 0.5]])
  test(`rates: a key with ${name} ${JSON.stringify(value)} starts no service`, async () => {
    await withKeys([{ ...FREE, [name]: value }], async (place) => {
      const { code, stderr } = await run(['serve', '--port', '0', '--rules', rules, '--keys', place]);
      assert.equal(code, 2);
      assert.ok(stderr.includes(`/keys/0/${name}`), stderr);
    });
  });
