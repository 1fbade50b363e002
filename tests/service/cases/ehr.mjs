// What a hook call lacks is asked from its FHIR server, where that is allowed; and what then may go wrong.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { answerFaults } from '../contract.mjs';
import { FhirServer, json } from '../fhir_server.mjs';
import { run, Service } from '../service.mjs';

const PATH = '/cds-services/crosscheck-order-sign';
const TOKEN = 'c2VjcmV0.dG9rZW4-_~+/=';
const HASTE = 1000;  // Milliseconds.
const ehr = new FhirServer(), elsewhere = new FhirServer();
let service, hasty;

before(async () => {
  await ehr.start();
  await elsewhere.start();
  process.env.http_proxy = 'http://127.0.0.1:9';  // Nobody is there; the environment of the service has it as well.
  const servers = ['--fhir-servers', `https://ehr.example.org/r4,${ehr.base}/`];
  service = await new Service().start({ flags: [...servers, '--fhir-milliseconds', '9000'] });
  hasty = await new Service().start({ flags: [...servers, '--fhir-milliseconds', String(HASTE)] });
  delete process.env.http_proxy;
});
after(async () => {
  for (const one of [service, hasty]) {
    assert.deepEqual(await one.stop(), { code: 0, signal: null }, one.log);
    assert.ok(!one.log.includes(TOKEN));
  }
  await ehr.stop();
  await elsewhere.stop();
});

const draft = { resourceType: 'MedicationRequest', id: 'd1', status: 'draft', intent: 'order', subject: { reference: 'Patient/p' }, medicationCodeableConcept: { text: 'baclofen' } };
const hookCall = (more = {}, context = {}) => ({ hook: 'order-sign', hookInstance: 'd1577c69-dfbe-44ad-ba6d-3e05e953b2ea', fhirServer: ehr.base,
  fhirAuthorization: { access_token: TOKEN, token_type: 'Bearer', expires_in: 300, scope: 'user/*.read', subject: 'crosscheck' },
  context: { userId: 'Practitioner/1', patientId: 'p', draftOrders: { resourceType: 'Bundle', type: 'collection', entry: [{ resource: draft }] }, ...context }, ...more });

const sleep = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function ask(call, to = service) {
  const response = await fetch(to.url + PATH, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(call) });
  const answer = { status: response.status, headers: Object.fromEntries(response.headers), body: await response.text() };
  assert.deepEqual(answerFaults('POST', PATH, answer), []);
  return { ...answer, json: JSON.parse(answer.body) };
}

const details = ({ json: { cards } }) => cards.map(({ detail }) => detail).join('\n');

async function refused(call, reason, by = service) {
  const { status, json: problem, body } = await ask(call, by);
  assert.equal(status, 412, body);
  assert.match(problem.detail, /Nothing was checked\. The FHIR server was not of help: /);
  assert.match(problem.detail, reason);
  assert.ok(!body.includes(TOKEN));
}

test('FHIR server: what prefetch lacks is asked, every page of it, with the token of the call', async () => {
  ehr.answer();
  const answer = await ask(hookCall());
  assert.equal(answer.status, 200, answer.body);
  for (const rule of ['baclofen-maoi', 'baclofen-cns-depressants']) assert.match(details(answer), new RegExp(rule));
  assert.match(details(answer), /renal impairment/);
  assert.match(details(answer), /age 8\d/);
  assert.deepEqual(ehr.asked.map(({ path }) => path), [
    'MedicationRequest?patient=p&status=active,on-hold&_include=MedicationRequest:medication', 'MedicationRequest?page=2', 'Patient/p',
    'MedicationStatement?patient=p&status=active,on-hold,unknown&_include=MedicationStatement:medication',
    'Condition?patient=p&clinical-status=active', 'AllergyIntolerance?patient=p']);
  for (const { headers } of ehr.asked) {
    assert.equal(headers.authorization, `Bearer ${TOKEN}`);
    assert.match(headers.accept, /^application\/fhir\+json/);
  }
});

