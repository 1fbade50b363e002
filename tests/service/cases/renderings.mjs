// JSON or a table for reading, by the Accept header.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { get, post } from '../client.mjs';

const TABLE = 'text/plain';
const JSON_TYPE = 'application/json';
const list = '/v1/check?medications=baclofen,phenelzine';

const ACCEPTS = [
  [undefined, JSON_TYPE], ['*/*', JSON_TYPE], ['application/json', JSON_TYPE], ['Application/JSON', JSON_TYPE],
  ['application/*', JSON_TYPE], ['text/plain', TABLE], ['text/plain; charset=utf-8', TABLE], ['text/*', TABLE],
  ['text/html, text/plain;q=0.8', TABLE], ['text/html,application/xhtml+xml,*/*;q=0.8', JSON_TYPE],
  ['text/plain;q=0.5, application/json', JSON_TYPE], ['application/json;q=0.1, text/plain;q=0.9', TABLE],
  ['application/json;q=0, text/plain', TABLE],
];

for (const [accept, type] of ACCEPTS)
  test(`Accept ${accept} is answered with ${type}`, async () => {
    const headers = accept === undefined ? {} : { accept };
    for (const answer of [await get(list, headers), await post({ medications: ['baclofen', 'phenelzine'] }, headers)]) {
      assert.equal(answer.status, 200, answer.body);
      assert.equal(answer.headers['content-type'].split(';')[0], type);
    }
  });

for (const accept of ['application/xml', 'text/html', 'image/png, text/html;q=0.9', 'application/json;q=0', 'nonsense'])
  test(`Accept ${accept} is refused`, async () => {
    assert.equal((await get(list, { accept })).status, 406);
    assert.equal((await post({ medications: ['baclofen', 'phenelzine'] }, { accept })).status, 406);
    assert.equal((await get('/v1/drugs?search=baclofen', { accept })).status, 406);
    for (const path of ['/v1/drugs/baclofen', '/v1/classes', '/v1/classes/maoi', '/v1/rules', '/v1/rules/baclofen-maoi',
      '/v1/sources', '/v1/knowledge']) assert.equal((await get(path, { accept })).status, 406, path);
  });

const asTable = async (question) => (await post(question, { accept: TABLE })).body;

test('the table names severity, drugs, what to do and the source', async () => {
  const table = await asTable({ medications: ['baclofen', 'phenelzine'] });
  for (const part of [/major/i, /baclofen/, /phenelzine/, /D3|Baclofen \(Systemic\)/]) assert.match(table, part);
});

test('a table without findings says what that rests on', async () => {
  const table = await asTable({ medications: ['levothyroxine', 'xyzzyplugh'] });
  assert.match(table, /xyzzyplugh/);
  assert.match(table, /not checked|not recogni[sz]ed|unrecogni[sz]ed/i);
  assert.match(table, /levothyroxine/);
  assert.match(table, /no rule|not covered/i);
});

test('a table with rows left out says how many', async () => {
  const question = { medications: ['baclofen', 'phenelzine'], minimum_severity: 'contraindicated' };
  const { hidden } = (await post(question)).json();
  assert.ok(hidden > 0);
  assert.match(await asTable(question), new RegExp(`\\b${hidden}\\b`));
});

test('a name cannot write lines or terminal commands into the table', async () => {
  const table = await asTable({ medications: ['x\u001b[2J\u0007y', 'a\r\nNo interactions found.\r\n', 'z\u009b2J\u202e'] });
  assert.doesNotMatch(table, /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
  assert.doesNotMatch(table, /^No interactions found\.$/m);
});

test('the word that no checker can honestly say is not said', async () => {
  for (const medications of [['baclofen', 'phenelzine'], ['phenelzine'], ['levothyroxine'], ['xyzzyplugh'], []])
    for (const accept of [TABLE, JSON_TYPE]) assert.doesNotMatch((await post({ medications }, { accept })).body, /\bsafe\b/i);
});
