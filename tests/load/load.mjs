// Measures the service under load, beside other servers in the same run: `make bench-load`.  Only the
// ratios mean something on a shared machine.  Server and clients have a core each.
//   CROSSCHECK_BINARY, COMPARED_SERVERS (binaries), LOAD_SECONDS of each measurement (3), LOAD_ROUNDS (3)
import { execFile, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

import { freePort } from '../service/free_port.mjs';

const SECONDS = Number(process.env.LOAD_SECONDS ?? 3);
const ROUNDS = Number(process.env.LOAD_ROUNDS ?? 3);
const [SERVER_CORE, CLIENT_CORE] = ['0', '1'];
const QUESTION = JSON.stringify({ medications: ['baclofen 10 mg', 'diazepam 5 mg', 'lisinopril 10 mg', 'metformin 500 mg', 'levodopa'] });
const HEAD = `POST /v1/check HTTP/1.1\r\nHost: h\r\nContent-Type: application/json\r\nContent-Length: ${QUESTION.length}\r\n`;

const root = path.resolve(import.meta.dirname, '../..');
const binary = process.env.CROSSCHECK_BINARY ?? path.join(root, 'build/release/crosscheck');
const compared = process.env.COMPARED_SERVERS ?? path.join(root, 'build/release/compared_servers');
const folder = mkdtempSync(path.join(tmpdir(), 'crosscheck-load-'));
const sleep = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const running = new Set();

process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

/// A server that answers: {child, port, ended}.
async function start(command) {
  const port = await freePort();
  const child = spawn('taskset', ['-c', SERVER_CORE, ...command(String(port))], { stdio: 'inherit' });
  running.add(child);
  const ended = new Promise((resolve) => child.once('exit', () => (running.delete(child), resolve())));
  for (let tries = 0; tries < 200; ++tries) {
    if (await ask(port).then(() => true, () => false)) return { child, port, ended };
    await sleep(50);
  }
  throw new Error(`${command(port).join(' ')} does not answer`);
}

async function end({ child, ended }) {
  child.kill('SIGTERM');
  await Promise.race([ended, sleep(2000)]);
  child.kill('SIGKILL');
  await ended;
}

const ask = (port) => fetch(`http://127.0.0.1:${port}/v1/check`, { method: 'POST', body: QUESTION, headers: { 'content-type': 'application/json', connection: 'close' } }).then((answer) => answer.text());
const service = (port) => [binary, 'serve', '--port', port, '--rules', path.join(root, 'rules'), '--log-level', 'error', '--threads', '1'];

/// Not a number where nothing was answered.
const milliseconds = (text) => {
  const [, number, unit] = /([\d.]+)(us|ms|s)/.exec(text) ?? [];
  return Number(number) * { us: 0.001, ms: 1, s: 1000 }[unit];
};

/// What wrk sees: {rate (a second), p50, p99 (milliseconds), refused}.
async function load(port, connections, seconds = SECONDS) {
  const script = path.join(folder, 'post.lua');
  writeFileSync(script, `wrk.method = "POST"\nwrk.headers["Content-Type"] = "application/json"\nwrk.body = ${JSON.stringify(QUESTION)}\n`);
  const { stdout } = await promisify(execFile)('taskset', ['-c', CLIENT_CORE, 'wrk', '-t1', `-c${connections}`, `-d${seconds}s`, '--latency', '-s', script, `http://127.0.0.1:${port}/v1/check`]);
  const part = (pattern) => pattern.exec(stdout)?.[1];
  return {
    rate: Number(part(/Requests\/sec:\s+([\d.]+)/)),
    p50: milliseconds(part(/50%\s+(\S+)/)),
    p99: milliseconds(part(/99%\s+(\S+)/)),
    refused: Number(part(/Non-2xx or 3xx responses: (\d+)/) ?? 0),
  };
}

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
const show = (...cells) => console.log(cells.map((cell, i) => (i ? String(cell).padStart(12) : String(cell).padEnd(36))).join(''));
const medianOf = (runs, key) => median(runs.map((run) => run[key]));

async function compare(answer) {
  const small = path.join(folder, 'small.json');
  const same = path.join(folder, 'same.json');
  writeFileSync(small, answer.slice(0, 3 * 1024));
  writeFileSync(same, answer);
  const kinds = {
    'the service': service,
    'the library, same bytes': (port) => [compared, 'stock', port, same],
    'our front, same bytes': (port) => [compared, 'front', port, same],
    'node and a Map, same bytes': (port) => [process.execPath, path.join(import.meta.dirname, 'node_server.mjs'), port, same],
    'the library, 3 KiB': (port) => [compared, 'stock', port, small],
    'our front, 3 KiB': (port) => [compared, 'front', port, small],
    'its loop alone (epoll), 3 KiB': (port) => [compared, 'epoll', port, small],
    'the same on Asio, 3 KiB': (port) => [compared, 'asio', port, small],
  };
  const runs = Object.fromEntries(Object.keys(kinds).map((kind) => [kind, []]));
  for (let round = 0; round < ROUNDS; ++round) {
    for (const [kind, command] of Object.entries(kinds)) {
      const server = await start(command);
      runs[kind].push(await load(server.port, 32));
      await end(server);
    }
  }
  console.log(`\nPOST /v1/check, 5 drugs, ${answer.length} bytes of answer, 32 connections`);
  show('', 'a second', 'service is', 'p50 ms', 'p99 ms');
  const own = medianOf(runs['the service'], 'rate');
  for (const [kind, all] of Object.entries(runs)) {
    const rate = medianOf(all, 'rate');
    show(kind, Math.round(rate), `${(own / rate).toFixed(2)} x`, medianOf(all, 'p50').toFixed(2), medianOf(all, 'p99').toFixed(2));
  }
}

async function tails() {
  console.log('\nthe service at saturation');
  show('connections', 'a second', 'p50 ms', 'p99 ms', 'refused');
  const server = await start(service);
  for (const connections of [1, 32, 128, 256]) {
    const runs = [];
    for (let round = 0; round < ROUNDS; ++round) runs.push(await load(server.port, connections));
    show(connections, Math.round(medianOf(runs, 'rate')), medianOf(runs, 'p50').toFixed(2), medianOf(runs, 'p99').toFixed(2), medianOf(runs, 'refused'));
  }
  await end(server);
}

/// Asks one request after the other on one connection: [{status, ms}].
async function probe(port, seconds) {
  const socket = net.connect({ host: '127.0.0.1', port, noDelay: true });
  const seen = [];
  const until = Date.now() + seconds * 1000;
  let bytes = Buffer.alloc(0);
  let begun = 0;
  await new Promise((resolve, reject) => {
    const next = () => {
      if (Date.now() >= until) return socket.end(resolve);
      begun = performance.now();
      socket.write(`${HEAD}\r\n${QUESTION}`);
    };
    socket.on('connect', next).on('error', reject).on('close', resolve);
    socket.on('data', (chunk) => {
      bytes = Buffer.concat([bytes, chunk]);
      const head = bytes.indexOf('\r\n\r\n');
      if (head < 0) return;
      const length = Number(/content-length: (\d+)/i.exec(bytes.toString('latin1', 0, head))[1]);
      if (bytes.length < head + 4 + length) return;
      seen.push({ status: Number(bytes.toString('latin1', 9, 12)), ms: performance.now() - begun });
      bytes = Buffer.alloc(0);
      if (seen.at(-1).status === 200) return next();
      socket.destroy();  // refused: such a connection ends
    });
  });
  return seen;
}

/// The same, with a new connection after each refusal.
async function probeAll(port, seconds) {
  const until = Date.now() + seconds * 1000;
  const seen = [];
  while (Date.now() < until) seen.push(...await probe(port, (until - Date.now()) / 1000));
  return seen;
}

const percentile = (seen, part) => seen.map(({ ms }) => ms).sort((a, b) => a - b)[Math.min(seen.length - 1, Math.floor(seen.length * part))];
const memoryOf = (pid) => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024;
const processorOf = (pid) => readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ').slice(11, 13).reduce((sum, ticks) => sum + Number(ticks) * 10, 0);

async function crowds() {
  const server = await start(service);
  const pid = server.child.pid;  // taskset becomes the server
  await probe(server.port, 1);
  const alone = percentile(await probe(server.port, SECONDS), 0.99);
  const memory = memoryOf(pid);
  const cut = [];
  const sockets = await Promise.all(Array.from({ length: 4000 }, (_, i) => new Promise((resolve, reject) => {
    const socket = net.connect({ host: '127.0.0.1', port: server.port }, () => {
      if (i % 2) socket.write(HEAD);
      const begun = Date.now();
      socket.resume().on('close', () => i % 2 && cut.push((Date.now() - begun) / 1000));
      resolve(socket);
    }).on('error', reject);
  })));
  const before = processorOf(pid);
  await sleep(1000);
  const processor = (processorOf(pid) - before) / 10;
  const seen = await probe(server.port, SECONDS);
  const grown = memoryOf(pid) - memory;
  while (cut.length < 2000) await sleep(100);
  for (const socket of sockets) socket.destroy();
  console.log('\n2,000 idle and 2,000 half-sent requests beside one client');
  show('p99 of the client, ms', percentile(seen, 0.99).toFixed(2), `alone ${alone.toFixed(2)}`);
  show('memory, MiB more', grown.toFixed(1));
  show('processor, % of a core', processor.toFixed(1));
  show('half-sent ones cut after, s', Math.min(...cut).toFixed(1), Math.max(...cut).toFixed(1));
  await end(server);
}

async function overload() {
  const server = await start(service);
  const [base] = await Promise.all([probeAll(server.port, SECONDS), load(server.port, 128)]);
  const [seen, much] = await Promise.all([probeAll(server.port, SECONDS), load(server.port, 1280)]);
  const admitted = seen.filter(({ status }) => status === 200);
  const refused = seen.filter(({ status }) => status === 503);
  console.log('\na client beside 128 and beside 1,280 others, all as fast as they can');
  show('', 'beside 128', 'beside 1,280');
  show('admitted, p99 ms', percentile(base, 0.99).toFixed(1), admitted.length ? percentile(admitted, 0.99).toFixed(1) : '-');
  show('refused with 503, of all', `${base.filter(({ status }) => status === 503).length} of ${base.length}`, `${refused.length} of ${seen.length}`);
  show('refused, p99 ms', '', refused.length ? percentile(refused, 0.99).toFixed(1) : '-');
  show('the others: a second, refused', '', Math.round(much.rate), much.refused);
  await end(server);
}

async function stop() {
  const server = await start(service);
  const asked = load(server.port, 256, 2).catch(() => {});
  await sleep(1000);
  const begun = performance.now();
  server.child.kill('SIGTERM');
  await server.ended;
  console.log('\nSIGTERM under load');
  show('ended after, ms', Math.round(performance.now() - begun));
  await asked;
}

const first = await start(service);
const answer = await ask(first.port);
await end(first);
await compare(answer);
await tails();
await crowds();
await overload();
await stop();
process.exit(0);
