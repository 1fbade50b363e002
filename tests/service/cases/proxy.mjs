// deploy/haproxy.cfg in front of the service: TLS, HTTP/2, refusals, a drain.
import assert from 'node:assert/strict';
import { execFile, execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';

import { freePort } from '../free_port.mjs';
import { QUESTION } from '../hostility.mjs';
import { checkout } from '../places.mjs';
import { cleanEnvironment, Service } from '../service.mjs';

const RECIPE = path.join(checkout, 'deploy/haproxy.cfg');
const LIST = '/v1/check?medications=baclofen,phenelzine';
const START_SECONDS = 20;
const sleep = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

function makeCertificate(folder) {
  const [key, certificate, both] = ['key.pem', 'certificate.pem', 'both.pem'].map((name) => path.join(folder, name));
  execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '1', '-subj', '/CN=localhost',
    '-addext', 'subjectAltName=IP:127.0.0.1', '-keyout', key, '-out', certificate], { stdio: 'ignore' });
  writeFileSync(both, readFileSync(certificate, 'utf8') + readFileSync(key, 'utf8'));
  return { certificate, both };
}

/// What curl gets: {status, version, headers, body}; status 0 if there was no answer.
function curl(url, flags = []) {
  return new Promise((resolve) => {
    const all = ['--silent', '--max-time', '10', '--include', '--write-out', '\n%{http_code} %{http_version}', ...flags, url];
    execFile('curl', all, { maxBuffer: 1 << 24 }, (_, stdout) => {
      const [status, version] = stdout.slice(stdout.lastIndexOf('\n') + 1).split(' ');
      const whole = stdout.slice(0, stdout.lastIndexOf('\n'));
      const end = whole.indexOf('\r\n\r\n');
      const headers = Object.fromEntries(whole.slice(0, Math.max(end, 0)).split('\r\n').slice(1).map((line) => {
        const colon = line.indexOf(':');
        return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
      }));
      resolve({ status: Number(status), version, headers, body: whole.slice(end + 4) });
    });
  });
}

