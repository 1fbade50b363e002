// Starting with good rules, not starting with bad ones, ending when told to.
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';

import { service } from '../client.mjs';
import { rules } from '../places.mjs';
import { linger } from '../raw.mjs';
import { run, Service } from '../service.mjs';

test('SIGTERM ends the service with 0', async () => {
  const other = await new Service().start();
  assert.notEqual(other.port, service.port);
  assert.deepEqual(await other.stop(), { code: 0, signal: null }, other.log);
});

test('SIGTERM does not wait for a client that says nothing', async () => {
  const other = await new Service().start();
  const socket = await linger(['GET /livez HTT'], other.port);
  assert.deepEqual(await other.stop(), { code: 0, signal: null }, other.log);
  socket.destroy();
});

test('a second SIGTERM ends the wait of the first', async () => {
  const other = await new Service().start({ flags: ['--drain-seconds', '600'] });
  const stopped = other.stop();
  while ((await fetch(`${other.url}/readyz`)).status !== 503) await new Promise((resolve) => setTimeout(resolve, 20));
  process.kill(other.pid, 'SIGTERM');
  assert.deepEqual(await stopped, { code: 0, signal: null }, other.log);
});

test('a second service on the same port says so and ends', async () => {
  const { code, stdout, stderr } = await run(['serve', '--host', '127.0.0.1', '--port', String(service.port), '--rules', rules]);
  assert.equal(code, 2, stdout + stderr);
  assert.match(stdout + stderr, new RegExp(String(service.port)));
  assert.match(stdout + stderr, /in use|cannot|could not/i);
  assert.doesNotMatch(stdout + stderr, /"message":"listening"/);
});

/// A copy of the rules with one file changed; removed at the end.
async function withRules(file, change, use) {
  const directory = mkdtempSync(path.join(tmpdir(), 'rules-'));
  try {
    cpSync(rules, directory, { recursive: true });
    const place = path.join(directory, file);
    writeFileSync(place, change(readFileSync(place, 'utf8')));
    await use(directory);
  } finally {
    rmSync(directory, { recursive: true });
  }
}

const json = (change) => (text) => {
  const value = JSON.parse(text);
  change(value);
  return JSON.stringify(value);
};

const BROKEN = [
  { description: 'an unknown severity', file: 'baclofen/interactions.json', pointer: '/interactions/0/severity',
    change: json(({ interactions }) => (interactions[0].severity = 'severe')) },
  { description: 'a class that is not there', file: 'baclofen/interactions.json', pointer: '/interactions/0/between/1',
    change: json(({ interactions }) => (interactions[0].between[1] = { class: 'no-such-class' })) },
  { description: 'a misspelt member', file: 'baclofen/precautions.json', pointer: '/precautions/0',
    change: json(({ precautions }) => (precautions[0].severty = 'major')) },
  { description: 'a file cut in two', file: 'baclofen/interactions.json', pointer: '',
    change: (text) => text.slice(0, text.length / 2) },
  { description: 'an example that does not come true', file: 'baclofen/examples.json', pointer: '/examples/0',
    change: json(({ examples }) => (examples[0].expect = { interactions: [{ rules: ['x'], severity: 'minor', medications: [0, 1] }] })) },
];

for (const { description, file, pointer, change } of BROKEN)
  test(`rules with ${description} are not served, and the place is named`, () => withRules(file, change, async (directory) => {
    for (const flags of [['serve', '--port', '0', '--rules', directory], ['check', '--rules', directory, 'baclofen', 'phenelzine']]) {
      const { code, stdout, stderr } = await run(flags);
      assert.equal(code, 2, stdout + stderr);
      assert.ok(stderr.includes(file) && stderr.includes(pointer), stderr);
      assert.doesNotMatch(stdout, /"listening"|No interaction/i);
    }
  }));

test('without rules nothing starts', async () => {
  const empty = mkdtempSync(path.join(tmpdir(), 'no-rules-'));
  for (const directory of [path.join(empty, 'nothing'), empty]) {
    const { code, stderr } = await run(['serve', '--port', '0', '--rules', directory]);
    assert.equal(code, 2, stderr);
    assert.match(stderr, /\S/);
  }
  rmSync(empty, { recursive: true });
});
