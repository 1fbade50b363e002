// Well-formed bodies and addresses that are no possible question: 422, with every problem in its place.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { get, post, target } from '../client.mjs';
import { document, schemaFaults } from '../contract.mjs';

const one = (medication) => ({ medications: [medication] });
const of = (patient) => ({ medications: ['baclofen'], patient });
const dose = (daily_dose) => one({ text: 'baclofen', daily_dose });
const coded = (code) => one({ code });

/// [question, pointer of the one problem].
const IMPOSSIBLE = [
  [null, ''], [[], ''], ['baclofen', ''], [5, ''], [true, ''], [['baclofen', 'phenelzine'], ''],
  [{}, null], [{ Medications: ['baclofen'] }, null], [{ medication: ['baclofen'] }, null],
  [{ medications: null }, '/medications'], [{ medications: 'baclofen' }, '/medications'], [{ medications: {} }, '/medications'],
  [{ medications: 5 }, '/medications'], [{ medications: { 0: 'baclofen' } }, '/medications'],
  [{ medications: Array(501).fill('baclofen') }, '/medications'],
  [one(null), '/medications/0'], [one(5), '/medications/0'], [one(true), '/medications/0'], [one([]), '/medications/0'],
  [one(''), '/medications/0'], [one(' \t\n'), '/medications/0'], [one('x'.repeat(1001)), '/medications/0'],
  [one({}), '/medications/0'], [one({ id: 'a' }), '/medications/0'], [one({ name: 'baclofen' }), null],
  [one({ text: '' }), '/medications/0/text'], [one({ text: ' ' }), '/medications/0/text'],
  [one({ text: 5 }), '/medications/0/text'], [one({ text: null }), '/medications/0'],
  [one({ text: ['baclofen'] }), '/medications/0/text'], [one({ text: 'x'.repeat(1001) }), '/medications/0/text'],
  [one({ text: 'baclofen', dose: '10 mg' }), '/medications/0/dose'], [one({ text: 'baclofen', 'a/b~c': 1 }), '/medications/0/a~1b~0c'],
  [one({ text: 'baclofen', id: 5 }), '/medications/0/id'], [one({ code: null }), '/medications/0'],
  [one({ text: 'baclofen', new: 'yes' }), '/medications/0/new'], [one({ text: 'baclofen', new: 1 }), '/medications/0/new'],
  [one({ text: 'baclofen', route: 5 }), '/medications/0/route'], [one({ text: 'baclofen', stopping: 'now' }), '/medications/0/stopping'],
  [coded('1292'), '/medications/0/code'], [coded([]), '/medications/0/code'], [coded({ system: null, value: '1292' }), null],
  [coded({}), null], [coded({ system: 'rxnorm' }), null], [coded({ value: '1292' }), null],
  [coded({ system: 'rxnorm', value: 1292 }), '/medications/0/code/value'],
  [coded({ system: 'rxnorm', value: '1292', version: '1' }), '/medications/0/code/version'],
  [coded({ system: 'rxnorm', value: '1292', display: 5 }), '/medications/0/code/display'],
  [dose('90 mg'), '/medications/0/daily_dose'], [dose({}), null], [dose({ value: 90 }), null], [dose({ unit: 'mg' }), null],
  [dose({ value: 0, unit: 'mg' }), '/medications/0/daily_dose/value'],
  [dose({ value: -90, unit: 'mg' }), '/medications/0/daily_dose/value'],
  [dose({ value: '90', unit: 'mg' }), '/medications/0/daily_dose/value'],
  [dose({ value: 90, unit: 5 }), '/medications/0/daily_dose/unit'],
  [of([]), '/patient'], [of('x'), '/patient'], [of({ age: 70 }), '/patient/age'],
  [of({ age_years: '70' }), '/patient/age_years'], [of({ age_years: -1 }), '/patient/age_years'],
  [of({ age_years: 151 }), '/patient/age_years'], [of({ age_years: [70] }), '/patient/age_years'],
  [of({ pregnant: 'no' }), '/patient/pregnant'], [of({ pregnant: 0 }), '/patient/pregnant'],
  [of({ breastfeeding: 'yes' }), '/patient/breastfeeding'], [of({ conditions: 'epilepsy' }), '/patient/conditions'],
  [of({ conditions: [5] }), '/patient/conditions/0'], [of({ conditions: [null] }), '/patient/conditions/0'],
  [of({ conditions: [''] }), '/patient/conditions/0'], [of({ conditions: [{}] }), '/patient/conditions/0'],
  [of({ conditions: [{ code: { system: 'icd10', value: 18 } }] }), '/patient/conditions/0/code/value'],
  [of({ allergies: 'baclofen' }), '/patient/allergies'], [of({ allergies: [5] }), '/patient/allergies/0'],
  [of({ allergies: [' '] }), '/patient/allergies/0'], [of({ allergies: Array(501).fill('baclofen') }), '/patient/allergies'],
  [of({ conditions: Array(501).fill('epilepsy') }), '/patient/conditions'], [of({ allergies: [{ text: 'baclofen' }] }), '/patient/allergies/0'],
  [{ medications: [], minimum_severity: 'severe' }, '/minimum_severity'], [{ medications: [], minimum_severity: 'MAJOR' }, '/minimum_severity'],
  [{ medications: [], minimum_severity: 3 }, '/minimum_severity'],
  [{ medications: [], audience: 'nurse' }, '/audience'], [{ medications: [], drugs: [] }, '/drugs'],
  [JSON.parse('{"medications":[],"__proto__":{}}'), '/__proto__'],
];

