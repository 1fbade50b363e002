// The system under a program, where one call of one kind fails.
import { mkdtempSync, openSync, readSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { spawnSync } from 'node:child_process';

import { binary } from '../service/places.mjs';

/// The order is that of fail_nth.cpp.
export const kinds = ['memory', 'file', 'reading', 'writing', 'network', 'thread'];

const build = path.dirname(binary);
const directory = mkdtempSync(path.join(tmpdir(), 'crosscheck-faults-'));
const controlFile = path.join(directory, 'control');
const control = openSync(controlFile, 'w+');

export const smallRules = path.join(directory, 'rules');
spawnSync(path.join(build, 'write_sound_rules'), [smallRules]);

/// For the environment of the program.
export const preload = { LD_PRELOAD: path.join(build, 'libfail_nth.so'), FAULTS_CONTROL: controlFile };

/// From now on the n-th call of a kind fails, once.  0: none does.
export function failNth(kind, n) {
  const words = Buffer.alloc(16);
  words.writeUInt32LE(kinds.indexOf(kind), 0);
  words.writeUInt32LE(n, 4);
  writeSync(control, words, 0, 16, 0);
}

/// Whether it has come to that.
export function hasFailed() {
  const words = Buffer.alloc(16);
  readSync(control, words, 0, 16, 0);
  return words.readUInt32LE(12) > 0;
}
