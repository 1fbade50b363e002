// Where things are: the checkout, the binary, the rules, the corpora.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const tests = path.dirname(fileURLToPath(import.meta.url));
export const checkout = path.resolve(tests, '../..');

const fromEnvironment = (name, fallback) => path.resolve(tests, process.env[name] ?? path.join(checkout, fallback));

export const binary = fromEnvironment('CROSSCHECK_BINARY', 'build/dev/crosscheck');
/// Such a build is several times slower, and keeps for a while what was given back.
export const isSanitized = /\b(asan|tsan|coverage)\b/.test(binary);
export const rules = fromEnvironment('CROSSCHECK_RULES', 'rules');
export const corpora = fromEnvironment('CROSSCHECK_CORPORA', '../shared/corpora');

/// For the `skip` option of a test: false if the corpus is there, else the reason, which is also printed.
export function missingCorpus(name) {
  if (existsSync(path.join(corpora, name))) return false;
  const reason = `no ${name} below ${path.relative(checkout, corpora)}; set CROSSCHECK_CORPORA`;
  console.error(`SKIPPED, NOT TESTED: ${reason}`);
  return reason;
}
