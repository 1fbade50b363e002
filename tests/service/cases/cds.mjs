// CDS Hooks 2.0: discovery, calls as record systems send them, cards that keep the standard.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

import { ask, get, report, service } from '../client.mjs';
import { assertR4 } from '../fhir_contract.mjs';
import { stillWell } from '../hostility.mjs';
import { Service } from '../service.mjs';

const RXNORM = 'http://www.nlm.nih.gov/research/umls/rxnorm';
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const BACLOFEN = { coding: [{ system: RXNORM, code: '197391', display: 'baclofen 10 MG Oral Tablet' }] };

const order = (id, concept, more = {}) => ({
  resourceType: 'MedicationRequest', ...(id ? { id } : {}), status: 'draft', intent: 'order', subject: { reference: 'Patient/p' },
  ...(concept ? { medicationCodeableConcept: typeof concept === 'string' ? { text: concept } : concept } : {}), ...more });
const current = (id, concept, more = {}) => order(id, concept, { status: 'active', ...more });
const bundle = (resources, type = 'collection') => ({ resourceType: 'Bundle', type, entry: resources.map((resource) => ({ resource })) });
const OUTCOME = { resourceType: 'OperationOutcome', issue: [{ severity: 'error', code: 'exception' }] };

/// A call as a record system sends it; `change` may spoil it.
function hookCall(hook, { drafts = [], taken = [], selections, prefetch = {}, context = {}, ...more } = {}) {
  const orders = hook === 'patient-view' ? {} : hook === 'medication-prescribe' ? { medications: bundle(drafts) } : { draftOrders: bundle(drafts) };
  return {
    hook, hookInstance: 'd1577c69-dfbe-44ad-ba6d-3e05e953b2ea',
    context: { userId: 'Practitioner/1', patientId: 'p', ...orders,
      ...(hook === 'order-select' ? { selections: selections ?? drafts.map(({ id }) => `MedicationRequest/${id}`) } : {}), ...context },
    prefetch: { patient: null, medications: taken.length ? bundle(taken, 'searchset') : null, ...prefetch }, ...more };
}

const post = (hook, body, headers = {}) => ask('POST', `/cds-services/crosscheck-${hook}`,
  { headers: { 'content-type': 'application/json', ...headers }, body: typeof body === 'string' ? body : JSON.stringify(body) });

/// The cards that answer a call; each keeps the rules of the standard that a machine can check.
async function cards(hook, options) {
  const { status, body } = await post(hook, hookCall(hook, options));
  assert.equal(status, 200, body);
  const answer = JSON.parse(body);
  for (const card of answer.cards) assertSound(card);
  assert.equal(new Set(answer.cards.map(({ uuid }) => uuid)).size, answer.cards.length);
  return answer.cards;
}

function assertSound(card) {
  assert.match(card.uuid, UUID);
  assert.ok(card.summary.length > 0 && card.summary.length < 140, card.summary);
  assert.ok(['info', 'warning', 'critical'].includes(card.indicator));
  assert.ok(card.source.label);
  assertNothingEmpty(card);
  const suggestions = card.suggestions ?? [];
  const creates = suggestions.some(({ actions }) => actions.some(({ type }) => type === 'create'));
  assert.equal(card.selectionBehavior, creates ? 'any' : suggestions.length ? 'at-most-one' : undefined);
  assert.ok(suggestions.filter(({ isRecommended }) => isRecommended).length <= 1);
  for (const { label, uuid, actions } of suggestions) {
    assert.ok(label);
    assert.match(uuid, UUID);
    for (const action of actions) {
      assert.ok(action.description);
      if (action.type === 'delete') assert.ok(action.resourceId && action.resource === undefined);
      else assert.ok(action.type === 'create' && action.resource && action.resourceId === undefined);
    }
  }
  for (const { code, system, display } of card.overrideReasons ?? []) assert.ok(code && system && display);
}

function assertNothingEmpty(node, place = 'card') {
  if (node === null || node === '' || (typeof node === 'object' && Object.keys(node).length === 0)) assert.fail(`${place} is ${JSON.stringify(node)}`);
  if (typeof node === 'object') for (const [name, value] of Object.entries(node)) assertNothingEmpty(value, `${place}/${name}`);
}

