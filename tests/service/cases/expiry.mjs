// valid_until in release.json: what is past it is said in every answer, and the service is not ready.
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';

import { answerFaults } from '../contract.mjs';
import { rules } from '../places.mjs';
import { Service, run } from '../service.mjs';

const LIST = '/v1/check?medications=baclofen,phenelzine';
const day = (fromNow) => new Date(Date.now() + fromNow * 86_400_000).toISOString().slice(0, 10);

/// A copy of the rules; `write(release)` changes members of its release.json.
async function withRules(use) {
  const directory = mkdtempSync(path.join(tmpdir(), 'crosscheck-rules-'));
  const place = path.join(directory, 'release.json');
  try {
    cpSync(rules, directory, { recursive: true });
    const release = JSON.parse(readFileSync(place, 'utf8'));
    await use(directory, (members) => writeFileSync(place, JSON.stringify({ ...release, ...members })));
  } finally {
    rmSync(directory, { recursive: true });
  }
}

/// A service on rules with these members in release.json.
const withService = (members, use) => withRules(async (rulesDirectory, write) => {
  write(members);
  const other = await new Service().start({ rulesDirectory });
  const ask = async (target, headers = {}) => {
    const response = await fetch(other.url + target, { headers });
    const answer = { status: response.status, headers: Object.fromEntries(response.headers), body: await response.text() };
    if (!target.endsWith('verbose')) assert.deepEqual(answerFaults('GET', target, answer), []);
    return answer;
  };
  try {
    await use(ask, other, write);
  } finally {
    await other.stop();
  }
});
const warnings = (service) => service.logLines().filter(({ level }) => level === 'warning');

test('expiry: expired rules still answer, and every answer says it', async () => {
  await withService({ date: '2020-01-01', valid_until: '2020-12-31' }, async (ask, other) => {
    const { status, body } = await ask(LIST);
    const { interactions, knowledge, notice } = JSON.parse(body);
    assert.equal(status, 200);
    assert.equal(interactions[0].severity, 'major');
    assert.deepEqual([knowledge.valid_until, knowledge.expired], ['2020-12-31', true]);
    assert.match(notice, /^THE RULES HAVE EXPIRED: they were valid until 2020-12-31/);
    assert.match((await ask(LIST, { accept: 'text/plain' })).body, /^ *THE RULES HAVE EXPIRED: they were valid until 2020-12-31/);
    assert.equal(JSON.parse((await ask('/v1/knowledge')).body).valid_until, '2020-12-31');
    for (const target of ['/readyz', '/readyz?verbose']) {
      const ready = await ask(target);
      assert.equal(ready.status, 503);
      assert.match(JSON.parse(ready.body).detail, /have expired: they were valid until 2020-12-31\./);
    }
    assert.equal((await ask('/livez')).status, 200);
    assert.match((await ask('/metrics')).body, /\ncrosscheck_knowledge_valid_until_timestamp_seconds 1609459200\n/);
    const [line] = warnings(other);
    assert.deepEqual([line.message, line.valid_until, line.days_left < -365], ['rules have expired', '2020-12-31', true]);
  });
});

test('expiry: a reload brings the service back, and warns of an end within 30 days', async () => {
  await withService({ date: '2020-01-01', valid_until: '2020-12-31' }, async (ask, other, write) => {
    write({ date: '2020-01-01', valid_until: day(10) });
    assert.equal((await other.reload()).message, 'rules reloaded');
    assert.equal((await ask('/readyz')).status, 200);
    assert.equal(JSON.parse((await ask('/readyz?verbose')).body).valid_until, day(10));
    await other.stop();
    assert.deepEqual(warnings(other).map(({ message }) => message), ['rules have expired', 'rules expire soon']);
  });
});

test('expiry: rules with an end far away, or none, are as ever', async () => {
  for (const [members, end] of [[{ valid_until: '2999-12-31' }, /timestamp_seconds 3250368\d\d00\n/], [{}, /valid_until_timestamp_seconds \+Inf\n/]])
    await withService(members, async (ask, other) => {
      const { knowledge, notice } = JSON.parse((await ask(LIST)).body);
      assert.deepEqual([knowledge.valid_until, knowledge.expired], [members.valid_until ?? null, false]);
      assert.doesNotMatch(notice, /EXPIRED/);
      assert.equal((await ask('/readyz')).status, 200);
      assert.match((await ask('/metrics')).body, end);
      assert.deepEqual(warnings(other), []);
    });
});

test('expiry: a last day before the date, or none of the calendar, is a fault', async () => {
  await withRules(async (directory, write) => {
    for (const [valid_until, fault] of [
      ['2019-12-31', /release\.json: \/valid_until: expected the day of date or a later one; found "2019-12-31"/],
      ['2021-02-29', /release\.json: \/valid_until: expected an ISO 8601 date/],
      ['', /release\.json: \/valid_until: expected a non-empty string; found ""/],
      [2021, /release\.json: \/valid_until: expected /],
    ]) {
      write({ date: '2020-01-01', valid_until });
      const { code, stderr } = await run(['validate', directory]);
      assert.equal(code, 2);
      assert.match(stderr, fault);
    }
  });
});
