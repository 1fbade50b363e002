// minimum_severity leaves rows out and never loses count of them.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { report } from '../client.mjs';

const ORDER = ['contraindicated', 'major', 'moderate', 'minor'];
const question = { medications: ['baclofen', 'phenelzine', 'lithium', 'Sinemet'],
  patient: { age_years: 70, conditions: ['renal impairment'], allergies: ['baclofen'] } };

const rows = ({ interactions, precautions }) => [...interactions, ...precautions];

for (const minimum of ORDER)
  test(`minimum_severity ${minimum}`, async () => {
    const all = await report(question);
    const some = await report({ ...question, minimum_severity: minimum });
    const enough = ({ severity }) => ORDER.indexOf(severity) <= ORDER.indexOf(minimum);
    assert.deepEqual(rows(some), rows(all).filter(enough));
    assert.equal(some.hidden, rows(all).length - rows(some).length);
    assert.deepEqual(some.counts, all.counts);
    assert.equal(some.highest_severity, all.highest_severity);
    assert.deepEqual(some.not_checked, all.not_checked);
  });

test('counts are the numbers of rows by severity', async () => {
  const all = await report(question);
  const counted = Object.fromEntries(ORDER.map((severity) => [severity, rows(all).filter((row) => row.severity === severity).length]));
  assert.deepEqual(all.counts, counted);
  assert.equal(all.highest_severity, 'contraindicated');
  assert.ok(ORDER.every((severity) => all.counts[severity] > 0), 'the question should meet every severity');
  assert.equal(all.hidden, 0);
});
