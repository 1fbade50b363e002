// The one way for tests to ask the service: every answer is held against openapi.yaml.
import assert from 'node:assert/strict';
import http from 'node:http';

import { answerFaults } from './contract.mjs';
import { FeedbackFile } from './feedback_file.mjs';
import { Service } from './service.mjs';

/// The instance that all cases share.
export const service = new Service();
/// Where it keeps feedback.
export const feedbackFile = new FeedbackFile();

const SECONDS = 10;

/// Sends one request; resolves to {status, headers, body, json()}.
/// Errors: no answer in ten seconds, or one that breaks the contract.
export async function ask(method, target, { headers = {}, body } = {}) {
  const answer = await send(method, target, headers, body);
  const faults = answerFaults(method, target, answer);
  assert.deepEqual(faults, [], `${method} ${target} → ${answer.status} breaks openapi.yaml`);
  return answer;
}

export const get = (target, headers = {}) => ask('GET', target, { headers });

/// Posts a question, given as a value; resolves like ask().
export function post(question, headers = {}) {
  return postText(JSON.stringify(question), headers);
}

/// Posts a body as it is, text or bytes.
export function postText(body, headers = {}) {
  return ask('POST', '/v1/check', { headers: { 'content-type': 'application/json', ...headers }, body });
}

/// The report on a question; anything but 200 is a failure.
export async function report(question) {
  const answer = await post(question);
  assert.equal(answer.status, 200, answer.body);
  return answer.json();
}

/// "/v1/check?medications=a%2Cb", each value of an array on its own.
export function target(path, query) {
  const pairs = Object.entries(query).flatMap(([name, value]) => [value].flat().map((one) => [name, one]));
  return pairs.length ? `${path}?${new URLSearchParams(pairs)}` : path;
}

function send(method, path, headers, body) {
  return new Promise((resolve, reject) => {
    const bytes = body === undefined ? undefined : Buffer.from(body);
    const length = bytes ? { 'content-length': bytes.length } : {};
    const options = { host: '127.0.0.1', port: service.port, method, path, agent: false, headers: { ...length, ...headers } };
    const request = http.request(options, (response) => {
      const chunks = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        try {
          resolve(asAnswer(response, Buffer.concat(chunks)));
        } catch (error) {
          reject(new Error(`${method} ${path} → ${response.statusCode}: the body is not UTF-8`, { cause: error }));
        }
      });
    });
    request.setTimeout(SECONDS * 1000, () => request.destroy(new Error(`${method} ${path}: no answer in ${SECONDS} s`)));
    request.on('error', reject);
    request.end(bytes);
  });
}

function asAnswer({ statusCode, headers }, bytes) {
  const body = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);  // Errors: it is no UTF-8.
  return { status: statusCode, headers, body, json: () => JSON.parse(body) };
}
