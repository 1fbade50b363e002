// build.mjs OUT: makes the page of source/ in the folder OUT, for scripts/embed-assets.mjs.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { build } from 'esbuild';

const here = path.dirname(fileURLToPath(import.meta.url));
const source = (file) => path.join(here, 'source', file);
const out = process.argv[2];

const { metafile } = await build({
  entryPoints: [source('page.jsx'), source('page.css')],
  absWorkingDir: here,
  outdir: out,
  entryNames: '[name]-[hash]',
  bundle: true,
  minify: true,
  format: 'esm',
  target: ['chrome100', 'firefox100', 'safari15.4'],
  jsx: 'transform',
  jsxFactory: 'h',
  jsxFragment: 'Fragment',
  inject: [source('jsx.js')],
  legalComments: 'none',
  logLevel: 'warning',
  metafile: true,
});

const made = Object.keys(metafile.outputs).map((file) => path.basename(file));
const named = (ending) => `page/${made.find((file) => file.endsWith(ending))}`;
const html = readFileSync(source('index.html'), 'utf8').replace('page.css', named('.css')).replace('page.jsx', named('.js'));
mkdirSync(out, { recursive: true });
writeFileSync(path.join(out, 'index.html'), html);
