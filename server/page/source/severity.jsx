// The signs of the severities: index.html draws them, style/severity.css has their colours.
import { WORD } from './severities.js';

/// The sign; "unknown" is that of what could not be checked.
export const Sign = ({ of }) => <svg class={`sign ${of}`} aria-hidden="true"><use href={`#${of}`} /></svg>;

export const Chip = ({ of }) => <span class={`chip ${of}`}><Sign of={of} />{WORD[of]}</span>;
