// The first, second, third … call for memory, files, the network or a thread fails:
// the program says so, and never dies of it, and never gives an all-clear.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import http from 'node:http';
import { after, test } from 'node:test';

import { binary } from '../service/places.mjs';
import { Service, cleanEnvironment } from '../service/service.mjs';
import { failNth, hasFailed, kinds, preload, smallRules } from './faulty_system.mjs';

const STEP = Number(process.env.FAULTS_STEP ?? 1);  // 1: every call for memory; 7: every seventh
const MOST = 20000;
const RULE = 'baclofen-maoi';
const QUESTION = '/v1/check?medications=Lioresal,phenelzine';

/// Calls `attempt(n, look)` with n = 1, 2, 3 … until nothing failed any more, and prints what came
/// of it.  `look`: for an attempt that goes on without failures, to be called before.
async function everyCall(what, kind, attempt) {
  const outcomes = {};
  const faults = [];
  let n = 1;
  for (; n < MOST; n += kind === 'memory' ? STEP : 1) {
    failNth(kind, n);
    let failed = false;
    const look = () => (failed ||= hasFailed());
    const outcome = await attempt(n, look).catch((error) => `FAULT: ${error.message.slice(0, 200)}`);
    if (!look()) break;
    outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
    if (outcome.startsWith('FAULT')) faults.push(`${kind} ${n}: ${outcome}`);
  }
  console.log(`${what}, ${kind}: ${n} calls: ${JSON.stringify(outcomes)}`);
  assert.ok(n < MOST, 'it does not end');
  assert.deepEqual(faults.slice(0, 10), [], `${faults.length} faults`);
}

for (const kind of kinds) {
  test(`check: the n-th failure of ${kind} is an error or does not matter`, () => everyCall('check', kind, async () => {
    const flags = ['check', 'Lioresal', 'phenelzine', '--json', '--rules', smallRules];
    const run = spawnSync(binary, flags, { env: { ...cleanEnvironment(), ...preload }, encoding: 'utf8', timeout: 20_000 });
    assert.equal(run.signal, null, run.stderr);
    if (run.status === 2) return 'error';
    assert.equal(run.status, 1, `exit ${run.status}`);
    assert.ok(run.stdout.includes(RULE), 'exit 1 without the finding');
    return 'found';
  }));
}

/// Resolves to 'found', 'status 5xx' or 'closed'.  Errors: any other answer, or none in five seconds.
function ask(port) {
  return new Promise((resolve, reject) => {
    const request = http.get({ host: '127.0.0.1', port, path: QUESTION, agent: false, timeout: 5000 }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (text) => (body += text)).on('error', () => resolve('closed'));
      response.on('end', () => {
        if (response.statusCode >= 500) return resolve(`status ${response.statusCode}`);
        const found = response.statusCode === 200 && body.includes(RULE);
        found ? resolve('found') : reject(new Error(`status ${response.statusCode}: ${body.slice(0, 100)}`));
      });
    });
    request.on('timeout', () => {
      reject(new Error('no answer'));
      request.destroy();
    });
    request.on('error', () => resolve('closed'));
  });
}

// The C library ends a program that has no memory for the destructor of a thread's variable.
const OF_THE_SYSTEM = /Fatal glibc error: failed to register TLS destructor/;
// Of a lost log line, and of a thread of the HTTP library's pool: the library waits for ever.
const NEVER_LISTENS = ['writing', 'thread'];

async function start() {
  Object.assign(process.env, preload);
  try {
    return await new Service().start({ rulesDirectory: smallRules, flags: ['--threads', '2'] });
  } finally {
    for (const name of Object.keys(preload)) delete process.env[name];
  }
}

for (const kind of kinds) {
  test(`serve: the n-th failure of ${kind} at the start is an error or does not matter`, () => everyCall('start', kind, async () => {
    let refused = 'error';
    const service = await start().catch((error) => {
      if (/no "listening"/.test(error.message) && NEVER_LISTENS.includes(kind)) refused = 'does not listen';
      else assert.match(error.message, /did not start \(exit 2\)/);
      return null;
    });
    if (!service) return refused;
    const outcome = await ask(service.port);
    const end = await service.stop();
    if (OF_THE_SYSTEM.test(service.log)) return 'ended by the C library';
    assert.equal(end.signal, null, service.log.slice(-200));
    assert.ok(end.code === 0 || end.code === 2, `exit ${end.code}`);
    return outcome;
  }));
}

let shared = null;
async function running() {
  failNth('memory', 0);
  if (!shared) {
    shared = await start();
    assert.equal(await ask(shared.port), 'found');  // It listens before all its threads run.
  }
  return shared;
}
after(async () => {
  if (shared) assert.deepEqual(await shared.stop(), { code: 0, signal: null });
});

/// Forgets a service that is gone, so that the next attempt has one.
async function expectAlive(service) {
  failNth('memory', 0);
  const outcome = await ask(service.port);
  if (outcome !== 'found') {
    shared = null;
    throw new Error(`afterwards: ${outcome}; ${service.log.slice(-200)}`);
  }
}

for (const kind of kinds) {
  test(`serve: the n-th failure of ${kind} in a request is an error status or a closed connection`, () => everyCall('request', kind, async (n, look) => {
    const service = await running();
    failNth(kind, n);
    const outcome = await ask(service.port);
    look();
    await expectAlive(service);
    return outcome;
  }));
}

for (const kind of kinds) {
  test(`serve: the n-th failure of ${kind} in a reload keeps the old rules or puts the new in force`, () => everyCall('reload', kind, async (n, look) => {
    const service = await running();
    failNth(kind, n);
    const lost = { message: 'the log line is lost' };
    const line = await service.reload().catch((error) => kind === 'writing' ? lost : Promise.reject(error));
    look();
    await expectAlive(service);
    return line.message;
  }));
}
