// The bar on top: the rules that answer and their date, the wording, print, clear.

const day = (text) => new Date(text).toLocaleDateString('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });
const moment = (time) => `${day(time)}, ${time.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })}`;

/// `knowledge`: of the report, or of the service; `time`: of the answer on the page.
export function Header({ knowledge, date, time, audience, isBlank, send, clear }) {
  return (
    <header class="bar">
      <h1><svg class="logo" aria-hidden="true"><use href="#logo" /></svg>crosscheck <span>Drug interactions</span></h1>
      <p class="in-force">{knowledge ? <>Rules <b>{knowledge.version}</b>{date && <> of {day(date)}</>}{knowledge.expired && <strong> – expired</strong>}</> : 'Rules: not known yet'}
        {time && <span class="time">Checked {moment(time)}</span>}</p>
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
