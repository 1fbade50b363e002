// The check as a FHIR operation: every answer is R4, and finds what the native one finds.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';

import { ask, get, report } from '../client.mjs';
import { answerFaults } from '../contract.mjs';
import { assertR4 } from '../fhir_contract.mjs';
import { corpora, missingCorpus } from '../places.mjs';
import { talk } from '../raw.mjs';

const PATH = '/fhir/$check-interactions';
const FHIR = 'application/fhir+json';

const send = (body, headers = {}, path = PATH) =>
  ask('POST', path, { headers: { 'content-type': FHIR, ...headers }, body: typeof body === 'string' ? body : JSON.stringify(body) });

/// {issues, outcome, texts} of an answer, which must be R4 and end in its one OperationOutcome.
async function check(body, path) {
  const answer = await send(body, {}, path);
  assert.equal(answer.status, 200, answer.body);
  const bundle = answer.json();
  assertR4(bundle);
  const resources = bundle.entry.map(({ resource }) => resource);
  const outcome = resources.pop();
  assert.equal(outcome.resourceType, 'OperationOutcome');
  for (const { resourceType } of resources) assert.equal(resourceType, 'DetectedIssue');
  return { bundle, issues: resources, outcome, texts: outcome.issue.map(({ details }) => details.text) };
}

const medicationRequest = (id, text, more = {}) =>
  ({ resourceType: 'MedicationRequest', id, status: 'active', intent: 'order', subject: { reference: 'Patient/1' }, medicationCodeableConcept: { text }, ...more });
const bundle = (...resources) => ({ resourceType: 'Bundle', type: 'collection', entry: resources.map((resource) => ({ resource })) });
const patient = { resourceType: 'Patient', id: '1', birthDate: '1940-01-01' };
const condition = (code) => ({ resourceType: 'Condition', id: 'c', subject: { reference: 'Patient/1' }, code });
const codes = (issues) => issues.map(({ code }) => code.coding?.[0].code ?? code.text);

test('FHIR: an interaction is a DetectedIssue with all that belongs to it', async () => {
  const { issues: [issue], bundle: { meta } } = await check(bundle(patient, medicationRequest('17', 'baclofen'), medicationRequest('18', 'Nardil 15 mg')));
  assert.equal(issue.status, 'final');
  assert.equal(issue.code.coding[0].code, 'DRG');
  assert.equal(issue.severity, 'high');
  assert.deepEqual(issue.patient, { reference: 'Patient/1' });
  assert.deepEqual(issue.implicated, [
    { reference: 'MedicationRequest/17', display: 'baclofen' }, { reference: 'MedicationRequest/18', display: 'Nardil 15 mg' }]);
  assert.match(issue.detail, /baclofen with phenelzine.*baclofen-maoi/s);
  assert.equal((await get(issue.reference)).status, 200);
  assert.ok(issue.evidence.length > 0 && issue.mitigation[0].action.text.length > 0);
  assert.ok(Math.abs(Date.parse(issue.identifiedDateTime) - Date.now()) < 60_000);
  const { version, digest } = (await get('/v1/knowledge')).json();
  assert.deepEqual(meta.tag, [{ system: 'urn:crosscheck:rules', code: version, display: digest }]);
});

test('FHIR: kinds of findings', async () => {
  const renal = condition({ coding: [{ system: 'http://snomed.info/sct', code: '709044004' }] });
  const { issues } = await check(bundle(patient, renal, medicationRequest('1', 'baclofen'), medicationRequest('2', 'Lioresal')));
  for (const code of ['COND', 'AGE', 'DUPTHPY']) assert.ok(codes(issues).includes(code), `${code} in ${codes(issues)}`);
});

test('FHIR: nothing found still says what was checked, and by which rules', async () => {
  const { issues, texts, outcome } = await check(bundle(medicationRequest('1', 'baclofen', {})));
  assert.deepEqual(issues.filter(({ severity }) => severity === 'high'), []);
  assert.match(texts[0], /^Checked 1 medication by the rules .* No finding does not mean no risk/);
  assert.equal(outcome.issue[0].severity, 'information');
  const none = await check({ resourceType: 'Bundle', type: 'collection' });
  assert.match(none.texts[0], /^Checked 0 medications/);
  assert.equal(none.texts[1], 'No medication was found that is being taken.');
});

test('FHIR: what was not checked, left out or not read is named', async () => {
  const { texts, outcome } = await check(bundle(
    medicationRequest('1', 'qwertyuiop'), medicationRequest('2', 'ibuprofen', { status: 'stopped' }),
    medicationRequest('3', undefined), medicationRequest('4', 'baclofen', { status: 7 }), { resourceType: 'Encounter', id: 'e' }));
  const all = texts.join('\n');
  assert.match(all, /Not checked: MedicationRequest\/1, qwertyuiop \(unrecognised\)/);
  assert.match(all, /Left out: MedicationRequest\/2, ibuprofen \(stopped\)\./);
  assert.match(all, /Not checked: MedicationRequest\/3, MedicationRequest\/3 \(unrecognised\)/);
  assert.match(all, /Not read: 1 resource of type Encounter\./);
  assert.ok(outcome.issue.some(({ expression }) => expression?.includes('entry[3].resource.status')), all);
});

