// What could not be checked, and what can be done about it.
import { Sign } from './severity.jsx';
import { uncoveredNames } from './verdict.js';

const REASON = {
  unrecognised: 'was not understood and not checked.',
  ambiguous: 'may mean several things and was not checked for certain.',
  assumed: 'was checked under an assumption. Confirm it.',
};

/// The kind of thing that was not understood, and what takes its place or removes it.
function target(row, entries, patient) {
  if (row.position !== undefined) {
    const { key } = entries[row.position];
    return { what: `Entry ${row.position + 1}`, take: (text) => ({ type: 'change', key, text }), drop: { type: 'remove', key } };
  }
  const [what, name, own] = row.condition === undefined ? ['Allergy', 'allergies', row.allergy] : ['Condition', 'conditions', row.condition];
  const others = (text) => ({ type: 'patient', patient: { [name]: patient[name].flatMap((one) => (one === own ? text : [one])) } });
  return { what, take: (text) => others([text]), drop: others([]) };
}

function Row({ row, entries, patient, send }) {
  const { what, take, drop } = target(row, entries, patient);
  // The button goes; who uses the keyboard goes on from the result.
  const settle = (change) => {
    send(change);
    document.querySelector('.verdict').focus();
  };
  return (
    <li>
      <p><Sign of="unknown" /><span>{what} <strong>“{row.text}”</strong> {REASON[row.reason]}</span></p>
      <p class="choices">
        {row.reason === 'unrecognised' && <span>{row.suggestions.length ? 'Did you mean' : 'No name is like it.'}</span>}
        {row.suggestions.map((text) => <button key={text} type="button" class="take" onClick={() => settle(take(text))}>{text}</button>)}
        <button type="button" class="quiet" onClick={() => settle(drop)}>Remove<span class="unseen"> {row.text}</span></button>
      </p>
    </li>
  );
}

export function Unchecked({ report, entries, patient, send }) {
  const uncovered = uncoveredNames(report);
  if (!report.not_checked.length && !uncovered.length) return null;
  return (
    <section class="panel unchecked unknown" aria-labelledby="unchecked-title">
      <h2 id="unchecked-title">Could not be checked</h2>
      <ul>
        {report.not_checked.map((row) => <Row key={`${row.position}-${row.text}`} row={row} entries={entries} patient={patient} send={send} />)}
        {uncovered.map((name) => (
          <li key={name}><p><Sign of="unknown" /><span><strong>{name}</strong> is known, but no rule speaks of it. Silence about it means nothing.</span></p></li>
        ))}
      </ul>
    </section>
  );
}
