// A record system in a browser, as the public CDS Hooks sandbox asks: preflights, a token with every request, prefetch from
// its own FHIR server by our templates, orders without an id in the words of three versions of FHIR.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';

import { FeedbackFile } from '../feedback_file.mjs';
import { FhirServer, json } from '../fhir_server.mjs';
import { Service } from '../service.mjs';

const ORIGIN = 'https://sandbox.example.org';
const RXNORM = 'http://www.nlm.nih.gov/research/umls/rxnorm';
// Of a key that nobody here knows: without --cds-clients it says nothing.
const TOKEN = 'Bearer eyJhbGciOiJFUzI1NiJ9.eyJpc3MiOiJzYW5kYm94In0.c2lnbmF0dXJl';
const file = new FeedbackFile(), ehr = new FhirServer();
let service;

before(async () => {
  await ehr.start();
  service = await new Service().start({ flags: ['--cors-origins', ORIGIN, '--feedback-db', file.path] });
});
after(async () => {
  await service.stop();
  await ehr.stop();
  file.remove();
});

/// What a browser does for a page of ORIGIN: it asks first whether it may, and shows the page only what it may read.
async function fromPage(method, path, body) {
  const headers = { accept: 'application/json', authorization: TOKEN, ...(body === undefined ? {} : { 'content-type': 'application/json' }) };
  const asked = Object.keys(headers).filter((name) => name !== 'accept');
  const first = await fetch(service.url + path, { method: 'OPTIONS', headers: { origin: ORIGIN, 'access-control-request-method': method,
    'access-control-request-headers': asked.sort().join(',') } });
  assert.ok(first.ok, `preflight of ${method} ${path}: ${first.status}`);
  const allowed = (name) => (first.headers.get(name) ?? '').toLowerCase().split(/\s*,\s*/);
  assert.equal(first.headers.get('access-control-allow-origin'), ORIGIN);
  assert.ok(allowed('access-control-allow-methods').includes(method.toLowerCase()));
  for (const name of asked) assert.ok(allowed('access-control-allow-headers').includes(name), name);
  const answer = await fetch(service.url + path, { method, headers: { origin: ORIGIN, ...headers }, body: body === undefined ? undefined : JSON.stringify(body) });
  assert.equal(answer.headers.get('access-control-allow-origin'), ORIGIN);
  return { status: answer.status, json: await answer.json() };
}

/// Fills the templates of a service from the FHIR server.  What cannot be had is left out.
async function prefetchOf({ prefetch }, patientId) {
  const found = {};
  for (const [key, template] of Object.entries(prefetch)) {
    const answer = await fetch(`${ehr.base}/${template.replace(/{{\s*context\.patientId\s*}}/g, patientId)}`, { headers: { accept: 'application/json+fhir' } });
    if (answer.ok) found[key] = await answer.json();
  }
  return found;
}

/// One round of the sandbox: discovery, prefetch, call; resolves to {status, json, path}.
async function round(hook, context, more = {}) {
  const { json: { services } } = await fromPage('GET', '/cds-services');
  const one = services.find((candidate) => candidate.hook === hook);
  const path = `/cds-services/${one.id}`;
  const prefetch = await prefetchOf(one, 'p');
  const answer = await fromPage('POST', path, { hookInstance: randomUUID(), hook, fhirServer: ehr.base,
    context: { patientId: 'p', userId: 'Practitioner/COREPRACTITIONER1', ...context }, prefetch, ...more });
  return { ...answer, path };
}

const bundle = (...resources) => ({ resourceType: 'Bundle', entry: resources.map((resource) => ({ resource })) });
const drug = { text: 'baclofen 10 MG Oral Tablet', coding: [{ display: 'baclofen 10 MG Oral Tablet', system: RXNORM, code: '197391' }] };
const dose = (unit) => ({ dosageInstruction: [{ doseQuantity: { value: 2, system: 'http://unitsofmeasure.org', code: '{pill}' },
  timing: { repeat: { frequency: 3, period: 1, [unit]: 'd', boundsPeriod: { start: '2026-11-01', end: '2026-12-01' } } } }] });
const ORDERS = {
  'DSTU2': { resourceType: 'MedicationOrder', dateWritten: '2026-11-28', status: 'draft', patient: { reference: 'Patient/p' }, ...dose('periodUnits'), medicationCodeableConcept: drug },
  'STU3': { resourceType: 'MedicationRequest', authoredOn: '2026-11-28', status: 'draft', subject: { reference: 'Patient/p' }, ...dose('periodUnit'), medicationCodeableConcept: drug },
  'R4': { resourceType: 'MedicationRequest', id: 'request-123', status: 'draft', intent: 'order', authoredOn: '2026-11-28', subject: { reference: 'Patient/p' }, ...dose('periodUnit'), medicationCodeableConcept: drug },
};
const HOOKS = {
  'order-sign': (order) => ({ draftOrders: bundle(order) }),
  'order-select': (order) => ({ draftOrders: bundle(order), selections: [`${order.resourceType}/${order.id}`] }),
  'medication-prescribe': (order) => ({ medications: bundle(order) }),
};
const details = ({ json: { cards } }) => cards.map(({ detail }) => detail).join('\n');

