// Clients that never stop: many requests at once on connections that stay.
import assert from 'node:assert/strict';
import net from 'node:net';

const HEAD_END = Buffer.from('\r\n\r\n');

/// Takes whole answers out of a byte stream, one after the other.
class AnswerReader {
  #bytes = Buffer.alloc(0);

  *feed(chunk) {
    this.#bytes = this.#bytes.length ? Buffer.concat([this.#bytes, chunk]) : chunk;
    for (;;) {
      const end = this.#bytes.indexOf(HEAD_END);
      if (end < 0) return;
      const head = this.#bytes.toString('latin1', 0, end);
      const length = Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1]);
      assert.ok(Number.isInteger(length), head);
      const from = end + HEAD_END.length;
      if (this.#bytes.length < from + length) return;
      const body = this.#bytes.subarray(from, from + length);
      this.#bytes = this.#bytes.subarray(from + length);
      yield { status: Number(head.slice(9, 12)), body };
    }
  }
}

/// Sends `requests` (texts) round and round on one connection, `depth` of them ahead of the answers,
/// while `more()` says so, and gives every answer to `take(position, answer)`.  Resolves when all are
/// answered.  Errors: the connection ends before.
export function keepAsking(port, requests, depth, more, take) {
  return new Promise((resolve, reject) => {
    const socket = net.connect({ host: '127.0.0.1', port, noDelay: true });
    const reader = new AnswerReader();
    let sent = 0;
    let answered = 0;
    const send = () => {
      let text = '';
      while (sent - answered < depth && more()) text += requests[sent++ % requests.length];
      if (text) socket.write(text);
      if (sent === answered) socket.end(resolve);
    };
    socket.on('connect', send);
    socket.on('data', (chunk) => {
      try {
        for (const answer of reader.feed(chunk)) take(answered++ % requests.length, answer);
        if (sent - answered <= depth / 2) send();
      } catch (error) {
        socket.destroy();
        reject(error);
      }
    });
    socket.on('error', reject);
    socket.on('close', () => reject(new Error(`the connection ended after ${answered} of ${sent} answers`)));
  });
}
