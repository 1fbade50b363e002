// The list: a field to add to it, and its entries as they were understood.
import { Combobox } from './combobox.jsx';
import { searchDrugs } from './service.js';
import { Sign } from './severity.jsx';
import { describe } from './state.js';

async function findDrugs(text, signal) {
  const { drugs } = await searchDrugs(text, signal);
  return drugs.slice(0, 8).map(({ matched, ingredients }) => {
    const names = ingredients.map(({ name }) => name).join(' + ');
    const isUncovered = ingredients.every(({ covered }) => !covered);
    return { value: matched, detail: [names.toLowerCase() === matched.toLowerCase() ? '' : names, isUncovered ? 'no rules' : ''].filter(Boolean).join(' · ') };
  });
}

/// How an entry was understood: {sign, text}; the text is "" where there is nothing to add to what was written.
function meaning(entry, medication) {
  if (!medication) return { text: '' };
  const { recognised, ingredients, suggestions } = medication;
  if (recognised === 'unrecognised') return { sign: 'unknown', text: 'not understood, not checked' };
  if (recognised === 'ambiguous') return { sign: 'unknown', text: `may mean several things: ${suggestions.join(', ')}` };
  const names = ingredients.map(({ name, covered }) => (covered ? name : `${name} (no rules)`)).join(' + ');
  if (recognised === 'corrected') return { sign: 'unknown', text: `read as ${names}: confirm it` };
  return { text: names.toLowerCase() === entry.text.toLowerCase() ? '' : names };
}

function Entry({ entry, number, medication, send }) {
  const { sign, text } = meaning(entry, medication);
  const remove = () => {
    send({ type: 'remove', key: entry.key });
    document.getElementById('list-title').focus();
  };
  return (
    <li class={sign ? 'entry doubtful' : 'entry'}>
      <span class="number" aria-hidden="true">{number}</span>
      <span class="name">{entry.text}{text && <span class={sign ? `meaning ${sign}` : 'meaning'}>{sign && <Sign of={sign} />}{text}</span>}</span>
      <button type="button" class={entry.isNew ? 'toggle new' : 'toggle'}
        onClick={() => send({ type: 'change', key: entry.key, isNew: !entry.isNew })}>{entry.isNew ? 'New' : 'Current'}<span class="unseen">{entry.text}</span></button>
      <button type="button" class="remove" aria-label={`Remove ${entry.text}`} onClick={remove}>×</button>
    </li>
  );
}

/// `medications`: as the report tells them, if it is about these entries.
export function MedicationList({ entries, patient, medications, send }) {
  return (
    <section class="panel list" aria-labelledby="list-title">
      <h2 id="list-title" tabIndex={-1}>Medications {entries.length > 0 && <span class="count">{entries.length}</span>}</h2>
      <Combobox id="drug" label="Add a drug, or paste a whole list" placeholder="Name, brand or order text"
        hint="Enter adds. A pasted list is split at lines, commas and semicolons." find={findDrugs}
        none="No name in the rules is like this. Enter adds it, marked as not understood."
        onTake={(texts) => send({ type: 'add', texts })} />
      <ol class="entries">
        {entries.map((entry, at) => <Entry key={entry.key} entry={entry} number={at + 1} medication={medications && medications[at]} send={send} />)}
      </ol>
      <p class="print">{describe(patient)}</p>
    </section>
  );
}

export { findDrugs };
