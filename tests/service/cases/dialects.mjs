// One question in every dialect: the same findings, and the same things not checked.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';

import { ask, get, report, target } from '../client.mjs';
import { rules } from '../places.mjs';
import { run, Service } from '../service.mjs';

const RXNORM = 'http://www.nlm.nih.gov/research/umls/rxnorm';
const { ingredients } = JSON.parse(readFileSync(path.join(rules, 'terminology/ingredients.json')));
const RXCUIS = Object.fromEntries(ingredients.filter(({ rxnorm }) => rxnorm?.length).map(({ name, rxnorm }) => [name, rxnorm[0]]));
const UNKNOWN = { 'xyzzyplugh 5 mg tablet': '999999998', quuxamol: '999999999' };
const rxcui = (name) => UNKNOWN[name] ?? RXCUIS[name] ?? assert.fail(`${name} has no RxCUI`);

/// A finding: "severity | entries | rules", whatever the order of entries and rules.
const row = (severity, names, ids) => [severity, [...new Set(names)].sort().join(' + '), [...new Set(ids)].sort().join(', ')].join(' | ');
const rulesIn = (text, pattern) => [...text.matchAll(pattern)].map(([, id]) => id);

// How each dialect says what was found.  All give {pairs, others, unchecked}: findings about the list alone,
// findings about one drug or the patient, entries not checked; each sorted.

function ofReport({ interactions, cumulative_effects: sums, precautions, duplicates, not_checked: unchecked }, names) {
  const named = (positions) => positions.map((position) => names[position]);
  return sorted({
    pairs: [...interactions.map(({ severity, medications, rules: all }) => row(severity, named(medications), all.map(({ id }) => id))),
      ...sums.map(({ severity, medications, rule }) => row(severity, named(medications), [rule]))],
    others: [...precautions.map(({ severity, medications, rules: all }) => row(severity, named(medications), all.map(({ id }) => id))),
      ...duplicates.map(({ medications }) => row('duplicate', named(medications), []))],
    unchecked: unchecked.filter(({ position }) => position !== undefined).map(({ position }) => names[position]),
  });
}

/// Issues name resources; their ids are positions.
function ofIssues(bundle, names) {
  const resources = bundle.entry.map(({ resource }) => resource);
  const outcome = resources.pop();
  const about = ({ implicated }) => implicated.map(({ reference }) => names[Number(reference.split('/m')[1])]);
  const rowOf = (issue) => row(issue.detail.match(/ Severity: (\w+)\./)?.[1] ?? 'duplicate', about(issue), issue.detail.match(/ Rules: ([\w, -]+)\./)?.[1].split(', ') ?? []);
  const isPair = ({ code }) => code.coding?.[0].code === 'DRG';
  return sorted({
    pairs: resources.filter(isPair).map(rowOf),
    others: resources.filter((issue) => !isPair(issue)).map(rowOf),
    unchecked: outcome.issue.flatMap(({ details }) => rulesIn(details.text, /^(?:Not checked|Not clear|Checked under an assumption): MedicationRequest\/m(\d+)/g)).map((position) => names[position]),
  });
}

/// Cards name entries in their words.  Minor precautions share one card, which names no entry but links to the rules.
function ofCards(cards, names) {
  const found = { pairs: [], others: [], unchecked: [], minor: [] };
  for (const { summary, detail, links = [] } of cards) {
    const about = rulesIn(detail, /\*\*([^*:]+)\*\* \((?:new order|current)\)/g);
    const ids = rulesIn(links.map(({ label }) => label).join('\n'), /^Rule (.+)$/gm);
    const severity = detail.match(/\*\*Severity:\*\* (\w+)/)?.[1];
    if (/^Duplicate: /.test(summary)) found.others.push(row('duplicate', about, []));
    else if (/^For information, with /.test(summary)) found.minor.push(...ids);
    else if (severity) found[/\*\*Drugs:\*\*/.test(detail) ? 'pairs' : 'others'].push(row(severity, about, ids));
    else found.unchecked.push(...names.filter((name) => detail.includes(`- **${name}** (`)));
  }
  found.minor.sort();
  return sorted(found);
}

function ofRxnav({ fullInteractionTypeGroup: [group] = [{ fullInteractionType: [] }], unknownRxcuis = [], ambiguousRxcuis = [] }, names) {
  const nameOf = (id) => names.find((name) => rxcui(name) === id);
  return sorted({
    pairs: group.fullInteractionType.map(({ minConcept, interactionPair }) => row(
      interactionPair[0].description.match(/ Severity: (\w+)\./)[1], minConcept.map((one) => nameOf(one.rxcui)),
      interactionPair.flatMap((pair) => pair.interactionConcept.map(({ sourceConceptItem: { url } }) => url.replace('/v1/rules/', ''))))),
    unchecked: [...unknownRxcuis, ...ambiguousRxcuis].map(nameOf),
  });
}

