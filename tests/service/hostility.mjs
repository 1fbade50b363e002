// What must hold after any request, however hostile.
import assert from 'node:assert/strict';

import { get, report } from './client.mjs';

/// A question with a major interaction, for requests that are hostile only in their shape.
export const QUESTION = '{"medications":["baclofen","phenelzine"]}';

/// The service answers, and still finds what it must find.
export async function stillWell() {
  assert.equal((await get('/livez')).status, 200);
  const { interactions } = await report(JSON.parse(QUESTION));
  assert.deepEqual(interactions.map(({ severity }) => severity), ['major']);
}

/// True if a program that reads this answer could take it for "nothing found".
export function looksAllClear({ status, headers, body }) {
  if (status < 200 || status > 299) return false;
  if ((headers['content-type'] ?? '').startsWith('text/plain')) return !/major/i.test(body);
  try {
    const { complete, interactions } = JSON.parse(body);
    return complete !== false && !(interactions?.length > 0);
  } catch {
    return true;
  }
}

/// None of the answers is a success that says nothing was found.
export function assertNoAllClear(answers) {
  assert.deepEqual(answers.filter(looksAllClear).map(({ status, body }) => ({ status, body: body.slice(0, 300) })), []);
}
