// Why there is no answer, and what can be done.
import { useKey } from './service.js';

function title({ status }) {
  if (status === 0) return 'The service cannot be reached';
  if (status === 401 || status === 403) return 'The service asks for a key';
  if (status === 429) return 'Too many questions at once';
  return status < 500 ? 'The service did not accept the list' : 'The service failed';
}

/// Whether the same question may be answered later.
export const comesBack = ({ status }) => status === 0 || status === 429 || status >= 500;

function KeyField({ retry }) {
  const send = (event) => {
    event.preventDefault();
    useKey(event.target.key.value.trim());
    retry();
  };
  return (
    <form class="key" onSubmit={send}>
      <label for="key">Key</label> <input id="key" name="key" type="password" autocomplete="off" /> <button>Use it</button>
    </form>
  );
}

export function Fault({ fault, retry }) {
  const wantsKey = fault.status === 401 || fault.status === 403;
  return (
    <section class="fault contraindicated" role="alert">
      <h2>{title(fault)}</h2>
      <p><strong>The list was not checked.</strong> It is kept here.{comesBack(fault) && ' The page asks again.'}</p>
      {!wantsKey && fault.message && <p>{fault.message}</p>}
      {fault.errors.length > 0 && <ul>{fault.errors.map(({ pointer, detail }) => <li key={pointer}>{pointer}: {detail}</li>)}</ul>}
      {wantsKey ? <KeyField retry={retry} /> : <button type="button" onClick={retry}>Try again</button>}
    </section>
  );
}
