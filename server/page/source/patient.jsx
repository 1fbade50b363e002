// What is known of the patient; what is left open is not judged.
import { Combobox } from './combobox.jsx';
import { findDrugs } from './medication_list.jsx';

function Choice({ name, label, value, set }) {
  return (
    <label class="choice"><span>{label}</span>
      <select value={value} onChange={(event) => set({ [name]: event.currentTarget.value })}>
        <option value="">not stated</option><option value="yes">Yes</option><option value="no">No</option>
      </select>
    </label>
  );
}

function Texts({ name, texts, set, ...rest }) {
  return (
    <div class="texts">
      <Combobox {...rest} onTake={(more) => set({ [name]: [...texts, ...more] })} />
      {texts.length > 0 && (
        <ul>
          {texts.map((text, at) => (
            <li key={`${at}-${text}`}>{text} <button type="button" class="remove" aria-label={`Remove ${text}`}
              onClick={() => set({ [name]: texts.filter((_, other) => other !== at) })}>×</button></li>
          ))}
        </ul>
      )}
    </div>
  );
}

const nothing = async () => null;

export function Patient({ patient, send }) {
  const set = (more) => send({ type: 'patient', patient: more });
  return (
    <section class="panel patient" aria-labelledby="patient-title">
      <h2 id="patient-title">Patient</h2>
      <div class="facts">
        <label class="choice"><span>Age in years</span>
          <input type="number" min="0" max="150" step="any" value={patient.age} onInput={(event) => set({ age: event.currentTarget.value })} /></label>
        <Choice name="pregnant" label="Pregnant" value={patient.pregnant} set={set} />
        <Choice name="breastfeeding" label="Breastfeeding" value={patient.breastfeeding} set={set} />
      </div>
      <Texts id="condition" name="conditions" texts={patient.conditions} set={set} find={nothing} label="Conditions"
        placeholder="renal impairment" hint="What is left open is not judged." />
      <Texts id="allergy" name="allergies" texts={patient.allergies} set={set} find={findDrugs} label="Allergies to drugs"
        placeholder="Name of a drug" hint="Enter adds." none="No name in the rules is like this." />
    </section>
  );
}
