// What a patient takes is no business of the log.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

import { get, post, postText, service } from '../client.mjs';

const CANARY = 'zanzibarol';
const DRUG = 'baclofen';

test('no name, code, condition or id gets into the log', async () => {
  const coding = { system: CANARY, value: CANARY, display: CANARY };
  await post({ medications: [CANARY, DRUG, { text: DRUG, id: CANARY, route: CANARY, code: coding }],
    patient: { age_years: 70, conditions: [CANARY], allergies: [CANARY, DRUG] } });
  await post({ medications: [{ text: 5, [CANARY]: CANARY }], [CANARY]: CANARY });
  await postText(`{"medications":["${CANARY}" "${DRUG}"]}`);
  await get(`/v1/check?medications=${CANARY},${DRUG}`);
  await get(`/v1/check?medications=${DRUG}&${CANARY}=${CANARY}`);
  await get(`/v1/drugs?search=${CANARY}`);
  await get(`/${CANARY}?medications=${DRUG}`);
  await get(`/v1/drugs/${CANARY}`, { 'x-request-id': CANARY, 'user-agent': CANARY, referer: CANARY });
  await new Promise((resolve) => setTimeout(resolve, 200));
  assert.doesNotMatch(service.log, new RegExp(CANARY, 'i'));
  const lines = service.log.split('\n').filter((line) => !line.includes('"listening"'));
  assert.deepEqual(lines.filter((line) => /phenelzine|lioresal/i.test(line)), []);
});

test('every log line is a JSON object with time, level and message', () => {
  const lines = service.logLines();
  assert.ok(lines.length > 0);
  for (const line of lines)
    for (const member of ['time', 'level', 'message']) assert.equal(typeof line[member], 'string', JSON.stringify(line));
});

test('a crash would leave no core file', () => {
  const limits = readFileSync(`/proc/${service.pid}/limits`, 'utf8');
  assert.match(limits, /^Max core file size +0 +0 /m);
});
