// The big list of naughty strings, in every place where a text may stand.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';

import { get, post, target } from '../client.mjs';
import { stillWell } from '../hostility.mjs';
import { corpora, missingCorpus } from '../places.mjs';

const FILE = 'blns/blns.json';
const skip = missingCorpus(FILE);
const strings = skip ? [] : JSON.parse(readFileSync(path.join(corpora, FILE), 'utf8'));

/// Surely blank: ASCII spaces.  Other white space and invisible characters may count as blank or as an unknown name.
const isBlank = (text) => /^[ \t\r\n\f\v]*$/.test(text);
const mayBeBlank = (text) => text.replace(/[\p{White_Space}\p{C}\u2800\u3164\uffa0]/gu, '') === '';

function assertAccountedFor({ medications, not_checked }) {
  for (const { position, recognised } of medications)
    if (['unrecognised', 'ambiguous', 'corrected'].includes(recognised))
      assert.ok(not_checked.some((row) => row.position === position), `position ${position} is in no row`);
}

test('naughty strings as names and ids come back unchanged, and each is accounted for', { skip }, async () => {
  assert.ok(strings.length > 500);
  for (const text of strings) {
    const answer = await post({ medications: [text, { text, id: text, route: text }, 'baclofen', 'phenelzine'] });
    if (isBlank(text)) assert.equal(answer.status, 422, JSON.stringify(text));
    if (answer.status === 422) {
      assert.ok(mayBeBlank(text) || text.length > 1000, `refused: ${JSON.stringify(text)}`);
      continue;
    }
    const report = answer.json();
    assert.deepEqual(report.medications.slice(0, 2).map((one) => one.text), [text, text]);
    assert.equal(report.medications[1].id, text);
    assert.ok(report.interactions.some(({ medications, severity }) => medications.join() === '2,3' && severity === 'major'));
    assertAccountedFor(report);
  }
  await stillWell();
});

test('naughty strings as codes, units, conditions and allergies are answered', { skip }, async () => {
  const systems = ['rxnorm', 'atc', 'ndc', 'snomed'];
  for (const [index, text] of strings.entries()) {
    const code = { system: systems[index % systems.length], value: text, display: text };
    const answer = await post({
      medications: [{ code }, { code: { system: text, value: '1292' } }, { text: 'baclofen', daily_dose: { value: 1, unit: text } }],
      patient: { conditions: [text, { text, code }], allergies: [text] },
    });
    if (answer.status === 422) assert.ok(mayBeBlank(text) || text.length > 1000, `refused: ${JSON.stringify(text)}`);
    else assertAccountedFor(answer.json());
  }
  await stillWell();
});

test('naughty strings in addresses and in the table are answered', { skip }, async () => {
  for (const text of strings) {
    const listed = await get(target('/v1/check', { medications: text }), { accept: 'text/plain' });
    assert.ok([200, 414, 422].includes(listed.status), `${listed.status}: ${JSON.stringify(text)}`);
    const found = await get(target('/v1/drugs', { search: text }));
    assert.ok([200, 422].includes(found.status), `${found.status}: ${JSON.stringify(text)}`);
  }
  await stillWell();
});
