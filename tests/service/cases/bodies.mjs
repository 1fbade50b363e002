// Bodies that are no question at all: each is refused with the status that says why.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';

import { ask, postText } from '../client.mjs';
import { looksAllClear, QUESTION, stillWell } from '../hostility.mjs';

const LIMIT = 1024 * 1024;
const nested = (depth) => '['.repeat(depth) + ']'.repeat(depth);
const within = (bytes) => Buffer.concat([Buffer.from('{"medications":["baclofen'), Buffer.from(bytes), Buffer.from('"]}')]);

const MALFORMED = {
  'no bytes': '', 'spaces only': ' \r\n\t ', 'a word': 'baclofen', 'a form': 'medications=baclofen&x=1',
  'an XML document': '<medications><m>baclofen</m></medications>', 'an open brace': '{',
  'cut in a string': QUESTION.slice(0, 20), 'cut before the end': QUESTION.slice(0, -1),
  'a trailing comma': '{"medications":["baclofen","phenelzine",]}', 'a comment': `/* list */${QUESTION}`,
  'single quotes': "{'medications':['baclofen']}", 'a key without quotes': '{medications:["baclofen"]}',
  'NaN': '{"medications":["baclofen"],"patient":{"age_years":NaN}}',
  'Infinity': '{"medications":["baclofen"],"patient":{"age_years":-Infinity}}',
  'a hexadecimal number': '{"medications":["baclofen"],"patient":{"age_years":0x10}}',
  'a leading zero': '{"medications":["baclofen"],"patient":{"age_years":070}}',
  'a second document': QUESTION + QUESTION, 'a second document on the next line': `${QUESTION}\n${QUESTION}\n`,
  'one byte more': `${QUESTION}x`, 'one brace more': `${QUESTION}}`, 'a NUL at the end': `${QUESTION}\0`,
  'a NUL at the beginning': `\0${QUESTION}`, 'a NUL between': '{"medications":\0["baclofen"]}',
  'a NUL in a string': within([0]), 'a line end in a string': within([10]), 'an unknown escape': within(Buffer.from('\\x41')),
  'half a surrogate pair, escaped': within(Buffer.from('\\ud800')), 'an invalid byte': within([0xff]),
  'an overlong NUL': within([0xc0, 0x80]), 'an encoded surrogate': within([0xed, 0xa0, 0x80]),
  'beyond Unicode': within([0xf4, 0x90, 0x80, 0x80]), 'half a character': within([0xe2, 0x82]),
  'Latin-1': within([0xe9]), 'an invalid byte in a key': Buffer.from([...Buffer.from('{"'), 0xff, ...Buffer.from('":1}')]),
  'UTF-16': Buffer.from(QUESTION, 'utf16le'), 'UTF-16 with a byte order mark': Buffer.from(`\ufeff${QUESTION}`, 'utf16le'),
  'a key twice': '{"medications":["baclofen","phenelzine"],"medications":[]}',
  'a key twice, once escaped': '{"medications":["baclofen","phenelzine"],"medic\\u0061tions":[]}',
  'a key twice, in a medication': '{"medications":[{"text":"baclofen","text":"water"},"phenelzine"]}',
  'a key twice, in the patient': '{"medications":["baclofen"],"patient":{"pregnant":true,"pregnant":false}}',
  'an unknown key twice': '{"medications":["baclofen"],"x":1,"x":2}', 'an empty key twice': '{"":1,"":2}',
  '65 nested arrays': nested(65), '100,000 nested arrays': nested(100_000), '100,000 open arrays': '['.repeat(100_000),
  '100,000 open objects': '{"a":'.repeat(100_000), 'nesting in a medication': `{"medications":[${nested(100_000)}]}`,
  'gzip without saying so': gzipSync(QUESTION),
};

for (const [description, body] of Object.entries(MALFORMED))
  test(`malformed: ${description}`, async () => {
    const answer = await postText(body);
    assert.equal(answer.status, 400, answer.body);
    assert.ok(answer.json().errors.length > 0, answer.body);
    await stillWell();
  });

test('a problem does not repeat the body', async () => {
  const { body } = await postText('{"medications":["canarydrug" "canarydrug"], canarydrug}');
  assert.doesNotMatch(body, /canary/);
});

const JSON_TYPE = { 'content-type': 'application/json' };
const FORM = '--b\r\nContent-Disposition: form-data; name="medications"\r\n\r\nbaclofen\r\n--b--\r\n';
const HEADED = [
  ['no content type', {}, QUESTION, 415], ['a text', { 'content-type': 'text/plain' }, QUESTION, 415],
  ['a form', { 'content-type': 'application/x-www-form-urlencoded' }, 'medications=baclofen', 415],
  ['a multipart form', { 'content-type': 'multipart/form-data; boundary=b' }, FORM, 415],
  ['JSON called multipart', { 'content-type': 'multipart/form-data; boundary=b' }, QUESTION, 415],
  ['multipart without a boundary', { 'content-type': 'multipart/form-data' }, QUESTION, 415],
  ['a relative of JSON', { 'content-type': 'application/fhir+json' }, QUESTION, 415],
  ['a longer name', { 'content-type': 'application/jsonp' }, QUESTION, 415],
  ['another charset', { 'content-type': 'application/json; charset=iso-8859-1' }, QUESTION, 415],
  ['UTF-16', { 'content-type': 'application/json; charset=utf-16' }, Buffer.from(QUESTION, 'utf16le'), 415],
  ['gzip', { ...JSON_TYPE, 'content-encoding': 'gzip' }, gzipSync(QUESTION), 415],
  ['a gzip bomb', { ...JSON_TYPE, 'content-encoding': 'gzip' }, gzipSync(Buffer.alloc(50 * LIMIT, ' ')), 415],
  ['gzip in name only', { ...JSON_TYPE, 'content-encoding': 'gzip' }, QUESTION, 415],
  ['brotli', { ...JSON_TYPE, 'content-encoding': 'br' }, QUESTION, 415],
  ['an encoding that nobody knows', { ...JSON_TYPE, 'content-encoding': 'rot13' }, QUESTION, 415],
  ['charset utf-8', { 'content-type': 'application/json; charset=utf-8' }, QUESTION, 200],
  ['charset "UTF-8"', { 'content-type': 'Application/JSON;charset="UTF-8"' }, QUESTION, 200],
  ['encoding identity', { ...JSON_TYPE, 'content-encoding': 'identity' }, QUESTION, 200],
  ['exactly the limit', JSON_TYPE, QUESTION.padEnd(LIMIT), 200],
];

for (const [description, headers, body, status] of HEADED)
  test(`content: ${description} → ${status}`, async () => {
    const answer = await ask('POST', '/v1/check', { headers, body });
    assert.equal(answer.status, status, answer.body);
    assert.ok(!looksAllClear(answer), answer.body);
    await stillWell();
  });
