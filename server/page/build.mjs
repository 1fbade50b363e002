// build.mjs OUT: makes the page of source/ in the folder OUT, for scripts/embed-assets.mjs.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { build } from 'esbuild';
import { minify } from 'terser';

const here = path.dirname(fileURLToPath(import.meta.url));
const source = (file) => path.join(here, 'source', file);
const out = process.argv[2];

/// One file of all that an entry needs.
async function bundled(entry, more = {}) {
  const { outputFiles } = await build({
    entryPoints: [source(entry)], absWorkingDir: here, bundle: true, minify: true, write: false,
    target: ['chrome100', 'firefox100', 'safari15.4'], legalComments: 'none', logLevel: 'warning', ...more,
  });
  return outputFiles[0].text;
}

/// The script, smaller than esbuild makes it.
async function squeezed(script) {
  return (await minify(script, { module: true, ecma: 2020, compress: { passes: 3, unsafe_arrows: true } })).code;
}

/// Writes a file whose name changes with its content; returns its address.
function written(text, ending) {
  const name = `page-${createHash('sha256').update(text).digest('hex').slice(0, 8).toUpperCase()}.${ending}`;
  writeFileSync(path.join(out, name), text);
  return `page/${name}`;
}

mkdirSync(out, { recursive: true });
writeFileSync(path.join(out, 'licences.txt'), `The page contains Preact.\n\n${readFileSync(path.join(here, 'node_modules/preact/LICENSE'), 'utf8')}`);
const jsx = { format: 'esm', jsx: 'transform', jsxFactory: 'h', jsxFragment: 'Fragment', inject: [source('jsx.js')], mangleProps: /^__/ };
const script = written(await squeezed(await bundled('page.jsx', jsx)), 'js');
const style = written(await bundled('page.css'), 'css');
const html = readFileSync(source('index.html'), 'utf8').replace('page.css', style).replace('page.jsx', script);
writeFileSync(path.join(out, 'index.html'), html);
