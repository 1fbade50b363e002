// A token of its own in every place of a request, and none of them in what others can read.
import assert from 'node:assert/strict';
import { readdirSync, readlinkSync } from 'node:fs';
import { test } from 'node:test';

import { withKeys } from '../keys_file.mjs';
import { talk } from '../raw.mjs';
import { Service } from '../service.mjs';

const KEYS = ['check', 'metrics', 'admin'].map((scope) => ({ name: `canaryname${scope}`, key: `canarykey${scope}`, scopes: [scope] }));
const PATIENCE = 10_000;

const tokens = [];
/// A word that was never used before and that no drug is called.
function canary(place) {
  const token = `canary${tokens.length}q${Math.random().toString(36).slice(2, 8)}`;
  tokens.push({ token, place });
  return token;
}

/// One request that closes its connection, as bytes.
function request(method, target, { key = 'canarykeycheck', headers = {}, body = '' } = {}) {
  const length = method === 'POST' || body ? { 'Content-Length': Buffer.byteLength(body) } : {};
  const authorization = key ? { Authorization: `Bearer ${key}` } : {};
  const lines = Object.entries({ Host: 'h', Connection: 'close', ...authorization, ...length, ...headers });
  return `${method} ${target} HTTP/1.1\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n${body}`;
}

const JSON_TYPE = { 'Content-Type': 'application/json' };
const post = (body, more = {}) => request('POST', '/v1/check', { headers: { ...JSON_TYPE, ...more }, body: typeof body === 'string' ? body : JSON.stringify(body) });

/// Requests whose answers are for the asker alone, and may repeat what was asked.
function ordinary() {
  const c = canary;
  return [
    post({ medications: [c('text'), 'baclofen', { text: c('medication'), id: c('id'), route: c('route'),
      code: { system: 'rxnorm', value: c('code'), display: c('display') } }],
    patient: { age_years: 70, conditions: [c('condition'), { code: { system: 'icd10', value: c('condition code') } }], allergies: [c('allergy')] } }),
    post({ medications: [{ text: 5, [c('member')]: c('member value') }], [c('top member')]: 1, minimum_severity: c('severity'), audience: c('audience') }),
    post({ medications: [{ code: { system: c('system'), value: '1' } }], patient: { pregnant: c('pregnant'), age_years: c('age') } }),
    post(`{"medications":["${c('malformed JSON')}" "baclofen"]}`),
    post(`["${c('an array')}"]`),
    post(`{"${c('key twice')}":1,"medications":[]`),
    post(Buffer.from(c('no JSON')).toString('latin1')),
    post({ medications: [] }, { 'Content-Type': `text/${c('content type')}` }),
    post({ medications: [] }, { Accept: `application/${c('accept')}` }),
    request('GET', `/v1/check?medications=${c('query')},baclofen`),
    request('GET', `/v1/check?${c('parameter')}=${c('parameter value')}`),
    request('GET', `/v1/drugs?search=${c('search')}`),
    request('GET', `/v1/drugs/${c('drug')}`),
    request('GET', `/v1/classes/${c('class')}`),
    request('GET', `/v1/rules/${c('rule')}`),
    request('GET', `/${c('path')}`),
    request('GET', '/v1/rules', { headers: { 'If-None-Match': `"${c('tag')}"` } }),
    request('POST', '/v1/check/batch', { headers: { 'Content-Type': 'application/x-ndjson' },
      body: `{"medications":["${c('batch')}"]}\n{"medications":["${c('broken line')}"\n{"${c('member of a line')}":1}\n` }),
  ];
}

