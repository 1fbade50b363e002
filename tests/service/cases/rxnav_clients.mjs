// Clients of RxNav, as they were written for it: only the host has changed.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { after, before, test } from 'node:test';

import { XMLParser } from 'fast-xml-parser';

import { get, service } from '../client.mjs';

const require = createRequire(import.meta.url);
const RXNAV = 'https://rxnav.nlm.nih.gov';

// The npm package rxnav-api has the host in its source; its own HTTP library changes it.
const { RxnavApi } = require('rxnav-api');
const axios = createRequire(require.resolve('rxnav-api'))('axios');
let interceptor;
before(() => {
  interceptor = axios.interceptors.request.use((config) => {
    assert.ok(config.url.startsWith(RXNAV), config.url);
    return { ...config, url: config.url.replace(RXNAV, service.url), proxy: false };
  });
});
after(() => axios.interceptors.request.eject(interceptor));

test('rxnav-api: sources and version', async () => {
  const api = new RxnavApi().json().drugInteractionApi();
  assert.deepEqual((await api.sources()).sourceList.source, ['crosscheck']);
  assert.match((await api.version()).sourceVersionList.sourceVersion[0], /^crosscheck \d/);
});

test('rxnav-api: the interactions of a list and of a drug, with and without sources', async () => {
  const api = new RxnavApi().json().drugInteractionApi();
  for (const sources of [undefined, ['ONCHigh', 'DrugBank']]) {
    const { fullInteractionTypeGroup: [group], userInput } = await api.interactionsBetweenDrugs(['1292', '8123'], sources);
    assert.equal(group.fullInteractionType[0].interactionPair[0].severity, 'high');
    assert.deepEqual(userInput, { sources: sources ?? [''], rxcuis: ['1292', '8123'] });
  }
  const { interactionTypeGroup: [{ interactionType: [type] }], userInput } = await api.interaction('1292', ['DrugBank', 'ONCHigh']);
  assert.deepEqual(userInput, { sources: ['DrugBank', 'ONCHigh'], rxcui: '1292' });
  assert.ok(type.interactionPair.some((pair) => pair.interactionConcept[1].minConceptItem.name === 'phenelzine'));
});

test('rxnav-api: names, and XML', async () => {
  const api = new RxnavApi().json().rxnorm();
  assert.equal((await api.approximateTerm({ term: 'baclofne', maxEntries: 4 })).approximateGroup.candidate[0].rxcui, '1292');
  assert.equal((await api.drugs('baclofen')).drugGroup.conceptGroup[0].conceptProperties[0].rxcui, '1292');
  assert.match(await new RxnavApi().xml().drugInteractionApi().sources(), /^<\?xml .*<interactiondata>/);
});

test('rxnav-api: a list that could not be checked is an error, not an answer', async () => {
  const api = new RxnavApi().json().drugInteractionApi();
  await assert.rejects(api.interactionsBetweenDrugs(['999999999']), ({ response }) => response.status === 404);
});

/// What OpenEMR's page prints: the first group only, and of each entry the first pair only.
async function openEmrRows(rxcuis) {
  const { body } = await get(`/REST/interaction/list.json?rxcuis=${rxcuis.join('+')}`);
  const types = JSON.parse(body).fullInteractionTypeGroup?.[0]?.fullInteractionType ?? [];
  return types.map(({ comment, minConcept, interactionPair }) =>
    [comment, minConcept[0].name, minConcept[1].name, interactionPair[0].severity, interactionPair[0].description]);
}

test('OpenEMR shows every interaction, and says that there is none only where nothing was found', async () => {
  const rows = await openEmrRows(['197391', '8123', '197443']);
  assert.deepEqual(rows.map(([, one, other, severity]) => [one, other, severity]), [
    ['phenelzine', 'carbidopa / levodopa', 'high'], ['baclofen', 'phenelzine', 'high'], ['baclofen', 'carbidopa / levodopa', 'N/A']]);
  for (const row of rows.flat()) assert.ok(row.length > 0);
  assert.deepEqual(await openEmrRows(['1292', '161']), []);
});

