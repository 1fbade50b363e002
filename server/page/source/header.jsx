// The bar on top: the rules that answer and their date, the wording, print, clear.

/// "28 Nov 2026", or with `more` "28 Nov 2026, 10:50".
const moment = (time, more) => new Date(time).toLocaleString('en-GB', { dateStyle: 'medium', ...more });

/// `knowledge`: of the report, or of the service; `time`: of the answer on the page.
export function Header({ knowledge, date, time, audience, isBlank, send, clear }) {
  return (
    <header class="bar">
      <h1><svg class="logo" aria-hidden="true"><use href="#logo" /></svg>crosscheck <span>Drug interactions</span></h1>
      <p class="in-force">{knowledge ? <>Rules <b>{knowledge.version}</b>{date && <> of {moment(date)}</>}{knowledge.expired && <strong> – expired</strong>}</> : 'Rules: not known yet'}
        {time && <span class="time">Checked {moment(time, { timeStyle: 'short' })}</span>}</p>
      <div class="tools">
        <div class="switch" role="group" aria-label="Wording">
          {[['professional', 'Professional'], ['consumer', 'Patient']].map(([value, word]) => (
            <button key={value} type="button" aria-pressed={audience === value} onClick={() => send({ type: 'audience', audience: value })}>{word}</button>
          ))}
        </div>
        <button type="button" class="quiet" onClick={() => print()}>Print</button>
        <button type="button" class="quiet" disabled={isBlank} onClick={clear}>Clear</button>
      </div>
    </header>
  );
}
