// A feedback database of a test, seen from outside the service.
import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

export class FeedbackFile {
  #folder = mkdtempSync(path.join(tmpdir(), 'crosscheck-feedback-'));
  path = path.join(this.#folder, 'feedback.db');
  /// For files beside it; gone with it.
  beside = (name) => path.join(this.#folder, name);

  /// Rows of a query, as objects.
  rows(sql) {
    const text = execFileSync('sqlite3', ['-json', this.path, sql], { encoding: 'utf8' });
    return text ? JSON.parse(text) : [];
  }

  remove() {
    rmSync(this.#folder, { recursive: true });
  }
}

export const FEEDBACK = '/cds-services/crosscheck-order-sign/feedback';

/// One outcome of a card, overridden.
export const overridden = (card = randomUUID(), more = {}) =>
  ({ card, outcome: 'overridden', outcomeTimestamp: '2026-11-28T09:30:00Z', ...more });
