// The whole page: what was entered, and the answer to it.
import { Component } from 'preact';

import { comesBack, Fault } from './fault.jsx';
import { readFragment, writeFragment } from './fragment.js';
import { Header } from './header.jsx';
import { Latest } from './latest.js';
import { MedicationList } from './medication_list.jsx';
import { Patient } from './patient.jsx';
import { Results } from './results.jsx';
import { check, readKnowledge } from './service.js';
import { changed, emptyState, isBlank, question } from './state.js';

const PAUSE = 60;  // milliseconds: one question for a burst of keys
const AGAIN = 4_000;
const OLD = 300_000;

const inAddress = () => location.hash.slice(1);

const Nothing = () => (
  <section class="nothing">
    <h2>Nothing to check yet</h2>
    <p>Add the drugs of one patient: every change is checked at once, pair by pair and against what you state of the patient.</p>
    <p>A name that is not understood is marked, and until it is settled nobody is told that nothing was found.</p>
    <p>The list stands in the address of this page, behind the #, which no server sees.</p>
  </section>
);

export class App extends Component {
  /// What was entered last; the address has it too.
  entered = readFragment(inAddress());
  reports = new Latest(PAUSE, check);
  /// report or fault, with what it is about and when it came; nothing for an empty list.
  state = { answer: {} };

  componentDidMount() {
    addEventListener('hashchange', () => inAddress() === writeFragment(this.entered) || this.enter(readFragment(inAddress())));
    // The rules may have changed since.
    addEventListener('focus', () => Date.now() - this.state.answer.time > OLD && this.ask());
    this.ask();
  }

  enter(entered, cleared) {
    this.entered = entered;
    const fragment = writeFragment(entered);
    if (fragment !== inAddress()) history.replaceState(null, '', fragment ? `#${fragment}` : location.pathname + location.search);
    this.setState({ cleared });
    this.ask();
  }

  send = (change) => this.enter(changed(this.entered, change));

  ask = () => {
    const about = this.entered;
    clearTimeout(this.again);
    this.tellRules();
    if (about.entries.length) return this.reports.want(JSON.stringify(question(about)), (news) => this.take({ ...news, about, time: new Date() }));
    this.reports.drop();
    return this.setState({ answer: {} });
  };

  take({ answer: report, fault, about, time }) {
    this.setState({ answer: { report, fault, about, time } });
    if (fault && comesBack(fault)) this.again = setTimeout(this.ask, AGAIN);
    this.tellRules(report?.knowledge.version);
  }

  /// Asks for the rules in force, if those that are known are others.
  tellRules(version) {
    const { rules } = this.state;
    if (!rules || (version && version !== rules.version)) readKnowledge().then((told) => this.setState({ rules: told }), () => {});
  }

  render(_, { answer: { report, fault, about, time }, rules, cleared }) {
    const { entered, send } = this;
    const isEmpty = !entered.entries.length;
    const isOld = about !== entered;
    const inForce = report?.knowledge ?? rules;
    const clear = () => {
      this.enter({ ...emptyState(), audience: entered.audience }, entered);
      document.getElementById('drug').focus();
    };
    return (
      <>
        <Header knowledge={inForce} date={rules?.version === inForce?.version && rules?.date} time={report && time} audience={entered.audience}
          isBlank={isBlank(entered)} send={send} clear={clear} />
        <main>
          <MedicationList {...entered} medications={!isOld && report?.medications} send={send} />
          <div class="answer">
            {cleared && <p role="status">The list was cleared. <button type="button" class="link" onClick={() => this.enter(cleared)}>Undo</button></p>}
            {isEmpty ? <Nothing /> : fault ? <Fault fault={fault} retry={this.ask} />
              : report ? <Results report={report} state={about} send={send} isOld={isOld} /> : <p role="status">Checking…</p>}
          </div>
          <Patient patient={entered.patient} send={send} />
        </main>
      </>
    );
  }
}
