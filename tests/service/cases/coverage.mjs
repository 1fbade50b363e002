// Runs last: whatever openapi.yaml documents has been seen.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { unseen } from '../contract.mjs';

test('every documented operation and status was seen', () => assert.deepEqual(unseen(), []));
