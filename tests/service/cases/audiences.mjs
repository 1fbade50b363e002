// One list, told to a professional and to a patient.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';

import { document, schemaFaults } from '../contract.mjs';
import { writeFewRules } from '../few_rules.mjs';
import { Service } from '../service.mjs';

const EFFECT = 'You may become very sleepy.';
const ADVICE = 'Tell your doctor that you take both.';
const answer = document.paths['/v1/check'].post.responses['200'].content['application/json'].schema;

/// A service whose one effect and one rule have words for the patient, as far as they are given.
async function withWords({ effect, advice }, use) {
  const directory = writeFewRules(mkdtempSync(path.join(tmpdir(), 'crosscheck-rules-')));
  const write = (file, rows, consumer) => {
    const place = path.join(directory, file);
    const content = JSON.parse(readFileSync(place, 'utf8'));
    if (consumer) content[rows][0].consumer = consumer;
    writeFileSync(place, JSON.stringify(content));
  };
  write('terminology/effects.json', 'effects', effect);
  write('baclofen/interactions.json', 'interactions', advice);
  const service = await new Service().start({ rulesDirectory: directory });
  try {
    await use(service);
  } finally {
    await service.stop();
    rmSync(directory, { recursive: true });
  }
}

const body = (audience) => JSON.stringify({ medications: ['baclofen', 'phenelzine'], audience });
async function check(service, audience, accept = 'application/json') {
  const answered = await fetch(`${service.url}/v1/check`,
    { method: 'POST', headers: { 'content-type': 'application/json', accept }, body: body(audience) });
  assert.equal(answered.status, 200);
  return accept === 'application/json' ? answered.json() : answered.text();
}
const words = ({ interactions: [{ wording, summary, effect_texts, management }] }) => ({ wording, summary, effect_texts, management });
const PROFESSIONAL = { wording: 'professional', summary: 'baclofen with phenelzine: CNS depression', effect_texts: ['CNS depression'],
  management: 'Take care.' };
const CONSUMER = { wording: 'consumer', summary: `baclofen with phenelzine: ${EFFECT}`, effect_texts: [EFFECT], management: ADVICE };

test('a consumer is told in plain words, and both in the same findings', async () => {
  await withWords({ effect: EFFECT, advice: ADVICE }, async (service) => {
    const professional = await check(service, 'professional');
    const consumer = await check(service, 'consumer');
    for (const report of [professional, consumer]) assert.deepEqual(schemaFaults(answer, report), []);
    assert.deepEqual(words(professional), PROFESSIONAL);
    assert.deepEqual(words(consumer), CONSUMER);
    assert.match(consumer.notice, /ask your doctor or pharmacist/);
    assert.doesNotMatch(professional.notice, /your doctor/);
    assert.equal(professional.interactions[0].rules[0].consumer, ADVICE);

    const same = ({ notice, interactions: [{ wording, summary, effect_texts, management, ...alert }], ...report }) => ({ alert, report });
    assert.deepEqual(same(consumer), same(professional));
    const asked = await fetch(`${service.url}/v1/check?medications=baclofen,phenelzine&audience=consumer`);
    assert.deepEqual(await asked.json(), consumer);

    const table = (await check(service, 'consumer', 'text/plain')).replace(/\s+/g, ' ');
    for (const sentence of [EFFECT, ADVICE]) assert.ok(table.includes(sentence), table);
    const rule = await (await fetch(`${service.url}/v1/rules/baclofen-phenelzine`)).json();
    assert.deepEqual([rule.consumer, rule.effects[0].consumer], [ADVICE, EFFECT]);
  });
});

for (const half of [{ effect: EFFECT }, { advice: ADVICE }, {}])
  test(`a consumer is told in professional words where the rules have only ${Object.keys(half)[0] ?? 'those'}`, async () => {
    await withWords(half, async (service) => assert.deepEqual(words(await check(service, 'consumer')), PROFESSIONAL));
  });

test('an audience that is none is refused in the query, too', async () => {
  await withWords({}, async (service) => {
    for (const query of ['audience=nurse', 'audience=consumer&audience=professional', 'audience=']) {
      const refused = await fetch(`${service.url}/v1/check?medications=baclofen&${query}`);
      assert.equal(refused.status, 422);
      assert.deepEqual((await refused.json()).errors.map(({ pointer }) => pointer), ['/audience'], query);
    }
  });
});