test('FHIR: of a search that found more than it sent it is said that not all was read', async () => {
  const { outcome } = await check({ ...bundle(medicationRequest('1', 'baclofen')), type: 'searchset', total: 2 });
  const [told] = outcome.issue.filter(({ expression }) => expression?.includes('total'));
  assert.equal(told.severity, 'warning');
  assert.match(told.details.text, /as many matches as the search found, 2; found 1/);
});

test('FHIR: what has a type that FHIR does not know is named, as it may be a medication', async () => {
  for (const resourceType of ['Medicationrequest', 'medicationstatement', 'MedicationUsage', 'MedicationDispenses']) {
    const { outcome } = await check(bundle(medicationRequest('1', 'baclofen'), medicationRequest('2', 'phenelzine', { resourceType })));
    const [told] = outcome.issue.filter(({ expression }) => expression?.includes('entry[1].resource.resourceType'));
    assert.equal(told?.severity, 'warning', resourceType);
    assert.equal(told.details.text, `Could not be read: entry[1].resource.resourceType: expected a type that FHIR knows; found "${resourceType}"`);
  }
});

test('FHIR: Parameters say what is ordered and what is being stopped', async () => {
  const parameters = (status) => ({ resourceType: 'Parameters', parameter: [
    { name: 'record', resource: bundle(patient, medicationRequest('1', 'baclofen')) },
    { name: 'order', resource: medicationRequest('1', 'baclofen', { status }) }] });
  assert.ok(codes((await check(parameters('stopped'))).issues).includes('Abrupt Stop Alert'));
  const draft = await check(parameters('draft'));
  assert.ok(!codes(draft.issues).includes('Abrupt Stop Alert'));
  assert.match(draft.texts.join('\n'), /Left out: MedicationRequest\/1, baclofen \(replaced-by-order\)/);
});

test('FHIR: R5 is read', async () => {
  const of = (id, text) => ({ resourceType: 'MedicationRequest', id, status: 'active', medication: { concept: { text } } });
  assert.deepEqual(codes((await check(bundle(of('1', 'baclofen'), of('2', 'phenelzine')))).issues).slice(0, 1), ['DRG']);
});

const inVersion = (version) => `${FHIR}; fhirVersion=${version}`;
test('FHIR: the answer is R5 where R5 is asked for, or sent', async () => {
  const record = bundle(patient, medicationRequest('1', 'baclofen'), medicationRequest('2', 'phenelzine'));
  const inR4 = (await send(record)).json();
  for (const headers of [{ accept: inVersion('5.0') }, { 'content-type': inVersion('5.0') }, { accept: `${inVersion('3.0')}, ${inVersion('5.0.0')}` }, { accept: `${FHIR};fhirversion="5.0"` }]) {
    const answer = await send(record, headers);
    assert.equal(answer.headers['content-type'], inVersion('5.0'));
    const inR5 = answer.json();
    const issues = inR5.entry.map(({ resource }) => resource).filter(({ resourceType }) => resourceType === 'DetectedIssue');
    assert.ok(issues.length > 0);
    for (const issue of issues) {  // R5 calls the patient a subject; all else that is written is as in R4.
      assert.deepEqual(issue.subject, { reference: 'Patient/1' });
      assert.equal(issue.patient, undefined);
      issue.patient = issue.subject;
      delete issue.subject;
    }
    assertR4(inR5);
    const timeless = (text) => text.replace(/"(timestamp|identifiedDateTime)":"[^"]*"/g, '').split('').sort().join('');
    assert.equal(timeless(JSON.stringify(inR5)), timeless(JSON.stringify(inR4)));
  }
  for (const headers of [{}, { accept: inVersion('4.0') }, { accept: inVersion('4.0'), 'content-type': inVersion('5.0') }, { accept: inVersion('4.3') }]) {
    const answer = await send(record, headers);
    assert.equal(answer.headers['content-type'], FHIR);
    assertR4(answer.json());
  }
  assert.equal((await send(record, { accept: inVersion('3.0') })).status, 406);
  const statement = await get('/fhir/metadata', { accept: inVersion('5.0') });
  assert.equal(statement.json().fhirVersion, '5.0.0');
  assert.match(statement.headers.vary, /Accept/);
  assert.equal((await get('/fhir/metadata')).json().fhirVersion, '4.0.1');
});

test('FHIR: the path may be percent-encoded', async () => {
  const [answer] = await talk([`POST /fhir/%24check-interactions HTTP/1.1\r\nHost: h\r\nContent-Type: ${FHIR}\r\nContent-Length: 30\r\nConnection: close\r\n\r\n{"resourceType": "Parameters"}`]);
  assert.equal(answer.status, 200);
});

