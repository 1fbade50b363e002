// The retired RxNav API: its forms, its slips, and that its answers are those of the native API.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { XMLParser, XMLValidator } from 'fast-xml-parser';

import { ask, get, report } from '../client.mjs';
import { Service } from '../service.mjs';

const LIST = '/REST/interaction/list.json?rxcuis=';
const DRUG = '/REST/interaction/interaction.json?rxcui=';
const BACLOFEN = '1292', LIORESAL_10 = '202109', PHENELZINE = '8123', SINEMET = '197443', IBUPROFEN = '5640', LEVOTHYROXINE = '10582', UNKNOWN = '999999999';
const QT = ['2393', '6813'];  // chlorpromazine and methadone

const LISTS = new Set(['sources', 'rxcuis', 'source', 'sourceVersion', 'fullInteractionTypeGroup', 'fullInteractionType',
  'interactionTypeGroup', 'interactionType', 'minConcept', 'interactionPair', 'interactionConcept', 'unknownRxcuis',
  'ambiguousRxcuis', 'notCoveredRxcuis', 'notCoveredConcept', 'partnersWithoutRxcui', 'rxnormId', 'ambiguousWith', 'candidate',
  'conceptGroup', 'conceptProperties']);
const parser = new XMLParser({ isArray: (name) => LISTS.has(name), parseTagValue: false, trimValues: false, ignoreDeclaration: true,
  processEntities: { maxTotalExpansions: 1e6 } });

/// The root of an XML text and its value, as JSON would have it.  Errors: it is not well-formed.
function readXml(text) {
  assert.equal(XMLValidator.validate(text), true, text.slice(0, 300));
  const [[root, value]] = Object.entries(parser.parse(text));
  return { root, value };
}

async function read(path, headers) {
  const { status, body } = await get(path, headers);
  assert.equal(status, 200, `${path}: ${body}`);
  return JSON.parse(body);
}

const types = (answer) => (answer.fullInteractionTypeGroup ?? []).flatMap((group) => group.fullInteractionType);
const ruleOf = (pair) => pair.interactionConcept[0].sourceConceptItem.url.replace('/v1/rules/', '');
const findings = (answer) => types(answer).flatMap(({ minConcept, interactionPair }) =>
  interactionPair.map((pair) => `${minConcept.map(({ rxcui }) => rxcui)} ${ruleOf(pair)}`));

test('rxnav: members stand in the order of the original', async () => {
  const answer = await read(`${LIST}${BACLOFEN}+${PHENELZINE}+${UNKNOWN}`);
  assert.deepEqual(Object.keys(answer), ['nlmDisclaimer', 'userInput', 'fullInteractionTypeGroup', 'unknownRxcuis']);
  assert.deepEqual(answer.userInput, { sources: [''], rxcuis: [BACLOFEN, PHENELZINE, UNKNOWN] });
  const [group, ...more] = answer.fullInteractionTypeGroup;
  assert.deepEqual(more, []);
  assert.deepEqual(Object.keys(group), ['sourceDisclaimer', 'sourceName', 'fullInteractionType']);
  const [type] = group.fullInteractionType;
  assert.deepEqual(Object.keys(type), ['comment', 'minConcept', 'interactionPair']);
  assert.match(type.comment, /^Drug1 \(rxcui = 1292, name = baclofen, tty = IN\)\. Drug2 \(rxcui = 8123, name = phenelzine, tty = IN\)\. /);
  const [pair] = type.interactionPair;
  assert.deepEqual(Object.keys(pair), ['interactionConcept', 'severity', 'description']);
  assert.deepEqual(pair.interactionConcept.map(({ minConceptItem }) => minConceptItem),
    [{ rxcui: '1292', name: 'baclofen', tty: 'IN' }, { rxcui: '8123', name: 'phenelzine', tty: 'IN' }]);
  assert.equal(pair.severity, 'high');
  assert.match(pair.description, /^baclofen with phenelzine: .*\. .* Severity: major\.$/);
  for (const { sourceConceptItem } of pair.interactionConcept) await read(sourceConceptItem.url);
});

