// One process of the service: started, watched, ended.
import { spawn } from 'node:child_process';

import { binary, isSanitized, rules } from './places.mjs';

const START_SECONDS = isSanitized ? 60 : 20;
const STOP_SECONDS = isSanitized ? 20 : 5;

/// The environment without settings that would change what is tested.
export function cleanEnvironment() {
  const kept = Object.entries(process.env).filter(([name]) => !name.startsWith('CROSSCHECK_'));
  return Object.fromEntries(kept);
}

export class Service {
  #process = null;
  log = '';
  port = 0;

  /// Resolves when the service listens.  Errors: it ends first, or is too slow.
  async start({ port = 0, rulesDirectory = rules, flags: more = [] } = {}) {
    const flags = ['serve', '--host', '127.0.0.1', '--port', String(port), '--rules', rulesDirectory, ...more];
    this.#process = spawn(binary, flags, { stdio: ['ignore', 'pipe', 'pipe'], env: cleanEnvironment() });
    const endIt = () => this.#process.kill('SIGKILL');
    process.once('exit', endIt);
    this.ended = new Promise((resolve) => {
      this.#process.on('error', (error) => resolve({ code: null, signal: null, error }));
      this.#process.on('close', (code, signal) => resolve({ code, signal }));
    });
    this.ended.then(() => process.removeListener('exit', endIt));
    for (const stream of [this.#process.stdout, this.#process.stderr])
      stream.setEncoding('utf8').on('data', (text) => (this.log += text));
    this.port = await this.#listening();
    return this;
  }

  get pid() {
    return this.#process.pid;
  }

  get url() {
    return `http://127.0.0.1:${this.port}`;
  }

  /// SIGHUP; resolves to the log line that tells what became of it.
  async reload() {
    const seen = this.log.length;
    this.#process.kill('SIGHUP');
    const deadline = Date.now() + START_SECONDS * 1000;
    while (Date.now() < deadline) {
      const lines = this.log.slice(seen).split('\n').filter((line) => /"message":"rules (not )?reloaded"/.test(line) && line.endsWith('}'));
      if (lines.length) return JSON.parse(lines[0]);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    throw new Error(`no word of the reload:\n${this.log}`);
  }

  /// SIGTERM; resolves to how the process ended.  Errors: it is still there after `seconds`.
  async stop(seconds = STOP_SECONDS) {
    this.#process.kill('SIGTERM');
    return withTimeout(this.ended, seconds, 'the service did not end after SIGTERM').catch((error) => {
      this.#process.kill('SIGKILL');
      throw error;
    });
  }

  /// Log lines as objects; a line that is not JSON is {unreadable: line}.
  logLines() {
    return this.log.split('\n').filter(Boolean).map((line) => {
      try {
        return JSON.parse(line);
      } catch {
        return { unreadable: line };
      }
    });
  }

  async #listening() {
    const deadline = Date.now() + START_SECONDS * 1000;
    let end = null;
    this.ended.then((how) => (end = how));
    while (Date.now() < deadline) {
      const line = this.logLines().find(({ message }) => message === 'listening');
      if (line) return line.port;
      if (end) throw new Error(`${binary} did not start (${describe(end)}):\n${this.log}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    this.#process.kill('SIGKILL');
    throw new Error(`no "listening" in the log after ${START_SECONDS} s:\n${this.log}`);
  }
}

/// Runs the binary to its end.  Resolves to {code, stdout, stderr}.
export function run(flags, { input = '', environment = {} } = {}) {
  const child = spawn(binary, flags, { env: { ...cleanEnvironment(), ...environment } });
  const output = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr']) child[name].setEncoding('utf8').on('data', (text) => (output[name] += text));
  child.stdin.on('error', () => {});  // A program that does not read its input is no failure.
  child.stdin.end(input);
  const ended = new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, ...output }));
  });
  return withTimeout(ended, START_SECONDS, `crosscheck ${flags.join(' ')} did not end`).finally(() => child.kill('SIGKILL'));
}

const describe = ({ code, signal, error }) => error?.message ?? (signal ? `signal ${signal}` : `exit ${code}`);

function withTimeout(promise, seconds, message) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${message} within ${seconds} s`)), seconds * 1000);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}
