// Commands in a Markdown text, and the output that the text promises.
//
// A block that begins with ```sh test is run, line by line; a line that ends in a backslash goes on.  The block that
// follows it directly may promise the output of its last command: ```text output line by line, ```json output as a
// value.  In both an ellipsis (… or "…") stands for anything: alone on a line for any lines, in a JSON object as
// "…": "…" for more members, in an array as "…" for more items.  Without an ellipsis the output must be the same.

/// [{line, commands: [text], promise: {kind, text} | null}], in order.
export function readBlocks(markdown) {
  const fences = [...markdown.matchAll(/^```([^\n`]*)\n(.*?)^```[ \t]*$/gms)].map((match) => ({
    info: match[1].trim(), text: match[2], start: match.index, end: match.index + match[0].length,
  }));
  return fences.flatMap(({ info, text, start, end }, index) => {
    if (info !== 'sh test') return [];
    const next = fences[index + 1];
    const kind = /^(text|json) output$/.exec(next?.info ?? '')?.[1];
    const promise = kind && proseIsShort(markdown.slice(end, next.start)) ? { kind, text: next.text } : null;
    return [{ line: markdown.slice(0, start).split('\n').length, commands: readCommands(text), promise }];
  });
}

/// Output belongs to the block above unless another heading comes between.
const proseIsShort = (between) => !/^#/m.test(between);

function readCommands(text) {
  return text.replaceAll('\\\n', ' ').split('\n').map((line) => line.trim()).filter((line) => line && !line.startsWith('#'));
}

/// Why `output` is not what the promise says; empty if it is.
export function outputFaults({ kind, text }, output) {
  if (kind === 'text') {
    const pattern = text.trimEnd().split('\n').map((line) =>
      line.trim() === '…' ? '(?:.*\n)*?' : `${line.trimEnd().split('…').map(escape).join('.*')}[ \t]*\n`).join('');
    return new RegExp(`^${pattern}$`).test(`${output.trimEnd()}\n`) ? [] : [`promised:\n${text}\nfound:\n${output}`];
  }
  return valueFaults(JSON.parse(text), JSON.parse(output), '');
}

function valueFaults(promised, found, place) {
  if (promised === '…') return [];
  const fault = [`${place || '/'}: promised ${JSON.stringify(promised)}; found ${JSON.stringify(found)}`];
  if (typeof promised === 'string' && promised.includes('…'))
    return new RegExp(`^${promised.split('…').map(escape).join('.*')}$`, 's').test(found) ? [] : fault;
  if (promised === null || typeof promised !== 'object') return promised === found ? [] : fault;
  if (found === null || typeof found !== 'object' || Array.isArray(promised) !== Array.isArray(found)) return fault;
  const open = Array.isArray(promised) ? promised.at(-1) === '…' : '…' in promised;
  const keys = Object.keys(promised).filter((key) => key !== '…' && !(open && promised[key] === '…' && Array.isArray(promised)));
  const more = open ? [] : Object.keys(found).filter((key) => !keys.includes(key)).map((key) => `${place}/${key}: not promised`);
  return [...more, ...keys.flatMap((key) => valueFaults(promised[key], found[key], `${place}/${key}`))];
}

const escape = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