test('rxnav: a product is named as it came, and resolved to its ingredients', async () => {
  const [type] = types(await read(`${LIST}${SINEMET}+${PHENELZINE}`));
  assert.deepEqual(type.minConcept[0], { rxcui: SINEMET, name: 'carbidopa / levodopa', tty: 'SCD' });
  assert.deepEqual(type.interactionPair[0].interactionConcept.map(({ minConceptItem: { name } }) => name), ['levodopa', 'phenelzine']);
});

test('rxnav: the worst comes first, and only contraindicated and major are high', async () => {
  const pairs = types(await read(`${LIST}${BACLOFEN}+${IBUPROFEN}+${PHENELZINE}+${SINEMET}`)).map(({ interactionPair }) => interactionPair[0]);
  const severities = pairs.map(({ description }) => /Severity: (\w+)\.$/.exec(description)[1]);
  const order = ['contraindicated', 'major', 'moderate', 'minor'];
  assert.ok(new Set(severities).size >= 3, severities.join());
  assert.deepEqual(severities, [...severities].sort((x, y) => order.indexOf(x) - order.indexOf(y)));
  for (const [i, { severity }] of pairs.entries())
    assert.equal(severity, ['contraindicated', 'major'].includes(severities[i]) ? 'high' : 'N/A');
});

const SLIPS = ['1292+8123', '1292%208123', '1292%2B8123', '1292,8123', '1292%2C8123', '1292+8123+', '+1292++8123', '1292,+8123,', '1292+8123+1292',
  '1292&rxcuis=8123', '1292%098123'];
for (const slip of SLIPS)
  test(`rxnav: rxcuis=${slip} is a list of two`, async () => {
    const answer = await read(LIST + slip);
    assert.deepEqual(findings(answer), ['1292,8123 baclofen-maoi']);
    assert.deepEqual([...new Set(answer.userInput.rxcuis)], ['1292', '8123']);
    assert.equal(answer.unknownRxcuis, undefined);
  });

for (const query of ['RXCUIS=1292+8123', 'rxCuis=1292+8123', 'rxcuis=1292+8123&sources=ONCHigh', 'rxcuis=1292+8123&values=DrugBank%2BONCHigh', 'rxcuis=1292+8123&scope=2&x='])
  test(`rxnav: ?${query} is understood, and no source leaves a finding out`, async () => {
    const answer = await read(`/REST/interaction/list.json?${query}`);
    assert.deepEqual(findings(answer), ['1292,8123 baclofen-maoi']);
    const sources = { 'sources=ONCHigh': ['ONCHigh'], 'values=DrugBank%2BONCHigh': ['DrugBank', 'ONCHigh'] }[query.split('&')[1]] ?? [''];
    assert.deepEqual(answer.userInput.sources, sources);
  });

test('rxnav: no finding is no group, and a group without members where that is set', async () => {
  const other = await new Service().start({ flags: ['--rxnav-empty-groups', 'true'] });
  try {
    for (const [path, group] of [[`${LIST}${BACLOFEN}`, 'fullInteractionTypeGroup'], [`${LIST}${BACLOFEN}+161`, 'fullInteractionTypeGroup'], [`${DRUG}${LEVOTHYROXINE}`, 'interactionTypeGroup']]) {
      assert.equal((await read(path))[group], undefined, path);
      assert.deepEqual((await (await fetch(other.url + path)).json())[group], [], path);
    }
  } finally {
    await other.stop();
  }
});

test('rxnav: an unknown id is named, in the answer, in its first words and in a header', async () => {
  for (const unknown of [UNKNOWN, 'null', '01292', '1292a', 'constructor', '%3Cb%3E']) {
    const answer = await get(`${LIST}${BACLOFEN}+${unknown}+${PHENELZINE}`);
    const { unknownRxcuis, nlmDisclaimer, fullInteractionTypeGroup } = answer.json();
    assert.deepEqual(unknownRxcuis, [decodeURIComponent(unknown)]);
    assert.ok(nlmDisclaimer.startsWith(`NOT CHECKED, not known: RxCUI ${decodeURIComponent(unknown)}.`), nlmDisclaimer);
    assert.equal(answer.headers['x-unknown-rxcuis'], decodeURIComponent(unknown).replace(/\W/g, '_'));
    assert.equal(fullInteractionTypeGroup.length, 1);
  }
});

