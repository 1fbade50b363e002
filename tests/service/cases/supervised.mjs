// Under systemd: the units are sound, and a socket that systemd opened is served.
// What the service tells systemd is in tests/supervised_test.cpp.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';

import { freePort } from '../free_port.mjs';
import { binary, checkout, rules } from '../places.mjs';
import { cleanEnvironment } from '../service.mjs';

const unit = (name) => path.join(checkout, 'deploy', name);
const EXPOSURE = 20;  // Tenths; systemd's own word for it is "OK".

function analyze(...words) {
  const { status, stdout, stderr, error } = spawnSync('systemd-analyze', [...words, '--no-pager'], { encoding: 'utf8', timeout: 60_000 });
  assert.equal(error, undefined);
  return { status, text: stdout + stderr };
}

test('the units are understood by systemd, every word of them', () => {
  const directory = mkdtempSync(path.join(tmpdir(), 'units-'));
  try {
    const service = path.join(directory, 'crosscheck.service');
    writeFileSync(service, readFileSync(unit('crosscheck.service'), 'utf8').replaceAll('/usr/bin/crosscheck', binary));
    copyFileSync(unit('crosscheck.socket'), path.join(directory, 'crosscheck.socket'));
    const { status, text } = analyze('verify', service, path.join(directory, 'crosscheck.socket'));
    assert.equal(status, 0, text);
    assert.doesNotMatch(text, /crosscheck\.(service|socket):/);
  } finally {
    rmSync(directory, { recursive: true });
  }
});

test('the unit leaves the service little that it may do', () => {
  const { status, text } = analyze('security', '--offline=yes', `--threshold=${EXPOSURE}`, unit('crosscheck.service'));
  assert.equal(status, 0, text);
  assert.match(text, /Overall exposure level for crosscheck.service: [01]\.\d/);
});

/// A port of 127.0.0.1 that nobody has.
/// The service, started by the first connection to sockets {name: address} that are opened for it.
function activate(sockets, flags = []) {
  const listen = Object.values(sockets).flatMap((address) => ['--listen', address]);
  const child = spawn('systemd-socket-activate', [...listen, `--fdname=${Object.keys(sockets).join(':')}`,
    binary, 'serve', '--rules', rules, '--port', '1', ...flags], { stdio: ['ignore', 'ignore', 'pipe'], env: cleanEnvironment() });
  process.once('exit', () => child.kill('SIGKILL'));
  const activated = { child, log: '', ended: once(child, 'close') };
  child.stderr.setEncoding('utf8').on('data', (text) => (activated.log += text));
  return activated;
}

/// Asks again while nobody listens yet.
async function ask(url) {
  for (let left = 200; ; --left) {
    try {
      return await fetch(url);
    } catch (error) {
      if (left === 0) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

test('passed sockets are served, by their names', async () => {
  const [clients, admin] = [await freePort(), await freePort()];
  const { child, ended } = activate({ admin: `127.0.0.1:${admin}`, clients: `127.0.0.1:${clients}` });
  try {
    const answer = await (await ask(`http://127.0.0.1:${clients}/v1/check?medications=baclofen,phenelzine`)).json();
    assert.equal(answer.interactions.length, 1);
    assert.equal((await ask(`http://127.0.0.1:${clients}/metrics`)).status, 404);
    assert.equal((await ask(`http://127.0.0.1:${admin}/metrics`)).status, 200);
  } finally {
    child.kill('SIGTERM');
  }
  assert.deepEqual(await ended, [0, null]);
});

test('a passed socket that other machines reach needs keys, as any other does', async () => {
  const port = await freePort();
  const activated = activate({ clients: `0.0.0.0:${port}` });
  try {
    for (let left = 200; left > 0 && activated.child.exitCode === null; --left) {
      const status = await fetch(`http://127.0.0.1:${port}/livez`).then((answer) => answer.status, () => 'no answer');
      assert.equal(status, 'no answer');
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  } finally {
    activated.child.kill('SIGTERM');
  }
  assert.deepEqual(await activated.ended, [2, null], activated.log);
  assert.match(activated.log, /--allow-anonymous/);
});