const sorted = (found) => Object.fromEntries(Object.entries(found).map(([name, rows]) => [name, [...rows].sort()]));

// How each dialect is asked.  `patient` says what is known beside the names, natively and in FHIR.

const NOBODY = { medication: (name) => ({ text: name }), dosage: () => ({}), native: undefined, resources: [] };

const concept = (name, form) => (form === 'code' ? { coding: [{ system: RXNORM, code: rxcui(name) }] } : { text: name });
const requests = (names, patient, form) => names.map((name, index) => ({
  resourceType: 'MedicationRequest', id: `m${index}`, status: 'active', intent: 'order', subject: { reference: 'Patient/p' },
  medicationCodeableConcept: concept(name, form), ...patient.dosage(name) }));
const bundle = (resources, type = 'collection') => ({ resourceType: 'Bundle', type, entry: resources.map((resource) => ({ resource })) });

async function askedByFhir(names, patient, form) {
  const answer = await ask('POST', '/fhir/$check-interactions', { headers: { 'content-type': 'application/fhir+json' },
    body: JSON.stringify(bundle([...patient.resources, ...requests(names, patient, form)])) });
  assert.equal(answer.status, 200, answer.body);
  return ofIssues(answer.json(), names);
}

let linked;  // Cards link to rules where the address of the service is known.
before(async () => (linked = await new Service().start({ flags: ['--public-url', 'https://check.example.org'] })));
after(() => linked.stop());

async function askedByHook(hook, names, patient) {
  const orders = bundle(requests(names, patient));
  const taken = hook === 'patient-view' ? orders : null;
  const answer = await fetch(`${linked.url}/cds-services/crosscheck-${hook}`, { method: 'POST', headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ hook, hookInstance: 'd1577c69-dfbe-44ad-ba6d-3e05e953b2ea',
      context: { userId: 'Practitioner/1', patientId: 'p', ...(taken ? {} : { draftOrders: orders }) },
      prefetch: { medications: taken, about: bundle(patient.resources, 'searchset') } }) });
  assert.equal(answer.status, 200);
  return ofCards((await answer.json()).cards, names);
}

async function askedByRxnav(names) {
  const { status, body } = await get(`/REST/interaction/list.json?rxcuis=${names.map(rxcui).join('+')}`);
  assert.equal(status, 200, body);
  return ofRxnav(JSON.parse(body), names);
}

async function allAgree(names, patient = NOBODY) {
  const question = { medications: names.map(patient.medication), ...(patient.native ? { patient: patient.native } : {}) };
  const native = await report(question);
  const wanted = ofReport(native, names);

  const batch = await ask('POST', '/v1/check/batch', { headers: { 'content-type': 'application/x-ndjson' }, body: `${JSON.stringify(question)}\n` });
  assert.deepEqual(JSON.parse(batch.body), native, 'batch');
  assert.deepEqual(await askedByFhir(names, patient), wanted, 'FHIR');
  const isMinor = (line) => line.startsWith('minor | ') && wanted.others.includes(line);
  const minor = wanted.others.filter(isMinor).flatMap((line) => line.split(' | ')[2].split(', '));
  for (const hook of ['patient-view', 'order-sign'])
    assert.deepEqual(await askedByHook(hook, names, patient),
      { ...wanted, others: wanted.others.filter((line) => !isMinor(line)), minor: minor.sort() }, `CDS ${hook}`);
  if (patient !== NOBODY) return wanted;

  assert.deepEqual((await get(target('/v1/check', { medications: names }))).json(), native, 'GET');
  assert.deepEqual(JSON.parse((await run(['check', '--rules', rules, '--json', ...names])).stdout), native, 'command line');
  const { pairs, unchecked } = wanted;
  assert.deepEqual(await askedByRxnav(names), { pairs, unchecked }, 'RxNav');
  const byCode = names.map((name) => ({ code: { system: 'rxnorm', value: rxcui(name) } }));
  assert.deepEqual(ofReport(await report({ medications: byCode }), names), wanted, 'by code');
  assert.deepEqual(await askedByFhir(names, patient, 'code'), wanted, 'FHIR by code');
  return wanted;
}