test('rxnav: a drug of which no rule speaks is named, too', async () => {
  const answer = await get(`${LIST}${SINEMET}+${BACLOFEN}`);
  assert.equal(answer.headers['x-not-covered-rxcuis'], SINEMET);
  assert.deepEqual(answer.json().notCoveredConcept, [{ rxcui: '2019', name: 'carbidopa', tty: 'IN' }]);
});

const REFUSED = [
  ['list', 'no id', '', 400], ['list', 'blank ids', '?rxcuis=+,+', 400], ['list', 'the other name', '?rxcui=1292', 400],
  ['list', 'more than 50 ids', `?rxcuis=${Array.from({ length: 51 }, (_, i) => i + 1).join('+')}`, 400],
  ['list', 'only unknown ids', `?rxcuis=${UNKNOWN}+999999998`, 404],
  ['interaction', 'no id', '', 400], ['interaction', 'two ids', '?rxcui=1292+8123', 400], ['interaction', 'an unknown id', `?rxcui=${UNKNOWN}`, 404],
];
const NAMES = [['rxcui', 'no name', '', 400], ['rxcui', 'a blank name', '?name=+', 400], ['drugs', 'no name', '', 400], ['drugs', 'a long name', `?name=${'a'.repeat(1001)}`, 400],
  ['approximateTerm', 'no term', '', 400], ...['0', '101', '-1', '3x', '1e1'].map((most) => ['approximateTerm', `maxEntries=${most}`, `?term=baclofen&maxEntries=${most}`, 400])];
for (const [path, what, query, status] of [...REFUSED.map(([name, ...rest]) => [`/REST/interaction/${name}`, ...rest]), ...NAMES.map(([name, ...rest]) => [`/REST/${name}`, ...rest])])
  test(`rxnav: ${path} with ${what} is refused with ${status}, in the form that was asked for`, async () => {
    const json = await get(`${path}.json${query}`);
    assert.equal(json.status, status);
    for (const suffix of ['.xml', '']) {
      const xml = await get(path + suffix + query);
      assert.equal(xml.status, status);
      const { root, value } = readXml(xml.body);
      assert.deepEqual([root, value.status, value.detail], ['problem', String(status), json.json().detail]);
    }
    assert.equal((await get(path + query, { accept: 'application/json' })).body, json.body);
    assert.equal((await ask('HEAD', `${path}.json${query}`)).status, status);
  });

test('rxnav: fifty ids are answered', async () => {
  const ids = [BACLOFEN, PHENELZINE, ...Array.from({ length: 48 }, (_, i) => 900000000 + i)];
  assert.deepEqual(findings(await read(LIST + ids.join('+'))), ['1292,8123 baclofen-maoi']);
});

const ACCEPTS = [['application/json', 'json'], ['application/json, text/plain, */*', 'json'], ['application/json;q=0.9, application/xml;q=0.8', 'json'],
  ['application/xml', 'xml'], ['application/xml, application/json', 'xml'], ['application/json;q=0.5, application/xml', 'xml'], ['*/*', 'xml'], ['text/html', 'xml'],
  ['application/json;q=0', 'xml'], ['text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', 'xml']];
for (const [accept, form] of ACCEPTS)
  test(`rxnav: Accept: ${accept} gives ${form} without a suffix, and nothing else with one`, async () => {
    const path = '/REST/interaction/list';
    const query = '?rxcuis=1292+8123';
    assert.equal((await get(path + query, { accept })).headers['content-type'].split(';')[0], `application/${form}`);
    for (const suffix of ['json', 'xml'])
      assert.equal((await get(`${path}.${suffix}${query}`, { accept })).headers['content-type'].split(';')[0], `application/${suffix}`);
  });

