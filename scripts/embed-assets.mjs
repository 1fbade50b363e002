#!/usr/bin/env node
// embed-assets FOLDER NAME OUT: writes the files of a folder as a C++ source, OUT, that
// defines kNAMEAssets (server/http/asset.h).
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

const [folder, name, out] = process.argv.slice(2);
const TYPES = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml', '.png': 'image/png', '.json': 'application/json', '.txt': 'text/plain; charset=utf-8',
};
const LASTING = /-[0-9A-Z]{8}\.\w+$/;  // Names that are made of the content.

/// The bytes as C++ string literals, one a line.
function literals(bytes) {
  const lines = [];
  for (let at = 0; at < bytes.length; at += 32)
    lines.push(`    "${[...bytes.subarray(at, at + 32)].map(escaped).join('')}"`);
  return lines.join('\n') || '    ""';
}

function escaped(byte) {
  const isPlain = byte > 0x1f && byte < 0x7f && !'"\\?'.includes(String.fromCharCode(byte));
  return isPlain ? String.fromCharCode(byte) : `\\${byte.toString(8).padStart(3, '0')}`;
}

function asset(file) {
  const plain = readFileSync(path.join(folder, file));
  const type = TYPES[path.extname(file)];
  if (!type) throw new Error(`${file}: no content type is known for it`);
  const tight = gzipSync(plain, { level: 9 });
  const packed = tight.length < plain.length * 0.9;
  const bytes = packed ? tight : plain;
  const tag = createHash('sha256').update(plain).digest('hex').slice(0, 32);
  return `  {"${file}", "${type}", "${tag}", {\n${literals(bytes)}, ${bytes.length}},\n` +
    `   ${plain.length}, ${packed}, ${LASTING.test(file)}},\n`;
}

const assets = readdirSync(folder).sort().map(asset).join('');
writeFileSync(out, `// Made by scripts/embed-assets.mjs.
#include "http/asset.h"

namespace crosscheck {
namespace {
constexpr Asset kFiles[] = {
${assets}};
}  // namespace

const Assets k${name}Assets(kFiles);

}  // namespace crosscheck
`);
