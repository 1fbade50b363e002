// Keys of callers: who may ask, and what.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { sha256, withKeys } from '../keys_file.mjs';
import { rules } from '../places.mjs';
import { run, Service } from '../service.mjs';

const KEYS = { check: 'canary-key-of-the-ward', metrics: 'canary-key-of-prometheus', admin: 'canary-key-of-the-operator' };
const file = Object.entries(KEYS).map(([scope, key]) => ({ name: scope, sha256: sha256(key), scopes: [scope] }));

test('keys: each opens what it is for, and nothing else', async () => {
  await withKeys(file, async (place) => {
    const other = await new Service().start({ flags: ['--keys', place] });
    try {
      const ask = async (target, authorization) => {
        const answer = await fetch(other.url + target, authorization ? { headers: { authorization } } : {});
        return [answer.status, answer.headers.get('www-authenticate')];
      };
      const list = '/v1/check?medications=baclofen,phenelzine';
      assert.deepEqual(await ask(list), [401, 'Bearer']);
      assert.deepEqual(await ask(list, `Bearer ${KEYS.check}`), [200, null]);
      for (const scheme of ['bearer', 'BEARER', 'bEaReR']) assert.deepEqual(await ask(list, `${scheme} ${KEYS.check}`), [200, null], scheme);
      assert.deepEqual(await ask(list, `Bearer ${KEYS.metrics}`), [403, null]);
      assert.deepEqual(await ask('/v1/rules', `Bearer ${KEYS.check}`), [200, null]);
      assert.deepEqual(await ask('/metrics', `Bearer ${KEYS.check}`), [403, null]);
      assert.deepEqual(await ask('/metrics', `Bearer ${KEYS.metrics}`), [200, null]);
      for (const wrong of [`Bearer ${KEYS.check}x`, `Bearer ${KEYS.check.slice(0, -1)}`, 'Bearer ', `Basic ${KEYS.check}`,
        KEYS.check, `Bearer ${sha256(KEYS.check)}`, `Bearer ${'x'.repeat(4000)}`])
        assert.deepEqual(await ask(list, wrong), [401, 'Bearer'], wrong);
      for (const open of ['/livez', '/readyz', '/openapi.yaml']) assert.deepEqual(await ask(open), [200, null]);
      assert.doesNotMatch(other.log, /canary/);
    } finally {
      await other.stop();
    }
  });
});

const FAULTY = {
  'no key': [[], /\/keys: expected at least one key; found \[\]/],
  'a hash that is none': [[{ name: 'a', sha256: 'abc', scopes: ['check'] }], /\/keys\/0\/sha256: expected 64 hexadecimal digits/],
  'a scope that is none': [[{ name: 'a', sha256: sha256('a'), scopes: ['all'] }], /\/keys\/0\/scopes\/0: expected "check", "metrics" or "admin"/],
};
for (const [description, [keys, fault]] of Object.entries(FAULTY))
  test(`keys: a file with ${description} starts no service`, async () => {
    await withKeys(keys, async (place) => {
      const { code, stderr } = await run(['serve', '--port', '0', '--rules', rules, '--keys', place]);
      assert.equal(code, 2);
      assert.match(stderr, fault);
    });
  });

test('keys: a file that is not there starts no service', async () => {
  const { code, stderr } = await run(['serve', '--port', '0', '--rules', rules, '--keys', '/nonexistent']);
  assert.equal(code, 2);
  assert.match(stderr, /expected a readable file/);
});

test('keys: a name that begins like an address of this machine may be any', async () => {
  for (const flags of [['--host', '127.0.0.1.evil.example'], ['--host', '127.evil.example'], ['--host', '::2'], ['--admin-port', '0', '--admin-host', '127.0.0.1.evil.example']]) {
    const { code, stderr } = await run(['serve', ...flags, '--port', '0', '--rules', rules]);
    assert.equal(code, 2);
    assert.match(stderr, /--keys FILE, or with --allow-anonymous true/, flags.join(' '));
  }
  const near = await new Service().start({ flags: ['--host', '127.0.0.2'] });
  await near.stop();
});

test('keys: other machines are not served without keys, unless that is allowed', async () => {
  const { code, stderr } = await run(['serve', '--host', '0.0.0.0', '--port', '0', '--rules', rules]);
  assert.equal(code, 2);
  assert.match(stderr, /--keys FILE, or with --allow-anonymous true/);
});
