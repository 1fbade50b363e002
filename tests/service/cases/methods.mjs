// Paths and methods that are not there, HEAD, and Range.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { ask, get } from '../client.mjs';
import { operations } from '../contract.mjs';
import { QUESTION, stillWell } from '../hostility.mjs';

for (const path of ['/page', '/page/', '/page/none.js', '/page/../v1', '/index.html', '/v1', '/v1/', '/v1/check/', '/v1/Check', '/V1/check', '/v2/check', '/v1/drug', '/v1/drugs/',
  '/v1/drugs/baclofen/rules', '/v1//check', '//v1/check', '/v1/check;x=1', '/livez/', '/etc/passwd',
  '/v1/../livez', '/..%2f..%2fetc/passwd', '/%00', '/v1/check%00', '/v1/rules/a/b', '/metrics.json'])
  test(`GET ${path} is not found`, async () => {
    assert.equal((await get(path)).status, 404);
    await stillWell();
  });

const example = (path) => path.replace('{key}', 'baclofen').replace('{id}', 'baclofen-maoi');
const paths = [...new Set(operations.map(({ path }) => path))];

for (const path of paths)
  for (const method of ['PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'POST'])
    if (!operations.some((one) => one.path === path && one.method === method))
      test(`${method} ${path} is refused, with Allow`, async () => {
        const body = method.startsWith('P') ? QUESTION : undefined;
        const headers = body ? { 'content-type': 'application/json' } : {};
        assert.equal((await ask(method, example(path), { headers, body })).status, 405);
      });

for (const path of paths)
  test(`HEAD ${path} has the head of GET and no body`, async () => {
    const place = path.includes('/classes/') ? '/v1/classes/maoi' : example(path);
    const query = { '/v1/check': '?medications=baclofen', '/v1/drugs': '?search=baclofen' }[path] ?? '';
    const [head, whole] = [await ask('HEAD', place + query), await get(place + query)];
    assert.equal(head.status, whole.status);
    const counts = path === '/metrics' ? ['content-length'] : [];  // this very request grows them
    for (const name of ['content-type', 'content-length', 'cache-control'].filter((one) => !counts.includes(one)))
      assert.equal(head.headers[name], whole.headers[name], name);
  });

for (const range of ['bytes=0-10', 'bytes=5-', 'bytes=-5', 'bytes=0-1,3-4', 'bytes=999999-'])
  test(`Range: ${range} cuts nothing`, async () => {
    const list = '/v1/check?medications=baclofen,phenelzine';
    const whole = (await get(list)).body;
    const headers = { range, 'content-type': 'application/json' };
    for (const answer of [await get(list, { range }), await ask('POST', '/v1/check', { headers, body: QUESTION })]) {
      assert.equal(answer.status, 200);
      assert.equal(answer.body, whole);
    }
  });
