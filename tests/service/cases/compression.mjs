// Answers as gzip, for clients that can take them so.
import assert from 'node:assert/strict';
import http from 'node:http';
import { test } from 'node:test';
import { gunzipSync } from 'node:zlib';

import { get, service } from '../client.mjs';
import { QUESTION } from '../hostility.mjs';

/// {status, headers, bytes}, whatever the coding.
function send(method, path, headers = {}, body = undefined) {
  return new Promise((resolve, reject) => {
    const length = body ? { 'content-length': Buffer.byteLength(body), 'content-type': 'application/json' } : {};
    const request = http.request({ host: '127.0.0.1', port: service.port, method, path, agent: false, headers: { ...length, ...headers } }, (response) => {
      const chunks = [];
      response.on('data', (chunk) => chunks.push(chunk)).on('end', () =>
        resolve({ status: response.statusCode, headers: response.headers, bytes: Buffer.concat(chunks) }));
    });
    request.on('error', reject);
    request.end(body);
  });
}

const LARGE = ['/v1/check?medications=baclofen,phenelzine', '/v1/rules', '/v1/classes', '/v1/sources', '/v1/drugs/baclofen', '/openapi.yaml'];
const GZIP = { 'accept-encoding': 'br, gzip;q=0.5' };

for (const path of LARGE)
  test(`gzip: ${path} says the same in fewer bytes`, async () => {
    const plain = await send('GET', path);
    const packed = await send('GET', path, GZIP);
    assert.deepEqual([plain.status, packed.status], [200, 200]);
    assert.deepEqual([plain.headers['content-encoding'], packed.headers['content-encoding']], [undefined, 'gzip']);
    assert.deepEqual(gunzipSync(packed.bytes), plain.bytes);
    assert.ok(packed.bytes.length * 2 < plain.bytes.length, `${packed.bytes.length} of ${plain.bytes.length}`);
    assert.equal(packed.headers['content-type'], plain.headers['content-type']);
    for (const { headers, bytes } of [plain, packed]) {
      assert.match(headers.vary, /\bAccept-Encoding\b/);
      assert.equal(Number(headers['content-length']), bytes.length);
    }
    const head = await send('HEAD', path, GZIP);
    assert.deepEqual([head.headers['content-length'], head.bytes.length], [packed.headers['content-length'], 0]);
  });

test('gzip: a posted question, its table and its faults too', async () => {
  const faulty = JSON.stringify({ medications: Array(100).fill({ wrong: 1 }) });
  for (const [headers, body, status] of [[{}, QUESTION, 200], [{ accept: 'text/plain' }, QUESTION, 200], [{}, faulty, 422]]) {
    const plain = await send('POST', '/v1/check', headers, body);
    const packed = await send('POST', '/v1/check', { ...headers, ...GZIP }, body);
    assert.deepEqual([packed.status, packed.headers['content-encoding']], [status, 'gzip']);
    assert.deepEqual(gunzipSync(packed.bytes), plain.bytes);
  }
});

test('gzip: not for who refuses it, and not for what is small', async () => {
  for (const accepted of ['identity', 'br', 'gzip;q=0', '*;q=0', 'gzip;q=0, *', ''])
    assert.equal((await send('GET', '/v1/rules', { 'accept-encoding': accepted })).headers['content-encoding'], undefined, accepted);
  assert.equal((await send('GET', '/v1/rules', { 'x-accept-encoding': 'gzip' })).headers['content-encoding'], undefined);
  for (const path of ['/livez', '/nothing', '/v1/check']) {
    const { headers } = await send('GET', path, GZIP);
    assert.equal(headers['content-encoding'], undefined, path);
  }
});

test('gzip: the two forms have tags of their own, and each is asked for by its own', async () => {
  const plain = await send('GET', '/v1/rules');
  const packed = await send('GET', '/v1/rules', GZIP);
  assert.equal(packed.headers.etag, plain.headers.etag.replace(/"$/, '-gzip"'));
  const again = async (tag, headers) => (await send('GET', '/v1/rules', { ...headers, 'if-none-match': tag }));
  const known = await again(packed.headers.etag, GZIP);
  assert.deepEqual([known.status, known.headers.etag, known.bytes.length], [304, packed.headers.etag, 0]);
  assert.match(known.headers.vary, /\bAccept-Encoding\b/);
  assert.equal((await again(`W/${packed.headers.etag}`, GZIP)).status, 304);
  assert.equal((await again(plain.headers.etag, GZIP)).status, 200);
  assert.equal((await again(packed.headers.etag, {})).status, 200);
  assert.equal((await again(plain.headers.etag, {})).status, 304);
  assert.equal((await get('/v1/rules', { 'if-none-match': '*' })).status, 304);
});
