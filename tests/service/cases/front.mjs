// The connection front: order, deadlines, limits, many clients at once, and the stop.
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';

import { get } from '../client.mjs';
import { QUESTION, stillWell } from '../hostility.mjs';
import { isSanitized } from '../places.mjs';
import { linger, readAnswers, talk } from '../raw.mjs';
import { Service } from '../service.mjs';

const sleep = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const path = (n) => `GET /v1/check?medications=baclofen${n} HTTP/1.1\r\nHost: h\r\n\r\n`;
const POST = `POST /v1/check HTTP/1.1\r\nHost: h\r\nContent-Type: application/json\r\nContent-Length: ${QUESTION.length}\r\n`;

/// What came on a socket until it closed, and how long that took.
function untilClosed(socket) {
  const begun = Date.now();
  const pieces = [];
  socket.on('data', (piece) => pieces.push(piece));
  return new Promise((resolve) => socket.once('end', () => {
    socket.destroy();
    resolve({ answers: readAnswers(Buffer.concat(pieces).toString('latin1')), seconds: (Date.now() - begun) / 1000 });
  }));
}

test('front: a hundred pipelined requests are answered in their order', async () => {
  const answers = await talk([Array.from({ length: 100 }, (_, i) => path(i)).join('')]);
  assert.deepEqual(answers.map(({ body }) => JSON.parse(body).medications[0].text),
    Array.from({ length: 100 }, (_, i) => `baclofen${i}`));
});

test('front: what follows a refused request is not answered', async () => {
  const answers = await talk(['GET / HTTP/1.1\r\nHost: h\r\nHost: h\r\n\r\n' + path(1)]);
  assert.deepEqual(answers.map(({ status }) => status), [400]);
});

test('front: a client that asks whether to send its body is told to', async () => {
  const socket = await linger([`${POST}Expect: 100-continue\r\nConnection: close\r\n\r\n`]);
  const told = await new Promise((resolve) => socket.once('data', (data) => resolve(data.toString())));
  assert.equal(told, 'HTTP/1.1 100 Continue\r\n\r\n');
  const ended = untilClosed(socket);
  socket.write(QUESTION);
  assert.equal((await ended).answers[0].status, 200);
});

test('front: a body over the limit is refused while it is still being sent', async () => {
  const head = `POST /v1/check HTTP/1.1\r\nHost: h\r\nContent-Length: ${5 * 1024 * 1024}\r\n\r\n`;
  const answers = await talk([head, ...Array(80).fill(' '.repeat(64 * 1024))]);
  assert.deepEqual(answers.map(({ status }) => status), [413]);
});

// The deadlines hold for the whole thing: a byte now and then buys no time.
const SLOW = [
  { description: 'a head, byte by byte', pieces: [...path(1)], seconds: 5 },
  { description: 'a body, byte by byte', pieces: [`${POST}\r\n`, ...QUESTION], seconds: 10 },
];
for (const { description, pieces, seconds } of SLOW)
  test(`front: ${description}, is cut off after ${seconds} s`, async () => {
    const socket = await linger([pieces[0]]);
    const ended = untilClosed(socket);
    let next = 1;
    const timer = setInterval(() => socket.write(pieces[next++] ?? ' '), 300);
    const { answers, seconds: taken } = await ended;
    clearInterval(timer);
    assert.deepEqual(answers.map(({ status }) => status), [408]);
    assert.ok(taken >= seconds - 0.1 && taken < seconds + 1.5, `${taken} s`);
  });

test('front: a thousand idle and a thousand half-sent requests hold up nobody', async () => {
  const sockets = await Promise.all(Array.from({ length: 2000 }, (_, i) => linger(i % 2 ? [] : ['POST /v1/check HTTP/1.1\r\nHost'])));
  try {
    const times = [];
    for (let i = 0; i < 50; ++i) {
      const begun = performance.now();
      assert.equal((await get('/livez')).status, 200);
      times.push(performance.now() - begun);
    }
    assert.ok(Math.min(...times) < 100, 'the service does not answer');
    await stillWell();
  } finally {
    for (const socket of sockets) socket.destroy();
  }
});

test('front: one connection too many is answered 503, and the others go on', async () => {
  const small = await new Service().start({ flags: ['--max-connections', '20'] });
  try {
    const kept = await Promise.all(Array.from({ length: 20 }, () => linger([], small.port)));
    await sleep(50);
    const [answer] = await talk([], { port: small.port });
    assert.equal(answer.status, 503);
    assert.equal(answer.headers['retry-after'], '1');
    assert.equal(answer.headers['content-type'], 'application/problem+json');
    kept[0].write('GET /livez HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n');
    assert.equal((await untilClosed(kept[0])).answers[0].status, 200);
    await sleep(50);
    assert.equal((await talk([path(1)], { port: small.port }))[0].status, 200);
    for (const socket of kept) socket.destroy();
  } finally {
    await small.stop();
  }
});

test('front: SIGTERM lets whole requests be answered and idle clients go', async () => {
  const other = await new Service().start();
  const idle = await linger([], other.port);
  const busy = await Promise.all(Array.from({ length: 50 }, () => linger([path(1)], other.port)));
  const ended = busy.map(untilClosed);
  await sleep(100);
  for (const socket of busy) socket.write(path(2));
  const begun = Date.now();
  const stopped = other.stop();
  for (const { answers } of await Promise.all(ended)) {
    assert.deepEqual(answers.map(({ status }) => status), [200, 200]);
  }
  assert.deepEqual(await stopped, { code: 0, signal: null });
  assert.ok(Date.now() - begun < 2000, `${Date.now() - begun} ms`);
  idle.destroy();
});

test('front: SIGTERM lets all be answered that was sent before it', async () => {
  const other = await new Service().start();
  const busy = await Promise.all(Array.from({ length: 50 }, () => linger([], other.port)));
  const ended = busy.map(untilClosed);
  const many = Array.from({ length: 100 }, (_, i) => path(i)).join('');
  for (const socket of busy) socket.write(many);
  assert.deepEqual(await other.stop(), { code: 0, signal: null });
  for (const { answers } of await Promise.all(ended))
    assert.equal(answers.filter(({ status }) => status === 200).length, 100);
});

test('front: connections that ended leave nothing open', async () => {
  const other = await new Service().start();
  try {
    const open = () => readdirSync(`/proc/${other.pid}/fd`).length;
    const before = open();
    for (let round = 0; round < 5; ++round)
      await Promise.all(Array.from({ length: 40 }, () => talk([path(1)], { port: other.port, patience: 50 })));
    const deadline = Date.now() + (isSanitized ? 10_000 : 300);
    while (open() > before && Date.now() < deadline) await sleep(100);
    assert.equal(open(), before);
  } finally {
    await other.stop();
  }
});
