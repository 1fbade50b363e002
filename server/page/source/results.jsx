// The answer, from what could not be checked to the duplicates.
import { Component } from 'preact';

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
export class Results extends Component {
  state = ALL;

  render({ report, state: { entries, patient, audience }, send, isOld }, filter) {
    const rows = alertRows(report);
    const asked = filter.position < entries.length ? filter : { ...filter, position: null };
    const [shown, out] = [true, false].map((is) => rows.filter((row) => isShown(row, asked) === is));
    const setFilter = (more) => this.setState(more);
    const open = (row) => {
      if (out.includes(row)) setFilter(ALL);
      show(row);
    };
    const { tone, title, text } = verdict(report);
    return (
      <div class="results" aria-busy={isOld}>
        <div class="overview">
          <div class={`verdict ${tone} unknown`} role="status" tabIndex={-1}><h2>{title}</h2><p>{text}</p></div>
          <Unchecked report={report} entries={entries} patient={patient} send={send} />
          {rows.length > 0 && <Filters report={report} entries={entries} filter={asked} out={out} setFilter={setFilter} />}
          <Matrix report={report} alerts={rows} entries={entries} open={open} />
          <EffectBars report={report} alerts={rows} open={open} />
        </div>
        <div class="findings">
          <Alerts shown={shown} out={out} entries={entries} audience={audience} />
          <Duplicates report={report} entries={entries} />
          <p class="notice">{audience === 'consumer' && 'Notes on laboratory tests and activities are left out for patients. '}{report.notice}</p>
        </div>
      </div>
    );
  }
}