const findings = (all) => all.filter(({ overrideReasons }) => overrideReasons);
const rulesOf = (all) => findings(all).flatMap(({ detail }) => [...detail.matchAll(/rule `([\w-]+)`/g)].map(([, id]) => id));
const unchecked = (all) => all.find(({ detail }) => /Silence about these means nothing/.test(detail));

test('CDS discovery: four hooks, each with the prefetch that it needs', async () => {
  const { services } = (await get('/cds-services')).json();
  assert.deepEqual(services.map(({ hook }) => hook).sort(), ['medication-prescribe', 'order-select', 'order-sign', 'patient-view']);
  for (const { prefetch } of services) {
    assert.deepEqual(Object.keys(prefetch).sort(), ['allergies', 'conditions', 'medications', 'patient', 'statements']);
    for (const query of Object.values(prefetch)) assert.match(query, /\{\{context\.patientId\}\}/);
  }
});

for (const hook of ['order-select', 'order-sign', 'medication-prescribe'])
  test(`CDS ${hook}: a new order against what is taken`, async () => {
    const all = await cards(hook, { drafts: [order('d1', BACLOFEN)], taken: [current('m1', 'Nardil 15 mg')] });
    assert.equal(all[0].indicator, 'critical');
    assert.match(all[0].summary, /baclofen with phenelzine.*caution/);
    assert.match(all[0].detail, /baclofen-maoi/);
    assert.match(all[0].detail, /\*\*baclofen 10 MG Oral Tablet\*\* \(new order\), \*\*Nardil 15 mg\*\* \(current\)/);
  });

test('CDS patient-view: all that is taken', async () => {
  const all = await cards('patient-view', { taken: [current('m1', BACLOFEN), current('m2', 'phenelzine'), current('m3', 'diazepam')] });
  assert.ok(['baclofen-maoi', 'baclofen-cns-depressants'].every((id) => rulesOf(all).includes(id)));
});

test('CDS: the same findings as the same list has over REST', async () => {
  const names = ['baclofen', 'phenelzine', 'amitriptyline', 'diazepam', 'ibuprofen', 'lithium'];
  const all = await cards('patient-view', { taken: names.map((name, i) => current(`m${i}`, name)) });
  const { interactions, precautions, cumulative_effects: sums } = await report({ medications: names });
  const wanted = [...interactions, ...precautions.filter(({ severity }) => severity !== 'minor')].flatMap(({ rules }) => rules.map(({ id }) => id));
  assert.deepEqual(rulesOf(all).filter((id) => wanted.includes(id)).sort(), wanted.sort());
  assert.equal(findings(all).length, interactions.length + precautions.filter(({ severity }) => severity !== 'minor').length + sums.length +
    (precautions.some(({ severity }) => severity === 'minor') ? 1 : 0));
});

test('CDS: worst first', async () => {
  const all = findings(await cards('patient-view', { taken: ['baclofen', 'phenelzine', 'meperidine', 'metformin'].map((name, i) => current(`m${i}`, name)) }));
  const rank = { critical: 0, warning: 1, info: 2 };
  assert.deepEqual(all.map(({ indicator }) => rank[indicator]), all.map(({ indicator }) => rank[indicator]).sort());
  assert.match(all[0].summary, /^Contraindicated: /);
});

test('CDS order-sign: what is on file already is not told again', async () => {
  const all = await cards('order-sign', { drafts: [order('d1', 'ibuprofen')], taken: [current('m1', 'baclofen'), current('m2', 'phenelzine')] });
  assert.ok(!rulesOf(all).includes('baclofen-maoi'));
  assert.ok(rulesOf(all).length > 0);
});

test('CDS order-select: only what touches a selected order; if the selection names none, all', async () => {
  const options = { drafts: [order('d1', 'baclofen'), order('d2', 'ibuprofen')], taken: [current('m1', 'phenelzine')] };
  const select = async (selections) => rulesOf(await cards('order-select', { ...options, selections }));
  assert.ok((await select(['MedicationRequest/d1'])).includes('baclofen-maoi'));
  assert.ok(!(await select(['MedicationRequest/d2'])).includes('baclofen-maoi'));
  assert.ok((await select(['NutritionOrder/n'])).includes('baclofen-maoi'));
});

