// The report that belongs to what is entered now.
import { useEffect, useState } from 'preact/hooks';

import { check } from './service.js';

const PAUSE = 60;  // milliseconds: one question for a burst of keys
const AGAIN = 4_000;
const OLD = 300_000;

/// Asks whenever `asked`, the question as text, changes; null asks nothing.  An answer that comes after the next question is
/// dropped.  Returns {report, time, asked and about: the question and the state it answers, fault, retry()}; never a report
/// beside a fault.
export function useReport(asked, about) {
  const [answer, setAnswer] = useState({});
  const [attempt, setAttempt] = useState(0);
  const retry = () => setAttempt((count) => count + 1);

  useEffect(() => {
    if (asked === null) return setAnswer({});
    const stop = new AbortController();
    let isOver = false;
    const take = (next) => isOver || setAnswer({ asked, about, time: new Date(), ...next });
    const timer = setTimeout(() => check(asked, stop.signal).then((report) => take({ report }), (fault) => take({ fault })), PAUSE);
    return () => {
      isOver = true;
      clearTimeout(timer);
      stop.abort();
    };
  }, [asked, attempt]);

  // A service that could not be reached is asked again; an old answer too, by when the rules may have changed.
  useEffect(() => {
    const status = answer.fault?.status;
    const comesBack = status === 0 || status === 429 || status >= 500;
    const timer = comesBack && setTimeout(retry, AGAIN);
    const ifOld = () => answer.time && Date.now() - answer.time > OLD && retry();
    addEventListener('focus', ifOld);
    return () => {
      clearTimeout(timer);
      removeEventListener('focus', ifOld);
    };
  }, [answer]);

  return { ...answer, retry };
}
