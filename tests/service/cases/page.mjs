// The page at /, or the notice in its place: what its answers say beside their content.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { get } from '../client.mjs';
import { rules } from '../places.mjs';
import { run, Service } from '../service.mjs';

test('the page: a document under a strict policy, sent again only when it changed', async () => {
  const { status, headers, body } = await get('/');
  assert.equal(status, 200);
  assert.match(body, /^<!doctype html>/);
  assert.equal(headers['cache-control'], 'no-cache');
  assert.equal(headers['content-security-policy'], "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
    + "img-src 'self' data:; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; frame-ancestors 'none'");
  const again = await get('/', { 'If-None-Match': headers.etag });
  assert.deepEqual([again.status, again.body], [304, '']);
});

test('the page: only those of --frame-ancestors may show it in a frame', async () => {
  const framed = await new Service().start({ flags: ['--frame-ancestors', 'self,https://ehr.example'] });
  try {
    const policy = async (path) => (await fetch(framed.url + path)).headers.get('content-security-policy');
    assert.match(await policy('/'), /frame-ancestors 'self' https:\/\/ehr\.example$/);
    assert.match(await policy('/v1/knowledge'), /frame-ancestors 'none'$/);
  } finally {
    await framed.stop();
  }
});

test('the page: --frame-ancestors with more than origins starts no service', async () => {
  const { code, stderr } = await run(['serve', '--port', '0', '--rules', rules, '--frame-ancestors', "'none'; script-src *"]);
  assert.equal(code, 2);
  assert.match(stderr, /frame-ancestors: expected origins/);
});
