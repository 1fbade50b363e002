// The question in the fragment of the address, where no server sees it.
import { emptyState, withEntries } from './state.js';

/// "d=Lioresal+10+mg&n=Nardil&age=78&condition=epilepsy": current and new drugs in their order, then the patient.
export function writeFragment({ entries, patient, audience }) {
  const pairs = new URLSearchParams();
  for (const { text, isNew } of entries) pairs.append(isNew ? 'n' : 'd', text);
  if (patient.age) pairs.append('age', patient.age);
  for (const name of ['pregnant', 'breastfeeding']) if (patient[name]) pairs.append(name, patient[name]);
  for (const text of patient.conditions) pairs.append('condition', text);
  for (const text of patient.allergies) pairs.append('allergy', text);
  if (audience === 'consumer') pairs.append('for', 'patient');
  return pairs.toString();
}

/// The state of such a fragment; what it does not know is left out.
export function readFragment(fragment) {
  const pairs = new URLSearchParams(fragment.replace(/^#/, ''));
  const state = emptyState();
  const texts = (name) => pairs.getAll(name).map((text) => text.trim()).filter(Boolean);
  const yesOrNo = (name) => (['yes', 'no'].includes(pairs.get(name)) ? pairs.get(name) : '');
  state.patient = {
    age: /^\d{1,3}(\.\d+)?$/.test(pairs.get('age') ?? '') ? pairs.get('age') : '',
    pregnant: yesOrNo('pregnant'), breastfeeding: yesOrNo('breastfeeding'),
    conditions: texts('condition'), allergies: texts('allergy'),
  };
  if (pairs.get('for') === 'patient') state.audience = 'consumer';
  const rows = [...pairs].filter(([name, text]) => (name === 'd' || name === 'n') && text.trim());
  return withEntries(state, rows.map(([name, text]) => ({ text: text.trim(), isNew: name === 'n' })));
}
