// What a team would write in an afternoon: node's own server and a Map of pairs, which answers as many
// bytes as the service.  node node_server.mjs PORT ANSWER, where ANSWER is one of the service's.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';

const answer = JSON.parse(readFileSync(process.argv[3], 'utf8'));
const drugs = answer.medications.map(({ text }) => text);
const pairs = new Map();
let i = 0;
for (const a of drugs) for (const b of drugs) if (a < b && answer.interactions[i]) pairs.set(`${a}|${b}`, answer.interactions[i++]);

createServer((request, response) => {
  const chunks = [];
  request.on('data', (chunk) => chunks.push(chunk));
  request.on('end', () => {
    const { medications } = JSON.parse(Buffer.concat(chunks).toString());
    const interactions = [];
    for (const a of medications) for (const b of medications) {
      const found = a < b && pairs.get(`${a}|${b}`);
      if (found) interactions.push(found);
    }
    const body = JSON.stringify({ ...answer, interactions });
    response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(body) });
    response.end(body);
  });
}).listen(Number(process.argv[2]), '127.0.0.1');
