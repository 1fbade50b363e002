// What was entered, kept in the fragment of the address.
import { useEffect, useState } from 'preact/hooks';

import { readFragment, writeFragment } from './fragment.js';
import { changed } from './state.js';

const inAddress = () => location.hash.slice(1);

/// [state, send(change)]: a change as state.js has it.
export function useEntered() {
  const [state, setState] = useState(() => readFragment(inAddress()));
  const send = (change) => setState((before) => changed(before, change));
  useEffect(() => {
    const fragment = writeFragment(state);
    if (fragment !== inAddress()) history.replaceState(null, '', fragment ? `#${fragment}` : location.pathname + location.search);
  }, [state]);
  useEffect(() => {
    const read = () => setState((before) => (inAddress() === writeFragment(before) ? before : readFragment(inAddress())));
    addEventListener('hashchange', read);
    return () => removeEventListener('hashchange', read);
  }, []);
  return [state, send];
}
