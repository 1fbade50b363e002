// SIGHUP: new rules whole, or the old ones; nobody notices but by the answers.
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';

import { rules } from '../places.mjs';
import { Service } from '../service.mjs';

const LIST = '/v1/check?medications=baclofen,phenelzine';

/// A service on a copy of the rules; `change(file, from, to)` edits the copy.
async function withService(use) {
  const directory = mkdtempSync(path.join(tmpdir(), 'crosscheck-rules-'));
  cpSync(rules, directory, { recursive: true });
  const change = (file, from, to) => {
    const place = path.join(directory, file);
    const text = readFileSync(place, 'utf8');
    assert.ok(text.includes(from), `${file} has no ${from}`);
    writeFileSync(place, text.replace(from, to));
  };
  const other = await new Service().start({ rulesDirectory: directory });
  try {
    await use(other, change);
  } finally {
    await other.stop();
    rmSync(directory, { recursive: true });
  }
}
const ask = async (service) => (await fetch(service.url + LIST)).json();

test('reload: sound rules are put in force, and the log tells what changed', async () => {
  await withService(async (other, change) => {
    const before = await ask(other);
    change('release.json', before.knowledge.version, '2099.1.1');
    const line = await other.reload();
    assert.deepEqual([line.level, line.message, line.version, line.added, line.removed, line.severity_changed],
      ['info', 'rules reloaded', '2099.1.1', [], [], []]);
    const after = await ask(other);
    assert.equal(after.knowledge.version, '2099.1.1');
    assert.notEqual(after.knowledge.digest, before.knowledge.digest);
    assert.deepEqual(after.interactions, before.interactions);
  });
});

test('reload: rules with a fault leave the old ones in force, and the log names the fault', async () => {
  await withService(async (other, change) => {
    const before = await ask(other);
    change('baclofen/interactions.json', '"severity"', '"severty"');
    const line = await other.reload();
    assert.deepEqual([line.level, line.message, line.version], ['error', 'rules not reloaded', before.knowledge.version]);
    assert.match(other.log, /baclofen\/interactions\.json: .*severty/);
    assert.deepEqual(await ask(other), before);
    const ready = await (await fetch(`${other.url}/readyz?verbose`)).json();
    assert.equal(ready.version, before.knowledge.version);
    assert.ok(ready.problems.some((problem) => problem.includes('severty')), ready.problems.join());
    assert.match(await (await fetch(`${other.url}/metrics`)).text(), /\ncrosscheck_knowledge_last_reload_successful 0\n/);
    change('baclofen/interactions.json', '"severty"', '"severity"');
    assert.equal((await other.reload()).message, 'rules reloaded');
  });
});

test('reload: under load every answer is whole, of the old rules or the new', async () => {
  await withService(async (other, change) => {
    const before = await ask(other);
    let done = false;
    const answers = [];
    const clients = Array.from({ length: 8 }, async () => {
      while (!done) answers.push(await ask(other));
    });
    for (let round = 0; round < 5; ++round) {
      change('release.json', round ? `2099.1.${round}` : before.knowledge.version, `2099.1.${round + 1}`);
      assert.equal((await other.reload()).message, 'rules reloaded');
    }
    done = true;
    await Promise.all(clients);
    assert.ok(answers.length > 20);
    for (const answer of answers) assert.deepEqual(answer.interactions, before.interactions);
    const versions = new Set(answers.map(({ knowledge }) => `${knowledge.version} ${knowledge.digest}`));
    assert.ok(versions.size > 1 && versions.size <= 6, [...versions].join());
  });
});
