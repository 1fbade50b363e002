// CDS clients call by JSON Web Tokens: each fault is refused alike, and counted by its kind.
import assert from 'node:assert/strict';
import { createHmac, generateKeyPairSync, randomUUID, sign } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';

import { FEEDBACK } from '../feedback_file.mjs';
import { writeFewRules } from '../few_rules.mjs';
import { sha256 } from '../keys_file.mjs';
import { run, Service } from '../service.mjs';

const PUBLIC_URL = 'https://cds.example.org/base';
const ISSUER = 'https://ehr.example.org';
const ec = (namedCurve) => generateKeyPairSync('ec', { namedCurve });
const rsa = (modulusLength = 2048) => generateKeyPairSync('rsa', { modulusLength });
const PAIRS = { p256: ec('P-256'), p384: ec('P-384'), p521: ec('P-521'), rsa: rsa(), pinned: rsa() };
const stranger = ec('P-384');

const jwk = (kid, more = {}) => ({ ...PAIRS[kid].publicKey.export({ format: 'jwk' }), kid, use: 'sig', ...more });
const JWKS = { keys: [...['p256', 'p384', 'p521', 'rsa'].map((kid) => jwk(kid)), jwk('pinned', { alg: 'RS384' }),
  { kty: 'OKP', crv: 'Ed25519', x: 'AAAA', kid: 'other' }, { kty: 'RSA', use: 'enc', n: 'AQAB', e: 'AQAB', kid: 'p384' }] };
const CLIENTS = { schema: 1, clients: [
  { iss: ISSUER, jwks: JWKS },
  { iss: 'https://tenants.example.org', jwks: 'jwks.json', tenant: 'ward 7' },
] };

const part = (value) => Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');

/// A good token, but for what is given.  `claims`: some, or a function of the time; `with`: the private key, or a function of the signed text.
function token({ header = {}, claims = {}, with: key } = {}) {
  const now = Math.floor(Date.now() / 1000);
  const head = { typ: 'JWT', alg: 'ES384', kid: 'p384', ...header };
  const given = typeof claims === 'function' ? claims(now) : claims;
  const all = { iss: ISSUER, aud: PUBLIC_URL + FEEDBACK, iat: now, exp: now + 120, jti: randomUUID(), ...given };
  const text = `${part(head)}.${typeof given === 'string' ? part(given) : part(all)}`;
  if (typeof key === 'function') return `${text}.${key(text)}`;
  const signature = sign(`sha${head.alg.slice(2)}`, Buffer.from(text),
    { key: key ?? PAIRS[head.kid].privateKey, dsaEncoding: 'ieee-p1363' });
  return `${text}.${signature.toString('base64url')}`;
}

const hmac = (text) => createHmac('sha384', PAIRS.rsa.publicKey.export({ type: 'spki', format: 'pem' })).update(text).digest('base64url');
const unsigned = () => '';
const twice = (now) => `{"iss":"${ISSUER}","iss":"${ISSUER}","aud":"${PUBLIC_URL}${FEEDBACK}","iat":${now},"exp":${now + 99},"jti":"a"}`;

