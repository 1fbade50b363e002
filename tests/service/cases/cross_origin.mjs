// Pages of other origins in a browser: who may read an answer, and what every answer forbids.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';

import { ask, get, service } from '../client.mjs';
import { operations } from '../contract.mjs';
import { QUESTION } from '../hostility.mjs';
import { rules } from '../places.mjs';
import { talk } from '../raw.mjs';
import { run, Service } from '../service.mjs';
import { withKeys } from '../keys_file.mjs';

const EHR = 'https://ehr.example';
const LOCAL = 'http://localhost:3000';
const PATIENCE = 10_000;  // The service closes sooner.
const KEY = 'canary-key-of-the-page';
const example = (path) => path.replace('{key}', 'baclofen').replace('{id}', 'baclofen-maoi');
const paths = [...new Set(operations.map(({ path }) => path))];

const other = new Service();
let ended = null;
before(() => new Promise((started, failed) => {
  ended = withKeys([{ name: 'page', key: KEY, scopes: ['check'] }], async (place) => {
    await other.start({ flags: ['--keys', place, '--cors-origins', `${EHR}, ${LOCAL}`] }).then(started, failed);
    await other.ended;
  });
}));
after(async () => {
  await other.stop();
  await ended;
});

const corsHeaders = (headers) => Object.keys(headers).filter((name) => name.startsWith('access-control-'));
const preflight = (origin, method) => ({ origin, 'access-control-request-method': method, 'access-control-request-headers': 'authorization,content-type' });

/// Like fetch, but with an Origin: {status, headers, body}.
async function from(origin, method, target, { headers = {}, body = '', port = other.port } = {}) {
  const length = body ? { 'content-length': body.length } : {};
  const lines = Object.entries({ host: 'h', origin, connection: 'close', ...length, ...headers }).map(([name, value]) => `${name}: ${value}\r\n`);
  return (await talk([`${method} ${target} HTTP/1.1\r\n${lines.join('')}\r\n${body}`], { port, patience: PATIENCE }))[0];
}

for (const place of paths)
  test(`CORS: a page of an allowed origin is told that it may ask ${place}, without a key`, async () => {
    for (const origin of [EHR, LOCAL]) {
      const { status, headers, body } = await from(origin, 'OPTIONS', example(place), { headers: preflight(origin, 'GET') });
      assert.deepEqual([status, body, headers['access-control-allow-origin']], [204, '', origin]);
      const expected = operations.filter((one) => one.path === place).flatMap(({ method }) => (method === 'GET' ? ['GET', 'HEAD'] : [method]));
      assert.deepEqual(headers['access-control-allow-methods'].split(', ').sort(), expected.sort());
      for (const name of ['Content-Type', 'Authorization', 'Accept', 'X-Request-ID', 'traceparent'])
        assert.ok(headers['access-control-allow-headers'].split(', ').includes(name), name);
      assert.match(headers['access-control-max-age'], /^[0-9]+$/);
      assert.match(headers.vary, /\bOrigin\b/);
      assert.equal(headers['access-control-allow-credentials'], undefined);
    }
  });

test('CORS: answers and errors can be read by a page of an allowed origin', async () => {
  const authorization = `Bearer ${KEY}`;
  const type = { 'content-type': 'application/json' };
  const answers = [
    [200, await from(EHR, 'GET', '/v1/check?medications=baclofen', { headers: { authorization } })],
    [200, await from(EHR, 'POST', '/v1/check', { headers: { authorization, ...type }, body: QUESTION })],
    [400, await from(EHR, 'POST', '/v1/check', { headers: { authorization, ...type }, body: '{' })],
    [401, await from(EHR, 'GET', '/v1/rules')],
    [403, await from(EHR, 'GET', '/metrics', { headers: { authorization } })],
    [404, await from(EHR, 'GET', '/nothing')],
    [405, await from(EHR, 'DELETE', '/v1/rules', { headers: { authorization } })],
    [422, await from(EHR, 'GET', '/v1/check', { headers: { authorization } })],
    [413, await from(EHR, 'POST', '/v1/check', { headers: { authorization, ...type, 'content-length': 999_999_999 }, body: '{' })],
  ];
  for (const [expected, { status, headers }] of answers) {
    assert.equal(status, expected);
    assert.equal(headers['access-control-allow-origin'], EHR);
    assert.equal(headers['access-control-expose-headers'], 'X-Request-ID, ETag, Retry-After, X-Unknown-Rxcuis, X-Ambiguous-Rxcuis, X-Not-Covered-Rxcuis');
    assert.match(headers.vary, /\bOrigin\b/);
  }
});

test('CORS: an origin that is not allowed gets no header of it', async () => {
  for (const origin of ['https://evil.example', 'null', `${EHR}.evil.example`, `${EHR}:444`, 'http://ehr.example', 'HTTPS://EHR.EXAMPLE', `${EHR},${LOCAL}`, '*']) {
    const asked = await from(origin, 'OPTIONS', '/v1/check', { headers: preflight(origin, 'POST') });
    assert.deepEqual([asked.status, corsHeaders(asked.headers)], [401, []], origin);
    const sent = await from(origin, 'GET', '/livez');
    assert.deepEqual([sent.status, corsHeaders(sent.headers)], [200, []], origin);
    assert.match(sent.headers.vary, /\bOrigin\b/, 'a cache must not give it to an allowed origin');
  }
});

