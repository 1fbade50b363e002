// The same question through every entrance gives the same answer.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { get, report, target } from '../client.mjs';
import { rules } from '../places.mjs';
import { run } from '../service.mjs';

const LISTS = [
  ['baclofen', 'phenelzine'],
  ['phenelzine', 'Lioresal 10 mg tablet', 'Sinemet'],
  ['baclofen', 'xyzzyplugh'],
  ['levothyroxine', 'baclofen', 'Baclofen'],
  ['baclofne', 'Nardil'],
  ['insulin glargine 1,000 units', 'baclofen'],
];

for (const names of LISTS)
  test(`GET, POST, command line and standard input agree on ${names.join(' + ')}`, async () => {
    const posted = await report({ medications: names });
    assert.equal(posted.medications.length, names.length);
    assert.deepEqual((await get(target('/v1/check', { medications: names.join(',') }))).json(), posted);
    assert.deepEqual((await get(target('/v1/check', { medications: names }))).json(), posted);
    const arguments_ = await run(['check', '--rules', rules, '--json', ...names]);
    assert.deepEqual(JSON.parse(arguments_.stdout), posted);
    const lines = await run(['check', '--rules', rules, '--json'], { input: `${names.join('\n')}\n` });
    assert.deepEqual(JSON.parse(lines.stdout), posted);
    assert.equal(lines.code, arguments_.code);
  });

test('a comma between two digits does not separate', async () => {
  const { medications } = (await get('/v1/check?medications=insulin%201,000%20units,%20baclofen')).json();
  assert.deepEqual(medications.map(({ text }) => text.trim()), ['insulin 1,000 units', 'baclofen']);
});

test('minimum_severity works in the address', async () => {
  const posted = await report({ medications: ['baclofen', 'phenelzine'], minimum_severity: 'contraindicated' });
  const got = (await get('/v1/check?medications=baclofen,phenelzine&minimum_severity=contraindicated')).json();
  assert.deepEqual(got, posted);
});

test('the same question has the same answer, byte for byte', async () => {
  const bodies = await Promise.all(Array.from({ length: 8 }, () => get('/v1/check?medications=baclofen,phenelzine,Sinemet')));
  assert.equal(new Set(bodies.map(({ body }) => body)).size, 1);
});
