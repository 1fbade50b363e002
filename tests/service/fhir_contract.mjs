// What keeps to FHIR R4, by the profiles that the validator carries: it asks no network.
import assert from 'node:assert/strict';

import fhir from 'fhir/fhir.js';

const validator = new fhir.Fhir();

/// Fails on everything about a resource that R4 does not allow.
export function assertR4(resource) {
  const { messages } = validator.validate(resource, { errorOnUnexpected: true });
  assert.deepEqual(messages.filter(({ severity }) => severity === 'error' || severity === 'fatal'), []);
}
