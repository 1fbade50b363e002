// Only the answer to what was wanted last is heard.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { Latest } from '../../../server/page/source/latest.js';

const sleep = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

test('an answer that comes after a later question is not heard', async () => {
  const waiting = {};
  const heard = [];
  const latest = new Latest(0, (wanted) => new Promise((resolve) => (waiting[wanted] = resolve)));
  latest.want('first', ({ answer }) => heard.push(answer));
  await sleep(20);
  latest.want('second', ({ answer }) => heard.push(answer));
  await sleep(20);
  waiting.second('second');
  waiting.first('first');
  await sleep(20);
  assert.deepEqual(heard, ['second']);
});

test('what is wanted in a burst is asked for once; what is dropped is not heard', async () => {
  const asked = [];
  const latest = new Latest(20, async (wanted) => asked.push(wanted));
  for (const wanted of ['b', 'ba', 'bac']) latest.want(wanted, () => {});
  await sleep(60);
  assert.deepEqual(asked, ['bac']);
  latest.want('bacl', () => assert.fail('it was dropped'));
  latest.drop();
  await sleep(60);
  assert.deepEqual(asked, ['bac']);
});

test('a failure is heard as one', async () => {
  const fault = new Error('gone');
  const latest = new Latest(0, () => Promise.reject(fault));
  assert.deepEqual(await new Promise((hear) => latest.want('x', hear)), { fault });
});
