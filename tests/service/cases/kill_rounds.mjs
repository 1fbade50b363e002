// kill -9 at any moment: feedback that was acknowledged is there, once.  CROSSCHECK_KILL_ROUNDS says how often.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { FEEDBACK, FeedbackFile, overridden } from '../feedback_file.mjs';
import { writeFewRules } from '../few_rules.mjs';
import { Service } from '../service.mjs';

const ROUNDS = Number(process.env.CROSSCHECK_KILL_ROUNDS ?? 20);
const CLIENTS = 4;
const LONGEST_MS = 60;

/// What was sent, and what of it was acknowledged.
class Ledger {
  sent = new Set();
  acknowledged = new Set();
  open = () => [...this.sent].filter((card) => !this.acknowledged.has(card));

  async send(url, outcome) {
    this.sent.add(outcome.card);
    const answer = await fetch(url + FEEDBACK, {
      method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ feedback: [outcome] }),
    });
    await answer.arrayBuffer();
    if (answer.status === 200) this.acknowledged.add(outcome.card);
  }
}

async function sendUntilKilled(url, ledger) {
  try {
    for (;;) await ledger.send(url, overridden());
  } catch { /* It was killed. */ }
}

async function round(file, rulesDirectory, ledger) {
  const other = await new Service().start({ rulesDirectory, flags: ['--feedback-db', file.path] });
  for (const card of ledger.open()) await ledger.send(other.url, overridden(card));
  assert.deepEqual(ledger.open(), [], 'what was not acknowledged can be sent again');
  const clients = Array.from({ length: CLIENTS }, () => sendUntilKilled(other.url, ledger));
  await new Promise((resolve) => setTimeout(resolve, Math.random() * LONGEST_MS));
  process.kill(other.pid, 'SIGKILL');
  await Promise.all([...clients, other.ended]);
}

function compare(file, ledger) {
  const times = new Map(file.rows('SELECT card, COUNT(*) AS times FROM crosscheck_outcome_1 GROUP BY card')
    .map(({ card, times }) => [card, times]));
  const lost = [...ledger.acknowledged].filter((card) => !times.has(card));
  const doubled = [...times].filter(([, count]) => count !== 1);
  const invented = [...times.keys()].filter((card) => !ledger.sent.has(card));
  assert.deepEqual({ lost, doubled, invented }, { lost: [], doubled: [], invented: [] });
}

test(`feedback: ${ROUNDS} times killed, nothing acknowledged is lost and nothing is there twice`, async () => {
  const file = new FeedbackFile();
  const ledger = new Ledger();
  const few = writeFewRules(file.beside('rules'));
  try {
    for (let i = 0; i < ROUNDS; ++i) {
      await round(file, few, ledger);
      compare(file, ledger);
    }
    assert.ok(ledger.acknowledged.size > ROUNDS, `only ${ledger.acknowledged.size} were acknowledged`);
    assert.deepEqual(file.rows('PRAGMA integrity_check'), [{ integrity_check: 'ok' }]);
  } finally {
    console.log(`${ROUNDS} kills, ${ledger.sent.size} sent, ${ledger.acknowledged.size} acknowledged`);
    file.remove();
  }
});
