// The answer, from what could not be checked to the duplicates.
import { useMemo, useState } from 'preact/hooks';

import { alertRows, isShown } from './alert_rows.js';
import { Alerts } from './alerts.jsx';
import { Duplicates } from './duplicates.jsx';
import { EffectBars } from './effect_bars.jsx';
import { ALL, Filters } from './filters.jsx';
import { Matrix } from './matrix.jsx';
import { Unchecked } from './unchecked.jsx';
import { verdict } from './verdict.js';

/// Brings an alert into view once it is on the page.
function show(row) {
  requestAnimationFrame(() => {
    const alert = document.getElementById(row.id);
    alert?.scrollIntoView({ block: 'start' });
    alert?.focus({ preventScroll: true });
  });
}

/// `state`: what the report is about.  `isOld`: the entries have changed, and the answer to them is on its way.
export function Results({ report, state, send, isOld }) {
  const [filter, setFilter] = useState(ALL);
  const rows = useMemo(() => alertRows(report), [report]);
  const { entries, patient, audience } = state;
  const inList = filter.position !== null && filter.position >= entries.length ? { ...filter, position: null } : filter;
  const shown = rows.filter((row) => isShown(row, inList));
  const out = rows.filter((row) => !isShown(row, inList));
  const open = (row) => {
    if (!isShown(row, inList)) setFilter(ALL);
    show(row);
  };
  const { tone, title, text } = verdict(report);
  return (
    <div class="results" aria-busy={isOld}>
      <div class="overview">
        <div class={`verdict ${tone}`} role="status"><h2>{title}</h2>{text && <p>{text}</p>}</div>
        <Unchecked report={report} entries={entries} patient={patient} send={send} />
        {rows.length > 0 && <Filters report={report} entries={entries} filter={inList} out={out} setFilter={setFilter} />}
        <Matrix report={report} alerts={rows} entries={entries} open={open} />
        <EffectBars report={report} alerts={rows} open={open} />
      </div>
      <div class="findings">
        <Alerts shown={shown} out={out} entries={entries} audience={audience} />
        <Duplicates report={report} entries={entries} />
        <p class="notice">{audience === 'consumer' && 'Notes on laboratory tests and everyday activities are left out in the wording for patients. '}{report.notice}</p>
      </div>
    </div>
  );
}
