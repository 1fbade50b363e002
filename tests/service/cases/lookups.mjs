// What the service says about its own knowledge, and that it fits together.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

import { get, report, target } from '../client.mjs';
import { contractFile } from '../contract.mjs';

const read = async (path) => {
  const answer = await get(path);
  assert.equal(answer.status, 200, `${path}: ${answer.body}`);
  return answer.json();
};
const search = async (text) => (await read(target('/v1/drugs', { search: text }))).drugs;

const SEARCHES = [
  ['baclofen', 'baclofen'], ['baclo', 'baclofen'], ['BACLO', 'baclofen'], ['liores', 'baclofen'], ['nard', 'phenelzine'],
  ['bacolfen', 'baclofen'],
];
for (const [text, key] of SEARCHES)
  test(`searching "${text}" finds ${key}`, async () => {
    const hits = await search(text);
    assert.ok(hits.some(({ ingredients }) => ingredients.length === 1 && ingredients[0].key === key), JSON.stringify(hits));
  });

test('a search says which name matched, and what is in a combination', async () => {
  const hit = (await search('sinemet')).find(({ matched }) => matched === 'Sinemet');
  assert.deepEqual(hit.ingredients.map(({ key }) => key), ['carbidopa', 'levodopa']);
});

test('a search gives at most twenty hits, no name twice, and none for nonsense', async () => {
  const names = (await search('a')).map(({ matched }) => matched);
  assert.ok(names.length > 0 && names.length <= 20);
  assert.deepEqual(names, [...new Set(names)]);
  assert.deepEqual(await search('xyzzyplugh qwrtp'), []);
});

for (const query of ['', '?search=', '?search=%20', '?serach=baclofen', '?search=a&limit=5'])
  test(`GET /v1/drugs${query} is refused`, async () => assert.equal((await get(`/v1/drugs${query}`)).status, 422));

for (const path of ['/v1/drugs/xyzzyplugh', '/v1/classes/xyzzyplugh', '/v1/rules/xyzzyplugh', '/v1/drugs/BACLOFEN',
  '/v1/drugs/%00', '/v1/drugs/..', '/v1/drugs/%2e%2e%2flivez', '/v1/rules/%FF', '/v1/drugs/baclofen%20'])
  test(`GET ${path} is not found`, async () => assert.equal((await get(path)).status, 404));

test('every drug of every class can be read, and names the class and the rules that name it', async () => {
  const rules = [];
  for (const { id } of (await read('/v1/rules')).rules) rules.push(await read(`/v1/rules/${id}`));
  const naming = (key) => rules.filter(({ participants }) => participants.some((one) => one.class === key)).map(({ id }) => id);
  const keys = new Set();
  for (const { key, members } of (await read('/v1/classes')).classes) {
    const found = await read(`/v1/classes/${key}`);
    assert.equal(found.members.length, members, key);
    assert.deepEqual(found.rules, naming(key), key);
    for (const member of found.members) {
      const drug = keys.has(member.key) ? null : await read(`/v1/drugs/${member.key}`);
      keys.add(member.key);
      if (drug) assert.deepEqual([drug.name, drug.covered], [member.name, member.covered]);
    }
  }
  assert.ok(keys.has('phenelzine'));
});

test('baclofen names its codes, brands, classes and rules', async () => {
  const { name, codings, brands, rules, covered } = await read('/v1/drugs/baclofen');
  assert.equal(name, 'baclofen');
  assert.equal(covered, true);
  for (const coding of [{ system: 'rxnorm', code: '1292' }, { system: 'atc', code: 'M03BX01' }])
    assert.ok(codings.some((one) => one.system === coding.system && one.code === coding.code), JSON.stringify(codings));
  assert.ok(brands.includes('Lioresal'));
  assert.ok(rules.includes('baclofen-maoi') && rules.includes('baclofen-renal-impairment'));
});

test('every rule can be read, and its participants and sources exist', async () => {
  const { sources } = await read('/v1/sources');
  const { rules } = await read('/v1/rules');
  assert.deepEqual(rules.map(({ id }) => id), [...new Set(rules.map(({ id }) => id))]);
  for (const { id, kind, severity, pack, participants } of rules) {
    const rule = await read(`/v1/rules/${id}`);
    const keys = rule.participants.map((participant) => participant.ingredient ?? participant.class);
    assert.deepEqual({ id: rule.id, kind: rule.kind, severity: rule.severity, pack: rule.pack, keys },
      { id, kind, severity, pack, keys: participants });
    for (const { ingredient, class: drugClass } of rule.participants)
      await read(ingredient ? `/v1/drugs/${ingredient}` : `/v1/classes/${drugClass}`);
    for (const { source, title, location } of rule.evidence) {
      const same = sources.find((one) => one.pack === pack && one.id === source);
      assert.deepEqual([same?.title, same?.location], [title, location], `${id}: ${source}`);
    }
  }
});

test('a rule\'s summary in the list says what it is about, not what to do', async () => {
  for (const { id, summary } of (await read('/v1/rules')).rules)
    assert.notEqual(summary, (await read(`/v1/rules/${id}`)).management, id);
});

test('/v1/knowledge counts what the lists hold, and names the rules of every answer', async () => {
  const knowledge = await read('/v1/knowledge');
  const { rules } = await read('/v1/rules');
  for (const { id, interactions, precautions } of knowledge.packs) {
    const count = (kind) => rules.filter((rule) => rule.pack === id && rule.kind === kind).length;
    assert.deepEqual([interactions, precautions], [count('interaction'), count('precaution')], id);
  }
  assert.equal(knowledge.classes, (await read('/v1/classes')).classes.length);
  const { version, digest, packs } = (await report({ medications: [] })).knowledge;
  assert.deepEqual({ version, digest, packs: packs.map(({ id }) => id) },
    { version: knowledge.version, digest: knowledge.digest, packs: knowledge.packs.map(({ id }) => id) });
});

test('/openapi.yaml is the contract of this checkout', async () => {
  assert.equal((await get('/openapi.yaml')).body, readFileSync(contractFile, 'utf8'));
});