for (const [question, pointer] of IMPOSSIBLE)
  test(`impossible: ${JSON.stringify(question).slice(0, 80)}`, async () => {
    const answer = await post(question);
    assert.equal(answer.status, 422, answer.body);
    const { errors } = answer.json();
    assert.ok(errors.length > 0);
    if (pointer !== null) assert.deepEqual(errors.map((error) => error.pointer), [pointer], answer.body);
    const schema = { $ref: '#/components/schemas/Question' };
    assert.notDeepEqual(schemaFaults(schema, question), [], 'openapi.yaml would let this question pass');
  });

test('all problems are told at once', async () => {
  const question = { medications: [5, 'baclofen', '', { text: 'x', extra: 1 }], patient: { age_years: -1, pregnant: 'no' },
    minimum_severity: 'severe', drugs: [] };
  const pointers = (await post(question)).json().errors.map(({ pointer }) => pointer);
  assert.deepEqual(pointers.sort(), ['/drugs', '/medications/0', '/medications/2', '/medications/3/extra', '/minimum_severity',
    '/patient/age_years', '/patient/pregnant']);
});

const ADDRESSES = ['', '?', '?medications', '?medications=', '?medications=%20', '?medications=baclofen,', '?medications=,baclofen',
  '?medications=baclofen,,phenelzine', '?medications=baclofen&medications=', '?medication=baclofen',
  '?medications=baclofen&x=1', '?Medications=baclofen', '?medications=baclofen&minimum_severity=severe',
  '?medications=baclofen&minimum_severity=', '?medications=baclofen&minimum_severity=major&minimum_severity=minor',
  '?medications=%FF', '?medications=baclofen%C3', `?medications=${Array(501).fill('a').join()}`,
  `?medications=${'x'.repeat(1001)}`];
for (const query of ADDRESSES)
  test(`impossible: GET /v1/check${query.slice(0, 60)}`, async () => {
    const answer = await get(`/v1/check${query}`);
    assert.equal(answer.status, 422, answer.body);
    assert.ok(answer.json().errors.length > 0, answer.body);
  });

test('an address that is too long is refused', async () => {
  const answer = await get(target('/v1/check', { medications: Array(400).fill('baclofen 10 mg oral tablet').join() }));
  assert.equal(answer.status, 414);
});

test('an optional member that is null counts as left out', async () => {
  const question = { medications: [{ text: 'baclofen', code: null, id: null, new: null, route: null, daily_dose: null, stopping: null }],
    patient: { age_years: null, pregnant: null, breastfeeding: null, conditions: null, allergies: null },
    minimum_severity: null, audience: null };
  assert.deepEqual(schemaFaults(document.components.schemas.Question, question), []);
  const answer = await post(question);
  assert.equal(answer.status, 200, answer.body);
  assert.deepEqual(answer.json(), (await post({ medications: ['baclofen'] })).json());
});

test('what openapi.yaml lets pass is answered: the longest name, the oldest patient', async () => {
  const question = { medications: ['x'.repeat(1000), 'ü'.repeat(1000), { text: 'baclofen', route: '', id: '' }],
    patient: { age_years: 150, conditions: ['x'.repeat(1000)], allergies: [] }, minimum_severity: 'minor', audience: 'consumer' };
  assert.deepEqual(schemaFaults(document.components.schemas.Question, question), []);
  assert.equal((await post(question)).status, 200);
});
