// The rules as pages for people.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { get } from '../client.mjs';

const POLICY = "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
const page = async (path) => {
  const answer = await get(path);
  assert.equal(answer.status, 200, path);
  assert.equal(answer.headers['content-type'], 'text/html; charset=utf-8');
  assert.equal(answer.headers['content-security-policy'], POLICY);
  assert.doesNotMatch(answer.body, /<script|<style| style=| on\w+=/);
  return answer.body;
};
const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll("'", '&#39;');

for (const id of ['baclofen-maoi', 'baclofen-renal-impairment', 'maoi-ssri', 'cumulative-cns-depression'])
  test(`the page of ${id} tells all that the API tells of it`, async () => {
    const rule = (await get(`/v1/rules/${id}`)).json();
    const html = await page(`/rules/${id}`);
    const effects = (rule.effects ?? [rule.effect]).map(({ name }) => name);
    const texts = [rule.severity, rule.management, rule.mechanism, rule.consumer, rule.reviewed.by, rule.version, ...effects,
      ...rule.evidence.flatMap(({ title, section, states, publisher, date, location }) => [title, section, states, publisher, date, location])];
    for (const text of texts.filter(Boolean)) assert.ok(html.includes(escaped(text)), text);
    for (const { location } of rule.evidence)
      assert.equal(html.includes(`href="${escaped(location)}"`), /^https?:/.test(location), location);
    for (const { class: key } of rule.participants.filter((one) => one.class))
      for (const { key: member, name } of (await get(`/v1/classes/${key}`)).json().members) {
        const out = rule.participants.some(({ except }) => except?.includes(member));
        if (!out) assert.ok(html.includes(`<a href="../v1/drugs/${member}">${escaped(name)}</a>`), member);
      }
  });

test('the list of all rules leads to every one of them', async () => {
  const html = await page('/rules');
  const { rules } = (await get('/v1/rules')).json();
  for (const { id, summary } of rules) {
    assert.ok(html.includes(`<a href="./rules/${id}">`), id);
    assert.ok(html.includes(escaped(summary)), summary);
  }
});

test('every rule has a page', async () => {
  for (const { id } of (await get('/v1/rules')).json().rules) await page(`/rules/${id}`);
});

test('an address without a rule is answered 404 with a page, which shows it as text', async () => {
  for (const [path, shown] of [['/rules/xyzzyplugh', 'xyzzyplugh'], ['/rules/%3Cscript%3Ealert(1)', null], ['/rules/%FF', null]]) {
    const answer = await get(path);
    assert.equal(answer.status, 404, path);
    assert.equal(answer.headers['content-security-policy'], POLICY);
    assert.match(answer.body, /No such rule/);
    assert.doesNotMatch(answer.body, /<script/);
    if (shown) assert.ok(answer.body.includes(shown));
  }
});

for (const path of ['/rules', '/rules/baclofen-maoi', '/rules.css'])
  test(`${path} is sent again only when it has changed`, async () => {
    const { headers } = await get(path);
    assert.equal(headers['cache-control'], 'no-cache');
    const again = await get(path, { 'If-None-Match': headers.etag });
    assert.deepEqual([again.status, again.body, again.headers.etag], [304, '', headers.etag]);
    assert.equal((await get(path, { 'If-None-Match': '"other"' })).status, 200);
    const packed = await get(path, { 'If-None-Match': '"other"' });
    assert.equal(packed.headers.etag, headers.etag);
  });