test('CORS: it is off by default, and OPTIONS is then a method like others', async () => {
  const headers = preflight(EHR, 'GET');
  const asked = await ask('OPTIONS', '/v1/check', { headers });
  assert.deepEqual([asked.status, corsHeaders(asked.headers)], [405, []]);
  const sent = await get('/livez', { origin: EHR });
  assert.deepEqual([corsHeaders(sent.headers), sent.headers.vary], [[], undefined]);
});

test('CORS: an OPTIONS that is no preflight is refused as before', async () => {
  const { status, headers } = await from(EHR, 'OPTIONS', '/livez');
  assert.deepEqual([status, headers.allow], [405, 'GET, HEAD']);
});

test('CORS: * is for every origin, also where nobody knows who asks', async () => {
  const open = await new Service().start({ flags: ['--cors-origins', '*'] });
  try {
    const asked = await from('https://any.example', 'OPTIONS', '/v1/check', { headers: preflight('https://any.example', 'POST'), port: open.port });
    assert.deepEqual([asked.status, asked.headers['access-control-allow-origin']], [204, '*']);
    const [refused] = await talk(['GET / HTTP/1.1\r\n\r\n'], { port: open.port, patience: PATIENCE });
    assert.deepEqual([refused.status, refused.headers['access-control-allow-origin']], [400, '*']);
    assert.equal(refused.headers['access-control-allow-credentials'], undefined);
  } finally {
    await open.stop();
  }
});

test('CORS: the file that --print-config prints keeps all origins', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'crosscheck-config-'));
  try {
    const printed = (await run(['serve', '--cors-origins', `${EHR},${LOCAL}`, '--print-config'])).stdout;
    assert.ok(printed.split('\n').includes(`cors-origins="${EHR},${LOCAL}"`), printed);
    writeFileSync(path.join(folder, 'config'), printed);
    assert.equal((await run(['serve', '--config', path.join(folder, 'config'), '--print-config'])).stdout, printed);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

for (const origins of ['ehr.example', `${EHR}/`, `${EHR},*`, 'null', 'https://EHR.example', 'ftp://ehr.example', `${EHR},,${LOCAL}`])
  test(`CORS: --cors-origins ${origins} starts no service`, async () => {
    const { code, stderr } = await run(['serve', '--port', '0', '--rules', rules, '--cors-origins', origins]);
    assert.equal(code, 2);
    assert.match(stderr, /cors-origins: expected origins/);
  });

const PROTECTION = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
};
const POLICY = "default-src 'none'; frame-ancestors 'none'";
/// Of pages, which have scripts and styles of their own, and nothing of others.
const POLICY_OF_PAGES = /^default-src 'none';( [a-z-]+ ('self'|'self' data:|'none'|'script'|[a-z-]+);)* frame-ancestors 'none'(; trusted-types( [a-z]+)+)?$/;

function assertProtected({ status, headers }, what) {
  for (const [name, value] of Object.entries(PROTECTION)) assert.equal(headers[name], value, `${name} of ${what}`);
  const policy = headers['content-security-policy'];
  if (headers['content-type']?.startsWith('text/html')) assert.match(policy, POLICY_OF_PAGES, what);
  else if (status !== 304) assert.equal(policy, POLICY, what);
  assert.equal(headers.server, undefined, what);
  const kept = (status === 200 || status === 304) && headers.etag !== undefined;
  assert.equal(headers['cache-control'], kept ? 'no-cache' : 'no-store', what);
}

for (const place of paths)
  test(`headers: whatever ${place} answers, browsers may do nothing else with it`, async () => {
    const query = { '/v1/check': '?medications=baclofen', '/v1/drugs': '?search=baclofen' }[place] ?? '';
    const whole = await get(example(place) + query);
    assertProtected(whole, 'GET');
    assertProtected(await ask('HEAD', example(place) + query), 'HEAD');
    assertProtected(await ask('DELETE', example(place)), '405');
    assertProtected(await get(`${example(place)}/nothing`), '404');
    if (whole.headers.etag) assertProtected(await get(example(place), { 'if-none-match': whole.headers.etag }), '304');
    assertProtected(await from(EHR, 'GET', example(place)), 'one without a key');
  });

test('headers: what the front or the library refuses has them too', async () => {
  for (const request of ['GET / HTTP/1.1\r\n\r\n', 'BREW / HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n',
    `GET /${'x'.repeat(9000)} HTTP/1.1\r\nHost: h\r\n\r\n`, 'POST /v1/check HTTP/1.1\r\nHost: h\r\n\r\n'])
    assertProtected((await talk([request], { port: service.port, patience: PATIENCE }))[0], request.slice(0, 30));
});
