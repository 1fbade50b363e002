// The question in the address: written and read again.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { readFragment, writeFragment } from '../../../server/page/source/fragment.js';
import { changed, question } from '../../../server/page/source/state.js';

const FULL = 'd=Lioresal+10+mg&n=Nardil&d=a%26b%3D%23c&age=78&pregnant=no&breastfeeding=yes&condition=epilepsy&condition=falls&allergy=penicillin&for=patient';

test('what is written is read again', () => {
  assert.equal(writeFragment(readFragment(`#${FULL}`)), FULL);
  assert.equal(writeFragment(readFragment('')), '');
});

test('the question has all of it', () => {
  assert.deepEqual(question(readFragment(FULL)), {
    medications: [{ text: 'Lioresal 10 mg', new: false }, { text: 'Nardil', new: true }, { text: 'a&b=#c', new: false }],
    patient: { age_years: 78, pregnant: false, breastfeeding: true, conditions: ['epilepsy', 'falls'], allergies: ['penicillin'] },
    audience: 'consumer',
  });
});

test('what no page wrote is left out, and the rest is read', () => {
  for (const odd of ['#d=+&d=baclofen', '#x=1&d=baclofen&age=old', '#d=baclofen&pregnant=maybe&for=nobody', '#d=baclofen&age=-1', '#d=baclofen&&=&'])
    assert.equal(writeFragment(readFragment(odd)), 'd=baclofen', odd);
});

test('a changed entry keeps its place, a removed one is gone', () => {
  const state = readFragment('d=a&d=b&d=c');
  const { key } = state.entries[1];
  assert.equal(writeFragment(changed(state, { type: 'change', key, text: 'x', isNew: true })), 'd=a&n=x&d=c');
  assert.equal(writeFragment(changed(state, { type: 'remove', key })), 'd=a&d=c');
  assert.equal(writeFragment(changed(state, { type: 'add', texts: ['d', 'd'] })), 'd=a&d=b&d=c&d=d&d=d');
});
