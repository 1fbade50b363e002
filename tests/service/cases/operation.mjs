// Numbers, readiness, and the listener for operators.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { get, post } from '../client.mjs';
import { talk } from '../raw.mjs';
import { Service } from '../service.mjs';

/// The value of one sample, by its whole name.
const sample = (text, name) => Number(text.split('\n').find((line) => line.startsWith(`${name} `))?.split(' ')[1] ?? 0);
const metrics = async () => (await get('/metrics')).body;

test('metrics: a check is counted, with its rules and its unknown names', async () => {
  const before = await metrics();
  await post({ medications: ['baclofen', 'phenelzine', 'canarydrug'] });
  const after = await metrics();
  const grown = (name) => sample(after, name) - sample(before, name);
  assert.equal(grown('crosscheck_http_requests_total{route="/v1/check",status="200"}'), 1);
  assert.equal(grown('crosscheck_http_request_duration_seconds_count{route="/v1/check"}'), 1);
  assert.equal(grown('crosscheck_rule_findings_total{rule="baclofen-maoi"}'), 1);
  assert.equal(grown('crosscheck_medications_total'), 3);
  assert.equal(grown('crosscheck_medications_not_recognised_total'), 1);
  assert.equal(sample(after, 'crosscheck_knowledge_last_reload_successful'), 1);
  assert.ok(sample(after, 'crosscheck_connections') >= 1);
  assert.doesNotMatch(after, /canary/);
});

test('metrics: a path that is not there is no label', async () => {
  await get('/canarypath');
  assert.doesNotMatch(await metrics(), /canary/);
});

test('ids: a request id is taken over if it is one, and is in the log line', async () => {
  const id = '3f2504e0-4f89-11d3-9a0c-0305e82c3301';
  assert.equal((await get('/livez', { 'X-Request-ID': id })).headers['x-request-id'], id);
  const made = (await get('/livez', { 'X-Request-ID': 'canarydrug for Jane Doe' })).headers['x-request-id'];
  assert.match(made, /^[0-9a-f]{32}$/);
  const { headers } = await get('/livez', { traceparent: '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01' });
  assert.match(headers.traceparent, /^00-4bf92f3577b34da6a3ce929d0e0e4736-[0-9a-f]{16}-00$/);
});

test('ids: a method that nobody knows has an id and a log line of its own', async () => {
  const other = await new Service().start({ flags: ['--threads', '1'] });
  try {
    await fetch(`${other.url}/v1/check?medications=baclofen`);
    const [answer] = await talk(['BREW / HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n'], { port: other.port });
    assert.equal(answer.status, 405);
    await other.stop();
    const [check, brew] = other.logLines().filter(({ message }) => message === 'request');
    assert.equal(brew.request_id, answer.headers['x-request-id']);
    assert.notEqual(brew.request_id, check.request_id);
    assert.deepEqual([brew.route, brew.status, brew.medications], ['/', 405, undefined]);
  } finally {
    await other.stop();
  }
});

test('operators: their listener has the numbers and the reload, the clients\' has neither', async () => {
  const other = await new Service().start({ flags: ['--admin-port', '0'] });
  try {
    const listening = () => other.logLines().filter(({ message }) => message === 'listening');
    while (listening().length < 2) await new Promise((resolve) => setTimeout(resolve, 20));
    const admin = `http://127.0.0.1:${listening()[1].port}`;
    const ask = async (url, options) => (await fetch(url, options)).status;
    assert.equal(await ask(`${admin}/metrics`), 200);
    assert.equal(await ask(`${admin}/readyz`), 200);
    assert.equal(await ask(`${admin}/v1/check?medications=baclofen`), 404);
    assert.equal(await ask(`${other.url}/metrics`), 404);
    assert.equal(await ask(`${other.url}/v1/admin/reload`, { method: 'POST' }), 404);
    const before = other.logLines().length;
    const pages = [{ Origin: 'http://evil.example' }, { Origin: admin }, { Origin: 'null' }, { 'Sec-Fetch-Site': 'cross-site' }, { 'Sec-Fetch-Site': 'same-site' }, { 'Sec-Fetch-Site': 'same-origin' }];
    for (const headers of pages) {
      const lines = ['POST /v1/admin/reload HTTP/1.1', 'Host: h', 'Content-Length: 0', 'Connection: close', ...Object.entries(headers).map((header) => header.join(': '))];
      const [refused] = await talk([`${lines.join('\r\n')}\r\n\r\n`], { port: listening()[1].port });
      assert.equal(refused.status, 403, JSON.stringify(headers));
      assert.equal(refused.headers['access-control-allow-origin'], undefined);
    }
    assert.ok(other.logLines().slice(before).every(({ message }) => !/reloaded/.test(message)));
    const reloaded = await fetch(`${admin}/v1/admin/reload`, { method: 'POST' });
    assert.equal(reloaded.status, 200);
    assert.deepEqual(Object.keys(await reloaded.json()), ['version', 'added', 'removed', 'severity_changed']);
    const ready = await (await fetch(`${admin}/readyz?verbose`)).json();
    assert.deepEqual([ready.status, ready.problems], ['ok', []]);
  } finally {
    await other.stop();
  }
});

test('a stop: not ready, but serving, for as long as was asked', async () => {
  const other = await new Service().start({ flags: ['--drain-seconds', '1'] });
  const ask = async (path) => (await fetch(other.url + path)).status;
  assert.equal(await ask('/readyz'), 200);
  const stopped = other.stop();
  await new Promise((resolve) => setTimeout(resolve, 200));
  assert.equal(await ask('/readyz'), 503);
  assert.equal(await ask('/v1/check?medications=baclofen'), 200);
  assert.deepEqual(await stopped, { code: 0, signal: null });
});
