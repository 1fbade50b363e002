// The recipe of docs/integration.md for OpenMRS, run as it stands there.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';

import { service } from '../client.mjs';
import { FhirServer, json } from '../fhir_server.mjs';
import { checkout } from '../places.mjs';

const recipe = readFileSync(path.join(checkout, 'docs/integration.md'), 'utf8').match(/### OpenMRS\n(?:.|\n)*?```sh\n((?:.|\n)*?)```/)[1];
const openmrs = new FhirServer();
before(() => openmrs.start());
after(() => openmrs.stop());

/// {code, answer}: the answer is the text of the service.
function checkPatient() {
  const environment = { PATH: process.env.PATH, OPENMRS: openmrs.base.replace('/fhir', '/openmrs'), OPENMRS_USER: 'nurse:secret', CROSSCHECK: service.url };
  return new Promise((resolve) => execFile('sh', ['-c', recipe, 'check-patient', 'p'], { env: environment }, (error, stdout) => resolve({ code: error?.code ?? 0, answer: stdout })));
}

// OpenMRS names the drug by reference, with its own code and a display.
const order = (id, drug, status = 'active') => ({ resourceType: 'MedicationRequest', id, status, intent: 'order', subject: { reference: 'Patient/p' },
  medicationReference: { reference: `Medication/${drug}`, type: 'Medication', display: drug } });
const searchset = (...resources) => ({ resourceType: 'Bundle', type: 'searchset', entry: resources.map((resource) => ({ resource })) });
const takes = (...orders) => ({ MedicationRequest: (response) => json(response, 200, searchset(...orders)) });

test('OpenMRS: the recipe checks a patient by what the FHIR2 module has', async () => {
  openmrs.answer(takes(order('1', 'Baclofen 10 MG'), order('2', 'Phenelzine'), order('3', 'Ibuprofen', 'stopped')));
  const { code, answer } = await checkPatient();
  assert.equal(code, 0, answer);
  const resources = JSON.parse(answer).entry.map(({ resource }) => resource);
  const issues = resources.filter(({ resourceType }) => resourceType === 'DetectedIssue');
  assert.match(issues[0].detail, /baclofen-maoi/);
  assert.ok(issues.some(({ detail }) => /renal impairment/.test(detail)));
  assert.match(resources.at(-1).issue.map(({ details }) => details.text).join('\n'), /Left out: MedicationRequest\/3, Ibuprofen \(stopped\)/);
  assert.deepEqual(openmrs.asked.map(({ path: query }) => query.match(/^\w+/)[0]), ['MedicationRequest', 'Patient', 'Condition', 'AllergyIntolerance']);
  assert.ok(openmrs.asked.every(({ headers }) => headers.authorization === `Basic ${btoa('nurse:secret')}`));
});

for (const [description, answers] of Object.entries({
  'the medications fail': { MedicationRequest: (response) => json(response, 500, searchset()) },
  'the conditions are forbidden': { ...takes(order('1', 'Baclofen')), Condition: (response) => json(response, 403, {}) },
  'a login page comes instead': { MedicationRequest: (response) => json(response, 200, '<html></html>') },
  'nobody is there': { MedicationRequest: (response) => response.destroy() },
}))
  test(`OpenMRS: where ${description}, the recipe fails`, async () => {
    openmrs.answer(answers);
    const { code, answer } = await checkPatient();
    assert.equal(code, 22, answer);  // curl, of a status from 400 on.
    assert.equal(JSON.parse(answer).resourceType, 'OperationOutcome');
  });
