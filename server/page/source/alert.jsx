// One alert: what may happen, what to do; why, and who says so, behind a disclosure.
import { Chip } from './severity.jsx';
import { WORD } from './severities.js';

const words = (key) => key.replaceAll('-', ' ');
const ONSET = { rapid: 'within a day', delayed: 'after days or weeks' };

function Evidence({ rows }) {
  return (
    <ul class="evidence">
      {rows.map(({ source, title, section, states, severity, level }, at) => (
        <li key={`${source}-${at}`}>{states} <cite>{title}{section && `, ${section}`}</cite>
          {(severity || level) && <span class="grade"> Graded {[severity, level].filter(Boolean).join(', ')} there.</span>}</li>
      ))}
    </ul>
  );
}

function Rule({ rule }) {
  const { id, severity, matched, mechanism, onset, management, local, evidence } = rule;
  return (
    <li>
      <p class="rule">Rule <a href={`rules/${id}`}>{id}</a>: {WORD[severity].toLowerCase()}{matched.length > 0 && <>, matched by {matched.map(words).join(' and ')}</>}.
        {onset && <> Expected {ONSET[onset]}.</>}</p>
      {local && <p>Changed in this house from {local.original_severity}: {local.reason} ({local.author}, {local.date})</p>}
      {mechanism && <p><b>Mechanism</b> {mechanism}</p>}
      {management && <p><b>This rule advises</b> {management}</p>}
      <Evidence rows={evidence} />
    </li>
  );
}

/// `entries`: what was written; `audience`: whose words were asked for.
export function Alert({ row, entries, audience }) {
  const { contributions = [] } = row;
  const written = [...new Set(row.medications)].map((at) => ({ number: at + 1, ...entries[at] }));
  const shared = row.rules.length === 1 && row.rules[0].management === row.management;
  return (
    <article id={row.id} class={`alert ${row.severity}`} tabIndex={-1} aria-labelledby={`${row.id}-title`}>
      <header>
        <Chip of={row.severity} />
        <h4 id={`${row.id}-title`}>{row.title}</h4>
        {row.isNew && <span class="note">new</span>}
        {row.assumed && <span class="note unknown">rests on an assumed name</span>}
        {audience === 'consumer' && row.wording === 'professional' && <span class="note">professional wording only</span>}
        <span class="written">{written.map(({ number, text }) => <span key={number} title={text}><span class="number">{number}</span>{!row.title.includes(text) && ` ${text}`}</span>)}</span>
      </header>
      <dl><dt>Effect</dt><dd>{row.effect}</dd><dt>What to do</dt><dd>{row.management}</dd></dl>
      <details>
        <summary>Why and sources<span class="unseen">: {row.title}</span></summary>
        <ul class="rules">
          {row.rules.map((rule) => <Rule key={rule.id} rule={shared ? { ...rule, management: '' } : rule} />)}
          {contributions.map(({ ingredient, matched, amount, evidence }) => (
            <li key={ingredient}><p class="rule">{words(ingredient)} adds {amount}{matched !== ingredient && `, as one of ${words(matched)}`}.</p><Evidence rows={evidence} /></li>
          ))}
        </ul>
      </details>
    </article>
  );
}
