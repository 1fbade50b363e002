// What may be said of a report.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { verdict } from '../../../server/page/source/verdict.js';

const NONE = { contraindicated: 0, major: 0, moderate: 0, minor: 0 };
const medication = (name) => ({ ingredients: [{ key: name, name, covered: true }] });
const report = (more) => ({ medications: [medication('a'), medication('b')], counts: NONE, duplicates: [], not_checked: [], not_covered: [],
  complete: true, knowledge: { version: '2026.11.6' }, ...more });

test('a whole list that is understood and covered: none known, in these rules', () => {
  const { tone, title } = verdict(report());
  assert.deepEqual([tone, title], ['none', 'No interaction known in rules 2026.11.6']);
});

test('nothing else is said to have none', () => {
  for (const more of [{ complete: false, not_checked: [{}] }, { not_covered: [{ ingredient: 'a' }] }, { complete: false, not_checked: [{}], not_covered: [{ ingredient: 'a' }] },
    { knowledge: { version: '2026.11.6', expired: true } }]) {
    const { tone, title } = verdict(report(more));
    assert.equal(tone, 'open');
    assert.doesNotMatch(title, /no interaction|none|nothing/i);
  }
  assert.match(verdict(report({ not_covered: [{ ingredient: 'a' }] })).text, /No rule speaks of a: silence about it means nothing/);
});

test('findings are counted, with what they do not rest on', () => {
  const { tone, title, text } = verdict(report({ counts: { ...NONE, major: 2 }, complete: false, not_checked: [{}], duplicates: [{}] }));
  assert.deepEqual([tone, title], ['found', '2 alerts and 1 duplicate for 2 entries']);
  assert.match(text, /1 part of the question could not be checked/);
});

test('one entry is no pair', () => assert.match(verdict(report({ medications: [medication('a')] })).title, /no pair/));
