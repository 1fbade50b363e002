// The README's commands work, and print what it says.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';

import { service } from '../client.mjs';
import { binary, checkout, rules } from '../places.mjs';
import { outputFaults, readBlocks } from '../readme_block.mjs';
import { cleanEnvironment, run } from '../service.mjs';

const README = path.join(checkout, 'README.md');
const MAKEFILE = path.join(checkout, 'Makefile');
const blocks = existsSync(README) ? readBlocks(readFileSync(README, 'utf8')) : [];

test('the README has commands that are tested', () => {
  assert.ok(blocks.length > 0, 'README.md has no ```sh test block: what it says is not checked');
});

test('an output block is held against the output', () => {
  const json = (text) => ({ kind: 'json', text });
  const text = (promised) => ({ kind: 'text', text: promised });
  assert.deepEqual(outputFaults(json('{"a":[1,"…"],"…":"…"}'), '{"a":[1,2,3],"b":1}'), []);
  assert.equal(outputFaults(json('{"a":[1]}'), '{"a":[2],"b":1}').length, 2);
  assert.equal(outputFaults(json('{"a":{"b":"x"}}'), '{"a":null}').length, 1);
  assert.deepEqual(outputFaults(json('{"a":"sha256:…"}'), '{"a":"sha256:12"}'), []);
  assert.deepEqual(outputFaults(text('one\n…\nfour …\n'), 'one\ntwo\nthree\nfour or five\n'), []);
  assert.equal(outputFaults(text('one\n'), 'one\ntwo\n').length, 1);
});

/// The command with the tested binary and the tested service in place of what a reader would have.
function atHome(command) {
  return command.replace(/(^|[\s|(])(\.\/)?build\/[\w-]+\/crosscheck\b/g, `$1'${binary}'`)
    .replace(/\b(localhost|127\.0\.0\.1):8080\b/g, `127.0.0.1:${service.port}`);
}

const MAKE = /^make\s+([\w-]+)/;
const SERVE = /\bcrosscheck\s+serve\b(.*)$/;

/// Output of the command, or null if it is only looked at.  `exits`: the exit codes that are no failure.
async function tryCommand(command, exits) {
  const target = MAKE.exec(command)?.[1];
  if (target || command === 'make') {
    const rule = new RegExp(`^([\\w-]+ )*${target}( [\\w-]+)*:`, 'm');
    if (target) assert.ok(rule.test(readFileSync(MAKEFILE, 'utf8')), `no target for "${command}"`);
    return null;
  }
  const flags = SERVE.exec(command)?.[1].match(/--[\w-]+/g);
  if (SERVE.test(command)) {
    const { stdout } = await run(['--help']);
    for (const flag of flags ?? []) assert.ok(stdout.includes(flag), `"${command}": there is no ${flag}`);
    return null;
  }
  const env = { ...cleanEnvironment(), CROSSCHECK_PORT: String(service.port), CROSSCHECK_RULES: rules };
  const { status, stdout, stderr } = spawnSync('bash', ['-c', atHome(command)],
    { cwd: checkout, encoding: 'utf8', timeout: 30_000, env });
  assert.ok(exits.includes(status), `${command}\nexit ${status}\n${stdout}${stderr}`);
  return stdout;
}

for (const { line, commands, promise } of blocks)
  test(`README.md line ${line}: ${commands[0]}`, async () => {
    let output = null;
    for (const command of commands) output = await tryCommand(command, promise ? [0, 1, 2] : [0, 1]);
    if (promise && output !== null) assert.deepEqual(outputFaults(promise, output), []);
  });
