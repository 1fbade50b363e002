// What a list of names must find, however it is written.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { report } from '../client.mjs';

const ruleIds = (alerts) => alerts.flatMap(({ rules }) => rules.map(({ id }) => id));

test('baclofen with phenelzine is a major interaction that names its rule and its source', async () => {
  const { complete, highest_severity, interactions, notice } = await report({ medications: ['baclofen', 'phenelzine'] });
  assert.equal(complete, true);
  assert.equal(highest_severity, 'major');
  assert.equal(interactions.length, 1);
  const [{ severity, medications, ingredients, effects, rules }] = interactions;
  assert.deepEqual({ severity, medications, ingredients },
    { severity: 'major', medications: [0, 1], ingredients: ['baclofen', 'phenelzine'] });
  assert.ok(effects.includes('hypotension'), effects);
  const rule = rules.find(({ id }) => id === 'baclofen-maoi');
  assert.deepEqual(rule.matched, ['baclofen', 'maoi']);
  assert.ok(rule.evidence.some((evidence) => evidence.source === 'D3' && evidence.severity === 'major'), rule);
  assert.match(notice, /\S/);
});

const SPELLINGS = [
  { description: 'brands', medications: ['Lioresal', 'Nardil'], recognised: ['brand', 'brand'] },
  { description: 'capitals', medications: ['BACLOFEN', 'Phenelzine'], recognised: ['exact', 'exact'] },
  { description: 'order texts', medications: ['Lioresal 10 mg tablet', 'Nardil 15 mg'], recognised: ['brand', 'brand'] },
  { description: 'spaces around', medications: ['  baclofen ', '\tphenelzine\n'], recognised: ['exact', 'exact'] },
  { description: 'objects with text', medications: [{ text: 'baclofen' }, { text: 'phenelzine' }], recognised: ['exact', 'exact'] },
  { description: 'RxNorm ingredient codes', medications: [{ code: { system: 'rxnorm', value: '1292' } },
    { code: { system: 'RxNorm', value: '8123' } }], recognised: ['code', 'code'] },
  { description: 'RxNorm product code and system URI', medications: [{ code: {
    system: 'http://www.nlm.nih.gov/research/umls/rxnorm', value: '197391', display: 'baclofen 10 MG Oral Tablet' } },
  'phenelzine'], recognised: ['code', 'exact'] },
  { description: 'ATC codes', medications: [{ code: { system: 'atc', value: 'M03BX01' } },
    { code: { system: 'http://www.whocc.no/atc', value: 'N06AF03' } }], recognised: ['code', 'code'] },
];

for (const { description, medications, recognised } of SPELLINGS)
  test(`the finding does not depend on the spelling: ${description}`, async () => {
    const plain = await report({ medications: ['baclofen', 'phenelzine'] });
    const other = await report({ medications });
    assert.deepEqual(other.medications.map((one) => one.recognised), recognised);
    assert.equal(other.complete, true, JSON.stringify(other.not_checked));
    assert.deepEqual(other.interactions, plain.interactions);
    assert.deepEqual(other.counts, plain.counts);
  });

test('the order of the list changes positions only', async () => {
  const [one] = (await report({ medications: ['baclofen', 'phenelzine'] })).interactions;
  const [other] = (await report({ medications: ['phenelzine', 'baclofen'] })).interactions;
  assert.deepEqual(other.medications, [0, 1]);
  assert.deepEqual([...other.ingredients].sort(), one.ingredients);
  assert.deepEqual(other.rules.map(({ id }) => id), one.rules.map(({ id }) => id));
  assert.equal(other.severity, one.severity);
});

test('another entry never hides a finding', async () => {
  const before = ruleIds((await report({ medications: ['baclofen', 'phenelzine'] })).interactions);
  for (const added of ['levothyroxine', 'Sinemet', 'xyzzyplugh', 'baclofen', 'lithium']) {
    const after = ruleIds((await report({ medications: ['baclofen', added, 'phenelzine'] })).interactions);
    assert.deepEqual(before.filter((id) => !after.includes(id)), [], added);
  }
});

test('alerts come worst first, one for a pair', async () => {
  const { interactions } = await report({ medications: ['lithium', 'phenelzine', 'baclofen', 'diazepam', 'Sinemet'] });
  const order = ['contraindicated', 'major', 'moderate', 'minor'];
  const ranks = interactions.map(({ severity }) => order.indexOf(severity));
  assert.deepEqual(ranks, [...ranks].sort());
  const pairs = interactions.map(({ medications }) => medications.join());
  assert.deepEqual(pairs, [...new Set(pairs)]);
  for (const { severity, rules } of interactions) assert.equal(severity, rules[0].severity);
});

test('a combination product is all of its ingredients, in one alert', async () => {
  const { medications, interactions, duplicates } = await report({ medications: ['Sinemet 25-100', 'baclofen'] });
  assert.equal(medications[0].recognised, 'product');
  assert.deepEqual(medications[0].ingredients.map(({ key }) => key), ['carbidopa', 'levodopa']);
  assert.equal(interactions.length, 1);
  assert.deepEqual(interactions[0].medications, [0, 1]);
  assert.ok(interactions[0].ingredients.includes('levodopa'), interactions[0].ingredients);
  assert.deepEqual(duplicates, []);
});

test('several drugs in one entry are checked against each other', async () => {
  const { interactions } = await report({ medications: ['baclofen / phenelzine'] });
  assert.deepEqual(interactions.map(({ medications, severity }) => ({ medications, severity })),
    [{ medications: [0, 0], severity: 'major' }]);
});

test('the same ingredient twice is a duplicate, by any name', async () => {
  const { duplicates, interactions } = await report({ medications: ['Lioresal', 'Sinemet', 'baclofen 10 mg', 'levodopa'] });
  const rows = duplicates.map(({ medications, ingredient }) => ({ medications, ingredient }));
  assert.deepEqual(rows.sort((a, b) => a.ingredient.localeCompare(b.ingredient)),
    [{ medications: [0, 2], ingredient: 'baclofen' }, { medications: [1, 3], ingredient: 'levodopa' }]);
  assert.ok(!interactions.some(({ medications }) => medications.join() === '0,2'));
});

test('one ingredient twice names no class', async () => {
  const { duplicates } = await report({ medications: ['Lioresal', 'baclofen'] });
  assert.deepEqual(duplicates, [{ medications: [0, 1], ingredient: 'baclofen', class: null, ingredients: ['baclofen'],
    summary: 'baclofen is in 2 entries of the list' }]);
});

test('id, new and text come back as they were sent', async () => {
  const { medications } = await report({ medications: [
    { text: 'Nardil 15 mg', id: 'order-17 "ü" \u0001', new: true }, { code: { system: 'rxnorm', value: '1292' } }] });
  assert.deepEqual(medications.map(({ position, id, text, new: isNew }) => ({ position, id, text, isNew })), [
    { position: 0, id: 'order-17 "ü" \u0001', text: 'Nardil 15 mg', isNew: true },
    { position: 1, id: null, text: null, isNew: false }]);
});

test('an empty list is answered', async () => {
  const { complete, highest_severity, medications, interactions } = await report({ medications: [] });
  assert.deepEqual({ complete, highest_severity, medications, interactions },
    { complete: true, highest_severity: null, medications: [], interactions: [] });
});

test('500 entries are answered, each in its place', async () => {
  const { medications, interactions } = await report({ medications: Array(499).fill('baclofen').concat('phenelzine') });
  assert.equal(medications.length, 500);
  assert.equal(interactions.length, 499);
});
