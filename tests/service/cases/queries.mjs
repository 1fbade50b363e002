// What stands in a query: nothing of it is lost on the way to the checker.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { get } from '../client.mjs';
import { talk } from '../raw.mjs';

const check = async (query) => (await get(`/v1/check?${query}`)).json();
const texts = ({ medications }) => medications.map(({ text }) => text);

test('query: what stands before a second equals sign is not lost', async () => {
  const answer = await check('medications=phenelzine=baclofen');
  assert.deepEqual(texts(answer), ['phenelzine=baclofen']);
  assert.equal(answer.complete, false);
  assert.equal((await get('/REST/interaction/list.json?rxcuis=8123=1292')).status, 404);
});

test('query: a drug that is named twice in the same words is a duplicate', async () => {
  const answer = await check('medications=baclofen&medications=baclofen');
  assert.deepEqual(texts(answer), ['baclofen', 'baclofen']);
  assert.equal(answer.duplicates.length, 1);
});

test('query: what may stand once and stands twice is refused', async () => {
  assert.equal((await get('/v1/check?medications=baclofen&minimum_severity=major&minimum_severity=major')).status, 422);
});

test('query: a question mark in it is a character like others', async () => {
  assert.deepEqual(texts(await check('medications=baclofen?')), ['baclofen?']);
});

const status = async (head) => (await talk([`${head}\r\nHost: h\r\nConnection: close\r\n\r\n`]))[0];

test('head: a header line is as long as the head may be', async () => {
  for (const value of ['a'.repeat(12_000), '%41'.repeat(4000)])
    assert.equal((await status(`GET /livez HTTP/1.1\r\nX-Long: ${value}`)).status, 200);
});

test('head: a method that nobody knows is not allowed, or finds nothing', async () => {
  assert.equal((await status('BREW /livez HTTP/1.1')).status, 405);
  assert.equal((await status('get /livez HTTP/1.1')).status, 405);
  assert.equal((await status('BREW /nothing HTTP/1.1')).status, 404);
});

test('head: a list on several lines is one list', async () => {
  const { status: found, headers } = await status('GET /v1/check?medications=baclofen HTTP/1.1\r\nAccept: text/html\r\nAccept: application/json');
  assert.equal(found, 200);
  assert.match(headers['content-type'], /json/);
});

test('head: an answer without a body states no length', async () => {
  const { headers } = await status('GET /v1/classes HTTP/1.1');
  const unchanged = await status(`GET /v1/classes HTTP/1.1\r\nIf-None-Match: "other"\r\nIf-None-Match: ${headers.etag}`);
  assert.equal(unchanged.status, 304);
  assert.equal(unchanged.headers['content-length'], undefined);
});

test('body: an escape in the path leaves its limit where it is', async () => {
  const [answer] = await talk(['POST /v1/chec%6b HTTP/1.1\r\nHost: h\r\nContent-Type: application/json\r\nContent-Length: 1500000\r\n\r\n']);
  assert.equal(answer.status, 413);
});
