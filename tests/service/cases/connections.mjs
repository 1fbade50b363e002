// Bodies in pieces, in chunks, cut off or too long, and clients that go away.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { answerFaults } from '../contract.mjs';
import { assertNoAllClear, QUESTION, stillWell } from '../hostility.mjs';
import { abandon, linger, talk } from '../raw.mjs';

const HEAD = 'POST /v1/check HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n';
const CLOSE = 'Connection: close\r\n\r\n';
const LENGTH = `Content-Length: ${QUESTION.length}\r\n`;
const WHOLE = `${HEAD}${LENGTH}${CLOSE}${QUESTION}`;
const CHUNKED = `${HEAD}Transfer-Encoding: chunked\r\n${CLOSE}`;
const KIB = 1024;

const chunk = (text) => `${Buffer.byteLength(text).toString(16)}\r\n${text}\r\n`;
const chunks = (text, size) => text.match(new RegExp(`.{1,${size}}`, 'gs')).map(chunk).join('');

/// The one answer, held against openapi.yaml.
async function answered(pieces, options) {
  const answers = await talk(pieces, options);
  assert.equal(answers.length, 1);
  assert.deepEqual(answerFaults('POST', '/v1/check', answers[0]), []);
  return answers[0];
}

const ACCEPTED = {
  'one piece': [WHOLE], 'byte by byte': [...WHOLE], 'head and body apart': [`${HEAD}${LENGTH}${CLOSE}`, QUESTION],
  'chunks': [CHUNKED, chunks(QUESTION, 10), '0\r\n\r\n'], 'chunks of one byte': [CHUNKED, chunks(QUESTION, 1), '0\r\n\r\n'],
};
for (const [description, pieces] of Object.entries(ACCEPTED))
  test(`connection: a question in ${description} is answered`, async () => {
    const { status, body } = await answered(pieces, { pause: pieces.length < 10 ? 10 : 0 });
    assert.equal(status, 200, body);
    assert.equal(JSON.parse(body).interactions.length, 1);
  });

test('connection: a body without length is refused', async () => {
  assert.equal((await answered([`${HEAD}${CLOSE}`])).status, 411);
  await stillWell();
});

test('connection: a length far over the limit is refused before the body is there', async () => {
  assert.equal((await answered([`${HEAD}Content-Length: ${9 * KIB * KIB}\r\n${CLOSE}`])).status, 413);
  await stillWell();
});

test('connection: a body over the limit is refused', async () => {
  const body = QUESTION.padEnd(KIB * KIB + 1);
  assert.equal((await answered([`${HEAD}Content-Length: ${body.length}\r\n${CLOSE}`, body])).status, 413);
  await stillWell();
});

test('connection: chunks over the limit are refused', async () => {
  const pieces = Array.from({ length: 80 }, () => chunk(' '.repeat(16 * KIB)));
  const answers = await talk([CHUNKED, ...pieces, chunk(QUESTION), '0\r\n\r\n']);
  for (const { status } of answers) assert.equal(status, 413);
  await stillWell();
});

const CUT = {
  'half a body': [`${HEAD}${LENGTH}${CLOSE}${QUESTION.slice(0, 20)}`],
  'an empty list that is not whole': [`${HEAD}Content-Length: 50\r\n${CLOSE}{"medications":[]}`],
  'chunks without an end': [CHUNKED, chunks(QUESTION, 10)], 'an empty list in chunks without an end': [CHUNKED, chunk('{"medications":[]}')],
  'a chunk shorter than it says': [CHUNKED, `ff\r\n${QUESTION}`], 'a chunk longer than it says': [CHUNKED, `2\r\n${QUESTION}\r\n0\r\n\r\n`],
  'a chunk of negative size': [CHUNKED, `-1\r\n${QUESTION}\r\n0\r\n\r\n`], 'a chunk size in words': [CHUNKED, `many\r\n${QUESTION}\r\n0\r\n\r\n`],
  'a chunk size beyond all numbers': [CHUNKED, `ffffffffffffffffffff\r\n${QUESTION}\r\n0\r\n\r\n`],
  'a chunk size of 4 GB': [CHUNKED, `fffffffe\r\n${QUESTION}\r\n0\r\n\r\n`],
  'a chunk extension of 64 KB': [CHUNKED, `29;${'a'.repeat(64 * KIB)}\r\n${QUESTION}\r\n0\r\n\r\n`],
  'no chunks at all': [CHUNKED, '0\r\n\r\n'], 'a body longer than its length': [`${HEAD}Content-Length: 10\r\n${CLOSE}${QUESTION}`],
};
for (const [description, pieces] of Object.entries(CUT))
  test(`connection: ${description} gets no all-clear`, async () => {
    assertNoAllClear(await talk(pieces, { halfClose: true }));
    await stillWell();
  });

test('connection: what is pipelined gets no wrong answer', async () => {
  const whole = WHOLE.replace('Connection: close\r\n', '');
  const answers = await talk([whole + whole + WHOLE]);
  assert.deepEqual(answers.map(({ status }) => status), [200, 200, 200]);
  assertNoAllClear(answers);
  await stillWell();
});

const ABANDONED = {
  'nothing said': [], 'half a request line': ['POST /v1/ch'], 'half a head': [HEAD], 'a head': [`${HEAD}${LENGTH}${CLOSE}`],
  'half a body': [`${HEAD}${LENGTH}${CLOSE}{"medi`], 'an unread answer': [WHOLE], 'many unread answers': Array(50).fill(WHOLE),
  'half a chunk': [CHUNKED, '29\r\n{"medi'],
};
for (const [description, pieces] of Object.entries(ABANDONED))
  test(`connection: a client that leaves after ${description} harms nobody`, async () => {
    await Promise.all(Array.from({ length: 4 }, () => abandon(pieces)));
    await stillWell();
  });

test('connection: clients that stay and say nothing more do not stop the others', async () => {
  const idle = await Promise.all([[], ['GET'], [HEAD], [`${HEAD}${LENGTH}${CLOSE}{`]].map((pieces) => linger(pieces)));
  try {
    await stillWell();
  } finally {
    for (const socket of idle) socket.destroy();
  }
});

test('connection: an answer on a kept connection is followed by another', async () => {
  const first = WHOLE.replace('Connection: close\r\n', '');
  const answers = await talk([first, WHOLE], { pause: 300 });
  assert.deepEqual(answers.map(({ status }) => status), [200, 200]);
  assert.equal(answers[0].body, answers[1].body);
});