for (const [version, order] of Object.entries(ORDERS))
  for (const [hook, context] of Object.entries(HOOKS))
    test(`sandbox: ${hook} with an order of ${version} meets what the FHIR server has`, async () => {
      ehr.answer(only('phenelzine'));
      const answer = await round(hook, context(order));
      assert.equal(answer.status, 200, JSON.stringify(answer.json));
      assert.match(answer.json.cards[0].summary, /baclofen with phenelzine/);
      assert.match(details(answer), /renal impairment/);
      assert.match(details(answer), /\(new order\)/);
    });

/// Only this is taken, on one page.
const only = (text) => ({ MedicationRequest: (response) => json(response, 200, { ...bundle({ resourceType: 'MedicationRequest', id: 'm', status: 'active', intent: 'order',
  subject: { reference: 'Patient/p' }, medicationCodeableConcept: { text } }), type: 'searchset', link: [{ relation: 'self', url: `${ehr.base}/MedicationRequest` }] }) });

test('sandbox: patient-view shows what the FHIR server has', async () => {
  ehr.answer(only('baclofen'));
  assert.match(details(await round('patient-view', {})), /renal impairment/);
});

test('sandbox: the first draft has no drug at all, and is named', async () => {
  ehr.answer(only('phenelzine'));
  const { medicationCodeableConcept: _, dosageInstruction: __, ...draft } = ORDERS.R4;
  const answer = await round('order-select', HOOKS['order-select'](draft));
  assert.equal(answer.status, 200);
  assert.match(details(answer), /an order that names no drug|request-123/);
});

test('sandbox: a FHIR server that gives only a part is told in a card, one that gives no medications is 412', async () => {
  ehr.answer({ ...only('phenelzine'), Condition: (response) => json(response, 500, {}), AllergyIntolerance: (response) => json(response, 200, 'null') });
  assert.match(details(await round('order-sign', HOOKS['order-sign'](ORDERS.R4))), /baclofen-maoi/);
  ehr.answer({ MedicationRequest: (response) => json(response, 404, {}) , MedicationStatement: (response) => json(response, 404, {}) });
  const none = await round('order-sign', HOOKS['order-sign'](ORDERS.R4));
  assert.equal(none.status, 412);
});

test('sandbox: a second page that it did not fetch is told', async () => {
  ehr.answer();
  const answer = await round('order-sign', HOOKS['order-sign'](ORDERS.R4));
  assert.match(details(answer), /all pages of a search/);
});

test('sandbox: a taken suggestion and an overridden card are reported, and counted for the rule', async () => {
  ehr.answer(only('phenelzine'));
  const order = { ...ORDERS.R4, medicationCodeableConcept: { text: 'meperidine' } };
  const { json: { cards: [card] }, path } = await round('order-sign', HOOKS['order-sign'](order));
  const [suggestion] = card.suggestions;
  const outcomeTimestamp = new Date().toISOString();
  const accepted = await fromPage('POST', `${path}/feedback`, { feedback: [{ card: card.uuid, outcome: 'accepted', acceptedSuggestions: [{ id: suggestion.uuid }], outcomeTimestamp }] });
  assert.equal(accepted.status, 200);
  const [{ code, system }] = card.overrideReasons;
  const again = await round('order-sign', HOOKS['order-sign'](order));
  const overridden = await fromPage('POST', `${path}/feedback`, { feedback: [{ card: again.json.cards[0].uuid, outcome: 'overridden', outcomeTimestamp,
    overrideReason: { reason: { code, system }, userComment: 'seen' } }] });
  assert.equal(overridden.status, 200);
  const { rules } = await (await fetch(`${service.url}/v1/feedback/summary`)).json();
  const shown = card.detail.match(/rule `([\w-]+)`/)[1];
  const counted = rules.find(({ rule }) => rule === shown);
  assert.deepEqual([counted.accepted, counted.overridden], [1, 1]);
});

test('sandbox: what older versions of it report is 404, and harms nothing', async () => {
  const answer = await fetch(`${service.url}/cds-services/crosscheck-order-sign/analytics/${randomUUID()}`, { method: 'POST',
    headers: { origin: ORIGIN, 'content-type': 'application/json' }, body: '{}' });
  assert.equal(answer.status, 404);
});
