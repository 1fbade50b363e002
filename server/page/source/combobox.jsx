// A text field that offers names while one types: the editable combobox of ARIA 1.2 with a list box.
import { Component } from 'preact';

import { Latest } from './latest.js';
import { isList, splitList } from './paste.js';

const PAUSE = 90;  // milliseconds
const FRESH = { text: '', options: [], isNone: false, active: -1 };

/// find(text, signal) resolves to options, each {value, detail}.  onTake gets the texts that were chosen, typed and ended with
/// Enter, or pasted as a list.  `none` is said where there is no option.
export class Combobox extends Component {
  state = FRESH;
  latest = new Latest(PAUSE, this.props.find);

  componentWillUnmount() {
    this.latest.drop();
  }

  type(text) {
    this.setState({ ...FRESH, text });
    this.latest.drop();
    if (text.trim()) this.latest.want(text.trim(), ({ answer }) => answer && this.setState({ options: answer, isNone: !answer.length }));
  }

  take(texts) {
    this.type('');
    if (texts.length) this.props.onTake(texts);
    this.input.focus();
  }

  move(step) {
    const places = this.state.options.length + 1;  // the text itself is one of them
    this.setState(({ active }) => ({ active: ((active + 1 + step + places) % places) - 1 }),
      () => this.base.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' }));
  }

  onKeyDown = (event) => {
    const { text, options, active } = this.state;
    const act = {
      ArrowDown: () => this.move(1),
      ArrowUp: () => this.move(-1),
      Enter: () => this.take(active < 0 ? splitList(text) : [options[active].value]),
      Escape: () => (options.length ? this.setState({ options: [], active: -1 }) : this.type('')),
    }[event.key];
    if (!act || event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    act();
  };

  onPaste = (event) => {
    const pasted = event.clipboardData.getData('text');
    if (!isList(pasted)) return;
    event.preventDefault();
    const { value, selectionStart, selectionEnd } = this.input;
    this.take(splitList(`${value.slice(0, selectionStart)}${value.slice(selectionEnd)}\n${pasted}`));
  };

  render({ id, label, hint, none, placeholder }, { text, options, isNone, active }) {
    return (
      <div class="combobox">
        <label for={id}>{label}</label>
        <div class="field">
          <input id={id} ref={(input) => (this.input = input)} type="text" role="combobox" autocomplete="off" autocapitalize="off" spellcheck={false}
            aria-expanded={options.length > 0} aria-controls={`${id}-list`} aria-autocomplete="list" aria-describedby={`${id}-hint`}
            aria-activedescendant={active < 0 ? null : `${id}-${active}`} maxLength={1000} placeholder={placeholder} value={text}
            onInput={(event) => this.type(event.currentTarget.value)} onKeyDown={this.onKeyDown} onPaste={this.onPaste}
            onBlur={() => this.setState({ options: [], active: -1 })} />
          <button type="button" disabled={!text.trim()} onClick={() => this.take(splitList(text))}>Add</button>
          <ul id={`${id}-list`} role="listbox" aria-label={label} hidden={!options.length}>
            {options.map(({ value, detail }, at) => (
              <li key={value} id={`${id}-${at}`} role="option" aria-selected={at === active}
                onMouseDown={(event) => event.preventDefault()} onClick={() => this.take([value])}>
                <span>{value}</span><span class="detail">{detail}</span>
              </li>
            ))}
          </ul>
        </div>
        <p id={`${id}-hint`} class="hint">{isNone ? none : hint}</p>
        <p class="unseen" role="status">{options.length > 0 && `${options.length} suggestions`}</p>
      </div>
    );
  }
}
