// The ways in which FHIR's own examples name a drug: most by a Medication that the request contains.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { ask } from '../client.mjs';
import { assertR4 } from '../fhir_contract.mjs';

const SNOMED = 'http://snomed.info/sct', RXNORM = 'http://www.nlm.nih.gov/research/umls/rxnorm', NDC = 'http://hl7.org/fhir/sid/ndc';
const coded = (system, code, display) => ({ coding: [{ system, code, ...(display ? { display } : {}) }] });
const medication = (id, more) => ({ resourceType: 'Medication', ...(id ? { id } : {}), ...more });
const request = (id, more) => ({ resourceType: 'MedicationRequest', id, status: 'active', intent: 'order', subject: { reference: 'Patient/pat1' }, ...more });
const containing = (id, more) => request(id, { contained: [medication('med0320', more)], medicationReference: { reference: '#med0320' } });
const bundle = (...entries) => ({ resourceType: 'Bundle', type: 'collection', entry: entries.map((entry) => (entry.resource ? entry : { resource: entry })) });

async function check(...entries) {
  const answer = await ask('POST', '/fhir/$check-interactions', { headers: { 'content-type': 'application/fhir+json' }, body: JSON.stringify(bundle(...entries)) });
  assert.equal(answer.status, 200, answer.body);
  assertR4(answer.json());
  const resources = answer.json().entry.map(({ resource }) => resource);
  const texts = resources.pop().issue.map(({ details }) => details.text);
  return { found: resources.filter(({ code }) => code.coding?.[0].code === 'DRG').map(({ detail }) => detail), doubts: texts.slice(1) };
}

const PHENELZINE = request('other', { medicationCodeableConcept: { text: 'phenelzine' } });

// Each names baclofen, which meets phenelzine.
const PLAIN = {
  'contained, RxNorm': containing('m', { code: coded(RXNORM, '197391') }),
  'contained, NDC': containing('m', { code: coded(NDC, '0172-4096-60', 'Baclofen 10 MG Oral Tablet') }),
  'contained, text': containing('m', { code: { text: 'Baclofen 10 mg tablet' } }),
  'contained, SNOMED CT, a product': containing('m', { code: coded(SNOMED, '1', 'Baclofen 10mg tablet (product)') }),
  'contained, SNOMED CT, a substance': containing('m', { code: coded(SNOMED, '1', 'Baclofen (substance)') }),
  'contained, SNOMED CT, fully specified': containing('m', { code: coded(SNOMED, '1', 'Product containing precisely baclofen 10 milligram/1 each conventional release oral tablet (clinical drug)') }),
  'contained, SNOMED CT, only': containing('m', { code: coded(SNOMED, '1', 'Product containing only baclofen (medicinal product)') }),
  'contained, SNOMED CT, a form': containing('m', { code: coded(SNOMED, '1', 'Product containing baclofen in oral dose form (medicinal product form)') }),
  'contained, a known code beside an unknown one': containing('m', { code: { coding: [...coded(SNOMED, '1').coding, ...coded(RXNORM, '1292').coding] } }),
  'contained, ingredients alone': containing('m', { ingredient: [{ itemCodeableConcept: coded(RXNORM, '1292', 'Baclofen') }] }),
  'contained, R5': request('m', { contained: [medication('med0320', { code: coded(RXNORM, '1292') })], medication: { reference: { reference: '#med0320' } } }),
  'the reference has a display, the Medication nothing': request('m', { contained: [medication('med0320', {})], medicationReference: { reference: '#med0320', display: 'baclofen 10 mg' } }),
};
for (const [description, resource] of Object.entries(PLAIN))
  test(`FHIR names a drug: ${description}`, async () => {
    const { found, doubts } = await check(resource, PHENELZINE);
    assert.ok(found.some((detail) => /^baclofen with phenelzine: .*baclofen-maoi/.test(detail)), found.join('\n'));
    assert.deepEqual(doubts, []);
  });

