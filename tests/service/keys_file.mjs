// A file of keys that is gone after use.
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

export const sha256 = (key) => createHash('sha256').update(key).digest('hex');

/// Calls `use` with the path of a file that has `keys`; a `key` in one is written as its SHA-256.
export async function withKeys(keys, use) {
  const folder = mkdtempSync(path.join(tmpdir(), 'crosscheck-keys-'));
  try {
    const place = path.join(folder, 'keys.json');
    const rows = keys.map(({ key, ...rest }) => (key === undefined ? rest : { ...rest, sha256: sha256(key) }));
    writeFileSync(place, JSON.stringify({ schema: 1, keys: rows }));
    await use(place);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