/// Requests that are refused for what they are: those answers repeat nothing.
function refused() {
  const c = canary;
  return [
    request(c('method').toUpperCase(), '/v1/check'),
    request('GET', '/livez', { headers: { [c('header name')]: 'x', [`REMOTE_${c('header of the library')}`]: 'x', 'X-Request-ID': c('request id'),
      traceparent: c('trace'), tracestate: c('state'), 'User-Agent': c('agent'), Referer: `https://h/${c('referer')}`, Cookie: c('cookie'), Origin: c('origin'),
      'X-Forwarded-For': c('forwarded'), 'Accept-Language': c('language') } }),
    request('GET', '/v1/rules', { key: c('bad key') }),
    request('GET', '/v1/rules', { key: '', headers: { Authorization: `${c('scheme')} x` } }),
    request('GET', '/metrics', { headers: { 'X-Patient': c('out of scope') } }),
    request('POST', `/v1/admin/reload?${c('reload query')}`, { key: 'canarykeycheck', body: c('reload body') }),
    request('DELETE', `/v1/rules/${c('not allowed')}`),
    `GET /${c('no host')} HTTP/1.1\r\n\r\n`,
    `GET /${c('host twice')} HTTP/1.1\r\nHost: ${c('host')}\r\nHost: ${c('other host')}\r\n\r\n`,
    `GET /${c('version')} HTTP/${c('version')}\r\nHost: h\r\n\r\n`,
    `${c('no request')}\r\n\r\n`,
    `GET / HTTP/1.1\r\nHost: h\r\n${c('no header')}\r\n\r\n`,
    `GET /${c('too long')}${'x'.repeat(9000)} HTTP/1.1\r\nHost: h\r\n\r\n`,
    `POST /v1/check HTTP/1.1\r\nHost: h\r\nContent-Length: ${c('length')}\r\n\r\n`,
    `POST /v1/check HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n${c('no chunk')}\r\n`,
    `POST /v1/check HTTP/1.1\r\nHost: h\r\nContent-Encoding: ${c('encoding')}\r\nContent-Length: 2\r\n\r\n{}`,
    `GET / HTTP/1.1\r\nHost: h\r\nContent-Length: 20\r\n\r\n${c('body of GET')}`,
  ];
}

/// Places whose token is in `text`.
const found = (text) => tokens.filter(({ token }) => text.toLowerCase().includes(token.toLowerCase())).map(({ place }) => place);

test('canaries: nothing of a request gets into logs, numbers, refusals or core files', async () => {
  await withKeys(KEYS, async (place) => {
    const other = await new Service().start({ flags: ['--keys', place, '--admin-port', '0', '--log-level', 'debug'] });
    try {
      const ports = () => other.logLines().filter(({ message }) => message === 'listening').map(({ port }) => port);
      while (ports().length < 2) await new Promise((resolve) => setTimeout(resolve, 20));
      const [clients, admin] = ports();
      const answers = [];
      for (const bytes of ordinary()) answers.push(...await talk([bytes], { port: clients, patience: PATIENCE }));
      for (const port of [clients, admin])
        for (const bytes of refused()) {
          const here = await talk([bytes], { port, patience: PATIENCE });
          assert.ok(here.length > 0, bytes);
          for (const { status, headers, body } of here) assert.deepEqual(found(JSON.stringify(headers) + body), [], `${status} ${bytes.slice(0, 60)}`);
        }
      const [numbers] = await talk([request('GET', '/metrics', { key: 'canarykeymetrics' })], { port: admin, patience: PATIENCE });
      assert.equal(numbers.status, 200);
      const [reloaded] = await talk([request('POST', `/v1/admin/reload?${canary('query of a reload')}`, { key: 'canarykeyadmin', body: canary('body of a reload') })], { port: admin, patience: PATIENCE });
      assert.equal(reloaded.status, 200);
      await other.reload();
      const core = readlinkSync(`/proc/${other.pid}/cwd`);
      await other.stop();
      assert.ok(tokens.length > 60 && answers.length >= 18, 'all was sent');
      assert.ok(found(answers.map(({ body }) => body).join()).includes('text'), 'a token that is there is found');
      assert.deepEqual(found(other.log), []);
      assert.doesNotMatch(other.log, /canary|baclofen(?!-)/i);
      assert.deepEqual(found(numbers.body), []);
      assert.doesNotMatch(numbers.body, /canary/);
      assert.deepEqual(readdirSync(core).filter((name) => /^core(\.\d+)?$/.test(name)), []);
    } finally {
      await other.stop();
    }
  });
});