test('CDS: a contraindicated new order is suggested for removal, one on file is not', async () => {
  const all = await cards('order-sign', { drafts: [order('d1', 'meperidine')], taken: [current('m1', 'phenelzine')] });
  const [{ suggestions }] = all;
  assert.deepEqual(suggestions.map(({ isRecommended, actions: [{ type, resourceId }] }) => [isRecommended, type, resourceId]), [[true, 'delete', 'MedicationRequest/d1']]);
  const twice = await cards('order-sign', { drafts: [order('d1', 'meperidine'), order('d2', 'phenelzine')] });
  assert.deepEqual(twice[0].suggestions.map(({ isRecommended }) => isRecommended), [undefined, undefined]);
  const withoutIds = await cards('order-sign', { drafts: [order('', 'meperidine')], taken: [current('m1', 'phenelzine')] });
  assert.equal(withoutIds[0].suggestions, undefined);
});

test('CDS: a draft without a drug, and one that nobody knows, are named as not checked', async () => {
  const all = await cards('order-sign', { drafts: [order('d1'), order('d2', 'xyzzyplugh'), { resourceType: 'NutritionOrder', id: 'n' }] });
  assert.equal(findings(all).length, 0);
  assert.match(unchecked(all).detail, /MedicationRequest\/d1/);
  assert.match(unchecked(all).detail, /xyzzyplugh/);
});

test('CDS: nothing found, all checked and covered: no card', async () => {
  assert.deepEqual(await cards('order-sign', { drafts: [order('d1', 'losartan')] }), []);
  assert.deepEqual(await cards('patient-view', {}), []);
});

test('CDS: what was left out, and what the record system could not give, is said', async () => {
  const all = await cards('order-sign', {
    drafts: [order('d1', 'baclofen')], taken: [current('m1', 'phenelzine', { status: 'stopped' }), current('m2', 'diazepam', { doNotPerform: true })],
    prefetch: { conditions: OUTCOME, allergies: null } });
  assert.ok(!rulesOf(all).some((id) => ['baclofen-maoi', 'baclofen-cns-depressants'].includes(id)));
  for (const word of ['phenelzine (stopped)', 'diazepam', 'conditions']) assert.ok(unchecked(all).detail.includes(word), unchecked(all).detail);
});

test('CDS: where the current medications could not be read, the new ones are checked, and it is said', async () => {
  const all = await cards('order-sign', { drafts: [order('d1', 'baclofen'), order('d2', 'phenelzine')], prefetch: { medications: OUTCOME } });
  assert.ok(rulesOf(all).includes('baclofen-maoi'));
  assert.match(unchecked(all).summary, /could not give "medications"/);
});

test('CDS: current medications that are another resource are said to be missing', async () => {
  const all = await cards('order-sign', { drafts: [order('d1', 'baclofen')], prefetch: { medications: { resourceType: 'Patient', id: 'p' } } });
  assert.match(unchecked(all).summary, /could not give "medications"/);
});

for (const [sent, more] of [[[], {}], [[], { entry: undefined }], [[current('m1', 'metformin')], {}]])
  test(`CDS: of a search that found five and sent ${sent.length}${more.entry === undefined && 'entry' in more ? ', without entries,' : ''} it is said that not all was checked`, async () => {
    const medications = { ...bundle(sent, 'searchset'), total: 5, ...more };
    for (const [hook, options] of [['patient-view', {}], ['order-sign', { drafts: [order('d1', 'losartan')] }]]) {
      const card = unchecked(await cards(hook, { ...options, prefetch: { medications } }));
      assert.match(card.summary, /^Not all was checked: part of what the record system sent could not be read/);
      assert.match(card.detail, /total.*as many matches as the search found, 5/);
    }
  });

