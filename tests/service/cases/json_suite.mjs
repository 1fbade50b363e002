// JSONTestSuite, posted as bodies: what must not parse is 400, and nothing is a failure of the service.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';

import { postText } from '../client.mjs';
import { stillWell } from '../hostility.mjs';
import { corpora, missingCorpus } from '../places.mjs';

const FOLDER = 'JSONTestSuite/test_parsing';
const EXPECTED = { n: [400], y: [400, 422], i: [400, 413, 422] };
const KINDS = { n: 'must not parse', y: 'must parse, and are no question', i: 'may parse' };

for (const [kind, description] of Object.entries(KINDS))
  test(`JSONTestSuite: bodies that ${description}`, { skip: missingCorpus(FOLDER) }, async () => {
    const folder = path.join(corpora, FOLDER);
    const files = readdirSync(folder).filter((name) => name.startsWith(`${kind}_`) && name.endsWith('.json'));
    assert.ok(files.length > 30, `only ${files.length} files`);
    const wrong = [];
    for (const name of files) {
      const { status } = await postText(readFileSync(path.join(folder, name)));
      if (!EXPECTED[kind].includes(status)) wrong.push(`${name}: ${status}`);
    }
    assert.deepEqual(wrong, []);
    await stillWell();
  });
