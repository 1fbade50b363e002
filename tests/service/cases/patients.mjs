// What must be said about the patient, the dose and the route.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { report } from '../client.mjs';

const INFORMATION = ['laboratory', 'activity'];
const byMouth = { text: 'baclofen', route: 'oral' };

/// `expected`: [kind, severity, rule ids…] of every precaution that is no mere information.
const CASES = [
  { description: 'a condition by name', patient: { conditions: ['renal impairment'] },
    expected: [['condition', 'major', 'baclofen-renal-impairment']] },
  { description: 'a condition by ICD-10 code', patient: { conditions: [{ code: { system: 'icd10', value: 'N18.4' } }] },
    expected: [['condition', 'major', 'baclofen-renal-impairment']] },
  { description: 'a condition by SNOMED CT code', patient: { conditions: [
    { code: { system: 'http://snomed.info/sct', value: '709044004', display: 'Chronic kidney disease' } }] },
    expected: [['condition', 'major', 'baclofen-renal-impairment']] },
  { description: 'a condition twice is one alert', patient: { conditions: ['renal impairment', 'Kidney disease'] },
    expected: [['condition', 'major', 'baclofen-renal-impairment']] },
  { description: 'an old patient', patient: { age_years: 65 }, expected: [['age', null, 'baclofen-age-65']] },
  { description: 'one just younger', patient: { age_years: 64.9 }, expected: [] },
  { description: 'a child', medications: [byMouth], patient: { age_years: 11.9 }, expected: [['age', null, 'baclofen-under-12']] },
  { description: 'a child of twelve', medications: [byMouth], patient: { age_years: 12 }, expected: [] },
  { description: 'pregnancy', patient: { pregnant: true }, expected: [['pregnancy', 'major']] },
  { description: 'breastfeeding', patient: { breastfeeding: true }, expected: [['breastfeeding', 'moderate']] },
  { description: 'neither', patient: { pregnant: false, breastfeeding: false, conditions: [], allergies: [] }, expected: [] },
  { description: 'an allergy', patient: { allergies: ['Baclofen'] }, expected: [['allergy', 'contraindicated']] },
  { description: 'an allergy by brand', patient: { allergies: ['Lioresal'] }, expected: [['allergy', 'contraindicated']] },
  { description: 'an allergy to another drug', patient: { allergies: ['phenelzine'] }, expected: [] },
  { description: 'too high a dose', medications: [{ ...byMouth, daily_dose: { value: 90, unit: 'mg' } }],
    expected: [['dose', 'major', 'baclofen-daily-dose']] },
  { description: 'the same dose in grams', medications: [{ ...byMouth, daily_dose: { value: 0.09, unit: 'g' } }],
    expected: [['dose', 'major', 'baclofen-daily-dose']] },
  { description: 'the highest usual dose', medications: [{ ...byMouth, daily_dose: { value: 80, unit: 'mg' } }], expected: [] },
  { description: 'an abrupt stop', medications: [{ ...byMouth, stopping: true }], expected: [['abrupt_stop', 'major']] },
  { description: 'an abrupt stop of the pump', medications: [{ text: 'baclofen', route: 'intrathecal', stopping: true }],
    expected: [['abrupt_stop', 'contraindicated'], ['route', 'major']] },
  { description: 'the route from the product', medications: ['Lioresal Intrathecal'], expected: [['route', 'major']] },
  { description: 'nothing known of the patient', expected: [] },
];

for (const { description, medications = ['baclofen'], patient, expected } of CASES)
  test(`precautions: ${description}`, async () => {
    const { precautions, counts, complete, not_checked } = await report({ medications, patient });
    assert.equal(complete, true, JSON.stringify(not_checked));
    const alerts = precautions.filter(({ kind }) => !INFORMATION.includes(kind));
    const found = alerts.map(({ kind, severity, rules }, index) => {
      const [, wantedSeverity, ...wantedRules] = expected[index] ?? [];
      const ids = wantedRules.length ? rules.map(({ id }) => id) : [];
      return [kind, wantedSeverity === null ? null : severity, ...ids];
    });
    assert.deepEqual(found, expected);
    for (const { medications: positions, ingredient } of alerts) assert.deepEqual([positions, ingredient], [[0], 'baclofen']);
    assert.equal(Object.values(counts).reduce((sum, count) => sum + count), precautions.length);
  });

test('laboratory and activity are minor information for professionals, not for consumers', async () => {
  const kinds = async (question) => (await report({ medications: ['baclofen'], ...question })).precautions
    .filter(({ kind }) => INFORMATION.includes(kind)).map(({ kind, severity }) => `${kind} ${severity}`).sort();
  const both = ['activity minor', 'laboratory minor'];
  assert.deepEqual([...new Set(await kinds({}))], both);
  assert.deepEqual([...new Set(await kinds({ audience: 'professional' }))], both);
  assert.deepEqual(await kinds({ audience: 'consumer' }), []);
});

test('one alert for all entries of the same drug', async () => {
  const { precautions } = await report({ medications: ['baclofen', 'phenelzine', 'Lioresal'],
    patient: { conditions: ['renal impairment'] } });
  const alerts = precautions.filter(({ kind, ingredient }) => kind === 'condition' && ingredient === 'baclofen');
  assert.deepEqual(alerts.map(({ medications }) => medications), [[0, 2]]);
});