const NOT_ALL_READ = /^Not all was checked: part of what the record system sent could not be read/;
for (const resourceType of ['Medicationrequest', 'medicationRequest', 'MEDICATIONREQUEST', 'MedicationRequests', 'MedicationUsage', 'MedicationPrescription', 'Medication Request', 'DrugOrder'])
  test(`CDS: what is a ${resourceType} is not passed over in silence`, async () => {
    const misspelt = current('m2', 'phenelzine', { resourceType });
    const places = { taken: [misspelt, current('m1', 'baclofen')], prefetch: { medications: bundle([misspelt], 'searchset') }, other: { statements: bundle([misspelt]) } };
    for (const card of [
      unchecked(await cards('patient-view', { taken: places.taken })), unchecked(await cards('patient-view', { prefetch: places.prefetch })),
      unchecked(await cards('order-sign', { drafts: places.taken })), unchecked(await cards('order-sign', { drafts: [order('d1', 'baclofen')], prefetch: places.other }))]) {
      assert.match(card.summary, NOT_ALL_READ);
      assert.ok(card.detail.includes(`resourceType: expected a type that FHIR knows; found "${resourceType}"`), card.detail);
    }
    const alone = unchecked(await cards('patient-view', { prefetch: { medications: misspelt } }));
    assert.match(alone.summary, /^Not all was checked/);
  });

const observation = { resourceType: 'Observation', id: 'o', code: { text: 'weight' } };
for (const key of ['medications', 'statements'])
  test(`CDS: ${key} that are something else are no empty list`, async () => {
    for (const resources of [[observation], [{ resourceType: 'Patient', id: 'p' }, observation], [{ resourceType: 'Condition', code: { text: 'renal impairment' } }]]) {
      const card = unchecked(await cards('patient-view', { prefetch: { [key]: bundle(resources, 'searchset') } }));
      assert.match(card.summary, NOT_ALL_READ);
      assert.match(card.detail, /entry: expected medications; found none, but a resource of type (Observation|Condition)/);
    }
    assert.match(unchecked(await cards('patient-view', { prefetch: { [key]: observation } })).summary, new RegExp(`could not give "${key}"`));
  });

test('CDS: what accompanies medications is nothing to complain of', async () => {
  const beside = ['Patient', 'Practitioner', 'PractitionerRole', 'Organization', 'Encounter', 'Provenance', 'Location', 'Device', 'Group', 'RelatedPerson', 'List'].map((resourceType) => ({ resourceType, id: 'x' }));
  assert.deepEqual(await cards('patient-view', { taken: [current('m1', 'losartan'), ...beside, observation, { resourceType: 'Procedure', id: 'x' }] }), []);
  assert.deepEqual(await cards('patient-view', { prefetch: { medications: bundle(beside, 'searchset') } }), []);
  assert.deepEqual(await cards('order-sign', { drafts: [order('d1', 'losartan'), { resourceType: 'ServiceRequest', id: 's' }], prefetch: { more: bundle([observation]) } }), []);
});

test('CDS: what a search tells of itself is said, unless it is mere information', async () => {
  const search = (issue) => ({ prefetch: { medications: { resourceType: 'Bundle', type: 'searchset', entry: [
    { resource: current('m1', 'losartan'), search: { mode: 'match' } }, { resource: { resourceType: 'OperationOutcome', issue }, search: { mode: 'outcome' } }] } } });
  assert.deepEqual(await cards('patient-view', search([{ severity: 'information', code: 'informational', diagnostics: '2 ms' }])), []);
  for (const issue of [[{ severity: 'error', code: 'exception' }], [{ severity: 'fatal', code: 'timeout' }], [{ severity: 'warning', code: 'incomplete' }], [{ severity: 'information', code: 'suppressed' }],
    [{ severity: 'information', code: 'informational' }, { severity: 'error', code: 'exception' }], [], [{}], undefined])
    assert.match(unchecked(await cards('patient-view', search(issue))).summary, NOT_ALL_READ, JSON.stringify(issue));
});

test('CDS: conditions, age and allergies count', async () => {
  const all = await cards('order-sign', { drafts: [order('d1', 'baclofen')], prefetch: {
    patient: { resourceType: 'Patient', id: 'p', birthDate: '1940-01-01' },
    conditions: bundle([{ resourceType: 'Condition', clinicalStatus: { coding: [{ code: 'active' }] }, code: { text: 'renal impairment' } }], 'searchset'),
    allergies: bundle([{ resourceType: 'AllergyIntolerance', code: { text: 'baclofen' } }], 'searchset') } });
  assert.match(all[0].summary, /^Contraindicated: baclofen/);
  assert.ok(all.some(({ detail }) => /renal impairment/.test(detail)));
  assert.ok(all.some(({ detail }) => /Because of:\*\* age 8\d/.test(detail)));
});