test('OpenEMR: drugs that it has no RxCUI for leave gaps, and a list that is none finds nothing', async () => {
  for (const gaps of [['', '197391', '8123'], ['197391', '', '8123'], ['197391', '8123', ''], ['197391', '8123', '197391']])
    assert.deepEqual((await openEmrRows(gaps)).map(([, one, other]) => [one, other]).at(0), ['baclofen', 'phenelzine']);
  assert.equal((await get('/REST/interaction/list.json?rxcuis=Array')).status, 404);  // What PHP makes of a list that was not joined.
});

/// RxNav.jl asks for XML and follows a path of elements, whatever lies around them.
async function juliaPairs(path, ...names) {
  const parser = new XMLParser({ isArray: () => true, parseTagValue: false, ignoreDeclaration: true });
  let nodes = [parser.parse((await get(path)).body)];
  for (const name of ['interactiondata', ...names]) nodes = nodes.flatMap((node) => node[name] ?? []);
  return nodes.map((pair) => {
    const [drug1, drug2] = pair.interactionConcept.map(({ minConceptItem: [{ name }] }) => name[0]);
    return { drug1, drug2, severity: pair.severity[0], description: pair.description[0] };
  });
}

test('RxNav.jl finds the pairs of a list and of a drug', async () => {
  const [within, ...more] = await juliaPairs('/REST/interaction/list?rxcuis=1292+8123', 'fullInteractionTypeGroup', 'fullInteractionType', 'interactionPair');
  assert.deepEqual(more, []);
  assert.deepEqual([within.drug1, within.drug2, within.severity], ['baclofen', 'phenelzine', 'high']);
  const of = await juliaPairs('/REST/interaction/interaction?rxcui=1292&sources=ONCHigh', 'interactionTypeGroup', 'interactionType', 'interactionPair');
  assert.deepEqual(of.find(({ drug2 }) => drug2 === 'phenelzine'), within);
});

/// The texts at "//a/b/c": the path may begin anywhere.
async function juliaTexts(path, ...names) {
  const parser = new XMLParser({ isArray: () => true, parseTagValue: false, ignoreDeclaration: true });
  const inside = (node) => (Array.isArray(node) ? node.flatMap(inside) : typeof node === 'object' ? [node, ...Object.values(node).flatMap(inside)] : []);
  let nodes = inside(parser.parse((await get(path)).body));
  for (const name of names) nodes = nodes.flatMap((node) => node[name] ?? []);
  return nodes;
}

test('RxNav.jl finds sources, versions, the code of a name and the names of a drug', async () => {
  assert.deepEqual(await juliaTexts('/REST/interaction/sources', 'sourceList', 'source'), ['crosscheck']);
  assert.match((await juliaTexts('/REST/interaction/version', 'sourceVersionList', 'sourceVersion'))[0], /^crosscheck \d/);
  assert.deepEqual(await juliaTexts('/REST/rxcui?name=baclofen', 'rxnormId'), ['1292']);
  assert.equal((await juliaTexts('/REST/drugs?name=baclofen', 'conceptGroup', 'conceptProperties', 'name'))[0], 'baclofen');
  const concepts = await juliaTexts('/REST/interaction/interaction?rxcui=1292', 'interactionTypeGroup', 'interactionType', 'minConceptItem', 'name');
  assert.deepEqual(concepts, ['baclofen']);
});

test('a client that goes from names to codes to interactions finds what the names give', async () => {
  const json = async (path) => (await get(path)).json();
  const ids = [];
  for (const name of ['Lioresal', 'Nardil']) ids.push((await json(`/REST/rxcui.json?name=${name}&search=1`)).idGroup.rxnormId[0]);
  const { fullInteractionTypeGroup } = await json(`/REST/interaction/list.json?rxcuis=${ids.join('+')}`);
  assert.equal(fullInteractionTypeGroup[0].fullInteractionType[0].interactionPair[0].severity, 'high');
});
