// Effects that several drugs add up to: a bar each, a part for each drug.
import { Chip } from './severity.jsx';

const LEAST_SCALE = 8;

/// `alerts`: all rows; `open(row)` shows one.
export function EffectBars({ report, alerts, open }) {
  const sums = alerts.filter(({ kind }) => kind === 'sum');
  if (!sums.length) return null;
  const names = new Map(report.medications.flatMap(({ ingredients }) => ingredients.map(({ key, name }) => [key, name])));
  const scale = Math.max(LEAST_SCALE, ...sums.map(({ total }) => total));
  return (
    <section class="panel bars" aria-labelledby="bars-title">
      <h2 id="bars-title">Effects that add up</h2>
      <ul>
        {sums.map((row) => (
          <li key={row.id}>
            <p><button type="button" class="link" onClick={() => open(row)}>{row.name}</button> <Chip of={row.severity} /> <span class="total">total {row.total}</span></p>
            <div class={`sum ${row.severity}`} style={{ width: `${(row.total / scale) * 100}%` }} aria-hidden="true">
              {row.contributions.map(({ ingredient, amount }) => <i key={ingredient} style={{ flexGrow: amount }} />)}
            </div>
            <p class="detail">{row.contributions.map(({ ingredient, amount }) => <span key={ingredient}>{names.get(ingredient) ?? ingredient} <b>{amount}</b></span>)}</p>
          </li>
        ))}
      </ul>
      <p class="hint">1 a little, 2 clearly, 3 strongly.</p>
    </section>
  );
}
