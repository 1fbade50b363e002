// --rules-keys, with signatures made by the real minisign: only what was signed is served.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { appendFileSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';

import { rules } from '../places.mjs';
import { Service, run } from '../service.mjs';

/// A folder with a copy of the rules and two keys: ours, which is configured, and theirs.
async function withSignedRules(use) {
  const home = mkdtempSync(path.join(tmpdir(), 'crosscheck-signed-'));
  const place = (...names) => path.join(home, ...names);
  const minisign = (...flags) => execFileSync('minisign', flags, { stdio: 'pipe' });
  const edit = (file, from, to) => {
    const text = readFileSync(place('rules', file), 'utf8');
    assert.ok(text.includes(from), `${file} has no ${from}`);
    writeFileSync(place('rules', file), text.replace(from, to));
  };
  const release = (members) => {
    const file = place('rules/release.json');
    writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file, 'utf8')), ...members }));
  };
  const sign = async (key = 'ours', ...flags) => {
    const { code, stdout, stderr } = await run(['manifest', place('rules')]);
    assert.equal(code, 0, stderr);
    writeFileSync(place('rules/SHA256SUMS'), stdout);
    minisign('-S', '-s', place(`${key}.key`), '-m', place('rules/SHA256SUMS'), '-t', 'a release', ...flags);
  };
  const remove = (file) => rmSync(place('rules', file));
  try {
    cpSync(rules, place('rules'), { recursive: true });
    for (const name of ['ours', 'theirs']) minisign('-G', '-W', '-p', place(`${name}.pub`), '-s', place(`${name}.key`));
    await sign();
    await use({ place, edit, release, sign, remove, keys: ['--rules-keys', place('ours.pub')] });
  } finally {
    rmSync(home, { recursive: true });
  }
}

/// What is done to signed rules, and what the operator is told.
const REFUSED = {
  'unsigned': [({ remove }) => remove('SHA256SUMS.minisig'), /^SHA256SUMS\.minisig: \(document\): expected a file, as rules must be signed \(--rules-keys\); found nothing$/m],
  'signed by another key': [({ sign }) => sign('theirs'), /^SHA256SUMS\.minisig: \/line\/2: expected a signature by a configured key; found one by the key [0-9A-F]{16}$/m],
  'with a changed file': [({ edit }) => edit('baclofen/interactions.json', '"major"', '"minor"'), /^baclofen\/interactions\.json: \(document\): expected the content that was signed; found another$/m],
  'without a file that was signed': [({ remove }) => remove('terminology/abbreviations.json'), /^terminology\/abbreviations\.json: \(document\): expected a rules file, as SHA256SUMS lists it; found none$/m],
  'with a file more': [({ place }) => {
    mkdirSync(place('rules/local'));
    writeFileSync(place('rules/local/policy.json'), '{"schema": 1, "policies": []}');
  }, /^local\/policy\.json: \(document\): expected a file that SHA256SUMS lists; found one that it does not$/m],
  'with a changed list': [({ place }) => appendFileSync(place('rules/SHA256SUMS'), '\n'), /^SHA256SUMS\.minisig: \/line\/2: expected the signature of this file by the key [0-9A-F]{16}; found one that does not fit$/m],
  'with another trusted comment': [({ edit }) => edit('SHA256SUMS.minisig', 'a release', 'b release'), /^SHA256SUMS\.minisig: \/line\/3: expected the trusted comment that was signed; found another$/m],
  'older, though signed': [async ({ release, sign }) => {
    release({ version: '2020.1.1' });
    await sign();
  }, /^release\.json: \/version: expected the version \d+\.\d+\.\d+.*, or a later one; found "2020\.1\.1"$/m],
  'expired, though signed': [async ({ release, sign }) => {
    release({ date: '2020-01-01', valid_until: '2020-12-31' });
    await sign();
  }, /^release\.json: \/valid_until: expected a day that is not over; found "2020-12-31"$/m],
};
const version = JSON.parse(readFileSync(path.join(rules, 'release.json'), 'utf8')).version;
const least = ['--minimum-rules-version', version];

for (const [description, [tamper, fault]] of Object.entries(REFUSED))
  test(`signatures: rules ${description} start no service`, async () => {
    await withSignedRules(async (signed) => {
      await tamper(signed);
      const { code, stderr } = await run(['serve', '--port', '0', '--rules', signed.place('rules'), ...signed.keys, ...least]);
      assert.equal(code, 2);
      assert.match(stderr, fault);
      assert.match(stderr, /^1 problem: the rules are not used$/m);
    });
  });

test('signatures: a running service stays with what was signed, whatever is put in its folder', async () => {
  await withSignedRules(async (signed) => {
    const other = await new Service().start({ rulesDirectory: signed.place('rules'), flags: signed.keys });
    const ask = async () => (await fetch(`${other.url}/v1/check?medications=baclofen,phenelzine`)).json();
    try {
      const before = await ask();
      assert.equal(before.interactions[0].severity, 'major');
      for (const [description, [tamper, fault]] of Object.entries(REFUSED)) {
        cpSync(signed.place('rules'), signed.place('kept'), { recursive: true });
        await tamper(signed);
        assert.equal((await other.reload()).message, 'rules not reloaded', description);
        const { problems } = await (await fetch(`${other.url}/readyz?verbose`)).json();
        assert.match(problems.join('\n'), fault);
        assert.deepEqual(await ask(), before);
        rmSync(signed.place('rules'), { recursive: true });
        cpSync(signed.place('kept'), signed.place('rules'), { recursive: true });
      }
      signed.release({ version: '2099.1.1' });
      await signed.sign();
      assert.equal((await other.reload()).message, 'rules reloaded');
      assert.equal((await ask()).knowledge.version, '2099.1.1');
    } finally {
      await other.stop();
    }
  });
});

test('signatures: both kinds of minisign, several keys, the variable, and what sha256sum says of the list', async () => {
  await withSignedRules(async ({ place, sign, keys }) => {
    const validate = (flags, environment) => run(['validate', place('rules'), ...flags], { environment });
    assert.equal((await validate(keys)).code, 0);
    await sign('ours', '-l');
    assert.equal((await validate(keys)).code, 0);
    await sign('theirs');
    assert.equal((await validate(keys)).code, 2);
    assert.equal((await validate([], { CROSSCHECK_RULES_KEYS: place('ours.pub') })).code, 2);
    assert.equal((await validate([])).code, 0);
    writeFileSync(place('both.pub'), readFileSync(place('ours.pub'), 'utf8') + readFileSync(place('theirs.pub'), 'utf8'));
    assert.equal((await validate(['--rules-keys', place('both.pub')])).code, 0);
    execFileSync('sha256sum', ['--check', '--strict', '--quiet', 'SHA256SUMS'], { cwd: place('rules') });
    assert.ok(existsSync(place('rules/SHA256SUMS.minisig')));
  });
});

test('signatures: a least version that is none is refused', async () => {
  const { code, stderr } = await run(['validate', rules, '--minimum-rules-version', '2026.11']);
  assert.equal(code, 2);
  assert.match(stderr, /expected a version such as "2026\.11\.1"; found 2026\.11/);
});
