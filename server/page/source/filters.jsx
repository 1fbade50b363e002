// The counts, which are the filters too.
import { Sign } from './severity.jsx';
import { SEVERITIES, WORD } from './severities.js';

export const ALL = { hidden: new Set(), position: null };

function toggled(set, one) {
  const next = new Set(set);
  if (!next.delete(one)) next.add(one);
  return next;
}

/// What the filters leave out, as "2 major, 1 minor".
function left(rows) {
  const counts = SEVERITIES.map((one) => [rows.filter(({ severity }) => severity === one).length, one]);
  return counts.filter(([count]) => count).map(([count, one]) => `${count} ${WORD[one].toLowerCase()}`).join(', ');
}

/// `out`: the rows that the filter hides.
export function Filters({ report, entries, filter, out, setFilter }) {
  const { counts } = report;
  return (
    <section class="filters" aria-labelledby="filters-title">
      <h2 id="filters-title" class="unseen">Alerts by severity</h2>
      <div class="tiles" role="group" aria-label="Show alerts of these severities">
        {SEVERITIES.map((one) => (
          <button key={one} type="button" class={`tile ${one}`} aria-pressed={!filter.hidden.has(one)} disabled={!counts[one]}
            onClick={() => setFilter({ hidden: toggled(filter.hidden, one) })}>
            <Sign of={one} /><b>{counts[one]}</b> <span>{WORD[one]}</span>
          </button>
        ))}
        <label class="by-drug"><span>For</span>
          <select value={filter.position ?? ''} onChange={({ currentTarget: { value } }) => setFilter({ position: value === '' ? null : Number(value) })}>
            <option value="">every drug</option>
            {entries.map(({ key, text }, at) => <option key={key} value={at}>{at + 1} {text}</option>)}
          </select>
        </label>
      </div>
      <p class="left-out unknown" role="status">
        {out.length > 0 && <>Hidden by the filters: {left(out)}. <button type="button" class="link" onClick={() => setFilter(ALL)}>Show all</button></>}
      </p>
    </section>
  );
}