/// Calls `use` with the addresses of a proxy in front of `service`, and a function that asks it as curl().
async function withProxy(service, use, settings = {}) {
  const folder = mkdtempSync(path.join(tmpdir(), 'crosscheck-proxy-'));
  const { certificate, both } = makeCertificate(folder);
  const [secure, plain] = [await freePort(), await freePort()];
  const environment = { ...cleanEnvironment(), CROSSCHECK_HTTPS: `127.0.0.1:${secure}`, CROSSCHECK_HTTP: `127.0.0.1:${plain}`,
    CROSSCHECK_CERTIFICATE: both, CROSSCHECK_SERVER: `127.0.0.1:${service.port}`, ...settings };
  const proxy = spawn('/usr/sbin/haproxy', ['-db', '-f', RECIPE], { env: environment, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [proxy.stdout, proxy.stderr]) stream.setEncoding('utf8').on('data', (text) => (said += text));
  const ended = new Promise((resolve) => proxy.on('close', resolve));
  const ask = (target, flags = []) => curl(`https://127.0.0.1:${secure}${target}`, ['--cacert', certificate, ...flags]);
  try {
    const deadline = Date.now() + START_SECONDS * 1000;
    while ((await ask('/livez')).status !== 200) {
      assert.ok(proxy.exitCode === null && Date.now() < deadline, `the proxy does not serve:\n${said}`);
      await sleep(100);
    }
    await use({ secure, plain, ask });
    assert.doesNotMatch(said, /config :|baclofen/);
  } finally {
    proxy.kill('SIGTERM');
    await ended;
    rmSync(folder, { recursive: true });
  }
}

test('proxy: questions over https, by HTTP/2 and HTTP/1.1', async () => {
  const other = await new Service().start();
  try {
    await withProxy(other, async ({ ask }) => {
      const ids = [];
      const posted = ['--data', QUESTION, '--header', 'Content-Type: application/json'];
      for (const [flag, version] of [['--http2', '2'], ['--http1.1', '1.1']])
        for (const answer of [await ask(LIST, [flag]), await ask('/v1/check', [flag, ...posted])]) {
          assert.deepEqual([answer.status, answer.version], [200, version]);
          assert.equal(JSON.parse(answer.body).highest_severity, 'major');
          assert.match(answer.headers['strict-transport-security'], /^max-age=\d+$/);
          assert.match(answer.headers['x-request-id'], /^[0-9a-f]{32}$/);
          ids.push(answer.headers['x-request-id']);
        }
      const id = '3f2504e0-4f89-11d3-9a0c-0305e82c3301';
      assert.equal((await ask('/livez', ['--header', `X-Request-ID: ${id}`])).headers['x-request-id'], id);
      assert.equal((await ask('/v1/rules', ['--compressed', '--header', 'Accept-Encoding: gzip'])).headers['content-encoding'], 'gzip');
      await sleep(1500);  // The log is written each second.
      assert.deepEqual(ids.filter((one) => !other.log.includes(one)), []);
      assert.equal((await ask(LIST, ['--tls-max', '1.1', '--ciphers', 'DEFAULT@SECLEVEL=0'])).status, 0, 'old TLS is refused');
    });
  } finally {
    await other.stop();
  }
});

test('proxy: what is refused, and the client sees why', async () => {
  const other = await new Service().start();
  const folder = mkdtempSync(path.join(tmpdir(), 'crosscheck-large-'));
  const large = path.join(folder, 'body');
  writeFileSync(large, ' '.repeat(1024 * 1024 + 1));
  try {
    await withProxy(other, async ({ ask, plain, secure }) => {
      const problem = ({ status, headers, body }, expected) => {
        assert.deepEqual([status, headers['content-type']], [expected, 'application/problem+json'], body);
        assert.equal(JSON.parse(body).status, expected);
      };
      problem(await curl(`http://127.0.0.1:${plain}${LIST}`), 403);
      assert.equal((await curl(`http://127.0.0.1:${secure}${LIST}`)).status, 0, 'plain text on the port for TLS');
      problem(await ask('/metrics'), 404);
      for (const version of ['--http1.1', '--http2'])
        problem(await ask('/v1/check', [version, '--header', 'Expect:', '--data-binary', `@${large}`]), 413);
    });
  } finally {
    await other.stop();
    rmSync(folder, { recursive: true });
  }
});

test('proxy: an address that asks too often is told to wait', async () => {
  const other = await new Service().start();
  try {
    await withProxy(other, async ({ ask }) => {
      const answers = [];
      for (let i = 0; i < 60; ++i) answers.push(await ask('/livez'));
      const refused = answers.filter(({ status }) => status !== 200);
      assert.ok(refused.length > 0 && answers[0].status === 200, `${refused.length} of 60 were refused`);
      for (const { status, headers, body } of refused) {
        assert.deepEqual([status, headers['retry-after'], headers['content-type']], [429, '10', 'application/problem+json']);
        assert.equal(JSON.parse(body).status, 429);
      }
    }, { CROSSCHECK_REQUESTS: '10' });
  } finally {
    await other.stop();
  }
});

test('proxy: a service that stops is first left in peace, and no question is lost', async () => {
  const other = await new Service().start({ flags: ['--drain-seconds', '8'] });
  await withProxy(other, async ({ ask }) => {
    assert.equal((await ask(LIST)).status, 200);
    let isGone = false;
    const stopped = other.stop(20).finally(() => (isGone = true));
    const statuses = [];
    let answer = await ask(LIST);
    for (const deadline = Date.now() + 15_000; answer.status === 200 && Date.now() < deadline; answer = await ask(LIST)) statuses.push(answer.status);
    assert.ok(statuses.length > 0, 'it served while it drained');
    assert.deepEqual([answer.status, answer.headers['retry-after']], [503, '2']);
    assert.match(JSON.parse(answer.body).detail, /No service is ready/);
    assert.equal(isGone, false, 'nobody was sent there any more before it was gone');
    assert.deepEqual(await stopped, { code: 0, signal: null });
  });
});
