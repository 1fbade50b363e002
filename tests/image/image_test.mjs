// The image of `make image`: what is in it, and that it serves as whoever runs it expects.
// Run as root by `make image-test`; it serves on 127.0.0.1 only.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';

const { CROSSCHECK_IMAGE: image, CROSSCHECK_IMAGE_STORE: store } = process.env;
const SECONDS = 60;

function output(command, ...words) {
  const { status, stdout, stderr, error } = spawnSync(command, words, { encoding: 'utf8', timeout: SECONDS * 1000 });
  assert.equal(status, 0, `${command} ${words.join(' ')}\n${error ?? ''}${stdout}${stderr}`);
  return stdout.trim();
}
const buildah = (...words) => output('buildah', '--storage-driver', 'vfs', '--root', `${store}/root`, '--runroot', `${store}/run`, ...words);

let container, root, base, config, server, port;
let log = '';
const inside = (...words) => output('chroot', root, ...words);
const lines = (text) => text.split('\n').filter(Boolean);

/// A command in the container as its runner would start it: its user, its environment, a root to read only.
function start(words, more = {}) {
  const settings = Object.fromEntries([...config.Env, ...Object.entries(more).map((pair) => pair.join('='))].map((one) => one.split(/=(.*)/s)));
  const script = 'mount --bind "$0" "$0" && mount -o remount,bind,ro "$0" && exec chroot --userspec="$1" "$0" "${@:2}"';
  return spawn('unshare', ['--mount', 'bash', '-c', script, root, config.User, ...words], { env: settings });
}

before(async () => {
  const described = JSON.parse(buildah('inspect', '--type', 'image', image));
  config = { ...described.OCIv1.config, healthcheck: described.Docker.config.Healthcheck };
  [container, base] = [buildah('from', '--pull-never', image), buildah('from', '--pull-never', 'localhost/debian-minbase:bookworm')];
  root = buildah('mount', container);
  server = start([...config.Entrypoint, ...config.Cmd], { CROSSCHECK_HOST: '127.0.0.1', CROSSCHECK_PORT: '0' });
  server.stderr.setEncoding('utf8').on('data', (text) => (log += text));
  for (let left = 400; left > 0 && !/"listening"/.test(log) && server.exitCode === null; --left)
    await new Promise((resolve) => setTimeout(resolve, 50));
  port = JSON.parse(lines(log).find((line) => line.includes('"listening"')) ?? assert.fail(log)).port;
});

after(() => {
  server?.kill('SIGKILL');
  for (const one of [container, base]) if (one) buildah('rm', one);
});

test('it answers a check', async () => {
  const body = JSON.stringify({ medications: ['Lioresal 10 mg tablet', 'Nardil 15 mg', 'Elsewherol drops'] });
  const answer = await fetch(`http://127.0.0.1:${port}/v1/check`, { method: 'POST', body, headers: { 'Content-Type': 'application/json' } });
  const { highest_severity, complete, interactions, knowledge } = await answer.json();
  assert.deepEqual([answer.status, highest_severity, complete], [200, 'major', false]);
  assert.deepEqual(interactions[0].ingredients, ['baclofen', 'phenelzine']);
  assert.equal(knowledge.version, JSON.parse(readFileSync(`${root}/usr/share/crosscheck/rules/release.json`)).version);
});

test('it shows the page', async () => {
  assert.match(await (await fetch(`http://127.0.0.1:${port}/`)).text(), /src="page\/page-[0-9A-F]{8}\.js"/);
});

test('it is not root, and its root is read only', () => {
  const status = readFileSync(`/proc/${server.pid}/status`, 'utf8');
  const [, user] = /^Uid:\t(\d+)/m.exec(status);
  assert.notEqual(user, '0');
  assert.match(status, /^CapEff:\t0+$/m);
  const mount = readFileSync(`/proc/${server.pid}/mountinfo`, 'utf8').split('\n').find((line) => line.split(' ')[4] === '/');
  assert.match(mount.split(' ')[5], /\bro\b/);
});

test('its health check says well, and ill where nobody answers', async () => {
  const [kind, ...words] = config.healthcheck.Test;
  assert.equal(kind, 'CMD');
  const [well] = await once(start(words, { CROSSCHECK_PORT: String(port) }), 'close');
  const [ill] = await once(start(words, { CROSSCHECK_PORT: '1' }), 'close');
  assert.deepEqual([well, ill], [0, 2]);
});

test('it has every library, each with its licence, and no tool to build', () => {
  const libraries = lines(inside('ldd', '/usr/bin/crosscheck'));
  assert.ok(libraries.length > 10);
  for (const library of libraries) assert.doesNotMatch(library, /not found/);
  for (const library of libraries.filter((line) => line.includes('=> /'))) {
    const file = library.split(/\s+/)[3];
    const [owner] = [file, `/usr${file}`].map((name) => spawnSync('chroot', [root, 'dpkg-query', '--search', name], { encoding: 'utf8' }))
      .filter(({ status }) => status === 0).map(({ stdout }) => stdout.split(':')[0]);
    assert.ok(owner, `${file} is of no package`);
    assert.ok(existsSync(`${root}/usr/share/doc/${owner}/copyright`), `${owner} has no copyright file`);
  }
  for (const tool of ['gcc', 'g++', 'cc', 'ld', 'make', 'cmake', 'git', 'node', 'curl', 'python3'])
    assert.ok(!existsSync(`${root}/usr/bin/${tool}`), `${tool} is in the image`);
});

test('it brings no set-user-id program, no list of packages, and nothing of the machine that built it', () => {
  const privileged = (place) => lines(output('find', place, '-xdev', '-type', 'f', '-perm', '/6000', '-printf', '%P\n')).sort();
  assert.deepEqual(privileged(root), privileged(buildah('mount', base)));
  for (const folder of ['var/lib/apt/lists', 'var/cache/apt/archives', 'var/log'])
    assert.deepEqual(lines(output('find', path.join(root, folder), '-type', 'f', '-size', '+0', '!', '-name', 'lock', '-printf', '%P\n')), [], folder);
  assert.deepEqual(readdirSync(`${root}/etc/apt/sources.list.d`), []);
  assert.doesNotMatch(output('find', `${root}/etc/apt`, '-type', 'f', '-exec', 'cat', '{}', '+'), /proxy/i);
  assert.deepEqual(readdirSync(`${root}/usr/share`).includes('crosscheck'), true);
  assert.ok(!existsSync(`${root}/src`));
});

test('it says what it is', () => {
  const label = (name) => config.Labels[`org.opencontainers.image.${name}`];
  assert.equal(label('title'), 'crosscheck');
  assert.equal(`crosscheck ${label('version')}`, inside('crosscheck', '--version'));
  assert.match(label('revision'), /^[0-9a-f]{40}(-dirty)?$/);
  assert.ok(label('description'));
  assert.deepEqual(Object.keys(config.ExposedPorts), ['8080/tcp']);
  console.log(`size of the root: ${output('du', '--summarize', '--block-size=M', root).split('\t')[0]}`);
});

test('SIGTERM ends it with 0', async () => {
  const ended = once(server, 'close');
  server.kill('SIGTERM');
  assert.deepEqual(await ended, [0, null], log);
});
