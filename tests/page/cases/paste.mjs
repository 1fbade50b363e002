// Pasted lists, split.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { isList, splitList } from '../../../server/page/source/paste.js';

const ROWS = [
  ['baclofen', ['baclofen']],
  ['baclofen, phenelzine; metformin\nlithium\r\nalcohol', ['baclofen', 'phenelzine', 'metformin', 'lithium', 'alcohol']],
  ['- Lioresal 10 mg\n• Nardil\n1. metformin\n2) lithium\n(3) alcohol\n* zinc', ['Lioresal 10 mg', 'Nardil', 'metformin', 'lithium', 'alcohol', 'zinc']],
  ['baclofen 10 mg, 1 tab PO TID\nmetformin 500 mg, twice daily, with food', ['baclofen 10 mg, 1 tab PO TID', 'metformin 500 mg, twice daily, with food']],
  ['insulin 1,000 units, baclofen', ['insulin 1,000 units', 'baclofen']],
  ['co-beneldopa (25, 100), lithium', ['co-beneldopa (25, 100)', 'lithium']],
  ['baclofen (unclosed, lithium\nmetformin', ['baclofen (unclosed, lithium', 'metformin']],
  ['baclofen, oralyte, tablets, patchouli, in', ['baclofen', 'oralyte, tablets', 'patchouli, in']],
  ['  \n,;\t\n - ', ['-']],
  ['5-HTP\n6-mercaptopurine\n-', ['5-HTP', '6-mercaptopurine', '-']],
  ['Medications:\nbaclofen\tphenelzine', ['Medications:', 'baclofen', 'phenelzine']],
  ['', []],
];

for (const [pasted, entries] of ROWS)
  test(`${JSON.stringify(pasted)} is split`, () => assert.deepEqual(splitList(pasted), entries));

test('no word of a pasted list is lost', () => {
  for (const [pasted] of ROWS) {
    const words = (list) => list.join(' ').match(/[a-z]{2,}/gi) ?? [];
    assert.deepEqual(words(splitList(pasted)), words([pasted]));
  }
});

test('one name, also with its directions, is no list', () => {
  for (const one of ['baclofen', ' baclofen 10 mg, twice daily ', 'baclofen\n', '']) assert.equal(isList(one), false, one);
  assert.equal(isList('baclofen\nlithium'), true);
});
