// Drives the running service from outside: node --test service_test.mjs
import assert from 'node:assert/strict';
import { after, before } from 'node:test';

import { feedbackFile, service } from './client.mjs';

import './cases/examples.mjs';
import './cases/findings.mjs';
import './cases/operation.mjs';
import './cases/patients.mjs';
import './cases/unchecked.mjs';
import './cases/severities.mjs';
import './cases/reload.mjs';
import './cases/expiry.mjs';
import './cases/signatures.mjs';
import './cases/renderings.mjs';
import './cases/entrances.mjs';
import './cases/dialects.mjs';
import './cases/audiences.mjs';
import './cases/local_policy.mjs';
import './cases/lookups.mjs';
import './cases/rule_pages.mjs';
import './cases/docs.mjs';
import './cases/methods.mjs';
import './cases/bodies.mjs';
import './cases/questions.mjs';
import './cases/queries.mjs';
import './cases/cds.mjs';
import './cases/ehr.mjs';
import './cases/sandbox.mjs';
import './cases/openmrs.mjs';
import './cases/batch.mjs';
import './cases/fhir.mjs';
import './cases/drug_shapes.mjs';
import './cases/front.mjs';
import './cases/heads.mjs';
import './cases/connections.mjs';
import './cases/json_suite.mjs';
import './cases/naughty_strings.mjs';
import './cases/bundles.mjs';
import './cases/feedback.mjs';
import './cases/kill_rounds.mjs';
import './cases/cds_clients.mjs';
import './cases/privacy.mjs';
import './cases/canary.mjs';
import './cases/keys.mjs';
import './cases/refusals.mjs';
import './cases/cross_origin.mjs';
import './cases/page.mjs';
import './cases/rates.mjs';
import './cases/lifecycle.mjs';
import './cases/caching.mjs';
import './cases/compression.mjs';
import './cases/supervised.mjs';
import './cases/proxy.mjs';
import './cases/command_line.mjs';
import './cases/readme.mjs';
import './cases/rxnav.mjs';
import './cases/rxnav_clients.mjs';
import './cases/coverage.mjs';  // Last: it asks what the others have seen.

before(() => service.start({ flags: ['--feedback-db', feedbackFile.path] }));
after(async () => {
  const end = await service.stop();
  feedbackFile.remove();
  assert.deepEqual(end, { code: 0, signal: null }, service.log);
});
