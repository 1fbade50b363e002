// Asks the service a million times while its rules are reloaded ten thousand times: every answer is
// the known one, and at the end it holds no more memory and no more files than after the first tenth.
//   SOAK_REQUESTS, SOAK_RELOADS, SOAK_RULES (a directory; else a small set), SOAK_WARM (tenths),
//   SOAK_GROWTH (a part), CROSSCHECK_BINARY
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { freePort } from '../service/free_port.mjs';
import { binary } from '../service/places.mjs';
import { cleanEnvironment } from '../service/service.mjs';
import { keepAsking } from './keep_asking.mjs';

const REQUESTS = Number(process.env.SOAK_REQUESTS ?? 1_000_000);
const RELOADS = Number(process.env.SOAK_RELOADS ?? 10_000);
const CONNECTIONS = 16;
const DEPTH = 16;
// Tenths until the memory that is freed and taken again has found its places.
const WARM = Number(process.env.SOAK_WARM ?? 3);
const GROWTH = Number(process.env.SOAK_GROWTH ?? 0.01);

const get = (target, more = '') => `GET ${target} HTTP/1.1\r\nHost: a\r\n${more}\r\n`;
const post = (body) => `POST /v1/check HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
const RELOAD = 'POST /v1/admin/reload HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n';

const PAIR = '/v1/check?medications=Lioresal,phenelzine';
const requests = [
  get(PAIR),
  get(PAIR, 'Accept: text/plain\r\n'),
  post('{"medications": ["Lioresal 10 mg tablet", "nardil", "bacloffen", "nothing known"], "patient": {"age_years": 70, "conditions": ["kidney disease"]}}'),
  post(JSON.stringify({ medications: Array(6).fill(['baclofen', 'phenelzine', 'selegiline', 'unheard-of']).flat() })),
  post('{"medications": "baclofen"}'),
  post('{"medications": ['),
  get('/v1/drugs/baclofen'),
  get('/v1/knowledge'),
  get('/nowhere'),
  get('/readyz'),
];
const statuses = [200, 200, 200, 200, 422, 400, 200, 200, 404, 200];

function small() {
  const directory = mkdtempSync(path.join(tmpdir(), 'crosscheck-soak-'));
  spawnSync(path.join(path.dirname(binary), 'write_sound_rules'), [directory]);
  return directory;
}

/// What the process holds once its connections have ended: memory in KiB, and files.
async function measure(pid) {
  await new Promise((resolve) => setTimeout(resolve, 3000));
  const memory = Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]);
  return { memory, files: readdirSync(`/proc/${pid}/fd`).length };
}

/// What is the same each time: all but the headers.
const stable = ({ status, body }) => `${status} ${body.toString('latin1')}`;

async function knownAnswers(port) {
  const known = [];
  let left = requests.length;
  await keepAsking(port, requests, 1, () => left-- > 0, (position, answer) => (known[position] = stable(answer)));
  assert.deepEqual(known.map((text) => Number(text.slice(0, 3))), statuses);
  assert.ok(known[0].includes('"highest_severity":"major"') || known[0].includes('"highest_severity":"contraindicated"'), known[0]);
  return known;
}

/// Asks and reloads; resolves when `requestCount` are answered and `reloadCount` are done, both.
async function soak(port, adminPort, known, requestCount, reloadCount) {
  let asked = 0;
  let reloaded = 0;
  // Clients go on until the last reload is done.
  const more = () => (asked < requestCount || reloaded < reloadCount) && (++asked, true);
  const check = (position, answer) => assert.equal(stable(answer), known[position]);
  const clients = Array.from({ length: CONNECTIONS }, () => keepAsking(port, requests, DEPTH, more, check));
  let begun = 0;
  const reloads = keepAsking(adminPort, [RELOAD], 1, () => begun < reloadCount && (++begun, true), (_, answer) => {
    assert.equal(answer.status, 200, answer.body.toString());
    ++reloaded;
  });
  await Promise.all([...clients, reloads]);
  return asked;
}

/// The process, once it is ready.  It logs faults only, to our own standard error.
async function serve(port, adminPort) {
  const flags = ['--port', port, '--admin-port', adminPort, '--rules', process.env.SOAK_RULES ?? small(), '--log-level', 'error', '--threads', 2];
  const child = spawn(binary, ['serve', ...flags.map(String)], { stdio: ['ignore', 'ignore', 'inherit'], env: cleanEnvironment() });
  process.once('exit', () => child.kill('SIGKILL'));
  const ended = new Promise((resolve) => child.once('exit', (code, signal) => resolve({ code, signal })));
  for (let tries = 0; ; ++tries) {
    if (await fetch(`http://127.0.0.1:${port}/readyz`, { headers: { connection: 'close' } }).then(({ ok }) => ok, () => false)) return { child, ended };
    assert.ok(tries < 600 && child.exitCode === null, 'the service does not become ready');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

const port = await freePort();
const adminPort = await freePort();
const { child, ended } = await serve(port, adminPort);
const known = await knownAnswers(port);
const began = Date.now();
let asked = 0;
const held = [];
for (let tenth = 1; tenth <= 10; ++tenth) {
  asked += await soak(port, adminPort, known, REQUESTS / 10, RELOADS / 10);
  held.push(await measure(child.pid));
  const seconds = Math.round((Date.now() - began) / 1000);
  console.log(`${asked} requests, ${(RELOADS / 10) * tenth} reloads, ${seconds} s: ${held.at(-1).memory} KiB, ${held.at(-1).files} files`);
}
console.log('no wrong answer');
const before = held[WARM - 1];
const after = held.at(-1);
assert.equal(after.files, before.files, 'files are left open');
assert.ok(after.memory <= before.memory * (1 + GROWTH), `memory grew by ${(100 * (after.memory / before.memory - 1)).toFixed(2)} %`);
child.kill('SIGTERM');
assert.deepEqual(await ended, { code: 0, signal: null });
