// The service that the page asks: addresses are relative, so that it may stand behind a path of a proxy.

const PATIENCE = 15_000;  // milliseconds
let key = attempt(() => sessionStorage.getItem('key')) ?? '';

/// A browser may keep nothing for a page in a frame.
function attempt(storing) {
  try {
    return storing();
  } catch {
    return null;
  }
}

/// For a service that wants one; kept until the tab is closed.
export function useKey(text) {
  key = text;
  attempt(() => sessionStorage.setItem('key', text));
}

/// Why there is no answer: `status` 0 for a service that cannot be reached.
export class NoAnswer extends Error {
  constructor(status, problem = {}) {
    super(problem.detail ?? '');
    this.status = status;
    this.errors = problem.errors ?? [];
  }
}

async function ask(path, { signal, ...options } = {}) {
  const late = new AbortController();
  const stop = () => late.abort();
  const timer = setTimeout(stop, PATIENCE);
  signal?.addEventListener('abort', stop);
  try {
    const headers = { 'Content-Type': 'application/json', ...(key && { Authorization: `Bearer ${key}` }) };
    const answer = await fetch(path, { ...options, headers, signal: late.signal });
    const body = await answer.json();
    if (!answer.ok) throw new NoAnswer(answer.status, body);
    return body;
  } catch (error) {
    throw error instanceof NoAnswer ? error : new NoAnswer(0);
  } finally {
    clearTimeout(timer);
  }
}

/// The report on a question, given as text.
export const check = (text, signal) => ask('v1/check', { method: 'POST', body: text, signal });
export const searchDrugs = (text, signal) => ask(`v1/drugs?search=${encodeURIComponent(text)}`, { signal });
export const readKnowledge = () => ask('v1/knowledge');
