// A pasted list as entries.

/// Words with which a direction goes on behind a comma: "baclofen 10 mg, oral, at night".
const DIRECTION = /^(?:[\d½¼]|(?:and|with|by|at|in|on|every|once|twice|three|one|two|half|take|when|as|if|for|before|after|po|oral(?:ly)?|iv|im|sc|[obtq]i?d|[tq]ds|prn|nocte|mane|daily|nightly|bedtime|tab(?:let)?s?|cap(?:sule)?s?|drops?|patch|puffs?|injection|cream|[mxes]r|xl|ec)(?![\w-]))/i;

/// Parts of a line between commas; a comma in a number or in brackets belongs to the part.
function atCommas(line) {
  const parts = [];
  let part = '', depth = 0;
  [...line].forEach((letter, at, letters) => {
    if (letter === '(') depth += 1;
    if (letter === ')') depth = Math.max(0, depth - 1);
    const inNumber = /\d/.test(letters[at - 1] ?? '') && /\d/.test(letters[at + 1] ?? '');
    if (letter !== ',' || inNumber || depth > 0) return void (part += letter);
    parts.push(part);
    part = '';
  });
  return [...parts, part];
}

/// One entry for each line, and within a line for each part between commas or semicolons; directions stay with their drug.
/// Nothing is left out but blanks and what marks an item of a list.
export function splitList(text) {
  return text.split(/[\r\n;\t]+/).flatMap((line) => atCommas(line).reduce((entries, part) => {
    const entry = part.trim();
    if (entries.length && DIRECTION.test(entry)) entries[entries.length - 1] += `, ${entry}`;
    else entries.push(entry);
    return entries;
  }, [])).map((entry) => entry.replace(/^(?:[-–—*•·▪◦>]+|\(?\d{1,2}[.)])\s+/, '').trim()).filter(Boolean);
}

/// Whether a pasted text is more than one name.
export const isList = (text) => splitList(text).length > 1;
