// The whole page.
import { useEffect, useRef, useState } from 'preact/hooks';

import { Fault } from './fault.jsx';
import { Header } from './header.jsx';
import { MedicationList } from './medication_list.jsx';
import { Patient } from './patient.jsx';
import { Results } from './results.jsx';
import { readKnowledge } from './service.js';
import { emptyState, isBlank, question } from './state.js';
import { useEntered } from './use_entered.js';
import { useReport } from './use_report.js';

/// The rules in force, as long as no report names others.
function useKnowledge(version) {
  const [knowledge, setKnowledge] = useState(null);
  useEffect(() => {
    if (!knowledge || (version && version !== knowledge.version)) readKnowledge().then(setKnowledge, () => {});
  }, [version]);
  return knowledge;
}

function Nothing() {
  return (
    <section class="nothing">
      <h2>Nothing to check yet</h2>
      <p>Add the drugs of one patient: each change is checked at once, pair by pair and against what you state of the patient.</p>
      <p>A name that is not understood is marked, and no result is given for the list until it is settled.</p>
      <p>The list stands in the address of this page, behind the #, which no server sees.</p>
    </section>
  );
}

export function App() {
  const [state, send] = useEntered();
  const [cleared, setCleared] = useState(null);
  const field = useRef();
  const { entries, patient, audience } = state;
  const asked = entries.length ? JSON.stringify(question(state)) : null;
  const { report, time, asked: answered, about, fault, retry } = useReport(asked, state);
  const isOld = answered !== asked;
  const own = useKnowledge(report?.knowledge.version);
  const knowledge = report?.knowledge ?? own;
  const clear = () => {
    setCleared(state);
    send({ type: 'replace', state: { ...emptyState(), audience } });
    field.current.focus();
  };
  const undo = () => {
    send({ type: 'replace', state: cleared });
    setCleared(null);
  };
  return (
    <>
      <Header knowledge={knowledge} date={own?.version === knowledge?.version ? own?.date : null} time={asked && report && time} audience={audience}
        isBlank={isBlank(state)} send={send} clear={clear} />
      <main class={entries.length ? '' : 'empty'}>
        <MedicationList entries={entries} medications={isOld ? null : report?.medications} send={send} field={field} />
        <div class="answer">
          {cleared && isBlank(state) && <p class="cleared" role="status">The list was cleared. <button type="button" class="link" onClick={undo}>Undo</button></p>}
          {!asked && <Nothing />}
          {asked && fault && <Fault fault={fault} retry={retry} />}
          {asked && !report && !fault && <p class="hint" role="status">Checking…</p>}
          {asked && report && <Results report={report} state={about} send={send} isOld={isOld} />}
        </div>
        <Patient patient={patient} send={send} />
      </main>
      <footer class="end">
        <p>Decision support for health professionals, not a medical device. <a href="docs">API documentation</a> · <a href="openapi.yaml">openapi.yaml</a></p>
      </footer>
    </>
  );
}
