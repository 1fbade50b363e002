// What may be said of a whole report, and no more.

const plural = (count, one, many = `${one}s`) => `${count} ${count === 1 ? one : many}`;

/// The names of drugs that are known, but of which no rule speaks.
export function uncoveredNames({ not_covered, medications }) {
  const names = new Map(medications.flatMap(({ ingredients }) => ingredients.map(({ key, name }) => [key, name])));
  return [...new Set(not_covered.map(({ ingredient }) => names.get(ingredient) ?? ingredient))];
}

/// {tone: "found" | "open" | "none", title, text}.  "none" is only said of a list that was understood and covered as a whole.
export function verdict(report) {
  const { medications, counts, duplicates, not_checked, complete, knowledge } = report;
  const found = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const entries = plural(medications.length, 'entry', 'entries');
  const lacking = `${plural(not_checked.length, 'part')} of the question could not be checked for certain`;
  const uncovered = uncoveredNames(report);
  const silence = `No rule speaks of ${uncovered.join(', ')}: silence about ${uncovered.length === 1 ? 'it' : 'them'} means nothing.`;
  const old = knowledge.expired ? 'The rules have expired: what is known since may be missing.' : '';
  const reservation = [complete ? '' : `${lacking}: more may be found.`, uncovered.length ? silence : '', old].filter(Boolean).join(' ');
  if (found || duplicates.length) {
    const what = [found && plural(found, 'alert'), duplicates.length && plural(duplicates.length, 'duplicate')].filter(Boolean).join(' and ');
    return { tone: 'found', title: `${what} for ${entries}`, text: reservation };
  }
  if (!complete) return { tone: 'open', title: 'No result for this list', text: `${lacking}. Settle what is marked to get one.` };
  const known = `No interaction known in rules ${knowledge.version}`;
  if (uncovered.length) return { tone: 'open', title: 'Not every drug is covered', text: `${silence} ${known} for the rest.` };
  if (old) return { tone: 'open', title: 'The rules have expired', text: `${known}. ${old}` };
  if (medications.length < 2) return { tone: 'none', title: 'One entry: there is no pair yet', text: `${known} by itself.` };
  return { tone: 'none', title: known, text: `${entries}, all understood and covered by rules.` };
}
