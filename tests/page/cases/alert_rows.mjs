// Alerts of a report in one form: titles, effects, order.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { alertRows } from '../../../server/page/source/alert_rows.js';

const medications = [{ new: false }, { new: true }, { new: false }];
const alert = (more) => ({ severity: 'major', medications: [0, 2], wording: 'professional', summary: 'a with b: high fever, death',
  effects: ['high-fever', 'death'], effect_texts: ['high fever', 'death'], management: 'Do not.', rules: [{ id: 'r' }], ...more });
const sum = (more) => ({ severity: 'major', medications: [0, 1, 2], wording: 'professional', summary: 'a, b and c add up: CNS depression',
  effect: 'cns-depression', effect_texts: ['CNS depression'], management: 'Review.', rule: 'cumulative-cns-depression', evidence: [], ...more });
const rows = (more) => alertRows({ interactions: [], cumulative_effects: [], precautions: [], medications, ...more });
const told = ({ title, effect }) => [title, effect];

test('professional words: names of effects, as a sentence', () => {
  assert.deepEqual(told(rows({ interactions: [alert()] })[0]), ['a with b', 'High fever, death.']);
});

test('words for the patient: sentences as they are', () => {
  const texts = ['You may get a very high fever.', 'It can cause death.'];
  const [row] = rows({ interactions: [alert({ wording: 'consumer', effect_texts: texts, summary: `a with b: ${texts.join(' ')}` })] });
  assert.deepEqual(told(row), ['a with b', texts.join(' ')]);
});

test('a source that states no effect is quoted as that', () => {
  const [row] = rows({ interactions: [alert({ summary: 'a with b', effects: ['not-stated'], effect_texts: ['effect not stated by the source'] })] });
  assert.deepEqual(told(row), ['a with b', 'The source names it and does not state an effect.']);
});

test('a sum is titled by its effect, and leads to its rule', () => {
  const [row] = rows({ cumulative_effects: [sum()] });
  assert.deepEqual([...told(row), row.rules[0].id], ['CNS depression adds up', 'A, b and c add up.', 'cumulative-cns-depression']);
  const [plain] = rows({ cumulative_effects: [sum({ wording: 'consumer', effect_texts: ['You may become very sleepy.'] })] });
  assert.deepEqual(told(plain), ['a, b and c add up', 'You may become very sleepy.']);
});

test('worst first, then what is new, then pairs before sums', () => {
  const all = rows({
    interactions: [alert({ severity: 'minor' }), alert(), alert({ medications: [0, 1] }), alert({ severity: 'contraindicated' })],
    cumulative_effects: [sum({ medications: [0, 2] })], precautions: [alert({ severity: 'moderate', medications: [0] })],
  });
  assert.deepEqual(all.map(({ id }) => id), ['interaction-3', 'interaction-2', 'interaction-1', 'sum-0', 'precaution-0', 'interaction-0']);
});
