// A small FHIR server on this machine, which can fail in every way.
import http from 'node:http';

const bundle = (resources, more = {}) => ({ resourceType: 'Bundle', type: 'searchset', entry: resources.map((resource) => ({ resource })), ...more });
const request = (id, text) => ({ resourceType: 'MedicationRequest', id, status: 'active', intent: 'order', subject: { reference: 'Patient/p' },
  medicationCodeableConcept: { text } });

export class FhirServer {
  asked = [];  // {path, authorization, …} of each question.
  #answers = {};
  #server;

  /// `answers` says for a type of resource what to answer instead: a function of (response, base, path).
  async start() {
    this.#server = http.createServer((question, response) => {
      const path = question.url.replace(/^.*?\/(fhir|R4)\//, '');
      this.asked.push({ path, headers: question.headers });
      const type = path.match(/^\w+/)?.[0];
      const answer = this.#answers[type] ?? USUAL[type] ?? ((to) => json(to, 404, { resourceType: 'OperationOutcome', issue: [] }));
      answer(response, this.base, path);
    });
    await new Promise((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return this;
  }

  get base() {
    return `http://127.0.0.1:${this.#server.address().port}/fhir`;
  }

  /// From now on, until called again.
  answer(answers = {}) {
    this.#answers = answers;
    this.asked = [];
  }

  stop() {
    this.#server.closeAllConnections();
    return new Promise((resolve) => this.#server.close(resolve));
  }
}

export function json(response, status, value, headers = {}) {
  response.writeHead(status, { 'content-type': 'application/fhir+json', ...headers }).end(typeof value === 'string' ? value : JSON.stringify(value));
}

const USUAL = {
  Patient: (response) => json(response, 200, { resourceType: 'Patient', id: 'p', birthDate: '1940-01-01' }),
  MedicationRequest: (response, base, path) => (path.includes('page=2') ? json(response, 200, bundle([request('m2', 'phenelzine')]))
    : json(response, 200, bundle([request('m1', 'diazepam')], { link: [{ relation: 'next', url: `${base}/MedicationRequest?page=2` }] }))),
  MedicationStatement: (response) => json(response, 200, bundle([])),
  Condition: (response) => json(response, 200, bundle([{ resourceType: 'Condition', id: 'c', clinicalStatus: { coding: [{ code: 'active' }] }, code: { text: 'renal impairment' } }])),
  AllergyIntolerance: (response) => json(response, 200, { resourceType: 'Bundle', type: 'searchset' }),
};
