// Which entry meets which: a table of severities; a cell leads to its alert.
import { Sign } from './severity.jsx';
import { WORD } from './severities.js';

const WIDE = 12;  // entries that leave no room beside the table

const pair = (a, b) => `${Math.max(a, b)}-${Math.min(a, b)}`;

/// What is known of two entries: {row} | {doubt: why nothing is known} | {}.
function cell(report, rows, a, b) {
  const row = rows.get(pair(a, b));
  if (row) return { row };
  const { medications, duplicates } = report;
  if (a !== b && duplicates.some(({ medications: same }) => same.includes(a) && same.includes(b))) return { doubt: 'duplicate', sign: '=' };
  const lost = [a, b].filter((at) => !medications[at].ingredients.length);
  if (lost.length) return { doubt: 'not checked', sign: '?' };
  const silent = [a, b].filter((at) => medications[at].ingredients.every(({ covered }) => !covered));
  return silent.length ? { doubt: 'no rules', sign: '–' } : {};
}

function Cell({ report, rows, names, a, b, open }) {
  const { row, doubt, sign } = cell(report, rows, a, b);
  if (row)
    return (
      <td class={row.severity}>
        <button type="button" onClick={() => open(row)} title={`${row.title}: ${WORD[row.severity].toLowerCase()}`}>
          <Sign of={row.severity} /><span class="unseen">{WORD[row.severity]}: {names[a]} with {names[b]}</span>
        </button>
      </td>
    );
  if (a === b) return <td class="self" />;
  return doubt ? <td class="unknown" title={doubt}><span aria-hidden="true">{sign}</span><span class="unseen">{doubt}</span></td>
    : <td><span class="unseen">nothing known</span></td>;
}

/// `open(row)` shows an alert.
export function Matrix({ report, alerts, entries, open }) {
  if (entries.length < 3) return null;
  const rows = new Map();
  for (const row of alerts) if (row.kind === 'interaction') rows.set(pair(...row.medications), row);
  const names = entries.map(({ text }) => text);
  const hasOwn = names.map((_, at) => rows.has(pair(at, at)));
  const columns = names.map((_, at) => at).filter((at) => at < names.length - 1 || hasOwn[at]);
  const lines = names.map((_, at) => at).filter((at) => at > 0 || hasOwn[at]);
  return (
    <section class={`panel matrix${names.length > WIDE ? ' wide' : ''}`} aria-labelledby="matrix-title">
      <h2 id="matrix-title">Pairs</h2>
      <div class="scroll" tabIndex={0} role="region" aria-label="Table of pairs">
        <table>
          <thead>
            <tr>
              <td />
              {columns.map((at) => <th key={at} scope="col" title={names[at]}>{at + 1}<span class="unseen"> {names[at]}</span></th>)}
            </tr>
          </thead>
          <tbody>
            {lines.map((a) => (
              <tr key={a}>
                <th scope="row"><span class="number">{a + 1}</span> <span class="name">{names[a]}</span></th>
                {columns.filter((b) => b <= a).map((b) => <Cell key={b} report={report} rows={rows} names={names} a={a} b={b} open={open} />)}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p class="hint">A marked cell opens its alert. Empty: nothing known. <b>=</b> duplicate. <b>?</b> not checked. <b>–</b> no rules.</p>
    </section>
  );
}