const SAME = [
  ['interaction/list', `?rxcuis=${BACLOFEN}+${PHENELZINE}+${SINEMET}+${UNKNOWN}`, 'interactiondata'],
  ['interaction/list', `?rxcuis=${BACLOFEN}+%3Cb%3E%26%22'`, 'interactiondata'],
  ['interaction/list', `?rxcuis=${BACLOFEN}&sources=a%26b`, 'interactiondata'],
  ['interaction/interaction', `?rxcui=${SINEMET}`, 'interactiondata'],
  ['interaction/sources', '', 'interactiondata'],
  ['interaction/version', '', 'interactiondata'],
  ['rxcui', '?name=Lioresal', 'rxnormdata'],
  ['rxcui', '?name=%3C%26%3E+xyzzyplugh', 'rxnormdata'],
  ['rxcui', '?name=unisom', 'rxnormdata'],
  ['approximateTerm', '?term=baclofne', 'rxnormdata'],
  ['drugs', '?name=Sinemet', 'rxnormdata'],
];
for (const [path, query, name] of SAME)
  test(`rxnav: ${path}${query} says the same in XML and JSON, member for member`, async () => {
    const { root, value } = readXml((await get(`/REST/${path}.xml${query}`)).body);
    assert.equal(root, name);
    assert.deepEqual(value, await read(`/REST/${path}.json${query}`));
  });

test('rxnav: what XML cannot hold does not break it', async () => {
  const { value } = readXml((await get(`/REST/rxcui.xml?name=a%01%1F%EF%BF%BEb%FF`)).body);
  assert.equal(value.idGroup.name, 'a\uFFFD\uFFFD\uFFFDb\uFFFD');
});

test('rxnav: pages of named origins may read an answer, and what it was not about', async () => {
  const other = await new Service().start({ flags: ['--cors-origins', 'https://ehr.example'] });
  try {
    const { headers } = await fetch(`${other.url}${LIST}${BACLOFEN}+${UNKNOWN}`, { headers: { origin: 'https://ehr.example' } });
    assert.equal(headers.get('access-control-allow-origin'), 'https://ehr.example');
    assert.match(headers.get('access-control-expose-headers'), /X-Unknown-Rxcuis/);
    assert.equal(headers.get('x-unknown-rxcuis'), UNKNOWN);
  } finally {
    await other.stop();
  }
});

for (const list of [[BACLOFEN, PHENELZINE], [LIORESAL_10, SINEMET, PHENELZINE, '41493'], [BACLOFEN, '3322', '7052', '161'], QT, [...QT, '703', BACLOFEN], ['6448', IBUPROFEN]])
  test(`rxnav: ${list.join('+')} has the findings of POST /v1/check`, async () => {
    const medications = list.map((value) => ({ code: { system: 'rxnorm', value } }));
    const native = await report({ medications });
    const ids = (positions) => positions.map((position) => list[position]).join();
    const expected = [
      ...native.interactions.flatMap(({ medications: positions, rules: met }) => met.map(({ id }) => `${ids(positions)} ${id}`)),
      ...native.cumulative_effects.map(({ medications: positions, rule }) => `${ids(positions)} ${rule}`)];
    assert.ok(expected.length > 0);
    assert.deepEqual([...new Set(findings(await read(LIST + list.join('+'))))].sort(), expected.sort());
  });

test('rxnav: one drug: it stands first in each pair, and each pair is found in the list of both', async () => {
  const { interactionTypeGroup: [{ interactionType: [type, ...more] }], userInput, partnersWithoutRxcui } = await read(DRUG + LIORESAL_10);
  assert.deepEqual(more, []);
  assert.deepEqual(userInput, { sources: [''], rxcui: LIORESAL_10 });
  assert.deepEqual(type.minConceptItem, { rxcui: LIORESAL_10, name: 'baclofen', tty: 'SCD' });
  assert.ok(partnersWithoutRxcui.length > 0);
  const byPartner = new Map();
  for (const pair of type.interactionPair) {
    assert.equal(pair.interactionConcept[0].minConceptItem.rxcui, BACLOFEN);
    const { rxcui } = pair.interactionConcept[1].minConceptItem;
    byPartner.set(rxcui, [...(byPartner.get(rxcui) ?? []), ruleOf(pair)]);
  }
  assert.ok(byPartner.get(PHENELZINE)?.includes('baclofen-maoi'));
  for (const [partner, expected] of [...byPartner].filter((_, i) => i % 25 === 0)) {
    const found = types(await read(`${LIST}${LIORESAL_10}+${partner}`)).flatMap(({ interactionPair }) => interactionPair.map(ruleOf));
    assert.deepEqual(found, expected, partner);
  }
});