const unknown = Object.keys(UNKNOWN);
const LISTS = [
  ['baclofen', 'phenelzine'],
  ['baclofen', 'phenelzine', 'amitriptyline', 'diazepam', 'morphine', 'lithium', 'ibuprofen'],
  [unknown[0], 'baclofen', 'tizanidine', unknown[1], 'phenelzine', 'meperidine'],
  ['levodopa', 'phenelzine', 'haloperidol', 'metformin', 'enalapril', 'losartan', 'spironolactone'],
  [unknown[0], 'losartan', unknown[1]],
  ['levothyroxine', 'baclofen', 'oxycodone', 'lorazepam', 'diazepam'],
];
for (const names of LISTS)
  test(`every dialect finds the same in ${names.join(' + ')}`, async () => {
    const { pairs, unchecked } = await allAgree(names);
    assert.deepEqual(unchecked, names.filter((name) => unknown.includes(name)).sort());
    assert.equal(pairs.length > 0, names.includes('baclofen') || names.includes('levodopa'), pairs.join('\n'));
  });

test('every dialect finds the same in lists drawn from all ingredients', async () => {
  const named = [];
  for (const key of ['cns-depressant', 'maoi', 'nsaid', 'antidiabetic'])
    named.push(...(await get(`/v1/classes/${key}`)).json().members.map(({ name }) => name).filter((name) => RXCUIS[name]));
  let found = 0;
  for (let round = 0; round < 12; ++round) {
    const names = new Set(unknown.slice(0, round % 3));
    for (let i = 0; names.size < 9; ++i) {
      const source = i % 2 ? named : Object.keys(RXCUIS);
      names.add(source[(round * 7919 + i * 104729) % source.length]);
    }
    found += (await allAgree([...names])).pairs.length;
  }
  assert.ok(found > 20, String(found));
});

const year = new Date().getUTCFullYear();
const loinc = (code) => ({ coding: [{ system: 'http://loinc.org', code }] });
const subject = { reference: 'Patient/p' };
const conditionOf = (text) => ({ resourceType: 'Condition', id: text.replace(/\W/g, '-'), subject, clinicalStatus: { coding: [{ code: 'active' }] }, code: { text } });
const allergyTo = (text) => ({ resourceType: 'AllergyIntolerance', id: 'a', patient: subject, code: { text } });
const born = (age) => ({ resourceType: 'Patient', id: 'p', birthDate: `${year - age}-01-01` });
const PATIENTS = [
  { description: 'an old patient with conditions and an allergy', names: ['baclofen', 'phenelzine', 'diazepam', 'metformin'],
    native: { age_years: 81, conditions: ['renal impairment', 'epilepsy'], allergies: ['diazepam'] },
    resources: [born(81), conditionOf('renal impairment'), conditionOf('epilepsy'), allergyTo('diazepam')] },
  { description: 'a pregnant patient', names: ['lithium', 'enalapril', 'baclofen'],
    native: { age_years: 30, pregnant: true },
    resources: [born(30), { resourceType: 'Observation', id: 'o', status: 'final', subject, code: loinc('82810-3'),
      valueCodeableConcept: { coding: [{ system: 'http://snomed.info/sct', code: '77386006' }] } }] },
  { description: 'a patient who breastfeeds, and unknown entries', names: [unknown[0], 'lithium', 'baclofen', unknown[1]],
    native: { breastfeeding: true },
    resources: [{ resourceType: 'Observation', id: 'o', status: 'final', subject, code: loinc('63895-7'), valueBoolean: true }] },
];
for (const { description, names, ...patient } of PATIENTS)
  test(`every dialect that knows patients finds the same for ${description}`, async () => {
    const { others, pairs } = await allAgree(names, { ...NOBODY, ...patient });
    const alone = ofReport(await report({ medications: names }), names);
    assert.ok(others.length > alone.others.length, others.join('\n'));
    assert.deepEqual(pairs, alone.pairs);
  });

test('every dialect that knows doses and routes finds the same', async () => {
  const route = 'oral', mass = 30, times = 4;
  const patient = { ...NOBODY,
    medication: (name) => (name === 'baclofen' ? { text: name, route, daily_dose: { value: mass * times, unit: 'mg' } } : { text: name }),
    dosage: (name) => (name === 'baclofen' ? { dosageInstruction: [{ route: { text: route }, timing: { repeat: { frequency: times, period: 1, periodUnit: 'd' } },
      doseAndRate: [{ doseQuantity: { value: mass, unit: 'mg' } }] }] } : {}) };
  const { others } = await allAgree(['baclofen', 'phenelzine'], patient);
  assert.ok(others.some((line) => /dose/.test(line)), others.join('\n'));
});
