// Bytes on a socket, for requests that no decent client sends.
import net from 'node:net';

import { service } from './client.mjs';

const sleep = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/// Writes the pieces with a pause between them; resolves to the answers that came back, in order.
/// It waits until the service closes, or until nothing has come for `patience` milliseconds.
/// `halfClose`: says after the last piece that nothing more will come.
export async function talk(pieces, { pause = 0, patience = 1000, halfClose = false, port = service.port } = {}) {
  const socket = await connect(port);
  const chunks = [];
  let last = Date.now();
  let closed = false;
  socket.on('data', (chunk) => {
    chunks.push(chunk);
    last = Date.now();
  });
  for (const event of ['end', 'close', 'error']) socket.on(event, () => (closed = true));
  for (const piece of pieces) {
    if (closed) break;
    if (!socket.write(piece)) await Promise.race([new Promise((resolve) => socket.once('drain', resolve)), sleep(patience)]);
    if (pause) await sleep(pause);
  }
  if (halfClose) socket.end();
  last = Date.now();
  while (!closed && Date.now() - last < patience) await sleep(5);
  socket.destroy();
  return readAnswers(Buffer.concat(chunks).toString('latin1'));
}

/// Writes the pieces, then goes away without reading.
export async function abandon(pieces) {
  const socket = await connect();
  for (const piece of pieces) socket.write(piece);
  await sleep(20);
  socket.destroy();
}

/// Writes the pieces and stays; the caller ends it with destroy().
export async function linger(pieces, port = service.port) {
  const socket = await connect(port);
  for (const piece of pieces) socket.write(piece);
  return socket;
}

function connect(port = service.port) {
  return new Promise((resolve, reject) => {
    const socket = net.connect({ host: '127.0.0.1', port, noDelay: true, allowHalfOpen: true });
    socket.once('connect', () => resolve(socket));
    socket.once('error', reject);
    socket.on('error', () => {});  // A reset by the service is an answer too.
  });
}

/// Answers in a byte stream: [{status, headers, body}]; a body is cut where the stream ends.
export function readAnswers(stream) {
  const answers = [];
  while (stream) {
    const end = stream.indexOf('\r\n\r\n');
    const status = /^HTTP\/1\.[01] (\d{3})/.exec(stream)?.[1];
    if (!status || end < 0) break;
    const headers = Object.fromEntries(stream.slice(0, end).split('\r\n').slice(1).map((line) => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
    }));
    const length = Number(headers['content-length'] ?? 0);
    const body = Buffer.from(stream.slice(end + 4, end + 4 + length), 'latin1').toString('utf8');
    if (status !== '100') answers.push({ status: Number(status), headers, body });
    stream = stream.slice(end + 4 + length);
  }
  return answers;
}
