// Who may not ask is told so in the same way by every operation that openapi.yaml says it of.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { answerFaults, operations } from '../contract.mjs';
import { withKeys } from '../keys_file.mjs';
import { Service } from '../service.mjs';

const guarded = operations.filter(({ operation }) => operation.responses['401']);
const KEYS = [
  { name: 'hasty', key: 'canary-key-hasty', scopes: ['check'], rate_per_second: 1, burst: 1 },
  { name: 'other', key: 'canary-key-other', scopes: ['admin'] },
];

/// The answer to an operation as this caller, held against openapi.yaml.
async function ask(service, { method, path }, key) {
  const target = path.replace(/\{\w+\}/, 'x');
  const headers = { 'content-type': 'application/json', ...(key && { authorization: `Bearer ${key}` }) };
  const answer = await fetch(service.url + target, { method, headers, body: method === 'POST' ? '{}' : undefined });
  const seen = { status: answer.status, headers: Object.fromEntries(answer.headers), body: await answer.text() };
  return { ...seen, faults: [400, 401, 403, 429].includes(seen.status) ? answerFaults(method, target, seen) : [] };
}

test('every operation that is not open to all refuses who has no key, the wrong one, or asks too often', async () => {
  await withKeys(KEYS, async (place) => {
    const other = await new Service().start({ flags: ['--keys', place] });
    try {
      for (const one of guarded) {
        const name = `${one.method} ${one.path}`;
        const nobody = await ask(other, one);
        assert.deepEqual([nobody.status, nobody.faults], [401, []], name);
        const stranger = await ask(other, one, 'canary-key-other');
        assert.deepEqual([stranger.status, stranger.faults], [403, []], name);
        if (!one.operation.responses['429']) continue;
        const answers = await Promise.all(Array.from({ length: 8 }, () => ask(other, one, 'canary-key-hasty')));
        const refused = answers.find(({ status }) => status === 429);
        assert.ok(refused, `${name}: ${answers.map(({ status }) => status)}`);
        assert.deepEqual(refused.faults, [], name);
      }
    } finally {
      await other.stop();
    }
  });
});

test('every other operation is open to all', async () => {
  await withKeys(KEYS, async (place) => {
    const other = await new Service().start({ flags: ['--keys', place] });
    try {
      for (const one of operations.filter(({ operation }) => !operation.responses['401']))
        assert.ok(![401, 403].includes((await ask(other, one)).status), `${one.method} ${one.path}`);
    } finally {
      await other.stop();
    }
  });
});
