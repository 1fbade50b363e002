// A text field that offers names while one types: the editable combobox of ARIA 1.2 with a list box.
import { useEffect, useRef, useState } from 'preact/hooks';

import { isList, splitList } from './paste.js';

const PAUSE = 90;  // milliseconds

/// The options for a text, each {value, detail}; null while it is asked for.  A late answer is dropped.
function useOptions(text, find) {
  const [found, setFound] = useState(null);
  useEffect(() => {
    setFound(null);
    if (!text.trim()) return undefined;
    const stop = new AbortController();
    const take = (options) => stop.signal.aborted || setFound(options);
    const timer = setTimeout(() => find(text.trim(), stop.signal).then(take, () => take(null)), PAUSE);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [text]);
  return found;
}

/// onTake gets the texts that were chosen, typed and ended with Enter, or pasted as a list.
export function Combobox({ id, label, hint, none, placeholder, find, onTake, field }) {
  const [text, setText] = useState('');
  const [active, setActive] = useState(-1);
  const [closed, setClosed] = useState(true);
  const own = useRef();
  const input = field ?? own;
  const options = useOptions(text, find);
  const shown = !closed && options?.length ? options : [];
  const list = useRef();
  useEffect(() => list.current?.children[active]?.scrollIntoView({ block: 'nearest' }), [active]);

  const type = (next) => {
    setText(next);
    setActive(-1);
    setClosed(false);
  };
  const take = (texts) => {
    if (texts.length) onTake(texts);
    type('');
    input.current.focus();
  };
  const move = (step) => {
    setClosed(false);
    const places = shown.length + 1;  // the text itself is one of them
    setActive(((active + 1 + step + places) % places) - 1);
  };
  const KEYS = {
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    Enter: () => take(active >= 0 ? [shown[active].value] : splitList(text)),
    Escape: () => (shown.length ? setClosed(true) : type('')),
  };
  const onKeyDown = (event) => {
    if (!KEYS[event.key] || event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    KEYS[event.key]();
  };
  const onPaste = (event) => {
    const pasted = event.clipboardData.getData('text');
    if (!isList(pasted)) return;
    event.preventDefault();
    take(splitList(text + pasted));
  };

  return (
    <div class="combobox">
      <label for={id}>{label}</label>
      <div class="field">
        <input id={id} ref={input} type="text" role="combobox" autocomplete="off" autocapitalize="off" spellcheck={false} maxLength={1000}
          aria-expanded={shown.length > 0} aria-controls={`${id}-list`} aria-autocomplete="list" aria-describedby={`${id}-hint`}
          aria-activedescendant={active >= 0 ? `${id}-${active}` : undefined}
          placeholder={placeholder} value={text} onInput={(event) => type(event.currentTarget.value)} onKeyDown={onKeyDown} onPaste={onPaste}
          onBlur={() => setClosed(true)} />
        <button type="button" class="quiet" disabled={!text.trim()} onClick={() => take(splitList(text))}>Add</button>
        <ul id={`${id}-list`} ref={list} role="listbox" aria-label={label} hidden={!shown.length}>
          {shown.map(({ value, detail }, at) => (
            <li key={value} id={`${id}-${at}`} role="option" aria-selected={at === active}
              onMouseDown={(event) => event.preventDefault()} onClick={() => take([value])}>
              <span>{value}</span>{detail && <span class="detail">{detail}</span>}
            </li>
          ))}
        </ul>
      </div>
      <p id={`${id}-hint`} class="hint">{!closed && options?.length === 0 ? none : hint}</p>
      <p class="unseen" role="status">{shown.length ? `${shown.length} suggestions` : ''}</p>
    </div>
  );
}