const GOOD = {
  'ES384': {}, 'RS384': { header: { alg: 'RS384', kid: 'rsa' } }, 'ES256': { header: { alg: 'ES256', kid: 'p256' } },
  'ES512': { header: { alg: 'ES512', kid: 'p521' } }, 'RS256': { header: { alg: 'RS256', kid: 'rsa' } },
  'RS512': { header: { alg: 'RS512', kid: 'rsa' } }, 'a key for one algorithm': { header: { alg: 'RS384', kid: 'pinned' } },
  'several audiences': { claims: { aud: ['https://elsewhere.example.org', PUBLIC_URL + FEEDBACK] } },
  'a clock that is 50 s fast': { claims: (now) => ({ iat: now + 50 }) },
  'an end 20 s ago': { claims: (now) => ({ exp: now - 20, iat: now - 120 }) },
  'a jku, which is not followed': { header: { jku: 'http://127.0.0.1:9/keys' } },
  'its tenant': { claims: { iss: 'https://tenants.example.org', tenant: 'ward 7' } },
};
const BAD = {
  'no signature, alg none': ['algorithm', { header: { alg: 'none' }, with: unsigned }],
  'no signature': ['signature', { with: unsigned }],
  'HMAC with the public key': ['algorithm', { header: { alg: 'HS384', kid: 'rsa' }, with: hmac }],
  'PSS': ['algorithm', { header: { alg: 'PS384', kid: 'rsa' }, with: unsigned }],
  'another key': ['signature', { with: stranger.privateKey }],
  'a key of its own in the header': ['signature', { header: { jwk: stranger.publicKey.export({ format: 'jwk' }) }, with: stranger.privateKey }],
  'a kid that is not listed': ['key', { header: { kid: 'nobody' }, with: stranger.privateKey }],
  'a key for encryption': ['key', { header: { kid: 'other' }, with: stranger.privateKey }],
  'an algorithm that is not the key\'s': ['key', { header: { alg: 'RS256', kid: 'pinned' } }],
  'a curve that is not the algorithm\'s': ['key', { header: { alg: 'ES256', kid: 'p384' } }],
  'an issuer that is not listed': ['issuer', { claims: { iss: 'https://other.example.org' } }],
  'the issuer with a slash': ['issuer', { claims: { iss: `${ISSUER}/` } }],
  'another tenant': ['tenant', { claims: { iss: 'https://tenants.example.org', tenant: 'ward 8' } }],
  'no tenant': ['tenant', { claims: { iss: 'https://tenants.example.org' } }],
  'the service\'s address alone': ['audience', { claims: { aud: PUBLIC_URL } }],
  'another service': ['audience', { claims: { aud: `${PUBLIC_URL}/cds-services/crosscheck-order-select/feedback` } }],
  'another host': ['audience', { claims: { aud: `https://evil.example.org${FEEDBACK}` } }],
  'an end': ['expired', { claims: (now) => ({ exp: now - 120, iat: now - 180 }) }],
  'a beginning to come': ['not_yet', { claims: (now) => ({ iat: now + 300, exp: now + 400 }) }],
  'nbf to come': ['not_yet', { claims: (now) => ({ nbf: now + 300 }) }],
  'an age of an hour': ['too_old', { claims: (now) => ({ iat: now - 3600, exp: now + 3600 }) }],
  'no jti': ['malformed', { claims: { jti: undefined } }],
  'no exp': ['malformed', { claims: { exp: undefined } }],
  'no iat': ['malformed', { claims: { iat: undefined } }],
  'a text as exp': ['malformed', { claims: { exp: '9999999999' } }],
  'no kid': ['malformed', { header: { kid: undefined }, with: PAIRS.p384.privateKey }],
  'crit': ['malformed', { header: { crit: ['b64'], b64: false } }],
  'a claim twice': ['malformed', { claims: twice }],
};

/// A service with these clients; `ask(authorization)` posts feedback with a fault: 422 is in, 401 is out.
async function withClients(use, { flags = [], clients = CLIENTS } = {}) {
  const folder = mkdtempSync(path.join(tmpdir(), 'crosscheck-clients-'));
  const write = (name, value) => (writeFileSync(path.join(folder, name), JSON.stringify(value)), path.join(folder, name));
  write('jwks.json', JWKS);
  const file = write('clients.json', clients);
  const more = ['--cds-clients', file, '--public-url', `${PUBLIC_URL}/`, '--feedback-db', path.join(folder, 'feedback.db'), ...flags];
  const other = await new Service().start({ rulesDirectory: writeFewRules(path.join(folder, 'rules')), flags: more });
  const ask = async (authorization, target = FEEDBACK) => {
    const headers = { 'content-type': 'application/json', ...(authorization ? { authorization } : {}) };
    const answer = await fetch(other.url + target, { method: 'POST', headers, body: '{}' });
    return { status: answer.status, authenticate: answer.headers.get('www-authenticate'), detail: (await answer.json()).detail };
  };
  const counted = async (verdict) => {
    const text = await (await fetch(`${other.url}/metrics`)).text();
    return Number(text.split('\n').find((line) => line.startsWith(`crosscheck_cds_tokens_total{verdict="${verdict}"} `))?.split(' ')[1] ?? 0);
  };
  try {
    await use({ other, ask, counted, write });
  } finally {
    await other.stop();
    rmSync(folder, { recursive: true });
  }
}
const REFUSED = { status: 401, authenticate: 'Bearer', detail: 'Not authorised.' };

test('CDS clients: tokens that are good, and the fault of each that is not', async () => {
  await withClients(async ({ other, ask, counted }) => {
    for (const [description, parts] of Object.entries(GOOD))
      assert.equal((await ask(`Bearer ${token(parts)}`)).status, 422, description);
    assert.equal(await counted('allowed'), Object.keys(GOOD).length);
    for (const [description, [verdict, parts]] of Object.entries(BAD)) {
      const before = await counted(verdict);
      assert.deepEqual(await ask(`Bearer ${token(parts)}`), REFUSED, description);
      assert.equal(await counted(verdict), before + 1, `${description}: not counted as ${verdict}`);
    }
    for (const scheme of ['bearer', 'BEARER']) assert.equal((await ask(`${scheme} ${token()}`)).status, 422, scheme);
    for (const none of [undefined, 'Bearer ', 'Bearer a.b.c', 'Bearer ..', `Basic ${token()}`, token(), `Bearer ${'x'.repeat(5000)}`])
      assert.deepEqual(await ask(none), REFUSED);
    assert.doesNotMatch(other.log, /eyJ|example\.org/);
  });
});