test('rxnav: a combination has its ingredients one by one, and none is its own partner', async () => {
  const { interactionTypeGroup: [{ interactionType }] } = await read(DRUG + SINEMET);
  for (const { minConceptItem, interactionPair } of interactionType) {
    assert.equal(minConceptItem.rxcui, SINEMET);
    for (const { interactionConcept: [, other] } of interactionPair)
      assert.ok(!['levodopa', 'carbidopa'].includes(other.minConceptItem.name));
  }
});

for (const [name, rxcui] of [['baclofen', '1292'], ['Lioresal', '1292'], ['LIORESAL 10 mg tablet', '1292'], ['Nardil', '8123'], ['sinemet', SINEMET], ['paracetamol', '161']])
  test(`rxnav: the RxCUI of ${name} is ${rxcui}`, async () => {
    assert.deepEqual((await read(`/REST/rxcui.json?name=${encodeURIComponent(name)}&search=2`)).idGroup, { name, rxnormId: [rxcui] });
  });

for (const name of ['xyzzyplugh', 'baclofne', 'baclofen and phenelzine', 'unisom'])
  test(`rxnav: "${name}" has no RxCUI, as it is no one thing for sure`, async () => {
    assert.equal((await read(`/REST/rxcui.json?name=${encodeURIComponent(name)}`)).idGroup.rxnormId, undefined);
  });

test('rxnav: near names are found, best first, as many as asked for', async () => {
  const candidates = async (query) => (await read(`/REST/approximateTerm.json?${query}`)).approximateGroup.candidate;
  assert.equal((await candidates('term=baclofne'))[0].rxcui, '1292');
  assert.deepEqual((await candidates('term=lioresal+10+mg+tablet'))[0], { rxcui: '1292', score: '100', rank: '1', name: 'baclofen' });
  const three = await candidates('term=insul&maxEntries=3');
  assert.deepEqual(three.map(({ rank }) => rank), ['1', '2', '3']);
  const scores = three.map(({ score }) => Number(score));
  assert.deepEqual(scores, [...scores].sort((x, y) => y - x));
  assert.equal(await candidates('term=qqqqqqqq'), undefined);
});

test('rxnav: the products of a name lead to its ingredients, and those with nothing else come first', async () => {
  const { conceptGroup } = (await read('/REST/drugs.json?name=Sinemet')).drugGroup;
  assert.deepEqual(conceptGroup.map(({ tty }) => tty), ['SCD']);
  assert.equal(conceptGroup[0].conceptProperties[0].name, 'carbidopa / levodopa');
  const baclofen = (await read('/REST/drugs.json?name=baclofen')).drugGroup.conceptGroup;
  assert.deepEqual(baclofen[0], { tty: 'IN', conceptProperties: [{ rxcui: '1292', name: 'baclofen', tty: 'IN', language: 'ENG', suppress: 'N' }] });
  assert.ok(baclofen[1].conceptProperties.some(({ rxcui, synonym }) => rxcui === LIORESAL_10 && synonym.includes('Lioresal')));
  assert.equal((await read('/REST/drugs.json?name=xyzzyplugh')).drugGroup.conceptGroup, undefined);
});

test('rxnav: the version is that of the rules', async () => {
  const { version, packs } = await read('/v1/knowledge');
  assert.deepEqual((await read('/REST/interaction/version.json')).sourceVersionList.sourceVersion,
    [`crosscheck ${version}`, ...packs.map((pack) => `${pack.id} ${pack.version}`)]);
  assert.deepEqual((await read('/REST/interaction/sources.json')).sourceList, { source: ['crosscheck'] });
});