const BACLOFEN = { code: coded(RXNORM, '1292', 'Baclofen') };
const UUID = 'urn:uuid:3b0f6a0c-1f0e-4d7c-9b4a-6d2a4a3c9d11';
const asks = (reference) => request('m', { medicationReference: { reference } });
const REFERRED = {
  'relative, by id': [{ resource: asks('Medication/med1') }, { resource: medication('med1', BACLOFEN) }],
  'relative, by the address of its entry': [{ fullUrl: 'https://ehr.example.org/fhir/MedicationRequest/m', resource: asks('Medication/med1') },
    { fullUrl: 'https://ehr.example.org/fhir/Medication/med1', resource: medication('', BACLOFEN) }],
  'absolute': [{ resource: asks('https://ehr.example.org/fhir/Medication/med1') },
    { fullUrl: 'https://ehr.example.org/fhir/Medication/med1', resource: medication('med1', BACLOFEN) }],
  'one version of it': [{ resource: asks('Medication/med1/_history/2') }, { resource: medication('med1', BACLOFEN) }],
  'urn:uuid': [{ resource: asks(UUID) }, { fullUrl: UUID, resource: medication('', BACLOFEN) }],
  'urn:uuid, the Medication first': [{ fullUrl: UUID, resource: medication('', BACLOFEN) }, { resource: asks(UUID) }],
  'in a Bundle within': [{ resource: bundle(asks('Medication/med1'), medication('med1', BACLOFEN)) }],
  'an ingredient that is a Medication itself': [{ resource: asks('Medication/kit') },
    { resource: medication('kit', { ingredient: [{ itemReference: { reference: 'Medication/med1' } }] }) }, { resource: medication('med1', BACLOFEN) }],
};
for (const [description, entries] of Object.entries(REFERRED))
  test(`FHIR refers to a drug: ${description}`, async () => {
    const { found, doubts } = await check(...entries, PHENELZINE);
    assert.ok(found.some((detail) => /baclofen-maoi/.test(detail)), found.join('\n'));
    assert.deepEqual(doubts.filter((text) => !text.startsWith('Left out: Medication/med1')), []);
  });

test('FHIR names a drug: two requests contain different ones under one id', async () => {
  const { found, doubts } = await check(containing('a', BACLOFEN), containing('b', { code: { text: 'phenelzine' } }));
  assert.ok(found.some((detail) => /baclofen-maoi/.test(detail)));
  assert.deepEqual(doubts, []);
});

test('FHIR names a drug: every ingredient of a mixture counts, and one that is unknown is named', async () => {
  const infusion = containing('m', { ingredient: [
    { itemCodeableConcept: coded(RXNORM, '1292', 'Baclofen') },
    { itemCodeableConcept: coded(RXNORM, '999999999', 'Xyzzyplugh 0.9% injectable solution') },
    { itemCodeableConcept: coded(RXNORM, '8123', 'Phenelzine') }] });
  const { found, doubts } = await check(infusion);
  assert.ok(found.some((detail) => /baclofen-maoi/.test(detail)));
  assert.ok(doubts.some((text) => /^Not checked: MedicationRequest\/m, xyzzyplugh/i.test(text)), doubts.join('\n'));
});

// What leads nowhere is named by what it says, and never left out.
const LOST = {
  'a fragment that nothing contains': [request('m', { medicationReference: { reference: '#med0320' } }), /Not checked: MedicationRequest\/m, #med0320 \(unrecognised\)/],
  'what another request contains': [request('m', { contained: [], medicationReference: { reference: '#med0321' } }), /Not checked: MedicationRequest\/m, #med0321/],
  'a Medication that was not sent': [asks('Medication/elsewhere'), /Not checked: MedicationRequest\/m, Medication\/elsewhere/],
  'a urn:uuid that was not sent': [asks(UUID), /Not checked: MedicationRequest\/m, urn:uuid:/],
  'a code that nobody knows, without a display': [containing('m', { code: coded(SNOMED, '9') }), /Not checked: MedicationRequest\/m, .*9 \(unrecognised\)/],
};
for (const [description, [resource, expected]] of Object.entries(LOST))
  test(`FHIR loses no drug: ${description}`, async () => {
    const { doubts } = await check(resource, containing('b', BACLOFEN), PHENELZINE);
    assert.ok(doubts.some((text) => expected.test(text)), doubts.join('\n'));
  });
