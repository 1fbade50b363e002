// Feedback on CDS cards: kept or refused as a whole, counted rule by rule, and nothing of a patient.
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';

import { ask, feedbackFile, get, service } from '../client.mjs';
import { answerFaults } from '../contract.mjs';
import { FEEDBACK, FeedbackFile, overridden } from '../feedback_file.mjs';
import { rules } from '../places.mjs';
import { talk } from '../raw.mjs';
import { run, Service } from '../service.mjs';

const send = (value, target = FEEDBACK, type = 'application/json') =>
  ask('POST', target, { headers: { 'content-type': type }, body: typeof value === 'string' ? value : JSON.stringify(value) });
const feedback = (...outcomes) => ({ feedback: outcomes });
const withoutRules = async () => (await get('/v1/feedback/summary')).json().cards_without_rules;

test('feedback: an outcome is kept, once, and a repeated one is no other', async () => {
  const before = await withoutRules();
  const outcome = overridden(randomUUID(), { overrideReason: { reason: { code: 'will-monitor', system: 'urn:reasons' } } });
  for (const again of [outcome, outcome, { ...outcome, card: outcome.card.toUpperCase() }]) {
    const answer = await send(feedback(again));
    assert.deepEqual([answer.status, answer.body], [200, '{}']);
  }
  assert.equal(await withoutRules(), before + 1);
});

test('feedback: with one fault nothing of it is kept, and every fault is told', async () => {
  const before = await withoutRules();
  const answer = await send(feedback(overridden(), overridden('Jane Doe'), overridden(randomUUID(), { outcomeTimestamp: 'now' })));
  assert.equal(answer.status, 422);
  assert.deepEqual(answer.json().errors.map(({ pointer }) => pointer), ['/feedback/1/card', '/feedback/2/outcomeTimestamp']);
  assert.equal(await withoutRules(), before);
});

test('feedback: what is refused', async () => {
  assert.equal((await send(feedback(overridden()), '/cds-services/no-such-service/feedback')).status, 404);
  assert.equal((await send('{"feedback": [')).status, 400);
  assert.equal((await send(feedback(overridden()), FEEDBACK, 'text/plain')).status, 415);
  assert.equal((await send({ feedback: 'x'.repeat(300 * 1024) })).status, 413);
  assert.equal((await get(FEEDBACK)).status, 405);
});

test('feedback: a comment and a display are stored nowhere', async () => {
  const file = new FeedbackFile();
  const other = await new Service().start({ flags: ['--feedback-db', file.path, '--log-level', 'debug'] });
  try {
    const outcome = overridden(randomUUID(), {
      overrideReason: { reason: { code: 'will-monitor', display: 'canary display' }, userComment: 'canary: Jane Doe' },
      extension: { note: 'canary' },
    });
    const answer = await fetch(other.url + FEEDBACK,
      { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(feedback(outcome)) });
    assert.equal(answer.status, 200);
    const [row] = file.rows('SELECT * FROM crosscheck_outcome_1');
    assert.deepEqual(row, {
      card: outcome.card, number: 1, service: 'crosscheck-order-sign', outcome: 'overridden', suggestions: '',
      reason_system: '', reason_code: 'will-monitor', time: '2026-11-28T09:30:00Z',
    });
    assert.match(await (await fetch(`${other.url}/metrics`)).text(), /\ncrosscheck_feedback_total\{result="kept"\} 1\n/);
    await other.stop();
    assert.doesNotMatch(other.log + execFileSync('sqlite3', [file.path, '.dump']), /canary|Jane/);
  } finally {
    await other.stop();
    file.remove();
  }
});

test('feedback: the length is required', async () => {
  const [answer] = await talk([`POST ${FEEDBACK} HTTP/1.1\r\nHost: h\r\nContent-Type: application/json\r\nConnection: close\r\n\r\n`]);
  assert.equal(answer.status, 411);
  assert.deepEqual(answerFaults('POST', FEEDBACK, answer), []);
});

test('feedback: without a database there is no such service, and checks are answered', async () => {
  const other = await new Service().start();
  try {
    for (const [method, target] of [['POST', FEEDBACK], ['GET', '/v1/feedback/summary']]) {
      const headers = { 'content-type': 'application/json' };
      const answer = await fetch(other.url + target, method === 'POST' ? { method, headers, body: '{}' } : {});
      const body = await answer.text();
      assert.deepEqual(answerFaults(method, target, { status: answer.status, headers: Object.fromEntries(answer.headers), body }), []);
      assert.equal(answer.status, 404);
      assert.match(JSON.parse(body).detail, /--feedback-db/);
    }
    assert.equal((await fetch(`${other.url}/v1/check?medications=baclofen`)).status, 200);
  } finally {
    await other.stop();
  }
});

test('feedback: while the database is locked it is to be sent again, and checks are answered', async () => {
  const locker = spawn('sqlite3', ['-batch', feedbackFile.path], { stdio: ['pipe', 'pipe', 'inherit'] });
  try {
    locker.stdin.write('BEGIN IMMEDIATE; SELECT 1;\n');
    await once(locker.stdout, 'data');
    const answers = await Promise.all([1, 2, 3, 4].map(() => send(feedback(overridden()))));
    assert.deepEqual(answers.map(({ status }) => status), [503, 503, 503, 503]);
    assert.equal((await get('/v1/feedback/summary')).status, 503);
    assert.equal((await get('/v1/check?medications=baclofen,phenelzine')).status, 200);
  } finally {
    locker.stdin.end('ROLLBACK;\n');
    await once(locker, 'close');
  }
  const outcome = overridden();
  const deadline = Date.now() + 15_000;
  let answer = await send(feedback(outcome));
  for (; answer.status !== 200 && Date.now() < deadline; answer = await send(feedback(outcome))) await sleep(200);
  assert.equal(answer.status, 200);
  assert.match(service.log, /the feedback database failed: [^"]*locked/);
  assert.match(service.log, /the feedback database works again/);
});

const UNUSABLE = {
  'a text': (place) => writeFileSync(place, 'no database\n'.repeat(500)),
  'a folder': (place) => mkdirSync(place),
};
for (const [description, make] of Object.entries(UNUSABLE))
  test(`feedback: ${description} in place of a database starts no service`, async () => {
    const file = new FeedbackFile();
    try {
      make(file.path);
      const { code, stderr } = await run(['serve', '--port', '0', '--rules', rules, '--feedback-db', file.path]);
      assert.equal(code, 2);
      assert.match(stderr, /^feedback database: \S/m);
    } finally {
      file.remove();
    }
  });
