// What a client may keep, and how it asks whether it still holds.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { get } from '../client.mjs';
import { run } from '../service.mjs';

const KEPT = ['/v1/drugs/baclofen', '/v1/classes', '/v1/classes/maoi', '/v1/rules', '/v1/rules/baclofen-maoi', '/v1/sources', '/v1/knowledge'];
const NOT_KEPT = ['/v1/check?medications=baclofen', '/v1/drugs?search=baclofen', '/livez', '/readyz', '/metrics'];

for (const path of KEPT)
  test(`${path} is sent again only when the rules or the program have changed`, async () => {
    const { digest } = (await get('/v1/knowledge')).json();
    const version = (await run(['--version'])).stdout.trim().replace('crosscheck ', '');
    const { headers, status } = await get(path);
    assert.equal(status, 200);
    assert.equal(headers.etag, `"${digest}-${version}"`);
    assert.equal(headers['cache-control'], 'no-cache');
    for (const known of [headers.etag, `W/${headers.etag}`, `"other", ${headers.etag}`, '*']) {
      const again = await get(path, { 'If-None-Match': known });
      assert.deepEqual([again.status, again.body, again.headers.etag], [304, '', headers.etag], known);
    }
    for (const other of ['"other"', `"other-${headers.etag.slice(1)}`, headers.etag.slice(1, -1)])
      assert.equal((await get(path, { 'If-None-Match': other })).status, 200, other);
  });

for (const path of NOT_KEPT)
  test(`${path} is not kept by anybody`, async () => {
    const { headers } = await get(path, { 'If-None-Match': '*' });
    assert.equal(headers['cache-control'], 'no-store');
    assert.equal(headers.etag, undefined);
  });
