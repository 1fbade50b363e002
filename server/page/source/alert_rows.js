// The alerts of a report, all kinds in one form.
import { SEVERITIES } from './severities.js';

/// "phenelzine with amitriptyline: high fever, death" as what it is about and what may happen.
function parted(summary) {
  const at = summary.indexOf(': ');
  return at < 0 ? [summary, ''] : [summary.slice(0, at), summary.slice(at + 2)];
}

const sentence = (text) => text && text[0].toUpperCase() + text.slice(1) + (/[.!?]$/.test(text) ? '' : '.');

/// What may happen, for reading.
function effectOf(alert) {
  const texts = alert.effects?.join() === 'not-stated' ? [] : alert.effect_texts ?? [parted(alert.summary)[1]];
  const text = alert.wording === 'consumer' ? texts.join(' ') : sentence(texts.join(', '));
  return text || 'The source names it and does not state an effect.';
}

/// What it is about, and what may happen; `name`: the effect alone.  A sum is titled by the effect where that is no sentence.
function wordsOf(alert, kind) {
  const [title] = parted(alert.summary);
  const effect = effectOf(alert);
  const name = effect.slice(0, -1);
  return kind === 'sum' && alert.wording !== 'consumer' ? { name, title: `${name} adds up`, effect: sentence(title) } : { name, title, effect };
}

function row(alert, kind, medications, at) {
  return {
    ...alert, kind, id: `${kind}-${at}`, ...wordsOf(alert, kind),
    isNew: alert.medications.some((position) => medications[position].new),
    rules: alert.rules ?? [{ id: alert.rule, severity: alert.severity, mechanism: null, matched: [], evidence: alert.evidence }],
  };
}

/// Worst first; within a severity those of a new drug first, then interactions, sums of effects, precautions.
export function alertRows({ interactions, cumulative_effects, precautions, medications }) {
  const rows = [[interactions, 'interaction'], [cumulative_effects, 'sum'], [precautions, 'precaution']]
    .flatMap(([alerts, kind]) => alerts.map((alert, at) => row(alert, kind, medications, at)));
  const rank = ({ severity, isNew }) => SEVERITIES.indexOf(severity) * 2 + (isNew ? 0 : 1);
  return rows.sort((a, b) => rank(a) - rank(b));
}

/// filter: {hidden: Set of severities, position: of the one drug to show, or null}.
export const isShown = (row, { hidden, position }) =>
  !hidden.has(row.severity) && (position === null || row.medications.includes(position));
