// What the answer must admit: what it did not check, and what no rule speaks of.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { report } from '../client.mjs';

const NAMES = [
  { description: 'a name that nobody knows', medication: 'xyzzyplugh', recognised: 'unrecognised', reason: 'unrecognised' },
  { description: 'a single letter', medication: 'b', recognised: 'unrecognised', reason: 'unrecognised' },
  { description: 'a part of a name', medication: 'bac', recognised: 'unrecognised', reason: 'unrecognised' },
  { description: 'a name within a word', medication: 'prebaclofenol', recognised: 'unrecognised', reason: 'unrecognised' },
  { description: 'numbers only', medication: '10 mg', recognised: 'unrecognised', reason: 'unrecognised' },
  { description: 'a code of no drug', medication: { code: { system: 'rxnorm', value: '99999999' } },
    recognised: 'unrecognised', reason: 'unrecognised' },
  { description: 'a code in a system that nobody knows', medication: { code: { system: 'urn:oid:1.2.3', value: '1292' } },
    recognised: 'unrecognised', reason: 'unrecognised' },
  { description: 'a text and a code that disagree',
    medication: { text: 'phenelzine', code: { system: 'rxnorm', value: '1292' } }, recognised: 'ambiguous', reason: 'ambiguous' },
  { description: 'a misspelling', medication: 'baclofne', recognised: 'corrected', reason: 'assumed' },
];

for (const { description, medication, recognised, reason } of NAMES)
  test(`not checked: ${description}`, async () => {
    const { complete, medications, not_checked } = await report({ medications: ['phenelzine', medication] });
    assert.equal(complete, false);
    assert.equal(medications[1].recognised, recognised);
    const rows = not_checked.filter(({ position }) => position === 1);
    assert.equal(rows.length, 1, JSON.stringify(not_checked));
    assert.ok(rows[0].reason === reason || (recognised === 'ambiguous' && rows[0].reason === 'assumed'), rows[0].reason);
  });

test('a misspelling is checked as what it was taken for, and says so', async () => {
  const { medications, interactions, not_checked } = await report({ medications: ['baclofne', 'phenelzine'] });
  assert.deepEqual(interactions.map(({ severity }) => severity), ['major']);
  assert.deepEqual(medications[0].ingredients.map(({ key }) => key), ['baclofen']);
  assert.ok(not_checked[0].suggestions.includes('baclofen'), not_checked[0].suggestions);
});

test('words beside a known name are not passed over in silence', async () => {
  const { complete, not_checked, interactions } = await report({ medications: ['baclofen xyzzyplugh', 'phenelzine'] });
  assert.equal(interactions.length, 1);
  assert.equal(complete, false);
  assert.deepEqual(not_checked.map(({ position, text }) => ({ position, known: text.includes('xyzzyplugh') })),
    [{ position: 0, known: true }]);
});

test('conditions and allergies that nobody knows are named', async () => {
  const { complete, not_checked } = await report({ medications: ['baclofen'],
    patient: { conditions: ['xyzzy syndrome', { code: { system: 'icd10', value: 'ZZ99' } }], allergies: ['plughamine'] } });
  assert.equal(complete, false);
  assert.equal(not_checked.length, 3, JSON.stringify(not_checked));
  assert.equal(not_checked.filter(({ condition }) => condition !== undefined).length, 2);
  assert.deepEqual(not_checked.filter(({ allergy }) => allergy !== undefined).map(({ allergy, reason }) => [allergy, reason]),
    [['plughamine', 'unrecognised']]);
});

test('a drug that no rule mentions is known, and named as not covered', async () => {
  const { complete, medications, not_covered } = await report({ medications: ['baclofen', 'levothyroxine'] });
  assert.equal(complete, true);
  assert.deepEqual(medications[1].ingredients.map(({ key, covered }) => [key, covered]), [['levothyroxine', false]]);
  assert.deepEqual(not_covered, [{ position: 1, ingredient: 'levothyroxine' }]);
});

test('an allergy to a drug of the list for which there is no rule is named as not covered', async () => {
  const { not_covered } = await report({ medications: ['baclofen', 'phenelzine'], patient: { allergies: ['Nardil'] } });
  assert.deepEqual(not_covered, [{ allergy: 'phenelzine', ingredient: 'phenelzine' }]);
});
