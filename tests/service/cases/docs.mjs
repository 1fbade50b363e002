// /docs: the reference of the API, or a notice where it was left out.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { get, service } from '../client.mjs';

test('/docs loads from this service only, and every part of it is there', async () => {
  const { status, headers, body } = await get('/docs');
  assert.equal(status, 200);
  assert.equal(headers['content-type'], 'text/html; charset=utf-8');
  const policy = headers['content-security-policy'].split('; ');
  for (const part of ["default-src 'none'", "script-src 'self'", "style-src 'self'", "connect-src 'self'", "require-trusted-types-for 'script'",
    'trusted-types default dompurify', "frame-ancestors 'none'"]) assert.ok(policy.includes(part), part);
  for (const [, part] of body.matchAll(/(?:src|href)="(?!data:)([^"]+)"/g)) {
    assert.match(part, /^(docs\/[\w.-]+|openapi\.yaml)$/);
    assert.equal((await fetch(`${service.url}/${part}`)).status, 200, part);
  }
});

test('/docs is sent again only when it has changed', async () => {
  const { headers } = await get('/docs');
  assert.equal((await get('/docs', { 'If-None-Match': headers.etag })).status, 304);
  assert.equal((await get('/docs', { 'If-None-Match': '"other"' })).status, 200);
});
