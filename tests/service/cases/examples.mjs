// Every example of openapi.yaml: it fits its schema, and the running service takes it.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { ask, target } from '../client.mjs';
import { document, operations, resolve, schemaFaults } from '../contract.mjs';

/// Everything with a schema and examples below a node: [{place, schema, examples}].
function withExamples(node, place = '#') {
  if (node === null || typeof node !== 'object') return [];
  const here = node.schema && node.examples ? [{ place, schema: node.schema, examples: node.examples }] : [];
  return [...here, ...Object.entries(node).flatMap(([name, child]) =>
    name === 'examples' ? [] : withExamples(child, `${place}/${name}`))];
}

test('every example in openapi.yaml fits the schema beside it', () => {
  const faults = withExamples(document).flatMap(({ place, schema, examples }) =>
    Object.entries(examples).flatMap(([name, example]) =>
      schemaFaults(schema, resolve(example).value).map((fault) => `${place}/${name}: ${fault}`)));
  assert.deepEqual(faults, []);
});

test('every parameter, body and answer in openapi.yaml has an example', () => {
  const lacking = operations.flatMap(({ method, path, operation }) => {
    const parameters = (operation.parameters ?? []).map((parameter) => [parameter.name, parameter]);
    const bodies = Object.entries(operation.requestBody?.content ?? {});
    const answers = Object.values(operation.responses).flatMap((response) => Object.entries(resolve(response).content ?? {}));
    return [...parameters, ...bodies, ...answers].filter(([, { examples }]) => !examples)
      .map(([name]) => `${method} ${path} ${name}`);
  });
  assert.deepEqual(lacking, []);
});

/// One request for each example of each parameter; other required parameters take their first example.
function parameterRequests(parameters) {
  const first = (parameter) => [parameter, Object.values(parameter.examples)[0].value];
  const required = parameters.filter((parameter) => parameter.required);
  if (!parameters.length) return [[]];
  return parameters.flatMap((parameter) => Object.values(parameter.examples).map(({ value }) =>
    [...required.filter((other) => other !== parameter).map(first), [parameter, value]]));
}

function address(path, values) {
  const query = {};
  for (const [{ name, in: where }, value] of values) {
    if (where === 'path') path = path.replace(`{${name}}`, encodeURIComponent(value));
    else query[name] = value;
  }
  return target(path, query);
}

for (const { method, path, operation } of operations) {
  const [type, content] = Object.entries(operation.requestBody?.content ?? { none: { examples: { none: {} } } })[0];
  const bodies = Object.values(content.examples);
  const types = Object.keys(resolve(operation.responses[200]).content);
  test(`${method} ${path} takes its examples`, async () => {
    for (const values of parameterRequests(operation.parameters ?? []))
      for (const { value } of bodies)
        for (const accept of types) {
          const sent = value === undefined ? {} : { 'content-type': type };
          const body = typeof value === 'object' ? JSON.stringify(value) : value;
          const { status, headers, body: text } = await ask(method, address(path, values), { headers: { accept, ...sent }, body });
          assert.equal(status, 200, text);
          assert.equal(headers['content-type'].split(';')[0], accept);
        }
  });
}

test('POST /v1/check finds what the example with the same name says', async () => {
  const { requestBody, responses } = document.paths['/v1/check'].post;
  const questions = requestBody.content['application/json'].examples;
  for (const [name, reference] of Object.entries(responses[200].content['application/json'].examples)) {
    const headers = { 'content-type': 'application/json' };
    const answer = await ask('POST', '/v1/check', { headers, body: JSON.stringify(questions[name].value) });
    const [found, promised] = [essence(answer.json()), essence(resolve(reference).value)];
    const missing = promised.findings.filter((finding) => !found.findings.includes(finding));
    assert.deepEqual({ ...found, findings: missing }, { ...promised, findings: [] }, name);
  }
});

/// What of a report must not change without its example.  Wording may, and new rules may find more.
function essence({ complete, interactions, precautions, medications, not_checked, not_covered }) {
  return {
    complete, not_covered,
    medications: medications.map(({ recognised, ingredients }) => ({ recognised, ingredients })),
    not_checked: not_checked.map(({ position, text, reason }) => ({ position, text, reason })),
    findings: [...interactions, ...precautions].flatMap(({ severity, medications: positions, rules }) =>
      rules.map(({ id }) => `${severity} ${positions.join()} ${id}`)),
  };
}
