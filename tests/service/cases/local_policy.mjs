// rules/local/policy.json: what a house changed is in force, and every answer shows what it was.
import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';

import { document, schemaFaults } from '../contract.mjs';
import { rules } from '../places.mjs';
import { run } from '../service.mjs';

const DECISION = { reason: 'Watched on our ward.', author: 'Drugs committee', date: '2026-11-22' };
const answer = document.paths['/v1/check'].post.responses['200'].content['application/json'].schema;

/// A copy of the rules with these policies, for as long as `use` runs.
async function withPolicies(policies, use) {
  const copy = mkdtempSync(path.join(tmpdir(), 'crosscheck-rules-'));
  try {
    cpSync(rules, copy, { recursive: true });
    mkdirSync(path.join(copy, 'local'), { recursive: true });
    writeFileSync(path.join(copy, 'local/policy.json'), JSON.stringify({ schema: 1, policies }));
    await use(copy);
  } finally {
    rmSync(copy, { recursive: true });
  }
}

test('a local policy changes a rule and shows what it was', async () => {
  const policies = [{ rule: 'baclofen-maoi', severity: 'minor', interruptive: false, ...DECISION }];
  await withPolicies(policies, async (copy) => {
    const { stdout, stderr } = await run(['check', '--json', '--rules', copy, 'baclofen', 'phenelzine']);
    assert.equal(stderr, '');
    const report = JSON.parse(stdout);
    assert.deepEqual(schemaFaults(answer, report), []);
    const { severity, interruptive, rules: [rule] } = report.interactions[0];
    assert.deepEqual({ severity, interruptive }, { severity: 'minor', interruptive: false });
    assert.deepEqual(rule.local, { original_severity: 'major', original_interruptive: true, ...DECISION });

    const table = (await run(['check', '--rules', copy, 'baclofen', 'phenelzine'])).stdout;
    assert.match(table.replace(/\s+/g, ' '), /baclofen-maoi is major in its pack, minor here: Watched on our ward\. \(Drugs committee, 2026-11-22\)/);
  });
});

test('a contraindication is lowered only with the flag', async () => {
  const policies = [{ between: [{ ingredient: 'phenelzine' }, { ingredient: 'sertraline' }], severity: 'major', ...DECISION }];
  await withPolicies(policies, async (copy) => {
    const refused = await run(['validate', copy]);
    assert.equal(refused.code, 2);
    assert.match(refused.stderr, /local\/policy\.json: \/policies\/0\/severity: expected "contraindicated", as rule "maoi-ssri" is a contraindication/);
    for (const options of [
      { flags: ['--allow-lowered-contraindications', 'true'] },
      { flags: [], environment: { CROSSCHECK_ALLOW_LOWERED_CONTRAINDICATIONS: 'true' } },
    ]) {
      const { stdout } = await run(['check', '--json', '--rules', copy, ...options.flags, 'phenelzine', 'sertraline'], options);
      assert.equal(JSON.parse(stdout).interactions[0].severity, 'major');
    }
  });
});
