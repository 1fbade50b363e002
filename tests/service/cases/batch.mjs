// Many lists in one request: order, faults in their place, slow and vanished clients, the stop.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import net from 'node:net';
import { test } from 'node:test';

import { ask, report, service } from '../client.mjs';
import { answerFaults, document, schemaFaults } from '../contract.mjs';
import { stillWell } from '../hostility.mjs';
import { isSanitized } from '../places.mjs';
import { talk } from '../raw.mjs';
import { Service } from '../service.mjs';

const PATH = '/v1/check/batch';
const NDJSON = 'application/x-ndjson';
const sleep = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const question = (...medications) => JSON.stringify({ medications });
const send = (body, headers = {}) => ask('POST', PATH, { headers: { 'content-type': NDJSON, ...headers }, body });

/// The answers in a body; each keeps the contract of a report or of a problem.
function answersIn(body) {
  assert.ok(body.endsWith('\n'), 'the last line has no end');
  return body.trimEnd().split('\n').map((line) => {
    const answer = JSON.parse(line);
    const schema = document.components.schemas[answer.status ? 'Problem' : 'Report'];
    assert.deepEqual(schemaFaults(schema, answer), []);
    return answer;
  });
}

test('batch: each line is answered as the same question alone, in order', async () => {
  const lists = [['baclofen', 'phenelzine'], ['xyzzyplugh'], [], ['levodopa', 'selegiline', 'baclofen'], ['baclofen', 'phenelzine']];
  const { status, body, headers } = await send(lists.map((list) => question(...list)).join('\n'));
  assert.equal(status, 200);
  assert.equal(headers['cache-control'], 'no-store');
  assert.deepEqual(answersIn(body), await Promise.all(lists.map((medications) => report({ medications }))));
});

test('batch: a bad line is answered in its place, and blank lines are none', async () => {
  const good = question('baclofen', 'phenelzine');
  const lines = ['', good, 'nonsense', '{"medications": 7, "x": 1}', '  \r', `${good}\r`, '{"medications":["a"],"medications":[]}', good.slice(0, -3)];
  const answers = answersIn((await send(lines.join('\n'))).body);
  assert.deepEqual(answers.map(({ status, highest_severity: severity }) => status ?? severity), ['major', 400, 422, 'major', 400, 400]);
  assert.deepEqual(answers[2].errors.map(({ pointer }) => pointer).sort(), ['/medications', '/x']);
});

const REFUSED = [
  { description: 'no line', body: '\n \r\n', status: 400 },
  { description: 'no body', body: '', status: 400 },
  { description: 'JSON, not lines of it', body: question('baclofen'), headers: { 'content-type': 'application/json' }, status: 415 },
  { description: 'another charset', body: question('baclofen'), headers: { 'content-type': `${NDJSON}; charset=latin1` }, status: 415 },
  { description: 'a table is wanted', body: question('baclofen'), headers: { accept: 'text/plain' }, status: 406 },
  { description: 'more than 1 MiB', body: ' '.repeat(1024 * 1024 + 1), status: 413 },
];
for (const { description, body, headers, status } of REFUSED)
  test(`batch: ${description} is refused with ${status}`, async () => assert.equal((await send(body, headers)).status, status));

test('batch: a query is refused', async () => {
  const answer = await ask('POST', `${PATH}?minimum_severity=major`, { headers: { 'content-type': NDJSON }, body: question('baclofen') });
  assert.equal(answer.status, 422);
});

test('batch: the length is required', async () => {
  const [answer] = await talk([`POST ${PATH} HTTP/1.1\r\nHost: h\r\nContent-Type: ${NDJSON}\r\nConnection: close\r\n\r\n`]);
  assert.equal(answer.status, 411);
  assert.deepEqual(answerFaults('POST', PATH, answer), []);
});

const MANY = 3000;
const manyLines = () => `${question('baclofen', 'phenelzine')}\n`.repeat(MANY);
const head = (length, version = '1.1', more = '') =>
  `POST ${PATH} HTTP/${version}\r\nHost: h\r\nContent-Type: ${NDJSON}\r\nContent-Length: ${length}\r\n${more}\r\n`;

test('batch: thousands of lists are answered, none left out', async () => {
  const answers = answersIn((await send(manyLines())).body);
  assert.equal(answers.length, MANY);
  for (const answer of answers) assert.equal(answer.highest_severity, 'major');
});

