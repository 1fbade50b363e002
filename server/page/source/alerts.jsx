// The alerts by severity, worst first; then what the filters hide, which only a print shows.
import { Alert } from './alert.jsx';
import { Sign } from './severity.jsx';
import { SEVERITIES, WORD } from './severities.js';

function Group({ severity, rows, ...rest }) {
  return (
    <section class={`group ${severity}`} aria-labelledby={`group-${severity}`}>
      <h3 id={`group-${severity}`}><Sign of={severity} />{WORD[severity]} <span class="count">{rows.length}</span></h3>
      {rows.map((row) => <Alert key={row.id} row={row} {...rest} />)}
    </section>
  );
}

/// `shown` and `out`: the rows that the filter shows and hides.
export function Alerts({ shown, out, entries, audience }) {
  if (!shown.length && !out.length) return null;
  const groups = SEVERITIES.map((severity) => ({ severity, rows: shown.filter((row) => row.severity === severity) }));
  return (
    <section class="alerts" aria-labelledby="alerts-title">
      <h2 id="alerts-title">Alerts</h2>
      {groups.filter(({ rows }) => rows.length).map((group) => <Group key={group.severity} {...group} entries={entries} audience={audience} />)}
      {!shown.length && <p class="hint screen">The filters hide every alert.</p>}
      {out.length > 0 && (
        <section class="filtered-out print">
          <h3>Hidden on the screen by the filters <span class="count">{out.length}</span></h3>
          <ul>{out.map((row) => <li key={row.id}><b>{WORD[row.severity]}</b>: {row.title}. <b>Effect:</b> {row.effect} <b>What to do:</b> {row.management}</li>)}</ul>
        </section>
      )}
    </section>
  );
}