test('CDS clients: a token is good once', async () => {
  await withClients(async ({ ask, counted }) => {
    const one = token();
    const answers = await Promise.all([1, 2, 3, 4].map(() => ask(`Bearer ${one}`)));
    assert.deepEqual(answers.map(({ status }) => status).sort(), [401, 401, 401, 422]);
    assert.equal(await counted('replayed'), 3);
    const id = randomUUID();
    const other = { iss: 'https://tenants.example.org', tenant: 'ward 7', jti: id };
    assert.equal((await ask(`Bearer ${token({ claims: { jti: id } })}`)).status, 422);
    assert.equal((await ask(`Bearer ${token({ claims: other })}`)).status, 422, 'another issuer may use the same id');
  });
});

test('CDS clients: a token opens CDS services only, a key opens both', async () => {
  const key = 'canary-key-of-the-ward';
  const folder = mkdtempSync(path.join(tmpdir(), 'crosscheck-keys-'));
  const file = path.join(folder, 'keys.json');
  const rows = ['check', 'metrics'].map((scope) => ({ name: scope, sha256: sha256(scope + key), scopes: [scope] }));
  writeFileSync(file, JSON.stringify({ schema: 1, keys: rows }));
  try {
    await withClients(async ({ other, ask }) => {
      assert.equal((await ask(`Bearer ${token()}`)).status, 422);
      assert.equal((await ask(`Bearer check${key}`)).status, 422);
      assert.equal((await ask(`Bearer metrics${key}`)).status, 403);
      assert.equal((await ask('Bearer something else')).status, 401);
      assert.equal((await ask()).status, 401);
      const list = `${other.url}/v1/check?medications=baclofen`;
      const check = token({ claims: { aud: `${PUBLIC_URL}/v1/check` } });
      assert.equal((await fetch(list, { headers: { authorization: `Bearer ${check}` } })).status, 401);
      assert.equal((await fetch(list, { headers: { authorization: `Bearer check${key}` } })).status, 200);
    }, { flags: ['--keys', file] });
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('CDS clients: SIGHUP reads them again; with a fault the old ones stay', async () => {
  await withClients(async ({ other, ask, write }) => {
    const fresh = () => ask(`Bearer ${token({ header: { kid: 'new' }, with: stranger.privateKey })}`);
    assert.equal((await fresh()).status, 401);
    const keys = [...JWKS.keys, { ...stranger.publicKey.export({ format: 'jwk' }), kid: 'new' }];
    write('clients.json', { schema: 1, clients: [{ iss: ISSUER, jwks: { keys } }] });
    await other.reload();
    assert.match(other.log, /"CDS clients reloaded"/);
    assert.equal((await fresh()).status, 422);
    write('clients.json', { schema: 1, clients: [] });
    await other.reload();
    assert.match(other.log, /"CDS clients not reloaded"/);
    assert.equal((await fresh()).status, 422);
  });
});

const FAULTY = {
  'a private key': [{ ...PAIRS.p384.privateKey.export({ format: 'jwk' }), kid: 'a' }, /\/clients\/0\/jwks\/keys\/0\/d: expected a public key; found a private one/],
  'a shared secret': [{ kty: 'oct', k: 'AAAA', kid: 'a' }, /\/keys\/0\/kty: expected a public key; found a shared secret/],
  'a short key': [{ ...rsa(1024).publicKey.export({ format: 'jwk' }), kid: 'a' }, /\/keys\/0\/n: expected at least 2048 bits; found fewer/],
  'a key without a name': [PAIRS.p384.publicKey.export({ format: 'jwk' }), /\/keys\/0\/kid: expected/],
  'a point that is not on the curve': [jwk('p384', { y: PAIRS.p384.publicKey.export({ format: 'jwk' }).x }), /\/keys\/0: expected a JSON Web Key; found one that cannot be read/],
  'a curve of another kind': [{ ...ec('secp256k1').publicKey.export({ format: 'jwk' }), kid: 'a' }, /\/keys\/0\/crv: expected P-256, P-384 or P-521/],
};
for (const [description, [key, fault]] of Object.entries(FAULTY))
  test(`CDS clients: ${description} starts no service`, async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'crosscheck-clients-'));
    try {
      const file = path.join(folder, 'clients.json');
      writeFileSync(file, JSON.stringify({ schema: 1, clients: [{ iss: ISSUER, jwks: { keys: [key] } }] }));
      const flags = ['serve', '--port', '0', '--rules', writeFewRules(path.join(folder, 'rules'))];
      const { code, stderr } = await run([...flags, '--cds-clients', file, '--public-url', PUBLIC_URL]);
      assert.equal(code, 2);
      assert.match(stderr, fault);
      assert.match((await run([...flags, '--cds-clients', file])).stderr, /--cds-clients needs --public-url/);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
