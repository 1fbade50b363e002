// The signs of the severities; page.css has their colours.
import { WORD } from './severities.js';

const SHAPE = {
  contraindicated: ['M5.2 1h5.6L15 5.2v5.6L10.8 15H5.2L1 10.8V5.2z', 'M5 5l6 6M11 5l-6 6'],
  major: ['M8 1l7.5 13.5H.5z', 'M8 5.5v4.5M8 12v.6'],
  moderate: ['M8 .8L15.2 8 8 15.2.8 8z', 'M8 4.3v4.2M8 10.8v.6'],
  minor: ['M8 1a7 7 0 100 14A7 7 0 008 1z', 'M8 7.3v4M8 4.5v.6'],
  unknown: ['M2.5 1h11A1.5 1.5 0 0115 2.5v11a1.5 1.5 0 01-1.5 1.5h-11A1.5 1.5 0 011 13.5v-11A1.5 1.5 0 012.5 1z',
    'M5.8 6a2.2 2.2 0 114 1.2C9 8 8 8.2 8 9.4M8 11.8v.6'],
};

/// The sign; "unknown" is that of what could not be checked.
export function Sign({ of }) {
  const [body, mark] = SHAPE[of];
  return (
    <svg class={`sign ${of}`} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path class="body" d={body} /><path class="mark" d={mark} />
    </svg>
  );
}

export const Chip = ({ of, children }) => <span class={`chip ${of}`}><Sign of={of} />{children ?? WORD[of]}</span>;
