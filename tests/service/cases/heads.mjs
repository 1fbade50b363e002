// Request heads that no decent client sends: none ends the service, none gets an all-clear.
import { test } from 'node:test';

import { assertNoAllClear, QUESTION, stillWell } from '../hostility.mjs';
import { talk } from '../raw.mjs';

const CONTENT = 'Content-Type: application/json';
const LENGTH = `Content-Length: ${QUESTION.length}`;
const HOST = 'Host: localhost';

/// A POST of the question with these header lines, or with another request line.
const head = (lines, request = 'POST /v1/check HTTP/1.1') => `${[request, ...lines, 'Connection: close'].join('\r\n')}\r\n\r\n`;
const posted = (...lines) => head([HOST, CONTENT, ...lines]) + QUESTION;
const got = (request, ...lines) => head([HOST, ...lines], request);

const HEADS = {
  'no request line': '\r\n\r\n', 'only spaces': '   \r\n\r\n', 'one letter': 'G\r\n\r\n', 'a method only': 'GET\r\n\r\n',
  'no version': 'GET /v1/check?medications=\r\n\r\n', 'HTTP/0.9': 'GET /livez\r\n', 'HTTP/1.0': got('GET /v1/nothing HTTP/1.0'),
  'HTTP/9.9': got('GET /v1/nothing HTTP/9.9'), 'a version without number': got('GET /v1/nothing HTTP/x'),
  'HTTP/2': 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\x04\0\0\0\0\0', 'TLS': Buffer.from('16030100c8010000c40303', 'hex'),
  'bytes without sense': Buffer.from(Array.from({ length: 4096 }, (_, index) => (index * 197 + 31) % 256)),
  'NUL bytes': Buffer.alloc(4096), 'a NUL in the path': got('GET /v1/check\0 HTTP/1.1'),
  'a NUL in a header': posted('X-A: a\0b', LENGTH), 'a control character in a header': posted('X-A: \x01\x02', LENGTH),
  'a lower-case method': got('post /v1/check HTTP/1.1', CONTENT, LENGTH) + QUESTION,
  'a method that nobody knows': got('BREW /v1/check HTTP/1.1'), 'CONNECT': got('CONNECT localhost:80 HTTP/1.1'),
  'OPTIONS *': got('OPTIONS * HTTP/1.1'), 'a path without slash': got('GET v1/check HTTP/1.1'),
  'an absolute address': got('GET http://localhost/v1/nothing HTTP/1.1'),
  'spaces in the address': got('GET /v1/check?medications=baclofen phenelzine HTTP/1.1'),
  'percent signs without digits': got('GET /v1/check?medications=%zz%&%= HTTP/1.1'),
  'bytes above ASCII in the address': Buffer.from(got('GET /v1/check?medications=\xff\xfe HTTP/1.1'), 'latin1'),
  'a request line of 100 KB': got(`GET /${'a'.repeat(100_000)} HTTP/1.1`),
  'line feeds only': posted(LENGTH).replaceAll('\r\n', '\n'), 'carriage returns only': posted(LENGTH).replaceAll('\r\n', '\r'),
  'no host': head([CONTENT, LENGTH]) + QUESTION, 'two hosts': posted(HOST, LENGTH), 'a header without colon': posted('nonsense', LENGTH),
  'a header without name': posted(': x', LENGTH), 'a space before the colon': posted(`Content-Length : ${QUESTION.length}`),
  'a folded header': posted('X-A: a\r\n b', LENGTH), 'a header of 64 KB': posted(`X-A: ${'a'.repeat(65_536)}`, LENGTH),
  'a header of 1 MB': posted(`X-A: ${'a'.repeat(1_000_000)}`, LENGTH),
  '10,000 headers': posted(...Array.from({ length: 10_000 }, (_, index) => `X-${index}: a`), LENGTH),
  'line ends hidden in a header': posted('X-A: a%0d%0aContent-Length: 0', LENGTH),
  'an address of the client, made up': posted('REMOTE_ADDR: 127.0.0.1', 'LOCAL_PORT: 1', LENGTH),
  'a method override': posted('X-HTTP-Method-Override: DELETE', LENGTH), 'an upgrade': posted('Connection: Upgrade', 'Upgrade: h2c', LENGTH),
  'an expectation that nobody knows': posted('Expect: 200-ok', LENGTH),
  'a range': posted('Range: bytes=0-1', LENGTH), 'a backward range': posted('Range: bytes=9-1', LENGTH),
  'a range in words': posted('Range: bytes=a-b', LENGTH), 'a range of lines': posted('Range: lines=1-2', LENGTH),
  'two content types': posted('Content-Type: text/plain', LENGTH), 'two lengths that agree': posted(LENGTH, LENGTH),
  'two lengths, the first shorter': posted('Content-Length: 2', LENGTH), 'two lengths, the second shorter': posted(LENGTH, 'Content-Length: 2'),
  'a list of lengths': posted(`Content-Length: ${QUESTION.length}, ${QUESTION.length}`), 'a length of 0': posted('Content-Length: 0'),
  'a negative length': posted('Content-Length: -1'), 'a length with a sign': posted(`Content-Length: +${QUESTION.length}`),
  'a length in words': posted('Content-Length: many'), 'a hexadecimal length': posted('Content-Length: 0x29'),
  'a length beyond all numbers': posted('Content-Length: 99999999999999999999999'),
  'a length of 10 GB': posted('Content-Length: 10000000000'), 'a length with letters after it': posted(`${LENGTH}abc`),
  'length and chunks': posted(LENGTH, 'Transfer-Encoding: chunked'), 'gzip and chunks': posted('Transfer-Encoding: gzip, chunked'),
  'chunks by another name': posted('Transfer-Encoding: xchunked', LENGTH), 'identity as transfer encoding': posted('Transfer-Encoding: identity', LENGTH),
  'a body on GET': got('GET /v1/nothing HTTP/1.1', CONTENT, LENGTH) + QUESTION,
  'a list hidden in a body': head([HOST, CONTENT, 'Content-Length: 0', 'Transfer-Encoding: chunked'])
    + `0\r\n\r\n${got('GET /v1/check?medications=baclofen,phenelzine HTTP/1.1')}`,
};

for (const [description, bytes] of Object.entries(HEADS))
  test(`head: ${description}`, async () => {
    assertNoAllClear((await talk([bytes], { halfClose: true })).filter(({ body }) => body !== '{"status":"ok"}'));
    await stillWell();
  });
