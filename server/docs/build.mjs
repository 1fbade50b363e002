// build.mjs OUT: gathers the reference of the API in the folder OUT, for scripts/embed-assets.mjs.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const here = path.dirname(fileURLToPath(import.meta.url));
const reference = path.join(here, 'node_modules/swagger-ui-dist');
const out = process.argv[2];
const FILES = [
  [reference, 'swagger-ui-bundle.js'], [reference, 'swagger-ui.css'], [path.join(here, 'source'), 'docs.js'], [path.join(here, 'source'), 'docs.css'],
];
const LICENCES = ['NOTICE', 'LICENSE', 'swagger-ui-bundle.js.LICENSE.txt'];

mkdirSync(out, { recursive: true });
let html = readFileSync(path.join(here, 'source/index.html'), 'utf8');
for (const [folder, file] of FILES) {
  // The maps to the sources are not served, so nothing may ask for them.
  const content = readFileSync(path.join(folder, file), 'utf8').replace(/\n?\/[/*]# sourceMappingURL=.*\n?$/, '\n');
  const { name, ext } = path.parse(file);
  const lasting = `${name}-${createHash('sha256').update(content).digest('hex').slice(0, 8).toUpperCase()}${ext}`;
  writeFileSync(path.join(out, lasting), content);
  html = html.replaceAll(`"docs/${file}"`, `"docs/${lasting}"`);
}
writeFileSync(path.join(out, 'index.html'), html);
writeFileSync(path.join(out, 'licences.txt'), LICENCES.map((file) => readFileSync(path.join(reference, file), 'utf8')).join('\n\n'));
