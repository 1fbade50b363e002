// crosscheck check: exit codes, flags in any order, standard input, and what it refuses.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { rules } from '../places.mjs';
import { run } from '../service.mjs';

/// Exit codes: 0 nothing found, 1 found, 2 an error or not all checked.
const RUNS = [
  { description: 'one drug of which there is nothing to say', flags: ['--rules', rules, 'phenelzine'], code: 0 },
  { description: 'an interaction', flags: ['--rules', rules, 'baclofen', 'phenelzine'], code: 1 },
  { description: '--rules after the names', flags: ['baclofen', 'phenelzine', '--rules', rules], code: 1 },
  { description: '--json after the names', flags: ['baclofen', 'phenelzine', '--rules', rules, '--json'], code: 1 },
  { description: 'names of several words', flags: ['--rules', rules, 'Lioresal 10 mg tablet', 'Nardil 15 mg'], code: 1 },
  { description: 'the rules from the environment', flags: ['baclofen', 'phenelzine'], environment: { CROSSCHECK_RULES: rules }, code: 1 },
  { description: 'lines on standard input', flags: ['--rules', rules], input: 'baclofen\nphenelzine\n', code: 1 },
  { description: 'lines without a last line end', flags: ['--rules', rules], input: 'baclofen\nphenelzine', code: 1 },
  { description: 'lines that end like on Windows', flags: ['--rules', rules], input: 'baclofen\r\nphenelzine\r\n', code: 1 },
  { description: 'blank lines between', flags: ['--rules', rules], input: '\nbaclofen\n\n  \nphenelzine\n\n', code: 1 },
  { description: 'an unknown name beside nothing', flags: ['--rules', rules, 'phenelzine', 'xyzzyplugh'], code: 2 },
  { description: 'an unknown name beside an interaction', flags: ['--rules', rules, 'baclofen', 'phenelzine', 'xyzzyplugh'], code: 2 },
  { description: 'a misspelling', flags: ['--rules', rules, 'baclofne', 'phenelzine'], code: 2 },
  { description: 'a blank name', flags: ['--rules', rules, 'baclofen', ' '], code: 2 },
  { description: 'a flag that is not there', flags: ['--rules', rules, '--no-such-flag', 'baclofen'], code: 2 },
  { description: 'rules that are not there', flags: ['--rules', '/nonexistent', 'baclofen', 'phenelzine'], code: 2 },
  { description: 'bytes that are no text', flags: ['--rules', rules], input: Buffer.from([0xff, 0xfe, 0x0a]), code: 2 },
];

for (const { description, flags, code, ...options } of RUNS)
  test(`crosscheck check: ${description} → ${code}`, async () => {
    const result = await run(['check', ...flags], options);
    assert.equal(result.code, code, result.stdout + result.stderr);
    if (code === 1) assert.match(result.stdout, /major/i);
    if (code !== 2) assert.equal(result.stderr, '');
    else assert.match(result.stdout + result.stderr, /\S/);
  });

test('crosscheck check: an unknown name is told in the table', async () => {
  const { stdout } = await run(['check', '--rules', rules, 'baclofen', 'xyzzyplugh']);
  assert.match(stdout, /xyzzyplugh/);
});

test('crosscheck validate: good rules', async () => {
  const { code, stderr } = await run(['validate', rules]);
  assert.equal(code, 0, stderr);
});

test('crosscheck validate names what two packs grade differently', async () => {
  const { stdout } = await run(['validate', rules]);
  assert.match(stdout, /\nPacks grade the same effect differently; the worse severity holds:\n(\S+ \(\w+\) and \S+ \(\w+\): \d+ pairs, as .+ with .+\n)+$/);
});

test('crosscheck explain prints a rule with its drugs and its sources', async () => {
  const { code, stdout, stderr } = await run(['explain', 'baclofen-maoi', '--rules', rules]);
  assert.equal(code, 0, stderr);
  const text = stdout.replace(/\s+/g, ' ');
  for (const part of ['MAJOR baclofen with MAO inhibitors', 'Interrupts: yes', 'tranylcypromine', 'What to do:', 'Baclofen (Systemic)',
    'Grades it major', 'Pack: baclofen']) assert.ok(text.includes(part), part);
});

test('crosscheck explain prints a precaution', async () => {
  const { stdout } = await run(['explain', 'baclofen-renal-impairment', '--rules', rules]);
  assert.match(stdout, /^MAJOR  baclofen, renal impairment/);
});

test('crosscheck explain: a rule that is not there', async () => {
  const { code, stdout, stderr } = await run(['explain', 'no-such-rule', '--rules', rules]);
  assert.deepEqual({ code, stdout, stderr }, { code: 2, stdout: '', stderr: 'no rule has the id no-such-rule\n' });
});

for (const flags of [[], ['no-such-command'], ['serve', '--port', 'many'], ['serve', '--port', '65536'], ['serve', '--host']])
  test(`crosscheck ${flags.join(' ')} is refused with 2`, async () => {
    const { code, stdout, stderr } = await run(flags);
    assert.equal(code, 2, stdout + stderr);
    assert.match(stderr, /\S/);
  });

test('crosscheck --print-config prints what is in force: flag, then variable, then default', async () => {
  const { code, stdout } = await run(['serve', '--print-config', '--port', '1234'], { environment: { CROSSCHECK_PORT: '99', CROSSCHECK_THREADS: '3' } });
  assert.equal(code, 0);
  for (const line of ['port=1234', 'threads=3', 'host=127.0.0.1', 'allow-anonymous=false']) assert.ok(stdout.split('\n').includes(line), line);
});

test('crosscheck --help names the commands', async () => {
  const { code, stdout } = await run(['--help']);
  assert.equal(code, 0);
  for (const command of ['serve', 'check', 'validate']) assert.match(stdout, new RegExp(`\\b${command}\\b`));
});