const REFUSED = [
  { description: 'no JSON', body: '{', status: 400 },
  { description: 'a key twice', body: '{"resourceType": "Bundle", "entry": [], "entry": []}', status: 400 },
  { description: 'no resource', body: '[]', status: 422 },
  { description: 'no type', body: '{"id": "1"}', status: 422 },
  { description: '501 medications', body: JSON.stringify(bundle(...Array.from({ length: 501 }, (_, i) => medicationRequest(`${i}`, 'baclofen')))), status: 422 },
  { description: '20001 entries', body: JSON.stringify({ resourceType: 'Bundle', entry: Array(20_001).fill({}) }), status: 422 },
  { description: 'XML', body: '<Bundle/>', headers: { 'content-type': 'application/fhir+xml' }, status: 415 },
  { description: 'XML is wanted', body: '{}', headers: { accept: 'application/fhir+xml' }, status: 406 },
];
for (const { description, body, headers, status } of REFUSED)
  test(`FHIR: ${description} is refused with ${status} and an OperationOutcome`, async () => {
    const answer = await send(body, headers);
    assert.equal(answer.status, status, answer.body);
    assertR4(answer.json());
    assert.equal(answer.json().issue[0].severity, 'error');
  });

test('FHIR: the service describes itself in R4', async () => {
  const statement = (await get('/fhir/metadata')).json();
  assertR4(statement);
  const definition = await get(statement.rest[0].operation[0].definition);
  assertR4(definition.json());
  assert.equal((await get('/fhir/metadata', { accept: 'text/turtle' })).status, 406);
  assert.equal((await get('/fhir/OperationDefinition/check-interactions', { accept: 'text/turtle' })).status, 406);
});

test('FHIR: plain JSON is taken as well', async () => {
  const answer = await send(bundle(medicationRequest('1', 'baclofen')), { 'content-type': 'application/json', accept: 'application/json' });
  assert.equal(answer.status, 200);
});

test('FHIR: a record of almost 5 MiB is answered, a larger one is not', async () => {
  const filler = Array.from({ length: 9000 }, (_, i) => ({ resourceType: 'Observation', id: `o${i}`, status: 'final', code: { text: 'x'.repeat(400) } }));
  const { issues } = await check(bundle(...filler, medicationRequest('1', 'baclofen'), medicationRequest('2', 'phenelzine')));
  assert.equal(codes(issues)[0], 'DRG');
  const [answer] = await talk([`POST ${PATH} HTTP/1.1\r\nHost: h\r\nContent-Type: ${FHIR}\r\nContent-Length: ${5 * 1024 * 1024 + 1}\r\nConnection: close\r\n\r\n`]);
  assert.equal(answer.status, 413);
  assert.deepEqual(answerFaults('POST', PATH, answer), []);
  const [unknown] = await talk([`POST ${PATH} HTTP/1.1\r\nHost: h\r\nContent-Type: ${FHIR}\r\nConnection: close\r\n\r\n`]);
  assert.equal(unknown.status, 411);
  assert.deepEqual(answerFaults('POST', PATH, unknown), []);
});

test('FHIR: 125 patients as they are: every request is accounted for, and the findings are the native ones', { skip: missingCorpus('fhir') }, async () => {
  const folder = path.join(corpora, 'fhir');
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.json'))) {
    const document = JSON.parse(readFileSync(path.join(folder, name), 'utf8'));
    const requests = document.entry.map(({ resource }) => resource).filter(({ resourceType }) => resourceType === 'MedicationRequest');
    const { issues, texts } = await check(document);
    const taken = requests.filter(({ status }) => status === 'active');
    for (const { id, status } of requests)
      if (status !== 'active') assert.ok(texts.some((text) => text.startsWith(`Left out: MedicationRequest/${id},`)), `${name} ${id}`);
    assert.ok(texts[0].startsWith(`Checked ${taken.length} medication`), `${name}: ${texts[0]}`);
    const native = await report({ medications: taken.map(({ medicationCodeableConcept: { text, coding: [{ system, code, display }] } }) =>
      ({ text, code: { system, value: code, display } })) });
    const unsure = new Set(native.not_checked.map(({ position }) => `MedicationRequest/${taken[position].id}`));
    for (const reference of unsure) assert.ok(texts.some((text) => text.includes(reference)), `${name} ${reference}`);
    assert.deepEqual(rulesOf(issues), nativeRules(native), name);
  }
});

/// Ids of the rules of all findings but those of the patient, which the native list lacks.
function rulesOf(issues) {
  return issues.filter(({ code }) => ['DRG', 'DUPTHPY'].includes(code.coding?.[0].code))
    .map(({ detail }) => detail.match(/ Rules: (.*?)\./)?.[1] ?? 'duplicate').sort();
}

function nativeRules({ interactions, cumulative_effects: cumulative, duplicates }) {
  return [...interactions.map(({ rules }) => rules.map(({ id }) => id).join(', ')), ...cumulative.map(({ rule }) => rule),
    ...duplicates.map(() => 'duplicate')].sort();
}