test('FHIR server: what the client sent is not asked again, and nothing where it sent the medications', async () => {
  ehr.answer();
  const partly = await ask(hookCall({ prefetch: { conditions: null, patient: { resourceType: 'Patient', id: 'p', birthDate: '1990-01-01' } } }));
  assert.doesNotMatch(details(partly), /renal impairment|age 8\d/);
  assert.deepEqual(ehr.asked.map(({ path }) => path.match(/^\w+/)[0]), ['MedicationRequest', 'MedicationRequest', 'MedicationStatement', 'AllergyIntolerance']);
  ehr.answer();
  assert.equal((await ask(hookCall({ prefetch: { medications: null } }))).status, 200);
  assert.deepEqual(ehr.asked, []);
});

test('FHIR server: the type of the token may be written in letters of any case', async () => {
  for (const token_type of ['bearer', 'BEARER', undefined]) {
    ehr.answer();
    assert.equal((await ask(hookCall({ fhirAuthorization: { access_token: TOKEN, token_type } }))).status, 200);
    assert.ok(ehr.asked.every(({ headers }) => headers.authorization === `Bearer ${TOKEN}`));
  }
});

test('FHIR server: without a token none is sent', async () => {
  ehr.answer();
  assert.equal((await ask(hookCall({ fhirAuthorization: undefined }))).status, 200);
  assert.ok(ehr.asked.every(({ headers }) => headers.authorization === undefined));
});

test('FHIR server: what is not the medications may be missing, and that is said', async () => {
  ehr.answer({ Condition: (response) => json(response, 500, 'no'), MedicationStatement: () => {} });
  const answer = await ask(hookCall(), hasty);
  assert.match(details(answer), /baclofen-maoi/);
  for (const key of ['conditions', 'statements', 'allergies']) assert.match(details(answer), new RegExp(`could not give\\*\\*(.|\n)*- ${key}\n`));
});

const medications = (answer) => ({ MedicationRequest: answer });
const searchset = (more) => ({ resourceType: 'Bundle', type: 'searchset', entry: [], ...more });
const next = (url) => medications((response, base) => json(response, 200, searchset({ link: [{ relation: 'next', url: url(base) }] })));
const FAILURES = [
  ['does not answer', medications(() => {}), /did not answer in time/],
  ['answers by drops', medications((response) => { response.writeHead(200); setInterval(() => response.write(' '), 50).unref(); }), /did not answer in time/],
  ['refuses the token', medications((response) => json(response, 401, {})), /refused the access token/],
  ['forbids it', medications((response) => json(response, 403, {})), /refused the access token/],
  ['fails', medications((response) => json(response, 500, searchset())), /answered with an error/],
  ['says nothing', medications((response) => response.writeHead(204).end()), /answered with an error/],
  ['breaks off', medications((response) => { response.writeHead(200, { 'content-length': 100 }).write('{'); setTimeout(() => response.destroy(), 20); }), /could not be reached/],
  ['answers with garbage', medications((response) => json(response, 200, '{"resourceType": "Bundle"')), /no FHIR resource/],
  ['answers with a page', medications((response) => json(response, 200, '<html></html>')), /no FHIR resource/],
  ['answers with a list', medications((response) => json(response, 200, [])), /no FHIR resource/],
  ['tells an error with 200', medications((response) => json(response, 200, { resourceType: 'OperationOutcome', issue: [] })), /tells an error/],
  ['answers with a Bundle that is none', medications((response) => json(response, 200, searchset({ entry: 'x' }))), /no FHIR resource/],
  ['answers with too much', medications((response) => json(response, 200, searchset({ x: 'x'.repeat(6 << 20) }))), /more than is read/],
  ['has no last page', next((base) => `${base}/MedicationRequest?page=1`), /more than is read/],
  ['redirects', medications((response) => json(response, 302, '', { location: `${elsewhere.base}/MedicationRequest` })), /redirection/],
  ['has its next page elsewhere', next(() => `${elsewhere.base}/MedicationRequest?page=2`), /redirection/],
  ['has its next page beside the base', next((base) => `${base}2/MedicationRequest?page=2`), /redirection/],
  ['has its next page above the base', next((base) => `${base}/../admin`), /redirection/],
  ['has its next page above the base, escaped', next((base) => `${base}/%2e%2e/admin`), /redirection/],
];
for (const [description, answers, reason] of FAILURES)
  test(`FHIR server: one that ${description} gives 412 and the reason`, async () => {
    ehr.answer(answers);
    elsewhere.answer();
    await refused(hookCall(), reason, /in time/.test(reason.source) ? hasty : service);
    assert.deepEqual(elsewhere.asked, []);
    assert.ok(ehr.asked.every(({ path }) => path.startsWith('MedicationRequest')));
  });

