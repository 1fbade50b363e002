// The medication requests of 125 synthetic patients: every entry is recognised, or named as not checked.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';

import { report } from '../client.mjs';
import { corpora, missingCorpus } from '../places.mjs';

const FOLDER = 'fhir';
const RXNORM = 'http://www.nlm.nih.gov/research/umls/rxnorm';
const skip = missingCorpus(FOLDER);

/// Every resource of the type, at any depth.
function resources(node, type) {
  if (node === null || typeof node !== 'object') return [];
  const here = node.resourceType === type ? [node] : [];
  return [...here, ...Object.values(node).flatMap((child) => resources(child, type))];
}

function patients() {
  const folder = path.join(corpora, FOLDER);
  return readdirSync(folder).filter((name) => name.endsWith('.json')).map((name) => {
    const bundle = JSON.parse(readFileSync(path.join(folder, name), 'utf8'));
    const concepts = resources(bundle, 'MedicationRequest').map((request) => request.medicationCodeableConcept).filter(Boolean);
    const allergies = resources(bundle, 'AllergyIntolerance').map(({ code }) => code?.text ?? code?.coding?.[0]?.display).filter(Boolean);
    return { name, concepts, allergies };
  });
}

const coding = ({ coding: [{ system, code, display }] }) => ({ system, value: code, display });
const FORMS = {
  text: (concept) => concept.text,
  code: (concept) => ({ code: coding(concept) }),
  both: (concept, index) => ({ text: concept.text, code: coding(concept), id: `request-${index}` }),
};

for (const [form, write] of Object.entries(FORMS))
  test(`FHIR bundles: every medication as ${form} is accounted for`, { skip }, async () => {
    const tally = {};
    for (const { name, concepts, allergies } of patients()) {
      const answer = await report({ medications: concepts.map(write), patient: { allergies } });
      assert.equal(answer.medications.length, concepts.length, name);
      for (const { position, recognised, ingredients } of answer.medications) {
        const rows = answer.not_checked.filter((row) => row.position === position);
        const sure = ['exact', 'brand', 'product', 'code'].includes(recognised);
        assert.ok(sure ? ingredients.length > 0 : rows.length > 0, `${name} position ${position}: ${recognised}`);
        tally[recognised] = (tally[recognised] ?? 0) + 1;
      }
      assert.equal(answer.complete, answer.not_checked.length === 0);
      for (const allergy of answer.not_checked.filter((row) => row.allergy !== undefined).map((row) => row.allergy))
        assert.ok(allergies.includes(allergy), allergy);
    }
    console.log(`FHIR bundles as ${form}: ${JSON.stringify(tally)}`);
  });

/// These data give captopril the code of a product of acetaminophen and hydrocodone.
const WRONG_CODES = ['Captopril 25 MG Oral Tablet'];

test('FHIR bundles: text and code are ambiguous where they disagree, and nowhere else', { skip }, async () => {
  const concepts = new Map(patients().flatMap(({ concepts }) => concepts).map((concept) => [concept.text, concept]));
  const all = [...concepts.values()];
  assert.ok(all.every(({ coding: [{ system }] }) => system === RXNORM));
  const [texts, codes, both] = await Promise.all(Object.values(FORMS).map(async (write) =>
    (await report({ medications: all.map(write) })).medications));
  const keys = ({ ingredients }) => ingredients.map(({ key }) => key).sort().join('+');
  const wrong = all.flatMap(({ text }, index) => {
    if (both[index].recognised === 'ambiguous') return [text];
    const known = [texts[index], codes[index]].filter(({ ingredients }) => ingredients.length > 0);
    return known.some((one) => keys(one) !== keys(both[index])) ? [`${text}: ${known.map(keys).join(' or ')}`] : [];
  });
  assert.deepEqual(wrong, WRONG_CODES);
});
