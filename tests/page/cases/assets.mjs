// What the page is loaded from: small, lasting, from this service only.
import assert from 'node:assert/strict';
import http from 'node:http';
import { test } from 'node:test';

import { service, withPage } from '../browser.mjs';

const BUDGET = { js: 14 * 1024, css: 4 * 1024 };  // bytes, as gzip

/// {headers, size} as a browser gets it.
const fetched = (path) => new Promise((resolve, reject) => {
  http.get(`${service.url}/${path}`, { headers: { 'accept-encoding': 'gzip' } }, (answer) => {
    let size = 0;
    answer.on('data', (chunk) => (size += chunk.length)).on('end', () => resolve({ headers: answer.headers, size })).on('error', reject);
  }).on('error', reject);
});

async function parts() {
  const html = await (await fetch(service.url)).text();
  const names = [...html.matchAll(/(?:src|href)="(page\/[^"]+\.(?:js|css))"/g)].map(([, name]) => name);
  assert.ok(names.length >= 2, `the program was built without the page; run make test-deps, then build it again: ${html.slice(0, 300)}`);
  return names;
}

test('scripts and styles keep to their budget', async () => {
  const sums = { js: 0, css: 0 };
  for (const name of await parts()) {
    const { headers, size } = await fetched(name);
    assert.equal(headers['content-encoding'], 'gzip', name);
    sums[name.split('.').at(-1)] += size;
  }
  console.log(`# page: ${JSON.stringify(sums)} bytes as gzip`);
  for (const [kind, size] of Object.entries(sums)) assert.ok(size > 0 && size <= BUDGET[kind], `${kind}: ${size} bytes; at most ${BUDGET[kind]}`);
});

test('parts have names of their content and are kept', async () => {
  for (const name of await parts()) {
    assert.match(name, /^page\/\w+-[0-9A-Z]{8}\.(js|css)$/);
    const { headers } = await fetched(name);
    assert.equal(headers['cache-control'], 'public, max-age=31536000, immutable');
  }
});

test('the licences of what is in the page come with it', async () => {
  assert.match(await (await fetch(`${service.url}/page/licences.txt`)).text(), /Preact[^]*The MIT License[^]*Copyright/);
});

test('the page loads from this service only', async () => {
  const asked = [];
  await withPage(async (page) => {
    page.on('request', (request) => asked.push(request.url()));
    await page.reload();
    await page.locator('#drug').waitFor();
  });
  assert.ok(asked.length >= 3);
  assert.deepEqual(asked.filter((url) => !url.startsWith(service.url) && !url.startsWith('data:')), []);
});

test('the policy holds: the page cannot write markup as text', async () => {
  await withPage(async (page, faults) => {
    const refused = await page.evaluate(() => {
      try {
        document.createElement('div').innerHTML = '<b>x</b>';
        return '';
      } catch (error) {
        return error.name;
      }
    });
    assert.equal(refused, 'TypeError');
    faults.length = 0;  // This complaint was asked for.
  });
});