test('FHIR server: where a search found more than its pages hold, that is said', async () => {
  const pages = (totals) => medications((response, base, path) => {
    const second = path.includes('page=2');
    const more = second ? {} : { link: [{ relation: 'next', url: `${base}/MedicationRequest?page=2` }] };
    json(response, 200, searchset({ ...more, total: totals[second ? 1 : 0], entry: [{ resource: { ...draft, id: second ? 'm2' : 'm1', status: 'active' } }] }));
  });
  for (const totals of [[5, 5], [5, undefined], [undefined, 5], [5, 2], [2, 5]]) {
    ehr.answer(pages(totals));
    assert.match(details(await ask(hookCall())), /Could not be read\*\*(.|\n)*\/medications\/total: expected as many matches as the search found, 5; found 2/, `${totals}`);
  }
  ehr.answer(pages([2, 2]));
  assert.doesNotMatch(details(await ask(hookCall())), /Could not be read/);
});

test('FHIR server: nothing is asked that is not listed', async () => {
  ehr.answer();
  elsewhere.answer();
  for (const fhirServer of [elsewhere.base, `${ehr.base}/x`, `${ehr.base}@${elsewhere.base}`, ehr.base.replace('/fhir', ''), ehr.base.replace('http', 'HTTP'), 'file:///etc/passwd'])
    await refused(hookCall({ fhirServer }), /none that this service may ask/);
  await refused(hookCall({ fhirServer: undefined }), /names no fhirServer/);
  for (const patientId of ['../admin', 'p&x=y', 'p/../..', '..', 'Patient/p', 'p p']) await refused(hookCall({}, { patientId }), /form that none may have/);
  for (const access_token of ['a\r\nX-Evil: 1', 'a b', '', 7]) await refused(hookCall({ fhirAuthorization: { access_token } }), /form that none may have/);
  assert.deepEqual([...ehr.asked, ...elsewhere.asked], []);
});

test('FHIR server: who waits for it keeps nobody else waiting, and only some may wait', async () => {
  const held = [];
  ehr.answer(medications((response) => held.push(response)));
  const waiting = Array.from({ length: 14 }, () => ask(hookCall()));
  while (held.length < 8) await sleep(10);
  const check = await fetch(`${service.url}/v1/check?medications=baclofen,phenelzine`);
  assert.equal((await check.json()).highest_severity, 'major');
  const first = await Promise.any(waiting);
  assert.match(first.json.detail, /too many are being asked at once/);
  assert.equal(held.length, 8);
  ehr.answer();
  for (const response of held) json(response, 200, searchset());
  const answers = await Promise.all(waiting);
  assert.ok(answers.filter(({ status }) => status === 200).length >= 8);
  for (const { status, body } of answers) assert.ok(status === 200 || /too many/.test(body), body);
});

test('FHIR server: what became of the questions is counted', async () => {
  const metrics = async ({ url }) => (await fetch(`${url}/metrics`)).text();
  const both = (await metrics(service)) + (await metrics(hasty));
  for (const result of ['answered', 'not_listed', 'redirect', 'too_late', 'refused', 'too_large'])
    assert.match(both, new RegExp(`crosscheck_fhir_calls_total\\{result="${result}"\\} [1-9]`));
});

test('FHIR server: without --fhir-servers nothing is asked', async () => {
  ehr.answer();
  const other = await new Service().start();
  try {
    const { status, json: problem } = await ask(hookCall(), other);
    assert.equal(status, 412);
    assert.match(problem.detail, /Nothing was checked\.$/);
    assert.deepEqual(ehr.asked, []);
  } finally {
    await other.stop();
  }
});

for (const address of ['http://ehr.example.org/r4', 'ehr.example.org', 'https://', 'https://user@ehr.example.org', 'https://ehr.example.org/?x', 'file:///etc', 'http://127.0.0.1.example.org/', 'https://a/../b'])
  test(`FHIR server: ${address} is refused in the settings`, async () => {
    const { code, stderr } = await run(['serve', '--port', '0', '--fhir-servers', address]);
    assert.equal(code, 2, stderr);
    assert.match(stderr, /expected the base address of a FHIR server/);
  });
