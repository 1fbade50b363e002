// openapi.yaml as a judge of answers, with a memory of what was seen.
import { readFileSync } from 'node:fs';
import path from 'node:path';

import Ajv from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { parse } from 'yaml';

import { checkout } from './places.mjs';

const METHODS = ['get', 'post', 'put', 'patch', 'delete', 'options', 'trace'];
export const contractFile = path.join(checkout, 'openapi.yaml');
export const document = parse(readFileSync(contractFile, 'utf8'));

const ajv = new Ajv({ strict: true, strictRequired: false, strictTypes: false, allErrors: true });
addFormats(ajv);
ajv.addSchema({ $id: 'contract', $defs: atHome(document.components.schemas) });

const validators = new Map();
const seen = new Set();

/// Follows $ref until there is none.
export function resolve(node) {
  while (node?.$ref) node = node.$ref.slice(2).split('/').reduce((place, name) => place[name], document);
  return node;
}

/// Every operation: {method, path, operation, pattern}.
export const operations = Object.entries(document.paths).flatMap(([path, item]) =>
  METHODS.filter((method) => item[method]).map((method) => ({
    method: method.toUpperCase(),
    path,
    operation: item[method],
    pattern: new RegExp(`^${path.replace(/[.$]/g, '\\$&').replace(/\{\w+\}/g, '[^/]+')}$`),
  })));

/// Why `value` does not fit the schema; empty if it does.
export function schemaFaults(schema, value) {
  if (!validators.has(schema)) validators.set(schema, ajv.compile(atHome(schema)));
  const validate = validators.get(schema);
  if (validate(value)) return [];
  return validate.errors.map(({ instancePath, message, params }) =>
    `${instancePath || '/'} ${message} ${JSON.stringify(params)}`);
}

/// Why this answer breaks the contract; empty if it keeps it.  `answer` is {status, headers, body}.
export function answerFaults(method, target, answer) {
  const pathname = target.split('?')[0];
  const here = operations.filter(({ pattern }) => pattern.test(pathname));
  const found = here.find((candidate) => candidate.method === (method === 'HEAD' ? 'GET' : method));
  if (found) {
    const response = resolve(found.operation.responses[answer.status]);
    if (!response) return [`${answer.status} is not documented for ${found.method} ${found.path}`];
    seen.add(`${found.method} ${found.path} ${answer.status}`);
    return responseFaults(response, method, answer);
  }
  const [status, name] = here.length ? [405, 'MethodNotAllowed'] : [404, 'NotFound'];
  if (answer.status !== status) return [`expected ${status}; found ${answer.status}`];
  const faults = responseFaults(document.components.responses[name], method, answer);
  return status === 405 ? [...faults, ...allowFaults(here, answer)] : faults;
}

/// Documented operation and status pairs that no answer has had so far.
export function unseen() {
  return operations.flatMap(({ method, path, operation }) =>
    Object.keys(operation.responses).map((status) => `${method} ${path} ${status}`)).filter((pair) => !seen.has(pair));
}

function responseFaults(response, method, { status, headers, body }) {
  const type = (headers['content-type'] ?? '').split(';')[0].trim();
  if (!response.content) return [...headerFaults(response, headers), ...(body.length || type ? ['a body is not documented'] : [])];
  const content = response.content[type];
  if (!content) return [`content type "${type}" is not documented for ${status}`];
  const faults = headerFaults(response, headers);
  if (method === 'HEAD') return body.length ? [...faults, 'HEAD was answered with a body'] : faults;
  const value = readBody(type, body);
  if (value === undefined) return [...faults, `the body is not ${type}: ${body.slice(0, 200)}`];
  if (value?.status !== undefined && type === 'application/problem+json' && value.status !== status)
    faults.push(`/status is ${value.status} in an answer with status ${status}`);
  return [...faults, ...schemaFaults(content.schema, value)];
}

function headerFaults(response, headers) {
  return Object.entries(response.headers ?? {}).flatMap(([name, reference]) => {
    const { schema, required } = resolve(reference);
    const value = headers[name.toLowerCase()];
    if (value === undefined) return required ? [`header ${name} is missing`] : [];
    return schemaFaults(schema, value).map((fault) => `header ${name}: ${fault}`);
  });
}

function allowFaults(here, { headers }) {
  const expected = here.flatMap(({ method }) => (method === 'GET' ? ['GET', 'HEAD'] : [method])).sort().join(', ');
  const found = (headers.allow ?? '').split(',').map((method) => method.trim()).sort().join(', ');
  return found === expected ? [] : [`Allow: expected ${expected}; found ${found}`];
}

function readBody(type, body) {
  if (type === 'application/x-ndjson' || !type.endsWith('json')) return body;
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

/// The schema with references that Ajv finds under the one schema it knows.
function atHome(schema) {
  return JSON.parse(JSON.stringify(schema).replaceAll('"#/components/schemas/', '"contract#/$defs/'));
}
