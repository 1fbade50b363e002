// What the user has entered, and how it changes.

let lastKey = 0;

export const emptyPatient = () => ({ age: '', pregnant: '', breastfeeding: '', conditions: [], allergies: [] });
export const emptyState = () => ({ entries: [], patient: emptyPatient(), audience: 'professional' });

/// The state with these entries behind those it has, each with a key of its own.
export const withEntries = (state, rows) =>
  ({ ...state, entries: [...state.entries, ...rows.map((row) => ({ isNew: false, ...row, key: ++lastKey }))] });

const CHANGES = {
  add: (state, { texts }) => withEntries(state, texts.map((text) => ({ text }))),
  remove: (state, { key }) => ({ ...state, entries: state.entries.filter((entry) => entry.key !== key) }),
  change: (state, { key, ...more }) =>
    ({ ...state, entries: state.entries.map((entry) => (entry.key === key ? { ...entry, ...more } : entry)) }),
  patient: (state, { patient }) => ({ ...state, patient: { ...state.patient, ...patient } }),
  audience: (state, { audience }) => ({ ...state, audience }),
  replace: (_, { state }) => state,
};

/// change: {type, …} as in CHANGES.
export const changed = (state, { type, ...change }) => CHANGES[type](state, change);

/// The body of POST /v1/check.
export function question({ entries, patient, audience }) {
  const asked = {
    age_years: patient.age === '' ? null : Number(patient.age),
    pregnant: patient.pregnant ? patient.pregnant === 'yes' : null,
    breastfeeding: patient.breastfeeding ? patient.breastfeeding === 'yes' : null,
    conditions: patient.conditions, allergies: patient.allergies,
  };
  return { medications: entries.map(({ text, isNew }) => ({ text, new: isNew })), patient: asked, audience };
}

export const isBlank = ({ entries, patient }) =>
  !entries.length && JSON.stringify(patient) === JSON.stringify(emptyPatient());

/// The patient in a line, for a print.
export const describe = ({ age, pregnant, breastfeeding, conditions, allergies }) => `Patient: ${[
  ['age', age], ['pregnant', pregnant], ['breastfeeding', breastfeeding], ['conditions', conditions.join(', ')], ['allergies', allergies.join(', ')],
].map(([name, text]) => `${name}: ${text || 'not stated'}`).join('; ')}.`;