test('batch: others are answered meanwhile', async () => {
  const batches = Promise.all(Array.from({ length: 4 }, () => send(manyLines())));
  await stillWell();
  for (const { body } of await batches) assert.equal(body.trimEnd().split('\n').length, MANY);
});

test('batch: a client of HTTP/1.0 gets it without chunks, until the end of the connection', async () => {
  const stream = await rawStream(service.port, [head(question('baclofen').length, '1.0', 'Connection: keep-alive\r\n'), question('baclofen')]);
  assert.match(stream, /^HTTP\/1.1 200 /);
  assert.doesNotMatch(stream, /transfer-encoding/i);
  answersIn(stream.slice(stream.indexOf('\r\n\r\n') + 4));
});

test('batch: a request behind it on the connection waits for its turn', async () => {
  const stream = await rawStream(service.port, [head(manyLines().length), manyLines(), 'GET /livez HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n']);
  const end = stream.indexOf('\r\n0\r\n\r\n');
  assert.match(stream.slice(end + 7), /^HTTP\/1.1 200 OK[^]*{"status":"ok"}$/);
});

test('batch: who takes the answer slowly, or not at all, costs no memory and holds up nobody', async () => {
  const other = await new Service().start();
  const slow = await Promise.all(Array.from({ length: 4 }, () => connected(other.port)));
  try {
    const resident = () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${other.pid}/status`, 'utf8'))[1]);
    const before = resident();
    for (const socket of slow) {
      socket.pause();
      socket.write(head(manyLines().length) + manyLines());
    }
    await sleep(500);
    assert.ok(resident() < before + (isSanitized ? 64 : 32) * 1024, `${resident() - before} KB more`);  // The answers are 20 MB each.
    assert.equal((await talk(['GET /v1/check?medications=baclofen HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n'], { port: other.port }))[0].status, 200);
    // So is what takes long.
    assert.equal((await talk([`POST /v1/check HTTP/1.1\r\nHost: h\r\nContent-Type: application/json\r\nContent-Length: 4000\r\nConnection: close\r\n\r\n${question('baclofen').padEnd(4000)}`], { port: other.port }))[0].status, 200);
    for (const socket of slow) socket.destroy();
    await sleep(100);
    const stream = await rawStream(other.port, [head(question('baclofen').length, '1.1', 'Connection: close\r\n'), question('baclofen')]);
    assert.match(stream, /\r\n0\r\n\r\n$/);
  } finally {
    for (const socket of slow) socket.destroy();
    assert.deepEqual(await other.stop(), { code: 0, signal: null }, other.log);
  }
});

test('batch: more of them than workers and waiting room are told to come back', async () => {
  const other = await new Service().start();
  const sockets = await Promise.all(Array.from({ length: 200 }, () => connected(other.port)));
  try {
    const statuses = sockets.map((socket) => new Promise((resolve) => {
      socket.once('data', (data) => resolve(/^HTTP\/1.1 (\d+)/.exec(data)?.[1]));
      setTimeout(resolve, 1500, 'waits');
      socket.write(head(manyLines().length) + manyLines());
    }).finally(() => socket.pause()));
    const seen = await Promise.all(statuses);
    assert.ok(seen.includes('200'), String(seen));
    assert.ok(seen.includes('503'), String(seen));
  } finally {
    for (const socket of sockets) socket.destroy();
    await other.stop();
  }
});

test('batch: SIGTERM lets a batch be answered to its end', async () => {
  const other = await new Service().start();
  const lines = `${question('baclofen', 'phenelzine')}\n`.repeat(300);
  const stream = rawStream(other.port, [head(lines.length), lines]);
  await sleep(60);
  const stopped = other.stop();
  const text = await stream;
  assert.equal(text.match(/"highest_severity":"major"/g).length, 300);
  assert.match(text, /\r\n0\r\n\r\n$/);
  assert.deepEqual(await stopped, { code: 0, signal: null });
});

function connected(port) {
  return new Promise((resolve, reject) => {
    const socket = net.connect({ host: '127.0.0.1', port }, () => resolve(socket));
    socket.once('error', reject);
    socket.on('error', () => {});
  });
}

/// All that comes until the service ends the connection.
async function rawStream(port, pieces) {
  const socket = await connected(port);
  const chunks = [];
  socket.on('data', (chunk) => chunks.push(chunk));
  for (const piece of pieces) socket.write(piece);
  await new Promise((resolve) => socket.once('close', resolve));
  return Buffer.concat(chunks).toString('latin1');
}