test('CDS: names in the words of a client cannot write Markdown or HTML', async () => {
  const all = await cards('order-sign', { drafts: [order('d1', '<img src=x onerror=alert(1)> **[x](javascript:y)**')] });
  assert.doesNotMatch(unchecked(all).detail, /(?<!\\)<img|(?<!\\)\[x/);
});

const spoil = (change) => {
  const call = hookCall('order-sign', { drafts: [order('d1', 'baclofen')] });
  change(call);
  return call;
};
const BAD = [
  ['no JSON', '{', 400], ['an array', '[]', 400], ['another hook', spoil((call) => (call.hook = 'patient-view')), 400],
  ['no hook', spoil((call) => delete call.hook), 400], ['no instance', spoil((call) => delete call.hookInstance), 400],
  ['no context', spoil((call) => delete call.context), 400], ['no patient', spoil((call) => delete call.context.patientId), 400],
  ['no drafts', spoil((call) => delete call.context.draftOrders), 400], ['drafts that are no object', spoil((call) => (call.context.draftOrders = 7)), 400],
  ['no prefetch', spoil((call) => delete call.prefetch), 412], ['prefetch null', spoil((call) => (call.prefetch = null)), 412],
  ['no current medications', spoil((call) => delete call.prefetch.medications), 412],
];
for (const [description, body, status] of BAD)
  test(`CDS: a call with ${description} is refused with ${status}`, async () => {
    const answer = await post('order-sign', body);
    assert.equal(answer.status, status, answer.body);
    assert.equal(answer.headers['content-type'], 'application/problem+json');
  });

test('CDS: current medications under another key are seen', async () => {
  const { body } = await post('order-sign', spoil((call) => (call.prefetch = { meds: bundle([current('m1', 'phenelzine')], 'searchset') })));
  assert.ok(rulesOf(JSON.parse(body).cards).includes('baclofen-maoi'));
});

test('CDS: an unknown service is 404; a form is 415', async () => {
  assert.equal((await post('nothing', '{}')).status, 404);
  assert.equal((await post('order-sign', 'a=b', { 'content-type': 'application/x-www-form-urlencoded' })).status, 415);
});

// Wrong types in single resources: named, and the others are checked.
const SPOILT = [[], [null], [7], [{}], [{ resourceType: 7 }], [{ resourceType: 'MedicationRequest', medicationCodeableConcept: 'x' }],
  [{ resourceType: 'MedicationRequest', medicationCodeableConcept: { coding: { code: 7 } } }],
  [{ resourceType: 'MedicationRequest', medicationReference: { reference: '#nothing' } }],
  [{ resourceType: 'Bundle', entry: 'x' }], [{ resourceType: 'MedicationRequest', status: {}, dosageInstruction: 'x' }]];
for (const resources of SPOILT)
  test(`CDS: ${JSON.stringify(resources)} among the drafts hides nothing`, async () => {
    const all = await cards('order-sign', { drafts: [order('d1', 'baclofen'), ...resources], taken: [current('m1', 'phenelzine')] });
    assert.ok(rulesOf(all).includes('baclofen-maoi'));
    if (resources.length) assert.ok(unchecked(all), JSON.stringify(all.map(({ summary }) => summary)));
    await stillWell();
  });

test('CDS: a repeated alert is filtered where asked for, and that is said; a contraindication never', async () => {
  const items = (item) => ({ extension: { 'pddi-configuration-items': item } });
  const orders = { drafts: [order('d1', 'baclofen')], taken: [current('m1', 'phenelzine')], context: { encounterId: 'e1' } };
  const select = async (patientId) => post('order-select', hookCall('order-select', { ...orders, context: { ...orders.context, patientId }, ...items({ 'cache-for-order-sign-filtering': true }) }));
  const sign = async (patientId, filter) => (await post('order-sign', hookCall('order-sign', { ...orders, context: { ...orders.context, patientId }, ...items({ 'filter-out-repeated-alerts': filter }) }))).json();
  await select('filtered');
  assert.ok(rulesOf((await sign('filtered', false)).cards).includes('baclofen-maoi'));
  assert.ok(rulesOf((await sign('another', true)).cards).includes('baclofen-maoi'));
  const answer = await sign('filtered', true);
  assert.ok(!rulesOf(answer.cards).includes('baclofen-maoi'));
  assert.ok(answer.extension['filtered-repeated-alerts'] >= 1);
  orders.drafts = [order('d1', 'meperidine')];
  await select('filtered');
  assert.match((await sign('filtered', true)).cards[0].summary, /^Contraindicated/);
});

test('CDS: serious ones only, and without evidence, where asked for', async () => {
  const extension = { 'pddi-configuration-items': { 'alert-non-serious': false, 'show-evidence-support': false } };
  const all = await cards('order-sign', { drafts: [order('d1', 'baclofen')], taken: [current('m1', 'metformin'), current('m2', 'phenelzine')], extension });
  assert.deepEqual(findings(all).map(({ indicator }) => indicator), ['critical']);
  assert.doesNotMatch(all[0].detail, /Evidence/);
  assert.match(unchecked(all).detail, /findings below major/);
});

test('CDS: a finding can be put on file as a DetectedIssue, where that is asked for', async () => {
  const extension = { 'pddi-configuration-items': { 'create-detected-issue': true } };
  const options = { drafts: [order('d1', 'meperidine'), order('d2', 'meperidine 50 mg')], taken: [current('m1', 'phenelzine'), current('m2', 'diazepam'), current('m3', 'morphine')] };
  const all = await cards('order-sign', { ...options, extension });
  const created = all.flatMap(({ suggestions = [] }) => suggestions.flatMap(({ actions }) => actions.filter(({ type }) => type === 'create')));
  assert.equal(created.length, all.filter(({ summary }) => !/^(For information|Not checked|No rule speaks)/.test(summary)).length);
  for (const { resource, description } of created) {
    assert.equal(description, 'Put this finding on file');
    assert.equal(resource.resourceType, 'DetectedIssue');
    assertR4(resource);
    assert.deepEqual(resource.patient, { reference: 'Patient/p' });
    assert.equal(resource.reference, undefined);
  }
  const [{ suggestions, selectionBehavior }] = all;
  assert.equal(selectionBehavior, 'any');
  assert.deepEqual(suggestions.map(({ actions: [{ type }] }) => type), ['delete', 'create']);
  assert.deepEqual(suggestions[1].actions[0].resource.implicated.map(({ reference }) => reference), ['MedicationRequest/d1', 'MedicationRequest/m1']);
  assert.equal(suggestions[1].actions[0].resource.severity, 'high');
  assert.ok(created.some(({ resource: { code } }) => code.coding[0].code === 'DUPTHPY'));
  const plain = await cards('order-sign', options);
  assert.ok(plain.every(({ suggestions: none = [] }) => none.every(({ actions: [{ type }] }) => type === 'delete')));
});

test('CDS: links lead to the rules where the address of the service is known', async () => {
  const other = await new Service().start({ flags: ['--public-url', 'https://check.example.org'] });
  try {
    const answer = await fetch(`${other.url}/cds-services/crosscheck-order-sign`, { method: 'POST', headers: { 'content-type': 'application/json' },
      body: JSON.stringify(hookCall('order-sign', { drafts: [order('d1', 'baclofen')], taken: [current('m1', 'phenelzine')] })) });
    const [{ links, source }] = (await answer.json()).cards;
    assert.equal(source.url, 'https://check.example.org/v1/knowledge');
    assert.ok(links.some(({ url, type }) => url === 'https://check.example.org/v1/rules/baclofen-maoi' && type === 'absolute'));
  } finally {
    await other.stop();
  }
});

test('CDS: twenty active medications and five drafts, with all that is found', async () => {
  const { ingredients } = JSON.parse(readFileSync(new URL('../../../rules/terminology/ingredients.json', import.meta.url)));
  const names = ingredients.filter((_, i) => i % 97 === 0).map(({ name }) => name).slice(0, 25);
  const all = await cards('order-sign', { drafts: names.slice(0, 5).map((name, i) => order(`d${i}`, name)), taken: names.slice(5).map((name, i) => current(`m${i}`, name)) });
  for (const card of all) assertSound(card);
  assert.ok(service.log.length > 0);
});
